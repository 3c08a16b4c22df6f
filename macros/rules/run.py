"""Running all checks over all records, or over some of them."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from macros.model.finding import Finding
from macros.model.load import LoadResult, called, load_library, yaml_files
from macros.rules import (  # noqa: F401 - they register their checkers
    blanks,
    coverage,
    law,
    references,
    renames,
    sums,
    timing,
    wording,
    words,
)
from macros.rules.case import Project
from macros.rules.catalogue import RULES, catalogue
from macros.rules.parallel import examined
from macros.rules.registry import project_findings


class NoSuchPathError(Exception):
    """A path given on the command line that does not exist."""


def validate(root: Path, paths: Sequence[Path] = ()) -> list[Finding]:
    """Check the records of a project.

    Args:
        root: the project's directory; all of its registers are read in any case.
        paths: files or folders to look at; all of ``data/`` when empty. A file outside
            ``data/`` is checked as a plan, with this project's registers.

    Returns:
        The findings about those files, in the order of files and lines.

    Raises:
        NoSuchPathError: for a path that does not exist.
    """
    wanted = [one for path in paths for one in _files(path)]
    outside = [one for one in wanted if not _is_in(one, root / "data")]
    with _uncollected():
        result = load_library(root, tuple(outside))
        _, wrong = catalogue(root) if (root / RULES).exists() else ({}, ())
        findings = sorted({*result.findings, *wrong, *check(result)})
    if not paths:
        return findings
    names = {called(one, root) for one in wanted}
    return [one for one in findings if one.file in names]


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage meanwhile.

    Records are all kept; looking through them again and again took a third of the time of
    a thousand of them.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def check(result: LoadResult, today: date | None = None) -> Iterator[Finding]:
    """What the rules find in loaded records.

    Args:
        result: the records as far as they could be read.
        today: the day of the check (policies expire); the present day when left out.

    Yields:
        Findings, file by file.
    """
    project = Project(result, today or datetime.now(tz=UTC).date())
    yield from examined(project)
    yield from project_findings(project)


def plan_files(root: Path, paths: Sequence[Path] = ()) -> list[Path]:
    """The plans among some files and folders; all of ``data/plans`` when none is named.

    Raises:
        NoSuchPathError: for a path that does not exist.
    """
    folder = root / "data" / "plans"
    found = [one for path in paths or (folder,) for one in _files(path)]
    return [one for one in found if _is_in(one, folder) or not _is_in(one, root / "data")]


def _files(path: Path) -> list[Path]:
    if path.is_dir() and path.suffix not in {".yml", ".yaml"}:
        below = [one for one in sorted(path.iterdir()) if one.is_dir()]
        return yaml_files(path) + [file for folder in below for file in _files(folder)]
    if not path.exists() and not path.is_symlink():
        raise NoSuchPathError(f"没有“{path}”这个文件或文件夹")
    return [path]


def _is_in(path: Path, folder: Path) -> bool:
    return path.absolute().is_relative_to(folder.absolute())
