"""Compiled times turned into dates, once the start date is known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from macros.time.calendar import WorkCalendar
from macros.time.periods import add, period
from macros.time.points import Ast

Precision = Literal["day", "xun", "month", "quarter", "year"]
Days = tuple[date, date]
"""The first and last day of a point; the same day twice unless it is a period."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A time in dates.

    Attributes:
        kind: the compiled time's ``k``.
        start: its first day; None when it has none or when it is not known yet.
        end: its last day; None when it has none, is open or is not known yet.
        start_precision: how precisely the start was given.
        end_precision: how precisely the end was given.
        complete: whether every date that its wording needs is known.
    """

    kind: str
    start: date | None
    end: date | None
    start_precision: Precision
    end_precision: Precision
    complete: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """What points are evaluated against: the start date, other dates, the calendar."""

    start: date | None
    dates: Mapping[str, date]
    calendar: WorkCalendar


def resolve(
    when: Mapping[str, Any],
    start: date | None,
    dates: Mapping[str, date],
    calendar: WorkCalendar,
) -> Resolved:
    """Compute the dates of a compiled time.

    Args:
        when: a compiled time; see :mod:`macros.time.compile`.
        start: the day T on which the plan starts; None while it is not chosen.
        dates: the date variables that are known, by name.
        calendar: working days.

    Returns:
        Its first and last day, both inclusive. A recurrence or trigger without its
        own bounds has those of its phase or plan.
    """
    clock = Clock(start, dates, calendar)
    bounds = when.get("b", (None, None))
    begin, end = when.get("s", bounds[0]), when.get("e", bounds[1])
    first, last = days_of(begin, clock), days_of(end, clock)
    return Resolved(
        kind=when["k"],
        start=first and first[0],
        end=last and last[1],
        start_precision=precision(begin),
        end_precision=precision(end),
        complete=("s" not in when or bool(first))
        and ("e" not in when or end == [".."] or bool(last)),
    )


def precision(point: Ast | None) -> Precision:
    """How precisely a point is given; a week counts as days, for no one names weeks."""
    if not point:
        return "day"
    if point[0] == "Y" and len(point) < 4:
        return "month" if len(point) == 3 else "year"
    if point[0] == "per" and point[1] != "week":
        found: Precision = point[1]
        return found
    return "xun" if point[0] == "xun" else "day"


def days_of(point: Ast | None, clock: Clock) -> Days | None:
    """The first and last day of a point; None while not known, and for the open end."""
    return _RULES[point[0]](point, clock) if point else None


def _start(_point: Ast, clock: Clock) -> Days | None:
    return (clock.start, clock.start) if clock.start else None


def _variable(point: Ast, clock: Clock) -> Days | None:
    day = clock.dates.get(point[1])
    return (day, day) if day else None


def _open(_point: Ast, _clock: Clock) -> Days | None:
    return None


def _pinned(point: Ast, clock: Clock) -> Days | None:
    if clock.start is None:
        return None
    year, *rest = point[1:]
    month, day = (*rest, 1, 1)[:2]
    pinned = date(clock.start.year + year, month, day)
    return (pinned, pinned) if len(rest) == 2 else period("month" if rest else "year", pinned)


def _ten_days(point: Ast, clock: Clock) -> Days | None:
    if clock.start is None:
        return None
    return period("xun", date(clock.start.year + point[1], point[2], 10 * point[3] - 9))


def _added(point: Ast, clock: Clock) -> Days | None:
    base = days_of(point[1], clock)
    if base is None:
        return None
    day = add(base[0], point[2], point[3], clock.calendar)
    return day, day


def _lasting(point: Ast, clock: Clock) -> Days | None:
    """The last of so many days, the first one included."""
    base = days_of(point[1], clock)
    if base is None:
        return None
    eve = timedelta(days=1)
    if point[3] == "WD":
        day = clock.calendar.add_workdays(base[0] - eve, point[2])
    else:
        day = add(base[0], point[2], point[3], clock.calendar) - eve
    return day, day


def _period(point: Ast, clock: Clock) -> Days | None:
    base = days_of(point[2], clock)
    return period(point[1], base[0]) if base else None


def _first(point: Ast, clock: Clock) -> Days | None:
    days = days_of(point[1], clock)
    return (days[0], days[0]) if days else None


def _last(point: Ast, clock: Clock) -> Days | None:
    days = days_of(point[1], clock)
    return (days[1], days[1]) if days else None


_RULES: Mapping[str, Callable[[Ast, Clock], Days | None]] = {
    "T": _start,
    "Y": _pinned,
    "xun": _ten_days,
    "var": _variable,
    "add": _added,
    "for": _lasting,
    "per": _period,
    "first": _first,
    "last": _last,
    "..": _open,
}
