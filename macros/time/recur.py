"""When a recurring duty falls due, and which of its days holidays move.

A rule for Monday to Friday means working days: holidays drop out and the weekend
days worked in exchange come in. Other days that are off move by ``roll``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil.rrule import rrule, rrulestr

from macros.time.calendar import WorkCalendar
from macros.time.evaluate import Resolved
from macros.time.rules import WORKDAYS, parts

_STEPS = {"prev": -1, "next": 1}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The days of a recurring duty.

    Attributes:
        days: when it falls due, in order.
        dropped: days of the bare rule that are not among them (an iCalendar ``EXDATE``).
        added: days that are not of the bare rule (an iCalendar ``RDATE``).
    """

    days: tuple[date, ...]
    dropped: tuple[date, ...]
    added: tuple[date, ...]


def occurrences(
    resolved: Resolved, when: Mapping[str, Any], calendar: WorkCalendar, limit: int
) -> list[date]:
    """The days on which a recurring time falls due; see :func:`recurrence`."""
    return list(recurrence(resolved, when, calendar, limit).days)


def recurrence(
    resolved: Resolved, when: Mapping[str, Any], calendar: WorkCalendar, limit: int
) -> Recurrence:
    """Compute the days of a recurring time.

    Args:
        resolved: its first and last day.
        when: the compiled time, whose rule passes :func:`macros.time.rules.check_rrule`.
        calendar: working days.
        limit: how many days of the bare rule to consider at most.

    Returns:
        Its days, all within the first and last day; none while the first is not known.
    """
    if resolved.start is None or "r" not in when:
        return Recurrence((), (), ())
    bare = list(islice(_bare(when["r"], resolved.start, resolved.end), limit))
    bounds = (resolved.start, resolved.end or date.max)
    if _means_workdays(when["r"]):
        reached = resolved.end if resolved.end and len(bare) < limit else max(bare, default=None)
        days = set(_workdays(when["r"], resolved.start, reached, calendar))
    else:
        days = {_rolled(day, when.get("roll", ""), bounds, calendar) for day in bare}
    return Recurrence(
        tuple(sorted(days)), tuple(sorted(set(bare) - days)), tuple(sorted(days - set(bare)))
    )


def _bare(rule: str, start: date, end: date | None) -> Iterator[date]:
    found = rrulestr(rule, dtstart=datetime.combine(start, time()))
    if isinstance(found, rrule) and end:
        found = found.replace(until=datetime.combine(end, time()))
    return (moment.date() for moment in found)


def _means_workdays(rule: str) -> bool:
    found = parts(rule)
    return set(found.get("BYDAY", ())) == set(WORKDAYS) and "INTERVAL" not in found


def _workdays(rule: str, start: date, end: date | None, calendar: WorkCalendar) -> Iterator[date]:
    months = {int(month) for month in parts(rule).get("BYMONTH", range(1, 13))}
    for number in range((end - start).days + 1 if end else 0):
        day = start + timedelta(days=number)
        if day.month in months and calendar.is_workday(day):
            yield day


def _rolled(day: date, roll: str, bounds: tuple[date, date], calendar: WorkCalendar) -> date:
    """The working day that stands in for a day off: never outside the bounds.

    Where the wanted direction leads out of the bounds, the other one is taken.
    """
    if roll not in _STEPS or calendar.is_workday(day):
        return day
    for step in (_STEPS[roll], -_STEPS[roll]):
        moved = calendar.add_workdays(day, step)
        if bounds[0] <= moved <= bounds[1]:
            return moved
    return day
