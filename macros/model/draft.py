"""One file's record with what is known of its mistakes."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from macros.model.finding import Finding
from macros.model.messages import complaints
from macros.model.salvage import salvage
from macros.model.source import Path, Source

R = TypeVar("R")


@dataclass(frozen=True)
class Draft(Generic[R]):
    """A record as far as it could be read.

    ``record`` has an empty value at each path of ``broken``; at each of ``at_odds`` the
    parts are right but do not go together. ``findings`` say what is wrong. A draft without
    findings holds exactly what the file says.
    """

    source: Source
    record: R
    broken: frozenset[Path] = frozenset()
    at_odds: frozenset[Path] = frozenset()
    findings: tuple[Finding, ...] = field(default=(), repr=False)

    def is_whole(self, path: Path) -> bool:
        """Whether nothing was wrong at this place, around it or inside it."""
        wrong = self.broken | self.at_odds
        return not self.is_broken(path) and not any(one[: len(path)] == path for one in wrong)

    def is_broken(self, path: Path) -> bool:
        """Whether a mistake at this place, or around it, has been reported already."""
        return any(path[:end] in self.broken for end in range(len(path) + 1))


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def draft(annotation: Any, source: Source) -> Draft[Any]:
    """Build a record from a file's values.

    Args:
        annotation: the type wanted (``Plan``, ``dict[str, Unit]`` …).
        source: the values and their places.

    Returns:
        The record, or what could be saved of it with one E101 finding per mistake.
    """
    try:
        return Draft(source, _adapter(annotation).validate_python(source.data))
    except ValidationError as error:
        said = complaints(annotation, source.data, error.errors(include_url=False))
    findings = tuple(
        source.finding("E101", one.path, one.message, one.hint, key=one.key)
        for one in said
        if not one.silent
    )
    broken = frozenset(one.path for one in said if not one.own)
    at_odds = frozenset(one.path for one in said if one.own)
    return Draft(source, salvage(annotation, source.data), broken, at_odds, findings)
