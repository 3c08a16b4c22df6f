"""Whatever a file holds, the answer is a message with a place, never a traceback."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import BASE, Findings

from macros.model.finding import Finding
from macros.model.load import load_library

SAMPLE = (BASE / "data" / "plans" / "sample.yml").read_text("utf-8")
BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def replaced(old: str, new: str) -> bytes:
    assert old in SAMPLE
    return SAMPLE.replace(old, new, 1).encode("utf-8")


BYTES: dict[str, tuple[bytes, str, int, str]] = {
    "broken quotes": (SAMPLE.encode() + 'goals: ["没有合上]'.encode(), "E001", 41, "引号"),
    "an unclosed bracket": (replaced("scene: [小区]", "scene: [小区"), "E001", 8, "YAML"),
    "a tab": (replaced("  小区: {ask", "\t小区: {ask"), "E001", 18, "Tab"),
    "a duplicate key": (replaced("number: 1", "number: 1\nnumber: 1"), "E002", 3, "“number”重复"),
    "a BOM": (b"\xef\xbb\xbf" + SAMPLE.encode(), "E001", 1, "BOM"),
    "a GBK file": (SAMPLE.encode("gbk"), "E001", 4, "GBK"),
    "UTF-16": (SAMPLE.encode("utf-16"), "E001", 1, "UTF-8"),
    "an empty file": (b"", "E001", 1, "空的"),
    "only comments": ("# 没有内容\n".encode(), "E001", 1, "空的"),
    "a control character": (replaced("楼道清理工作方案", "楼道\x07清理"), "E001", 4, "控制字符"),
    "a null byte": (replaced("楼道清理工作方案", "楼道\x00清理"), "E001", 4, "控制字符"),
    "two documents": (replaced("number: 1", "---\nnumber: 1"), "E001", 2, "一份记录"),
    "a Python object": (replaced("number: 1", "number: !!python/object:os.system 1"), "E001", 2, "标签"),
    "a Python key": (replaced("number: 1", "!!python/name:os.system number: 1"), "E001", 2, "标签"),
    "a local tag": (replaced("number: 1", "number: !run 1"), "E001", 2, "标签"),
    "an unknown alias": (replaced("number: 1", "number: *one"), "E001", 2, "引用"),
    "a key that is a list": (replaced("number: 1", "? [a]\n: 1"), "E001", 2, "一个词"),
    "a huge scalar": (replaced("用一周把楼道清出来。", "长" * 3_400_000), "E001", 1, "1 MB"),
    "brackets without end": (b"a: " + b"[" * 400_000, "E001", 1, "嵌套太深"),
    "dashes without end": (b"- " * 300_000, "E001", 1, "嵌套太深"),
    "maps without end": (b"{a: " * 200_000, "E001", 1, "嵌套太深"),
    "ever deeper lines": (
        "\n".join(" " * depth + "a:" for depth in range(900)).encode(),
        "E001",
        201,
        "嵌套太深",
    ),
    "brackets deeper than a record": (b"a: " + b"[" * 60 + b"]" * 60, "E001", 1, "嵌套太深"),
    "a list": (b"- 1\n- 2\n", "E101", 1, "键: 值"),
    "a sentence": ("一份方案".encode(), "E101", 1, "键: 值"),
    "a broken emoji": (SAMPLE.encode() + b"\xf0\x9f", "E001", 41, "UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("case", BYTES)
def test_a_spoilt_file_is_told_at_its_line(case: str, root: Path, findings: Findings) -> None:
    content, code, line, words = BYTES[case]
    (root / "data" / "plans" / "sample.yml").write_bytes(content)
    first = next(one for one in findings() if one.file.endswith("sample.yml"))
    assert (first.code, first.line) == (code, line)
    assert words in first.message + first.hint


def test_an_alias_bomb_is_refused_at_once(root: Path, findings: Findings) -> None:
    (root / "data" / "plans" / "sample.yml").write_text(BOMB, "utf-8")
    told = findings()
    assert {one.code for one in told} == {"E001"}
    assert len(told) == 8


def _folder(path: Path) -> None:
    path.mkdir()


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere.yml")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "words"),
    [(_folder, "文件夹"), (_dangling, "不存在"), (_loop, "读不了"), (_pipe, "普通文件")],
)
def test_what_is_no_file_is_told(
    make: Callable[[Path], None], words: str, root: Path, findings: Findings
) -> None:
    make(root / "data" / "plans" / "x.yml")
    assert [(one.file, one.code) for one in findings()] == [("data/plans/x.yml", "E001")]
    assert words in findings()[0].message


def test_a_file_without_permission_is_told(
    findings: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refuse(path: Path, *args: str) -> object:
        if path.name == "sample.yml":
            raise PermissionError
        return opened(path, *args)

    monkeypatch.setattr(Path, "open", refuse)
    assert [(one.code, one.message) for one in findings()] == [("E001", "文件读不了")]


@pytest.mark.parametrize("file", ["units", "policies", "glossary", "phrases", "outlines"])
def test_a_missing_register_is_told_once(file: str, root: Path, findings: Findings) -> None:
    (root / "data" / f"{file}.yml").unlink()
    assert ("E001", f"data/{file}.yml") in [(one.code, one.file) for one in findings()]


WRONG: tuple[str, ...] = ("1", "文字", "[]", "[1]", "[[1]]", "{}", "{a: 1}", "''", "~", "true")


@pytest.mark.parametrize("value", WRONG)
@pytest.mark.parametrize(
    "key",
    [line.partition(":")[0] for line in SAMPLE.splitlines() if line[:1].isalpha()],
)
def test_a_wrong_type_under_any_key_never_breaks_the_tool(
    key: str, value: str, root: Path, findings: Findings
) -> None:
    lines = [line for line in SAMPLE.splitlines() if not line.startswith(f"{key}:")]
    text = "\n".join([*lines, f"{key}: {value}"]) if key else SAMPLE
    (root / "data" / "plans" / "sample.yml").write_text(text, "utf-8")
    assert all(isinstance(one, Finding) for one in findings())


def test_nothing_loads_while_something_is_wrong(root: Path) -> None:
    assert load_library(root).library is not None
    (root / "data" / "plans" / "sample.yml").write_text("id: 1", "utf-8")
    assert load_library(root).library is None
