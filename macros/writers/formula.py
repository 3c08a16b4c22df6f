"""Compiled points as Excel formulas over the start date, so that moving it moves the plan.

``T+P3D`` is ``起始日+3``, month ends are ``EOMONTH``, pinned days ``DATE``. Excel's
``WORKDAY`` cannot know 调休上班, so working days are looked up in a sheet that lists them.
"""

from collections.abc import Callable, Mapping
from typing import Any

START = "起始日"
"""The name of the cell that holds the start date."""

WORKDAYS = "工作日"
"""The name of the range that lists the working days."""

BEYOND = "超出工作日表"
"""What a cell says when the working days it needs are not listed."""

Ast = list[Any]
Dates = Mapping[str, str]
"""The names of the cells that hold date variables, by variable."""


def formula(point: Ast, dates: Dates, *, end: bool) -> str:
    """The first or last day of a point as a formula without ``=``.

    Args:
        point: a compiled point; see :mod:`macros.time.points`.
        dates: cells of the date variables.
        end: whether its last day is asked for.
    """
    return _RULES[point[0]](point, dates, end)


def guarded(point: Ast, dates: Dates, *, end: bool) -> str:
    """The same, empty while a date it counts from is missing."""
    cells = sorted(_cells(point, dates))
    found = formula(point, dates, end=end)
    if uses_workdays(point):
        found = f'IFERROR({found},"{BEYOND}")'
    return f'IF(COUNT({",".join(cells)})={len(cells)},{found},"")'


def uses_workdays(node: Any) -> bool:
    """Whether a compiled value anywhere counts working days."""
    if isinstance(node, dict):
        return any(uses_workdays(value) for value in node.values())
    if not isinstance(node, list):
        return False
    counted = len(node) == 4 and node[0] in ("add", "for") and node[3] == "WD"
    return counted or any(uses_workdays(value) for value in node)


def _cells(point: Ast, dates: Dates) -> set[str]:
    if point[0] == "var":
        return {dates[point[1]]}
    inner = [part for part in point if isinstance(part, list)]
    return set().union(*(_cells(part, dates) for part in inner)) if inner else {START}


def _year(point: Ast) -> str:
    return f"YEAR({START})+{point[1]}" if point[1] else f"YEAR({START})"


def _pinned(point: Ast, _: Dates, end: bool) -> str:  # noqa: FBT001
    year, rest = _year(point), point[2:]
    if not rest:
        return f"DATE({year},12,31)" if end else f"DATE({year},1,1)"
    if len(rest) == 1:
        return f"DATE({year},{rest[0] + 1},0)" if end else f"DATE({year},{rest[0]},1)"
    return f"DATE({year},{rest[0]},{rest[1]})"


def _xun(point: Ast, _: Dates, end: bool) -> str:  # noqa: FBT001
    _, _, month, third = point
    if end and third == 3:
        return f"DATE({_year(point)},{month + 1},0)"
    return f"DATE({_year(point)},{month},{10 * third if end else 10 * third - 9})"


def _added(point: Ast, dates: Dates, _: bool) -> str:  # noqa: FBT001
    base = formula(point[1], dates, end=False)
    number, unit = point[2], point[3]
    if unit == "WD":
        return _workday(base, number)
    if unit in {"D", "W"}:
        return f"{base}{number * (7 if unit == 'W' else 1):+d}"
    return f"EDATE({base},{number * (12 if unit == 'Y' else 1)})"


def _lasting(point: Ast, dates: Dates, _: bool) -> str:  # noqa: FBT001
    """The last of so many days, the first one counted."""
    base = formula(point[1], dates, end=False)
    if point[3] == "WD":
        return _workday(f"{base}-1", point[2])
    return f"{_added(point, dates, False)}-1"  # noqa: FBT003


def _workday(base: str, number: int) -> str:
    if not number:
        return base
    place = f"{base},{WORKDAYS},1)+{number}" if number > 0 else f"{base}-1,{WORKDAYS},1)+1{number}"
    return f"IF({base}>MAX({WORKDAYS}),NA(),INDEX({WORKDAYS},MATCH({place}))"


def _period(point: Ast, dates: Dates, end: bool) -> str:  # noqa: FBT001
    day = formula(point[2], dates, end=False)
    return _PERIODS[point[1]](day, end)


def _week(day: str, end: bool) -> str:  # noqa: FBT001
    monday = f"{day}-WEEKDAY({day},3)"
    return f"{monday}+6" if end else monday


def _ten_days(day: str, end: bool) -> str:  # noqa: FBT001
    if end:
        return f"IF(DAY({day})>20,EOMONTH({day},0),{day}-DAY({day})+IF(DAY({day})>10,20,10))"
    return f"{day}-DAY({day})+IF(DAY({day})>20,21,IF(DAY({day})>10,11,1))"


def _months(size: int) -> Callable[[str, bool], str]:
    def period(day: str, end: bool) -> str:  # noqa: FBT001
        month = f"{size}*INT((MONTH({day})-1)/{size})"
        return (
            f"DATE(YEAR({day}),{month}+{size + 1},0)" if end else f"DATE(YEAR({day}),{month}+1,1)"
        )

    return period


_PERIODS: Mapping[str, Callable[[str, bool], str]] = {
    "week": _week,
    "xun": _ten_days,
    "month": _months(1),
    "quarter": _months(3),
    "year": _months(12),
}

_RULES: Mapping[str, Callable[[Ast, Dates, bool], str]] = {
    "T": lambda _point, _dates, _end: START,
    "Y": _pinned,
    "xun": _xun,
    "var": lambda point, dates, _end: dates[point[1]],
    "add": _added,
    "for": _lasting,
    "per": _period,
    "first": lambda point, dates, _end: formula(point[1], dates, end=False),
    "last": lambda point, dates, _end: formula(point[1], dates, end=True),
}
