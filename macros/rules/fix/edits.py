"""Changes to a file's text at exact places: whatever is not changed stays byte for byte."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import yaml

from macros.model.source import Path


class Edit(NamedTuple):
    """One change: which characters (from, to) become what, and how it is told."""

    start: int
    end: int
    text: str
    note: str


class Place(NamedTuple):
    """A node of the file and where it stands in the record."""

    path: Path
    node: Any


def places(text: str) -> tuple[Place, ...]:
    """All values of a YAML text with their nodes, parents before children.

    Args:
        text: YAML that :func:`macros.model.source.parse_source` has accepted.
    """
    root: Any = yaml.compose(text, Loader=yaml.CBaseLoader)
    return tuple(_below((), root))


def _below(path: Path, node: yaml.Node) -> Iterator[Place]:
    yield Place(path, node)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _below((*path, key.value), value)
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            yield from _below((*path, at), value)


def raw(text: str, node: yaml.Node) -> str:
    """A node as it is typed."""
    return text[node.start_mark.index : node.end_mark.index]


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in order; of those that overlap only the first."""
    chosen: list[Edit] = []
    for edit in sorted(edits):
        if not chosen or edit.start >= chosen[-1].end:
            chosen.append(edit)
    return chosen


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made that stand apart from each other and in order."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])
