"""Reading YAML as strings, with the line and column of every key and value.

Scalars stay the strings a contributor typed: YAML 1.1 would turn ``12:00`` into
720, ``2026-11-20`` into a date and the key ``no`` into ``False``. Anchors,
aliases and tags are refused, so a file can neither explode nor call code.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml

from macros.rules.finding import Finding

Path = tuple[str | int, ...]
"""Where a value stands in a record, such as ``("tasks", 0, "lead")``."""

MAX_BYTES = 1_000_000
MAX_DEPTH = 30


@dataclass
class Source:
    """A file's values and where each of them, and each key, stands."""

    file: str
    data: Any = None
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def at(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of a value or key, else of its nearest parent."""
        marks = self.keys if key else self.values
        for end in range(len(path), 0, -1):
            if path[:end] in marks:
                return marks[path[:end]]
        return self.values.get((), (1, 1))

    def finding(self, code: str, path: Path, message: str, hint: str = "") -> Finding:
        """An error at the place of ``path``."""
        return Finding(self.file, *self.at(path), code, "error", message, hint)


class SourceError(Exception):
    """A file that cannot be read at all; carries the findings to show."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(finding.as_text() for finding in findings))
        self.findings = findings


def read_source(path: FilePath, name: str) -> Source:
    """Read one YAML file.

    Args:
        path: the file on disk.
        name: how messages call it, relative to the project.

    Returns:
        Its values, every scalar a string, with their positions.

    Raises:
        SourceError: with E001 or E002 findings, when the file is not plain YAML.
    """
    return parse_source(_read_text(path, name), name)


def parse_source(text: str, name: str) -> Source:
    """Parse YAML text; see :func:`read_source`."""
    source = Source(name)
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise SourceError(_syntax(name, text, error)) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SourceError(
            _e001(name, 1, 1, _plain(str(error)), "用 UTF-8 纯文本重新保存")
        ) from None
    if root is None:
        raise SourceError(_e001(name, 1, 1, "文件是空的", "照 CONTRIBUTING.md 的样例填写"))
    findings: list[Finding] = []
    source.data = _value(root, (), source, findings, set())
    if findings:
        raise SourceError(*findings)
    return source


def _read_text(path: FilePath, name: str) -> str:
    try:
        raw = path.read_bytes()
    except IsADirectoryError:
        raise SourceError(_e001(name, 1, 1, "这是一个文件夹，不是文件", "删去或改名")) from None
    except FileNotFoundError:
        raise SourceError(_e001(name, 1, 1, "文件不存在", "检查文件名，或删去失效的链接")) from None
    except OSError:
        raise SourceError(_e001(name, 1, 1, "文件读不了", "检查权限，或文件是否被占用")) from None
    if len(raw) > MAX_BYTES:
        raise SourceError(_e001(name, 1, 1, "文件超过 1 MB", "一份方案只写骨架，删去粘贴的内容"))
    if raw.startswith(b"\xef\xbb\xbf"):
        raise SourceError(_e001(name, 1, 1, "文件开头有 BOM 标记", "另存为“UTF-8 无 BOM”"))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise SourceError(
            _e001(name, line, 1, "不是 UTF-8 编码（可能是 GBK）", "用编辑器另存为 UTF-8")
        ) from None


def _syntax(name: str, text: str, error: yaml.MarkedYAMLError) -> Finding:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "\\t" in str(error.problem):
        return _e001(
            name, line, column, "行首用了制表符（Tab）", "YAML 用空格缩进，把 Tab 换成两个空格"
        )
    return _e001(
        name, line, column, _plain(error.problem or ""), "检查这一行的缩进、冒号、引号和括号"
    )


_PLAIN = {
    "mapping values are not allowed": "这里不能再出现冒号",
    "could not find expected ':'": "缺少冒号",
    "did not find expected": "括号、引号或缩进没有配对",
    "found unexpected end of stream": "引号没有合上",
    "found character that cannot start": "有不能作开头的字符（如 @、`、%）",
    "control characters are not allowed": "有看不见的控制字符",
    "expected a single document": "一个文件里只能有一份记录（多了 ---）",
    "found undefined alias": "不能用 * 引用",
    "found duplicate anchor": "不能用 & 锚点",
}


def _plain(problem: str) -> str:
    """The parser's English complaint in Chinese."""
    known = (text for start, text in _PLAIN.items() if start in problem)
    return "YAML 写法有误：" + next(known, "结构读不通")


def _e001(name: str, line: int, column: int, message: str, hint: str) -> Finding:
    return Finding(name, line, column, "E001", "error", message, hint)


def _value(
    node: yaml.Node, path: Path, source: Source, findings: list[Finding], seen: set[int]
) -> Any:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    source.values[path] = (line, column)
    complaint = _refused(node, path, seen)
    if complaint:
        findings.append(_e001(source.file, line, column, *complaint))
        return None
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(child, (*path, i), source, findings, seen) for i, child in enumerate(node.value)
        ]
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(node, path, source, findings, seen))
    return node.value


def _refused(node: yaml.Node, path: Path, seen: set[int]) -> tuple[str, str] | None:
    if id(node) in seen:
        return "不能用 & 和 * 重复引用", "把内容写完整，不用锚点和别名"
    if len(path) > MAX_DEPTH:
        return "嵌套太深", "记录最多几层，检查括号"
    if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
        return f"不能用标签“{node.tag}”", "删去 ! 开头的标签"
    return None


def _pairs(
    node: yaml.MappingNode, path: Path, source: Source, findings: list[Finding], seen: set[int]
) -> Iterator[tuple[str, Any]]:
    for key_node, value_node in node.value:
        line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
        if not isinstance(key_node, yaml.ScalarNode):
            findings.append(_e001(source.file, line, column, "键要写成一个词", "检查括号和冒号"))
            continue
        at = (*path, key_node.value)
        if at in source.keys:
            first = source.keys[at][0]
            findings.append(
                Finding(
                    source.file,
                    line,
                    column,
                    "E002",
                    "error",
                    f"键“{key_node.value}”重复",
                    f"前一次在第 {first} 行，合并或改名",
                )  # fmt: skip
            )
            continue
        source.keys[at] = (line, column)
        yield key_node.value, _value(value_node, at, source, findings, seen)
