"""Dates and periods in words, and two of them joined into a span.

The wording modules use nothing but lists, tables and string joins, so that a page's
script can say the same; no locale decides anything.
"""

from typing import NamedTuple

from macros.time.points import XUN

DIGITS = ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九")


class Pinned(NamedTuple):
    """A day or period of the calendar; ``year`` is empty where it need not be said."""

    year: str
    precision: str
    month: int
    day: int


class Spoken(NamedTuple):
    """A point in the words that its place asks for.

    Attributes:
        kind: two ends of one kind are joined by a dash, others by 至.
        opening: at the beginning of a span: 年初.
        plain: by itself: 全年.
        ending: at the end of a span: 年底.
        due: as a deadline: 年底前.
    """

    kind: str
    opening: str
    plain: str
    ending: str
    due: str


Moment = Pinned | Spoken


def spoken(moment: Moment) -> Spoken:
    """The words of a moment."""
    if isinstance(moment, Spoken):
        return moment
    year, precision, month, day = moment
    if precision == "year":
        name = year or "年"
        return Spoken("year", f"{name}初", year or "全年", f"{name}底", f"{name}底前")
    plain = (
        year
        + {
            "day": f"{month}月{day}日",
            "xun": f"{month}月{XUN[min((day - 1) // 10, 2)]}",
            "month": f"{month}月",
            "quarter": f"第{DIGITS[(month + 2) // 3]}季度",
        }[precision]
    )
    ending = plain + {"month": "底", "quarter": "末"}.get(precision, "")
    return Spoken(precision, plain, plain, ending, f"{ending}前")


def span(start: Moment, end: Moment) -> str:
    """Two moments joined: 12月1日—12月7日, 4—6月, 3月28日至年底."""
    if not (isinstance(start, Pinned) and isinstance(end, Pinned)):
        return _joined(spoken(start), spoken(end))
    if end.precision == "day":
        start = start._replace(precision="day")
    if start.year != end.year or spoken(start).plain == spoken(end).plain:
        return _joined(spoken(start), spoken(end))
    end = end._replace(year="")
    if start.precision == end.precision == "month":
        return f"{start.year}{start.month}—{end.month}月"
    return _joined(spoken(start), spoken(end))


def _joined(start: Spoken, end: Spoken) -> str:
    if start.kind == end.kind and start.plain == end.plain:
        return start.plain
    if start.kind != end.kind or start.kind == "year":
        return f"{start.opening}至{end.ending}"
    return f"{start.plain}—{end.plain}"
