"""Points in time as contributors write them, parsed into nested JSON lists.

``T`` · ``Y[+n][-MM[-DD]]`` · ``Y-09-上旬`` · ``【变量】`` · ``阶段.start|end`` ·
``week|xun|month|quarter|year(点)`` · ``点±P3D|W|M|Y`` · ``点±3WD`` · ``..`` (open end,
ISO 8601-2). ``Y`` is the year of ``T``. A point may be less precise than a day (``Y``,
``Y-04``, ``Y-09-上旬``, ``month(…)``): as a start it is its first day, as an end its last.
"""

import re
from datetime import date
from typing import Any

Ast = list[Any]
"""A point, such as ``["add", ["T"], 3, "D"]``: an operator and its arguments."""

Point = Ast

XUN = ("上旬", "中旬", "下旬")
MAX_LENGTH = 60

_EXAMPLES = "如 T、T+P3D、T+3WD、Y-12-30、Y+1-04、Y-09-上旬、month(T+P1M)、【某日】、a.end+P1D"

# A digit or W after a number means that it belongs to a shift: Y-12WD is twelve days back.
_ATOM = re.compile(
    r"""(?P<t>T)
    | (?P<per>week|xun|month|quarter|year)\(
    | (?P<y>Y)(?:\+(?P<year>\d)(?![\dW]))?
      (?:-(?P<month>\d\d)(?![\dW])(?:-(?P<day>\d\d(?![\dW])|[上中下]旬))?)?
    | 【(?P<var>[^【】]+)】
    | (?P<phase>[a-z][a-z0-9-]*)\.(?P<edge>start|end)""",
    re.VERBOSE,
)
_SHIFT = re.compile(r"(?P<sign>[+-])(?:P(?P<n>\d{1,3})(?P<unit>[DWMY])|(?P<wd>\d{1,3})WD)")
_DURATION = re.compile(r"P(?P<n>\d{1,3})(?P<unit>[DWMY])|(?P<wd>\d{1,3})WD")


class PointError(ValueError):
    """A point that cannot be understood: what is wrong, and the way out.

    Attributes:
        hint: how to write it instead.
        field: which field of the ``When`` it stands in; empty when unknown.
    """

    def __init__(self, message: str, hint: str, field: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        self.field = field


def parse_point(text: str) -> Point:
    """Parse one point in time.

    Args:
        text: a point, such as ``T+P3D``.

    Returns:
        Its AST; phases are still references (``["phase", "a", "end"]``).

    Raises:
        PointError: when the text is no point; with a Chinese message and hint.
    """
    if text == "..":
        return [".."]
    if len(text) > MAX_LENGTH:
        raise PointError(f"时间“{text[:20]}…”太长", _EXAMPLES)
    ast, end = _point(text, 0)
    if end < len(text):
        raise PointError(f"时间“{text}”从“{text[end:]}”起读不懂", _EXAMPLES)
    return ast


def parse_duration(text: str) -> tuple[int, str]:
    """Parse a length of time, such as ``P7D`` or ``5WD``, into a number and a unit.

    Raises:
        PointError: when it is none, is zero, or has more than three digits.
    """
    match = _DURATION.fullmatch(text)
    number, unit = _length(match) if match else (0, "")
    if not number:
        raise PointError(
            f"时长“{text}”不对", "写 1 到 999 的数，如 P7D、P2W、P1M、P1Y；工作日写 5WD"
        )
    return number, unit


def is_day(ast: Point) -> bool:
    """Whether a point is a single day, not a month or another period."""
    return ast[0] not in {"xun", "per"} and not (ast[0] == "Y" and len(ast) < 4)


def _length(match: re.Match[str]) -> tuple[int, str]:
    return (int(match["wd"]), "WD") if match["wd"] else (int(match["n"]), match["unit"])


def _point(text: str, at: int) -> tuple[Ast, int]:
    match = _ATOM.match(text, at)
    if not match:
        raise PointError(f"时间“{text}”从“{text[at:]}”起读不懂", _EXAMPLES)
    ast, end = _period(match) if match["per"] else (_atom(match), match.end())
    while shift := _SHIFT.match(text, end):
        number, unit = _length(shift)
        signed = -number if shift["sign"] == "-" else number
        ast, end = ["add", _precise(ast, text[at:end]), signed, unit], shift.end()
    return ast, end


def _period(match: re.Match[str]) -> tuple[Ast, int]:
    text, start = match.string, match.end()
    inner, end = _point(text, start)
    if text[end : end + 1] != ")":
        raise PointError(f"时间“{text}”的括号没有合上", f"写成 {text[match.start() : end]})")
    return ["per", match["per"], _precise(inner, text[start:end])], end + 1


def _precise(ast: Ast, text: str) -> Ast:
    if not is_day(ast):
        raise PointError(
            f"“{text}”不是某一天，不能加减或放进括号",
            "先算到天再取整，如 month(T+P1M)；或写明哪天，如 Y-04-30",
        )
    return ast


def _atom(match: re.Match[str]) -> Ast:
    if match["var"]:
        return ["var", match["var"]]
    if match["phase"]:
        return ["phase", match["phase"], match["edge"]]
    return _pinned(match) if match["y"] else ["T"]


def _pinned(match: re.Match[str]) -> Ast:
    year, month, day = int(match["year"] or 0), int(match["month"] or 0), match["day"] or ""
    if match["month"] and not 1 <= month <= 12:
        raise PointError(f"“{match[0]}”没有这个月", "月份写 01 到 12")
    if day in XUN:
        return ["xun", year, month, XUN.index(day) + 1]
    if not day:
        return ["Y", year, month] if month else ["Y", year]
    try:
        date(2001, month, int(day))  # a common year: 02-29 would be missing three years in four
    except ValueError:
        raise PointError(
            f"“{match[0]}”不是每年都有的日子", f"月底写 {match[0][: -len(day) - 1]}"
        ) from None
    return ["Y", year, month, int(day)]
