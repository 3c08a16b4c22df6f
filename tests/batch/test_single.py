"""One plan on the command line: every option, every refusal."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx as word
import openpyxl
import pytest
from batch_support import SLUG, left_over
from icalendar import Calendar

from macros.model.arguments import in_chinese
from macros.site.catalogue import ROOT
from macros.writers import command
from macros.writers.command import main


def _sets(values: dict[str, str]) -> list[str]:
    pairs = (("--set", f"{name}={text}") for name, text in values.items() if name != "起始日")
    return [part for pair in pairs for part in pair]


def _read(content: bytes, kind: str) -> str:
    if kind == "docx":
        return "\n".join(p.text for p in word.Document(io.BytesIO(content)).paragraphs)
    if kind == "xlsx":
        return str(openpyxl.load_workbook(io.BytesIO(content))["说明"]["A1"].value)
    if kind == "ics":
        return str(Calendar.from_ical(content)["X-WR-CALNAME"])
    if kind == "set":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            return _read(archive.read("02-方案.docx"), "docx")
    return content.decode("utf-8")


@pytest.mark.parametrize("kind", ["docx", "xlsx", "ics", "md", "txt", "set"])
def test_every_format_is_written_and_can_be_read_back(
    kind: str, call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    values = _sets({**examples, "小区": "晨光里"})
    status, out, _ = call("--start", "2026-12-01", *values, "--format", kind, "-o", tmp_path)
    (written,) = tmp_path.iterdir()
    assert status == 0
    assert str(written) in out
    assert written.name.startswith("晨光里环境秩序一周集中整治工作方案.")
    assert "晨光里" in _read(written.read_bytes(), kind)


@pytest.mark.parametrize(
    ("layout", "labels"), [("standalone", 0), ("annex", 1), ("issued", 1), ("all", 6)]
)
def test_every_layout_has_its_annexes(
    layout: str, labels: int, call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "方案.docx"
    start = ("--start", "2026-12-01", "--layout", layout)
    assert call(*start, *_sets(examples), "-o", out)[0] == 0
    styles = [p.style.name for p in word.Document(str(out)).paragraphs]
    assert styles.count("附件标记") == labels


def test_values_come_from_a_file_and_single_ones_from_the_line(
    call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    lines = "\n".join(f'{name}: "{text}"' for name, text in examples.items())
    (tmp_path / "值.yml").write_text(lines, encoding="utf-8")
    values = ("--values", tmp_path / "值.yml", "--set", "小区=枫林=甲", "--start", "2027-01-04")
    assert call(*values, "--format", "txt", "-o", tmp_path / "出.txt")[0] == 0
    text = (tmp_path / "出.txt").read_text(encoding="utf-8")
    assert "枫林=甲" in text
    assert "2027年1月4日" in text


def test_open_blanks_need_consent_and_are_told_in_the_name(call: Any, tmp_path: Path) -> None:
    status, _, complaint = call("-o", tmp_path / "稿.docx")
    assert status == 1
    assert complaint.startswith("还没填：起始日、小区")
    assert "--allow-blanks" in complaint
    assert left_over(tmp_path) == []
    assert call("--allow-blanks", "-o", tmp_path / "稿.docx")[0] == 0
    assert call("--allow-blanks", "--start", "2026-12-01", "-o", tmp_path / "夹")[0] == 0
    assert left_over(tmp_path) == ["夹", "稿（未填完）.docx"]
    (inside,) = left_over(tmp_path / "夹")
    assert inside.endswith("（未填完）.docx")


def test_every_problem_is_told_at_once(call: Any, examples: dict[str, str], tmp_path: Path) -> None:
    wrong = {"楼栋数": "十八", "小曲": "甲", "组织方式": "成立指挥部", "任务数": "9"}
    values = _sets({**examples, **wrong, "户数": ""})
    status, _, complaint = call("--start", "2026-02-30", *values, "-o", tmp_path / "出.docx")
    assert status == 1
    for told in (
        "“起始日”：“2026-02-30”不是真实的日期",
        "“楼栋数”：“十八”不是整数",
        "“小曲”：这份方案没有这一项（是否想写“小区”？）",
        "“组织方式”：没有“成立指挥部”这个选项",
        "“任务数”：由程序计算",
        "还没填：户数",
    ):
        assert told in complaint
    assert len(complaint.splitlines()) == 6
    assert left_over(tmp_path) == []


def test_the_guard_reminds_and_does_not_refuse(
    call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    values = _sets({**examples, "居民诉求": "朝阳街道的垃圾没人清"})
    out = tmp_path / "出.docx"
    status, _, complaint = call("--start", "2026-12-01", *values, "-o", out)
    assert status == 0
    assert "提醒：“居民诉求”里出现“朝阳街道”" in complaint
    assert out.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "还缺：方案编号、-o/--out"),
        (["甲", "-o"], "-o/--out 后面要写一个值"),
        (["甲", "-o", "x", "--format", "pdf"], "--format 不能写“pdf”；可选：docx、xlsx"),
        (["甲", "-o", "x", "--nope"], "不认识的参数：--nope"),
        (["甲", "-o", "x", "--ba", "y"], "--ba 没写全，可能是：--batch、--batch-template"),
        (["no-such-plan", "-o", "x"], "没有“no-such-plan”这份方案"),
        (["residential-cleanup-wek", "-o", "x"], "是否想写“residential-cleanup-week”"),
        ([SLUG, "-o", "x", "--set", "没有等号"], "--set 写成 名称=内容"),
        ([SLUG, "-o", "x", "--values", "没有.yml"], "没有.yml"),
        ([SLUG, "-o", "x", "--batch", "没有.csv"], "没有.csv 读不了"),
        ([SLUG, "-o", "x", "--batch", "表.doc"], "不是 .csv 或 .xlsx"),
    ],
)
def test_a_wrong_call_is_answered_in_chinese_with_status_2(
    arguments: list[str], told: str, capsys: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments, ROOT) == 2
    complaint = capsys.readouterr().err
    assert told in complaint
    assert "Traceback" not in complaint
    assert left_over(tmp_path) == []


def test_what_argparse_may_say_is_translated() -> None:
    assert in_chinese("argument -h/--help: ignored explicit argument 'x'").startswith(
        "-h/--help 后"
    )
    assert in_chinese("something new") == "something new"


def test_help_is_chinese(capsys: Any) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"], ROOT)
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert "usage" not in said
    for option in ("--start", "--set", "--values", "--format", "--batch", "--allow-blanks"):
        assert option in said


@pytest.mark.parametrize("name", ["../../外", "CON", "甲:乙", "a" * 300, ".", "\u202e倒"])
def test_nothing_is_written_outside_the_folder(
    name: str, call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "里" / "面"
    values = _sets({**examples, "小区": name})
    assert call("--start", "2026-12-01", *values, "-o", folder)[0] == 0
    assert left_over(tmp_path) == ["里"]
    assert left_over(tmp_path / "里") == ["面"]
    (written,) = left_over(folder)
    assert len(written) <= 85
    assert not set(written) & set('\\/:*?"<>|')


def test_a_full_disk_leaves_nothing(
    call: Any, examples: dict[str, str], tmp_path: Path, monkeypatch: Any
) -> None:
    def full(*_: Any) -> bytes:
        raise OSError(28, "No space left on device", str(tmp_path))

    monkeypatch.setattr(Path, "replace", full)
    status, _, complaint = call(
        "--start", "2026-12-01", *_sets(examples), "-o", tmp_path / "出.docx"
    )
    assert status == 2
    assert "写不了或读不了" in complaint
    assert left_over(tmp_path) == []


def test_an_interruption_is_answered_without_a_traceback(capsys: Any, monkeypatch: Any) -> None:
    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_program", stop)
    assert main([SLUG, "-o", "x"], ROOT) == 2
    assert "已停下" in capsys.readouterr().err


def test_the_script_writes_the_same_bytes_in_any_run(
    examples: dict[str, str], tmp_path: Path
) -> None:
    written = []
    for zone, seed in (("Asia/Shanghai", "0"), ("America/New_York", "1")):
        out = tmp_path / f"{seed}.zip"
        command_line = [sys.executable, ROOT / "scripts" / "fill.py", SLUG, "--start", "2026-12-01"]
        done = subprocess.run(
            [*command_line, *_sets(examples), "--format", "set", "-o", out],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (0, f"已写出 {out}\n")
        written.append(out.read_bytes())
    assert written[0] == written[1]
