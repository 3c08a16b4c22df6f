"""What a checker may look at: one plan with all registers, or all files at once."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Any

from macros.model.draft import Draft
from macros.model.library import Library
from macros.model.load import LoadResult
from macros.model.plan import Plan
from macros.model.source import Path
from macros.rules.faults import Fault, faults
from macros.rules.timetable import Timetable
from macros.time.calendar import WorkCalendar

UNPRINTED = frozenset(
    {"corrections", "notices", "hints", "aliases", "changelog", "vars", "collect", "id"}
    | {"schema", "version", "updated"}
)
"""Parts that speak about a plan and are not printed in it."""

Placed = tuple[Path, str]


class Book:
    """Texts one after another, to be searched in one go."""

    def __init__(self, texts: tuple[Placed, ...]) -> None:
        self.texts = texts
        self.whole = _BETWEEN.join(text for _, text in texts)
        lengths = (len(text) + len(_BETWEEN) for _, text in texts)
        self.starts = list(accumulate(lengths, initial=0))

    def lines_with(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The numbers of the texts a pattern may be found in, each once."""
        if pattern.pattern == re.escape(pattern.pattern) and pattern.pattern not in self.whole:
            return  # plain words are found faster by looking for them as they are
        after = 0
        for found in pattern.finditer(self.whole):
            first = bisect_right(self.starts, found.start()) - 1
            last = bisect_right(self.starts, max(found.start(), found.end() - 1))
            yield from range(max(after, first), min(last, len(self.texts)))
            after = max(after, last)


_BETWEEN = "\n\0\n"
"""Ends a line, and is part of no word or space that a pattern looks for."""


@dataclass(frozen=True)
class Project:
    """All files, and the day on which they are checked."""

    loaded: LoadResult
    today: date

    @property
    def library(self) -> Library:
        """The records as far as they could be read."""
        return self.loaded.partial

    @cached_property
    def calendar(self) -> WorkCalendar:
        """Working days."""
        return WorkCalendar(self.library.calendars)


@dataclass(frozen=True)
class Case:
    """One plan under examination."""

    draft: Draft[Plan]
    project: Project

    @property
    def plan(self) -> Plan:
        """The plan, with empty values where it is broken."""
        return self.draft.record

    @property
    def library(self) -> Library:
        """The registers and the other plans."""
        return self.project.library

    def sound(self, *names: str) -> bool:
        """Whether no part of this name (``"phases", "id"``) was lost in reading.

        What is missing from a part that could not be read is nobody's mistake; rules
        about absence ask here first.
        """
        return not any(names[: len(lost)] == lost for lost in self._lost)

    @cached_property
    def _lost(self) -> set[tuple[str, ...]]:
        broken = self.draft.broken
        return {tuple(part for part in path if isinstance(part, str)) for path in broken}

    @cached_property
    def timetable(self) -> Timetable:
        """The plan's times for the start dates worth trying."""
        return Timetable(self.draft, self.project.calendar)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What goes wrong with the plan's times for some of those start dates."""
        return faults(self.timetable)

    @cached_property
    def texts(self) -> tuple[Placed, ...]:
        """Every string of the record as typed, and its place."""
        return tuple(one for one in _strings(self.draft.source.data, ()) if one[0])

    @cached_property
    def printed(self) -> tuple[Placed, ...]:
        """The strings that reach a document."""
        return tuple(one for one in self.texts if UNPRINTED.isdisjoint(one[0]))

    def search(
        self, pattern: re.Pattern[str], *, everywhere: bool = False
    ) -> Iterator[tuple[Path, str, re.Match[str]]]:
        """The texts in which a pattern is found, each with its first match.

        All texts are tried at once first, each on a line of its own, for one search is
        far quicker than a thousand. A pattern that uses ``^`` or ``$`` is therefore
        compiled with ``re.MULTILINE``.

        Args:
            pattern: what to look for.
            everywhere: look at all texts, not only at those that reach a document.
        """
        book = self._book if everywhere else self._printed_book
        for number in book.lines_with(pattern):
            path, text = book.texts[number]
            if found := pattern.search(text):
                yield path, text, found

    @cached_property
    def _book(self) -> Book:
        return Book(self.texts)

    @cached_property
    def _printed_book(self) -> Book:
        return Book(self.printed)


def _strings(value: Any, path: Path) -> list[Placed]:
    if isinstance(value, str):
        return [(path, value)]
    parts: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    return [one for key, part in parts for one in _strings(part, (*path, key))]
