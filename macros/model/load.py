"""Loading ``data/``: every plan and register, and a finding for all that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.model.draft import Draft, draft
from macros.model.finding import Finding
from macros.model.library import Library
from macros.model.outline import Outlines
from macros.model.plan import Plan
from macros.model.registers import Calendar, Phrase, Policy, Term, Unit
from macros.model.salvage import empty
from macros.model.source import read_source
from macros.model.textfile import SourceError

REGISTERS: Mapping[str, Any] = {
    "units": dict[str, Unit],
    "policies": dict[str, Policy],
    "glossary": dict[str, Term],
    "phrases": tuple[Phrase, ...],
    "outlines": Outlines,
}
"""The files beside the plans, ``data/<name>.yml``, and what each holds."""


@dataclass(frozen=True)
class LoadResult:
    """What was read.

    ``library`` is ``None`` when anything is wrong; ``partial`` holds what could be saved,
    for the rules to look at; ``plans``, ``registers`` and ``calendars`` know the places.
    """

    library: Library | None
    findings: tuple[Finding, ...]
    partial: Library
    plans: tuple[Draft[Plan], ...]
    registers: Mapping[str, Draft[Any]]
    calendars: tuple[Draft[Calendar], ...]


class _Loader:
    """Reads files one after another and gathers what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []

    def one(self, path: Path, annotation: Any) -> Draft[Any] | None:
        try:
            read = draft(annotation, read_source(path, called(path, self.root)))
        except SourceError as error:
            self.findings += error.findings
            return None
        self.findings += read.findings
        return read

    def many(self, paths: list[Path], annotation: Any) -> tuple[Draft[Any], ...]:
        read = (self.one(path, annotation) for path in paths)
        return tuple(one for one in read if one is not None)


def load_library(root: Path, extra: tuple[Path, ...] = ()) -> LoadResult:
    """Read all records below ``root/data``.

    Args:
        root: the project's directory.
        extra: plan files that stand elsewhere, read as if they were in ``data/plans``.

    Returns:
        The library, or ``None`` with the findings that say why; never raises for bad input.
    """
    loader, data = _Loader(root), root / "data"
    plans = loader.many([*yaml_files(data / "plans"), *extra], Plan)
    calendars = loader.many(yaml_files(data / "calendar"), Calendar)
    read = {name: loader.one(data / f"{name}.yml", kind) for name, kind in REGISTERS.items()}
    registers = {name: one for name, one in read.items() if one is not None}
    partial = _library(plans, registers, calendars)
    findings = tuple(sorted(loader.findings))
    return LoadResult(None if findings else partial, findings, partial, plans, registers, calendars)


def yaml_files(folder: Path) -> list[Path]:
    """The entries of a folder named ``*.yml``, sorted; hidden ones and a missing folder: none."""
    try:
        return sorted(path for path in folder.iterdir() if _is_record(path))
    except OSError:
        return []


def _is_record(path: Path) -> bool:
    return path.suffix in {".yml", ".yaml"} and not path.name.startswith(".")


def called(path: Path, root: Path) -> str:
    """A file's name in messages: relative to the project where it lies in it."""
    absolute = path.absolute()
    inside = absolute.is_relative_to(root.absolute())
    return (absolute.relative_to(root.absolute()) if inside else path).as_posix()


def _library(
    plans: tuple[Draft[Plan], ...],
    registers: Mapping[str, Draft[Any]],
    calendars: tuple[Draft[Calendar], ...],
) -> Library:
    def record(name: str, otherwise: Any) -> Any:
        return registers[name].record if name in registers else otherwise

    return Library(
        plans={one.record.id: one.record for one in sorted(plans, key=_by_number)},
        units=record("units", {}),
        policies=record("policies", {}),
        terms=record("glossary", {}),
        calendars={one.record.year: one.record for one in calendars if not one.findings},
        phrases=record("phrases", ()),
        outlines=record("outlines", empty(Outlines)),
    )


def _by_number(one: Draft[Plan]) -> tuple[int, str]:
    return one.record.number, one.source.file
