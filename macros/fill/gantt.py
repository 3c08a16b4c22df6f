"""The timeline as figures: rows of bars on one axis, in percent of its width.

Before a start date is known the bars stand where a sample start would put
them, and the words stay relative.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from macros.fill.derive import Filling
from macros.time.calendar import WorkCalendar
from macros.time.evaluate import Resolved
from macros.time.recur import occurrences

DAY = timedelta(days=1)
OPEN_TAIL = 30
"""Days drawn after the last known day when a plan has no end."""
SHADED = 93
"""Longest axis, in days, on which single days off are shaded."""
MARKS = 60
"""Most occurrences of a recurring duty drawn one by one."""


@dataclass(frozen=True)
class Box:
    """A stretch of the axis: left edge and width in percent."""

    x: float
    width: float


@dataclass(frozen=True)
class Row:
    """One line of the timeline.

    Attributes:
        kind: ``phase`` or ``task``.
        shape: ``bar``, ``open`` (no end), ``marks`` (recurring) or ``none``.
        boxes: what is drawn.
        record: the compiled phase or task.
    """

    kind: str
    shape: str
    boxes: tuple[Box, ...]
    record: Mapping[str, Any]


@dataclass(frozen=True)
class Tick:
    """A label on the axis and where it stands, in percent."""

    x: float
    label: str


@dataclass(frozen=True)
class Chart:
    """The whole timeline; ``first`` and ``last`` are the axis' days, both drawn."""

    first: date
    last: date
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    off: tuple[Box, ...]
    dated: bool

    def at(self, day: date) -> float:
        """Where a day begins, in percent of the axis."""
        return self._hundredths(day) / 100

    def box(self, first: date, last: date) -> Box:
        """The stretch from one day to another, both drawn, cut at the axis' ends."""
        left = self._hundredths(max(first, self.first))
        right = self._hundredths(min(last, self.last) + DAY)
        return Box(left / 100, max(right - left, 0) / 100)

    def _hundredths(self, day: date) -> int:
        """Hundredths of a percent, rounded half up in whole numbers: alike in every host."""
        days = (self.last - self.first).days + 1
        return ((day - self.first).days * 20000 + days) // (2 * days)


def chart(filling: Filling) -> Chart:
    """Lay a filling's phases and tasks out on one axis.

    Args:
        filling: the plan and the values; without a start a sample start is used.

    Returns:
        Bars, ticks and days off.
    """
    dated = filling.values.start is not None
    drawn = filling if dated else _sampled(filling)
    records = [("phase", phase) for phase in drawn.program["phases"]]
    records += [("task", task) for task in drawn.tasks]
    known = [drawn.resolved(record["when"]) for _, record in records]
    span = drawn.resolved(drawn.program["span"])
    first, last = _bounds([span, *known], drawn.values.start or date.min)
    empty = Chart(first, last, (), (), (), dated)
    rows = tuple(
        _row(empty, drawn, kind, rec, res) for (kind, rec), res in zip(records, known, strict=True)
    )
    ticks = tuple(_ticks(empty, relative=not dated and not filling.program["months"]))
    return replace(empty, rows=rows, ticks=ticks, off=tuple(_off(empty, drawn.calendar)))


def _sampled(filling: Filling) -> Filling:
    month = min(filling.program["months"] or [3])
    return replace(filling, values=replace(filling.values, start=date(2027, month, 1)))


def _bounds(known: list[Resolved], start: date) -> tuple[date, date]:
    days = [day for item in known for day in (item.start, item.end) if day]
    open_end = any(item.kind == "open" and item.end is None for item in known)
    first, last = min([start, *days]), max([start, *days])
    return first, last + (OPEN_TAIL * DAY if open_end else 0 * DAY)


def _row(axis: Chart, filling: Filling, kind: str, record: Any, known: Resolved) -> Row:
    if known.kind == "recurring":
        return Row(kind, "marks", _marks(axis, filling, record["when"], known), record)
    if known.kind in {"trigger", "show"} or not (known.start or known.end):
        return Row(kind, "none", (), record)
    first = known.start or filling.values.start or axis.first
    shape = "open" if known.end is None else "bar"
    return Row(kind, shape, (axis.box(first, known.end or axis.last),), record)


def _marks(axis: Chart, filling: Filling, when: Any, known: Resolved) -> tuple[Box, ...]:
    bounded = replace(known, start=known.start or axis.first, end=known.end or axis.last)
    days = occurrences(bounded, when, filling.calendar, MARKS + 1)
    if len(days) > MARKS:
        return (axis.box(bounded.start or axis.first, bounded.end or axis.last),)
    return tuple(axis.box(day, day) for day in days)


def _off(axis: Chart, calendar: WorkCalendar) -> Iterator[Box]:
    days = (axis.last - axis.first).days + 1
    if not axis.dated or days > SHADED:
        return
    for i in range(days):
        day = axis.first + i * DAY
        if not calendar.is_workday(day):
            yield axis.box(day, day)


def _ticks(axis: Chart, *, relative: bool) -> Iterator[Tick]:
    days = (axis.last - axis.first).days + 1
    if days > SHADED:
        yield from _months(axis, relative=relative)
        return
    step = 1 if days <= 10 else 7
    for i in range(0, days, step):
        day = axis.first + i * DAY
        nth = f"第{i + 1}天" if step == 1 else f"第{i // 7 + 1}周"
        yield Tick(axis.at(day), nth if relative else f"{day.month}/{day.day}")


def _months(axis: Chart, *, relative: bool) -> Iterator[Tick]:
    day, count = axis.first, 1
    months = (axis.last.year - axis.first.year) * 12 + axis.last.month - axis.first.month + 1
    step = 1 if months <= 12 else 3
    while day <= axis.last:
        if (count - 1) % step == 0:
            yield Tick(axis.at(day), f"第{count}月" if relative else f"{day.month}月")
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        count += 1
