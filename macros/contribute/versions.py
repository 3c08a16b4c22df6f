"""A changed record raises its version, so that an older export can be told from a newer."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.contribute.history import files_at
from macros.model.finding import Finding
from macros.model.load import called, yaml_files
from macros.model.source import Source, parse_source
from macros.model.textfile import SourceError, read_text

PLANS = "data/plans"


def unraised(root: Path, commit: str) -> list[Finding]:
    """Records that say something else than at a commit and have kept their version.

    A change of layout, comments or key order says nothing else.

    Args:
        root: the project's directory.
        commit: what to compare the files with.

    Returns:
        One finding for each such record, at its version.
    """
    before = files_at(root, commit, PLANS)
    return [one for path in yaml_files(root / PLANS) for one in _of(path, root, before)]


def _of(path: Path, root: Path, before: Mapping[str, str]) -> Iterator[Finding]:
    name = called(path, root)
    old, new = _read(before.get(name, ""), name), _read(_text(path, name), name)
    if old is None or new is None or old.data == new.data:
        return
    was, now = _version(old.data), _version(new.data)
    if now <= was:
        major, minor = was
        message = f"内容改了，版本还是 {new.data.get('version')}（原来是 {major}.{minor}）"
        hint = (
            f'version 改成 "{major}.{minor + 1}"，updated 写今天，changelog 最前面加一行说改了什么'
        )
        yield new.finding("版本", ("version",), message, hint)


def _text(path: Path, name: str) -> str:
    try:
        return read_text(path, name)
    except SourceError:
        return ""


def _read(text: str, name: str) -> Source | None:
    """A record's source; none for a file that is new or cannot be read (the checks say so)."""
    try:
        source = parse_source(text, name)
    except SourceError:
        return None
    return source if isinstance(source.data, dict) else None


def _version(data: Mapping[str, Any]) -> tuple[int, int]:
    major, _, minor = str(data.get("version", "")).partition(".")
    return (int(major), int(minor)) if major.isdigit() and minor.isdigit() else (0, 0)
