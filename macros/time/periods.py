"""Arithmetic of days, months and the periods that hold a day."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from macros.time.calendar import WorkCalendar

_DAYS: Mapping[str, int] = {"D": 1, "W": 7}
_MONTHS: Mapping[str, int] = {"M": 1, "Y": 12}
_SIZES: Mapping[str, int] = {"month": 1, "quarter": 3, "year": 12}


def add(day: date, number: int, unit: str, calendar: WorkCalendar) -> date:
    """A day moved by a length of time, in ``D``, ``W``, ``M``, ``Y`` or ``WD``.

    Months and years keep the day of the month, or stop at the month's last day
    (民法典第二百零二条: 没有对应日的，月末日为期间的最后一日).
    """
    if unit == "WD":
        return calendar.add_workdays(day, number)
    if unit in _DAYS:
        return day + timedelta(days=number * _DAYS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + number * _MONTHS[unit], 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period(name: str, day: date) -> tuple[date, date]:
    """The first and last day of the week (from Monday), xun, month, quarter or year of a day."""
    if name == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if name == "xun":
        return _xun(day)
    size = _SIZES[name]
    begin = (day.month - 1) // size * size + 1
    return date(day.year, begin, 1), _month_end(day.year, begin + size - 1)


def _xun(day: date) -> tuple[date, date]:
    """Ten days; the third 旬 ends with the month."""
    if day.day > 20:
        return day.replace(day=21), _month_end(day.year, day.month)
    begin = 1 if day.day <= 10 else 11
    return day.replace(day=begin), day.replace(day=begin + 9)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
