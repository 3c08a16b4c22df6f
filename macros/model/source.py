"""Reading YAML as strings, with the line and column of every key and value.

Scalars stay the strings a contributor typed: YAML 1.1 would turn ``12:00`` into
720, ``2026-11-20`` into a date and the key ``no`` into ``False``. Anchors,
aliases and tags are refused, so a file can neither explode nor call code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml

from macros.model.finding import Finding, Severity
from macros.model.syntax import syntax_error, too_deep
from macros.model.textfile import SourceError, read_text, unusable

Path = tuple[str | int, ...]
"""Where a value stands in a record, such as ``("tasks", 0, "lead")``."""

MAX_DEPTH = 30
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_TAGS = "tag:yaml.org,2002:"

_WIDE = "[\u2014\u2018-\u201d\u2026\u3000-\u9fff\uff00-\uffef]"
_FOLD = re.compile(f"(?<={_WIDE}) +(?={_WIDE})")
"""The space YAML puts where a folded line broke between two full-width characters."""


@dataclass
class Source:
    """A file's values and where each of them, and each key, stands."""

    file: str
    data: Any = None
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def at(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of a value or key, else of its nearest parent."""
        if key and path in self.keys:
            return self.keys[path]
        for end in range(len(path), 0, -1):
            if path[:end] in self.values:
                return self.values[path[:end]]
        return self.values.get((), (1, 1))

    def finding(  # noqa: PLR0913 - a finding has this many parts
        self,
        code: str,
        path: Path,
        message: str,
        hint: str = "",
        *,
        key: bool = False,
        severity: Severity = "error",
    ) -> Finding:
        """A finding at the place of ``path``, or of its key."""
        return Finding(self.file, *self.at(path, key=key), code, severity, message, hint)


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
    return parse_source(read_text(path, name), name)


def parse_source(text: str, name: str) -> Source:
    """Parse YAML text; see :func:`read_source`."""
    deep = too_deep(name, text)
    if deep:
        raise deep
    try:
        root = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise syntax_error(name, text, error) from None
    if root is None:
        raise unusable(name, 1, 1, "文件是空的", "照 CONTRIBUTING.md 的样例填写")
    source = Source(name)
    reader = _Reader(source)
    source.data = reader.value(root, ())
    if reader.findings:
        raise SourceError(*reader.findings)
    return source


def _unfolded(node: yaml.ScalarNode) -> str:
    """The text of a scalar; a line break between 汉字 is no space, as it is in Chinese."""
    text: str = node.value
    if node.start_mark.line == node.end_mark.line:
        return text
    return _FOLD.sub("", text)


class _Loader(yaml.CBaseLoader):
    """Composes nodes without looking for their types: every scalar is a string here."""

    def resolve(self, kind: Any, _value: Any, _implicit: Any) -> str:
        """The tag of a node that has none of its own."""
        return _OWN[kind]

    def descend_resolver(self, *_: Any) -> None:
        """Nothing: types do not depend on places."""

    def ascend_resolver(self) -> None:
        """Nothing, as above."""


_KINDS = (yaml.ScalarNode, yaml.SequenceNode, yaml.MappingNode)
_OWN: dict[Any, str] = {kind: _TAGS + str(kind.id) for kind in _KINDS}
_ORDINARY = frozenset(_OWN.values())


def _forbidden(tag: str) -> bool:
    return not tag.startswith(_TAGS) or "python" in tag


class _Reader:
    """Turns nodes into values, noting positions and what has to be refused."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> Any:
        mark = node.start_mark
        self.source.values[path] = (mark.line + 1, mark.column + 1)
        if self._refused(node, path):
            return None
        if isinstance(node, yaml.ScalarNode):
            return "" if not node.style and node.value in _NULLS else _unfolded(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, i)) for i, child in enumerate(node.value)]
        return dict(self._pairs(node, path))

    def _refused(self, node: yaml.Node, path: Path) -> bool:
        if id(node) in self.seen:
            self._refuse(node, "不能用 & 和 * 重复引用", "把内容写完整，不用锚点和别名")
        elif len(path) > MAX_DEPTH:
            self._refuse(node, "嵌套太深", "记录最多几层，检查括号")
        elif node.tag not in _ORDINARY and _forbidden(node.tag):
            self._refuse(node, "不能用 ! 开头的标签", "删去标签，直接写内容")
        else:
            self.seen.add(id(node))
            return False
        return True

    def _refuse(self, node: yaml.Node, message: str, hint: str, code: str = "E001") -> None:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        finding = Finding(self.source.file, line, column, code, "error", message, hint)
        self.findings.append(finding)

    def _pairs(self, node: yaml.Node, path: Path) -> Iterator[tuple[str, Any]]:
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._refuse(key, "键要写成一个词", "含【】或括号的键加引号；检查括号和冒号")
                continue
            at = (*path, key.value)
            if self._refused(key, path):
                continue
            if at in self.source.keys:
                first = self.source.keys[at][0]
                hint = f"前一次在第 {first} 行，合并或改名"
                self._refuse(key, f"键“{key.value}”重复", hint, "E002")
                continue
            self.source.keys[at] = (key.start_mark.line + 1, key.start_mark.column + 1)
            yield key.value, self.value(value, at)
