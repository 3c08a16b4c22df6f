"""Recurrence rules in words: 每周五12:00前, 每季度末, 每个工作日."""

from macros.time.rules import WEEKDAYS, WORKDAYS, Parts, parts
from macros.time.spoken import DIGITS

_NAMES = dict(zip(WEEKDAYS, "一二三四五六日", strict=True))
_UNITS = {"DAILY": "日", "WEEKLY": "周", "MONTHLY": "个月", "YEARLY": "年"}
_LAST = "最后一天"

_ENDS = {(3, 6, 9, 12): "每季度末", (6, 12): "每半年末", (12,): "每年年底"}
_QUARTERLY = {
    (1, 4, 7, 10): "每季度第一个月",
    (2, 5, 8, 11): "每季度第二个月",
    (3, 6, 9, 12): "每季度第三个月",
}


def frequency(rule: str, by: str = "") -> str:
    """Say how often, and when, a recurring duty is due.

    Args:
        rule: a recurrence rule without problems; see :func:`macros.time.rules.check_rrule`.
        by: by what time of that day, such as ``12:00`` or ``下班前``.
    """
    found = parts(rule)
    kind, interval = found["FREQ"][0], found.get("INTERVAL", ("1",))[0]
    before = f"{by.removesuffix('前')}前" if by else ""
    if interval != "1":
        return _spaced(found, kind, interval, before)
    said = _by_week(found) if kind in {"DAILY", "WEEKLY"} else _by_month(found)
    return said + before


def _spaced(found: Parts, kind: str, interval: str, before: str) -> str:
    """每2周一次（周五12:00前）."""
    months = _month_list(_months(found))
    day = _weekdays(found) if kind in {"DAILY", "WEEKLY"} else _days(found)
    if kind == "YEARLY":
        months, day = "", months + day
    which = ("当月" if kind == "MONTHLY" else "") + day + before
    return f"{months}每{interval}{_UNITS[kind]}一次" + (f"（{which}）" if which else "")


def _by_week(found: Parts) -> str:
    every = {0: "日", 7: "日"}
    days = set(found.get("BYDAY", ()))
    said = "个工作日" if days == set(WORKDAYS) else every.get(len(days), _weekdays(found))
    return f"{_month_list(_months(found))}每{said}"


def _by_month(found: Parts) -> str:
    months, days = _months(found), _days(found)
    if len(months) in {0, 12}:
        return f"每月{days}"
    if days == _LAST and months in _ENDS:
        return _ENDS[months]
    if months in _QUARTERLY:
        return _QUARTERLY[months] + days
    if len(months) == 1:
        return f"每年{months[0]}月" + ("底" if days == _LAST else days)
    return f"每年{_month_list(months)}的{days}"


def _months(found: Parts) -> tuple[int, ...]:
    return tuple(sorted(int(month) for month in found.get("BYMONTH", ())))


def _month_list(months: tuple[int, ...]) -> str:
    """6—8月 or 3月、9月."""
    if len(months) > 2 and months[-1] - months[0] == len(months) - 1:
        return f"{months[0]}—{months[-1]}月"
    return "、".join(f"{month}月" for month in months)


def _weekdays(found: Parts) -> str:
    days = sorted(found.get("BYDAY", ()), key=WEEKDAYS.index)
    return "、".join(f"周{_NAMES[day]}" for day in days)


def _days(found: Parts) -> str:
    """Days of a month: 5日、最后一天, or 第一个周一."""
    numbers = sorted((int(day) for day in found.get("BYMONTHDAY", ())), key=lambda n: (n < 0, n))
    named = [_nth_weekday(day) for day in found.get("BYDAY", ())]
    return "、".join([_nth_day(number) for number in numbers] + named)


def _nth_day(number: int) -> str:
    if number > 0:
        return f"{number}日"
    return _LAST if number == -1 else f"倒数第{-number}天"


def _nth_weekday(day: str) -> str:
    which = "最后一" if day[:-2] == "-1" else f"第{DIGITS[int(day[:-2])]}"
    return f"{which}个周{_NAMES[day[-2:]]}"
