"""时间轴总览: every plan on one axis, counted from its own first day.

Plans take a week or years. So that both can be read, the axis has six cells
of one width: the first week, the rest of the first month, quarter, half-year,
year, and what is longer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from macros.fill.derive import Filling
from macros.fill.gantt import Box, Tick
from macros.fill.values import Values
from macros.site.catalogue import Entry
from macros.site.facts import sample_start

CELLS = (
    (7, "一周内"), (30, "一月内"), (91, "一季内"), (182, "半年内"), (365, "一年内"), (1095, "更长"),
)  # fmt: skip
"""Where each cell of the axis ends, in days from the plan's first day, and its label."""

STEP = 100 / len(CELLS)
"""The width of a cell, in percent of the axis."""


@dataclass(frozen=True)
class Lane:
    """One plan on the common axis.

    Attributes:
        entry: the plan.
        kind: ``phase`` when the boxes are its phases, ``task`` when one box is its span.
        boxes: what is drawn.
        open: whether the plan has no end.
    """

    entry: Entry
    kind: str
    boxes: tuple[Box, ...]
    open: bool

    @property
    def shape(self) -> str:
        """``open`` for a plan without phases and end, else ``bar``."""
        return "open" if self.open and self.kind == "task" else "bar"


def at(days: int) -> float:
    """Where a day stands on the axis.

    Args:
        days: days since the plan's first day; what lies before it stands at its edge.

    Returns:
        Percent of the axis' width.
    """
    before = 0
    for i, (end, _) in enumerate(CELLS):
        if days <= end:
            return round((i + max(days - before, 0) / (end - before)) * STEP, 2)
        before = end
    return 100.0


def ticks() -> list[Tick]:
    """The label of each cell at its left edge."""
    return [Tick(round(i * STEP, 2), label) for i, (_, label) in enumerate(CELLS)]


def lane(entry: Entry) -> Lane:
    """Lay a plan on the axis, as if it began on a sample day it allows."""
    start = sample_start(entry)
    filling = replace(entry.blank, values=Values(start=start))
    whole = filling.resolved(entry.program["span"])
    last = None if entry.plan.span.end == ".." else whole.end
    phases = tuple(_phases(filling, start, last))
    boxes = phases or (_box(start, start, last),)
    return Lane(entry, "phase" if phases else "task", boxes, last is None)


def _phases(filling: Filling, start: date, last: date | None) -> Iterator[Box]:
    for phase in filling.program["phases"]:
        known: Any = filling.resolved(phase["when"])
        yield _box(start, known.start or start, known.end or last)


def _box(start: date, first: date, last: date | None) -> Box:
    left = at((first - start).days)
    right = 100.0 if last is None else at((last - start + timedelta(days=1)).days)
    return Box(left, round(max(right - left, 0.4), 2))
