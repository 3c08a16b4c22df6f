"""Exact rewrites of points: the same day for every start date, but easier to say.

The day after April is May 1, the day after month(T+P1M) begins month(T+P2M).
Phases are chained with these, so that a chain reads “5—9月” and not “the day
after the end of …”. Each rewrite holds for all dates; a test says so.
"""

from calendar import monthrange
from datetime import date, timedelta

from macros.time.points import Ast, is_day

_WEEK = 7
_COMMON_YEAR = 2001
_NEXT = {"week": (1, "W"), "month": (1, "M"), "quarter": (3, "M"), "year": (1, "Y")}


def first(point: Ast) -> Ast:
    """The first day of a point."""
    if is_day(point):
        return point
    if point[0] == "Y":
        return [*point, *[1, 1][: 4 - len(point)]]
    if point[0] == "xun":
        return ["Y", point[1], point[2], 10 * point[3] - 9]
    return ["first", point]


def last(point: Ast) -> Ast:
    """The last day of a point; February keeps its period, since leap years move its end."""
    if is_day(point) or point[0] == "per":
        return point if is_day(point) else ["last", point]
    year, month = point[1], point[2] if len(point) > 2 else 12
    if point[0] == "xun" and point[3] < 3:
        return ["Y", year, month, 10 * point[3]]
    return ["last", point] if month == 2 else ["Y", year, month, monthrange(_COMMON_YEAR, month)[1]]


def shift(point: Ast, number: int, unit: str) -> Ast:
    """A day moved by a length of time; days and weeks add up to one step of days."""
    if unit == "W":
        number, unit = _WEEK * number, "D"
    if unit == "D" and point[0] == "add" and point[3] in {"D", "W"}:
        before = point[2] * (_WEEK if point[3] == "W" else 1)
        point, number = point[1], before + number
    return ["add", point, number, unit] if number else point


def day_after(end: Ast) -> Ast:
    """What begins on the day after a point: a period after a period, else a day."""
    if end[0] == "per" and end[1] in _NEXT:
        return ["per", end[1], _later(end[2], *_NEXT[end[1]])]
    if end[0] == "for" and end[3] != "WD":
        return shift(end[1], end[2], end[3])
    if end[0] in {"Y", "xun"} and end[2:] != [2, 28]:  # only February's end moves
        return _after_pinned(end)
    return shift(last(end), 1, "D")


def _after_pinned(end: Ast) -> Ast:
    if len(end) == 2:
        return ["Y", end[1] + 1]
    if len(end) == 3:
        return _month(end[1], end[2] + 1)
    if end[0] == "xun":
        return [*end[:3], end[3] + 1] if end[3] < 3 else ["xun", *_month(end[1], end[2] + 1)[1:], 1]
    day = date(_COMMON_YEAR + end[1], end[2], end[3]) + timedelta(days=1)
    return ["Y", day.year - _COMMON_YEAR, day.month, day.day]


def _later(point: Ast, number: int, unit: str) -> Ast:
    # Inside a period months may be added up: clamping never changes the month reached.
    if point[0] == "add" and point[3] == unit:
        point, number = point[1], point[2] + number
    return ["add", point, number, unit] if number else point


def _month(year: int, month: int) -> Ast:
    return ["Y", year + month // 13, (month - 1) % 12 + 1]
