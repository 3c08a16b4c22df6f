"""Points in words while the start date is not chosen: 第5天, 启动次月底, 【某日】后30天."""

from collections.abc import Callable, Mapping

from macros.time.points import Ast
from macros.time.spoken import DIGITS, Moment, Pinned, Spoken, spoken

_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Y": 12}
UNITS = {"D": "天", "W": "周", "M": "个月", "Y": "年", "WD": "个工作日"}

# period: (this one, counted, its first day, its last, what moves it, how much by one)
_PERIODS: Mapping[str, tuple[str, str, str, str, Mapping[str, int], int]] = {
    "week": ("周", "周", "周一", "周日", _DAYS, 7),
    "xun": ("旬", "旬", "", "末", {}, 1),
    "month": ("月", "个月", "", "底", _MONTHS, 1),
    "quarter": ("季度", "个季度", "", "末", _MONTHS, 3),
    "year": ("年", "年", "", "底", _MONTHS, 12),
}
_YEARS = ("", "次年")


def offset(point: Ast) -> Moment:
    """The words of a point, counted from the start date or another one."""
    days = _linear(point, _DAYS)
    if days is not None:
        return _nth_day(days)
    months = _linear(point, _MONTHS)
    if months is not None and months > 0:
        text = f"满{months // 12}年" if months % 12 == 0 else f"满{months}个月"
        return _same("months", text)
    return _WORDS[point[0]](point)


def is_length(point: Ast) -> bool:
    """Whether a point ends a length of time whose days cannot be counted out in advance."""
    return bool(point[0] == "for") and _linear(point, _DAYS) is None


def lasting(point: Ast) -> Spoken:
    """A length of time from its start: 第14天起5个月."""
    text = f"{spoken(offset(point[1])).opening}起{point[2]}{UNITS[point[3]]}"
    return Spoken("lasting", text, text, f"{text}期满", f"{text}内")


def _linear(point: Ast, units: Mapping[str, int]) -> int | None:
    """How many units after the start date a point is; None when it is not counted so."""
    if point[0] == "T":
        return 0
    if point[0] not in {"add", "for"} or point[3] not in units:
        return None
    base = _linear(point[1], units)
    if base is None:
        return None
    # the last of n days is the n-1st after the first; n months end on the eve, and are full
    inclusive = point[0] == "for" and units is _DAYS
    return base + int(point[2]) * units[point[3]] - inclusive


def _same(kind: str, text: str, due: str = "") -> Spoken:
    return Spoken(kind, text, text, text, due or f"{text}前")


def _nth_day(days: int) -> Spoken:
    if days < 0:
        return _same("before", f"启动前{-days}天", f"不晚于启动前{-days}天")
    return _same("days", f"第{days + 1}天", "" if days else "启动当天")


def _base(point: Ast) -> str:
    return "启动" if point[0] == "T" else spoken(offset(point)).plain


def _pinned(point: Ast) -> Pinned:
    years = point[1]
    year = _YEARS[years] if years < len(_YEARS) else f"第{_count(years + 1)}年"
    if point[0] == "xun":
        return Pinned(year, "xun", point[2], 10 * point[3])
    month, day = (*point[2:], 1, 1)[:2]
    return Pinned(year, ("year", "month", "day")[len(point) - 2], month, day)


def _count(number: int) -> str:
    return DIGITS[number] if number < len(DIGITS) else str(number)


def _variable(point: Ast) -> Spoken:
    return _same("variable", f"【{point[1]}】")


def _added(point: Ast) -> Spoken:
    inner, number, unit = point[1], point[2], UNITS[point[3]]
    if inner[0] == "add" and inner[3] == point[3]:  # two months and one more are three
        inner, number = inner[1], inner[2] + number
    base = _base(inner)
    nth = "第" if point[3] == "WD" else ""
    if number < 0:
        text = f"{base}前{nth}{-number}{unit}"
        return _same("offset", text, f"不晚于{text}")
    return _same("offset", f"{base}后{nth}{number}{unit}", f"{base}后{number}{unit}内")


def _period(point: Ast) -> Spoken:
    short, counted, begin, finish, units, size = _PERIODS[point[1]]
    base, moved = point[2], 0
    if base[0] == "add" and base[3] in units and base[2] * units[base[3]] % size == 0:
        base, moved = base[1], base[2] * units[base[3]] // size
    text = _base(base) + _nth_period(moved, short, counted)
    return Spoken(point[1], text + begin, text, text + finish, f"{text}{finish}前")


def _nth_period(number: int, short: str, counted: str) -> str:
    if number in {0, 1}:
        return ("当", "次")[number] + short
    return f"后第{number}{counted}" if number > 0 else f"前第{-number}{counted}"


def _first(point: Ast) -> Spoken:
    return _same("offset", f"{spoken(offset(point[1])).plain}第一天")


def _last(point: Ast) -> Spoken:
    return _same("offset", spoken(offset(point[1])).ending)


_WORDS: Mapping[str, Callable[[Ast], Moment]] = {
    "Y": _pinned,
    "xun": _pinned,
    "var": _variable,
    "add": _added,
    "for": lasting,
    "per": _period,
    "first": _first,
    "last": _last,
}
