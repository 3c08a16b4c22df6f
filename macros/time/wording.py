"""Compiled times in words, as a plan prints them after “完成时限：”."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from macros.time.evaluate import Precision, Resolved
from macros.time.fold import first
from macros.time.frequency import frequency
from macros.time.offsets import UNITS, is_length, lasting, offset
from macros.time.points import parse_duration
from macros.time.spoken import Moment, Pinned, span, spoken

WhenAst = Mapping[str, Any]

_LENGTHS = {**UNITS, "D": "日"}


def absolute(when: WhenAst, resolved: Resolved, base_year: int) -> str:
    """Say a time in dates.

    Args:
        when: the compiled time.
        resolved: its dates; while they are not complete, the wording is relative.
        base_year: the year that need not be said, normally that of the start date.
    """
    if not resolved.complete:
        return relative(when)
    days = (resolved.start if "s" in when else None, resolved.end if "e" in when else None)
    year_said = any(day and day.year != base_year for day in days)
    start = _dated(days[0], resolved.start_precision, year_said=year_said)
    end = _dated(days[1], resolved.end_precision, year_said=year_said)
    return _say(when, start, end, span(start, end) if start and end else "")


def relative(when: WhenAst) -> str:
    """Say a time before the start date is chosen: 第1天—第3天, 启动次月底前."""
    begin, finish = when.get("s"), when.get("e")
    start = offset(begin) if begin else None
    end = offset(finish) if finish and finish != [".."] else None
    both = span(start, end) if start and end else ""
    if begin and finish and is_length(finish) and finish[1] == first(begin):
        both = lasting(finish).plain
    return _say(when, start, end, both)


def duration(text: str) -> str:
    """Say a length of time: 7日, 2周, 5个工作日.

    Raises:
        PointError: when the text is no length of time.
    """
    number, unit = parse_duration(text)
    return f"{number}{_LENGTHS[unit]}"


def _dated(day: date | None, precision: Precision, *, year_said: bool) -> Moment | None:
    if day is None:
        return None
    return Pinned(f"{day.year}年" if year_said else "", precision, day.month, day.day)


def _say(when: WhenAst, start: Moment | None, end: Moment | None, both: str) -> str:
    if "show" in when:
        return str(when["show"])
    if when["k"] == "trigger":
        return _triggered(when)
    bounds = both or _bounded(when, start, end)
    if when["k"] != "recurring":
        return bounds
    often = frequency(when["r"], when.get("by", ""))
    return f"{bounds}，{often}" if bounds else often


def _bounded(when: WhenAst, start: Moment | None, end: Moment | None) -> str:
    """A time with one end only."""
    if end:
        return spoken(end).due
    lasting = "长期坚持" if when.get("e") == [".."] and when["k"] == "open" else ""
    return f"{spoken(start).opening}起{lasting}" if start else lasting


def _triggered(when: WhenAst) -> str:
    # “发现后”and“发现时”already say what the limit counts from
    event = re.sub("[后时]$", "", when["on"])
    if "in" not in when:
        return f"{event}后及时办理"
    number, unit = when["in"]
    return f"{event}后{number}{_LENGTHS[unit]}内"
