"""Fixing files: each kind of fix in turn, and never a file that cannot be read."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from macros.model.draft import draft
from macros.model.library import Library
from macros.model.load import called
from macros.model.plan import Plan
from macros.model.source import parse_source
from macros.model.textfile import SourceError, read_text
from macros.rules.fix.aliases import aliases
from macros.rules.fix.edits import Edit, apart, applied, places
from macros.rules.fix.order import order
from macros.rules.fix.prose import prose

Find = Callable[[str], Iterator[Edit]]

_TRAILING = re.compile(r"[ \t]+(?=\r?$)", re.MULTILINE)
_ROUNDS = 40
"""More than a record has levels."""


class Fixed(NamedTuple):
    """A file's text after fixing, and what was changed: line and words."""

    text: str
    notes: tuple[tuple[int, str], ...]


def fixed(text: str, name: str, library: Library) -> Fixed:
    """Apply every safe fix to a plan.

    Args:
        text: the plan's YAML.
        name: how messages call the file.
        library: the registers.

    Returns:
        The text, the same when there is nothing to fix or it is not readable YAML.
    """
    notes: list[tuple[int, str]] = []
    try:
        for find in (prose, partial(_aliases, name, library), order, trailing):
            text = _until_settled(text, name, find, notes)
    except SourceError:
        return Fixed(text, ())
    return Fixed(text, tuple(notes))


def _aliases(name: str, library: Library, text: str) -> Iterator[Edit]:
    return aliases(text, draft(Plan, parse_source(text, name)), library)


def trailing(text: str) -> Iterator[Edit]:
    """No spaces at the end of a line (but in a ``|`` block, where they are content)."""
    blocks = [
        (node.start_mark.index, node.end_mark.index) for _, node in places(text)
        if isinstance(node, yaml.ScalarNode) and node.style == "|"
    ]  # fmt: skip
    for found in _TRAILING.finditer(text):
        if not any(start <= found.start() < end for start, end in blocks):
            yield Edit(*found.span(), "", "删去行末空格")


def _until_settled(text: str, name: str, find: Find, notes: list[tuple[int, str]]) -> str:
    """Repeat a fix until it finds nothing more; edits inside each other take several rounds."""
    before = parse_source(text, name).data
    for _ in range(_ROUNDS):
        edits = apart(find(text))
        changed = applied(text, edits)
        if changed == text or not _keeps(before, changed, name, layout=find in _LAYOUT):
            break
        notes += [(text.count("\n", 0, edit.start) + 1, edit.note) for edit in edits]
        text = changed
    return text


_LAYOUT = (order, trailing)
"""Fixes after which a record must say exactly what it said before."""


def _keeps(before: Any, text: str, name: str, *, layout: bool) -> bool:
    """Whether a changed text can still be read and, if only its layout changed, says the same."""
    try:
        after = parse_source(text, name).data
    except SourceError:
        return False
    return not layout or bool(after == before)


def fix_file(path: Path, root: Path, library: Library) -> Iterator[str]:
    """Fix one plan's file in place.

    Args:
        path: the file.
        root: the project's directory.
        library: the registers.

    Yields:
        One line for each change. A file that cannot be read is left alone; the check that
        follows says why.
    """
    name = called(path, root)
    try:
        before = read_text(path, name)
    except SourceError:
        return
    after, notes = fixed(before, name, library)
    if after != before:
        path.write_bytes(after.encode("utf-8"))
    yield from (f"{name}:{line}: {note}" for line, note in notes)
