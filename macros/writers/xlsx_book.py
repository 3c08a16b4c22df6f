"""What the sheets of one workbook share: its wording, its named cells, its dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from macros.fill.derive import Filling
from macros.fill.settle import spans
from macros.time.wording import relative
from macros.writers.cell import Cell, Style, empty, text
from macros.writers.formula import guarded
from macros.writers.text import plain

EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's calendar, as it counts from March 1900 on."""

OPEN = "长期"
"""Stands where an end without a date would be."""

OCCASIONAL = ("recurring", "trigger")
"""Kinds of times that are no stretch of days: they have a sheet of their own."""


@dataclass(frozen=True)
class Steady(Filling):
    """A filling that says times from the start (第1天): moving the start leaves them true."""

    def words(self, when: Any) -> str:
        """A compiled time in words that name no date."""
        return relative(when)


@dataclass(frozen=True)
class Book:
    """One plan's workbook in the making."""

    filling: Filling

    @cached_property
    def steady(self) -> Steady:
        """The filling whose words do not depend on the start date."""
        filling = self.filling
        return Steady(filling.program, filling.values, filling.calendar)

    @cached_property
    def dates(self) -> Mapping[str, str]:
        """The date blanks that times count from, each with its cell's name."""
        program = self.filling.program
        records = [program["span"], *(r["when"] for r in program["phases"] + program["tasks"])]
        used = {name for when in records for name in _variables(list(when.values()))}
        ordered = (entry["name"] for entry in program["vars"] if entry["name"] in used)
        return {name: f"日期{i}" for i, name in enumerate(ordered, 1)}

    @cached_property
    def staged(self) -> list[Mapping[str, Any]]:
        """The tasks that have their days."""
        return [task for task in self.filling.tasks if task["when"]["k"] not in OCCASIONAL]

    @cached_property
    def occasional(self) -> list[Mapping[str, Any]]:
        """The tasks that recur or wait for something to happen."""
        return [task for task in self.filling.tasks if task["when"]["k"] in OCCASIONAL]

    def words(self, runs: Any) -> str:
        """Runs as text."""
        return plain(spans(self.steady, runs))

    def bounds(self, when: Mapping[str, Any]) -> tuple[Cell, Cell]:
        """The first and last day of a compiled time, as live formulas."""
        around = when.get("b", (None, None))
        known = self.filling.resolved(when)
        begin, finish = when.get("s", around[0]), when.get("e", around[1])
        if finish == [".."] or (when["k"] == "open" and not finish):
            return self._point(begin, known.start, end=False), text(OPEN, Style.CENTRED)
        return (
            self._point(begin, known.start, end=False),
            self._point(finish, known.end, end=True),
        )

    def _point(self, point: Any, known: date | None, *, end: bool) -> Cell:
        if not point:
            return empty(Style.DATE)
        return Cell(
            "f", guarded(point, self.dates, end=end), Style.DATE, serial(known) if known else ""
        )


def serial(day: date) -> str:
    """A day as Excel counts it."""
    return str((day - EPOCH).days)


def typed(day: date | None, style: Style) -> Cell:
    """A cell for a date that people type."""
    return Cell("n", serial(day), style) if day else empty(style)


def _variables(node: list[Any]) -> Iterator[str]:
    if node[:1] == ["var"]:
        yield node[1]
    for part in node:
        if isinstance(part, list):
            yield from _variables(part)
