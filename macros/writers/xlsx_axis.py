"""时间轴: phases and tasks as bars in cells, on an axis that follows the start date.

The axis has as many columns as the plan needs when it is written; a cell is a day, a
week or a month, whichever lets the whole plan fit, and that too is a live formula.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from macros.fill.gantt import OPEN_TAIL, chart
from macros.time.periods import period
from macros.writers.cell import Cell, Style, empty, headings, letter, text
from macros.writers.formula import START
from macros.writers.sheet import Sheet, rule
from macros.writers.xlsx_book import OPEN, Book, serial
from macros.writers.xlsx_tasks import TASKS, start_column

AXES = "时间轴"
END = "结束日"
"""The name of the cell that holds the plan's last day."""

FEWEST, MOST = 14, 62
"""Columns of the axis: two weeks at least, two months of days at most."""

BAR, PHASE_BAR, MONTHS = 0, 3, 4
"""Looks: positions in the styles' ``dxfs``."""

_HEAD, _FIRST, _LEFT = 2, 3, 4
_UNITS = {"天": "D", "周": "W", "月": "M"}


def axis(book: Book) -> Sheet:
    """The timeline sheet."""
    records = [*book.filling.program["phases"], *book.staged]
    columns, last = _columns(book), _FIRST + len(records) - 1
    scale = _Scale.of(book, records, columns)
    rows = [
        _summary(scale, columns, last),
        [*headings(("任务", "牵头", "开始", "结束")), *_days(scale, columns)],
        *_rows(book, columns),
    ]
    return Sheet(
        AXES, (26, 16, 15, 15, *(3 for _ in range(columns))), rows, header=_HEAD, left=1,
        filtered=_LEFT, formats=_formats(book, columns, last),
    )  # fmt: skip


@dataclass(frozen=True)
class _Scale:
    """What the live formulas give for the dates at hand; None where they give nothing."""

    first: date | None
    last: date | None
    unit: str

    @classmethod
    def of(cls, book: Book, records: list[Any], columns: int) -> "_Scale":
        start = book.filling.values.start
        if start is None:
            return cls(None, None, "")
        whens = [record["when"] for record in records]
        known = [book.filling.resolved(when) for when in whens]
        end = book.filling.resolved(book.filling.program["span"]).end
        days = [start, *(day for item in known for day in (item.start, item.end) if day)]
        opened = any(book.bounds(when)[1].value == OPEN for when in whens)
        tail = OPEN_TAIL if opened or end is None else 0
        first, last = min(days), max([*days, *([end] if end else [])]) + timedelta(days=tail)
        return cls(first, last, _unit(first, last, columns))


def _unit(first: date, last: date, columns: int) -> str:
    days = (last - first).days
    if days + 1 <= columns:
        return "天"
    return "周" if (days + first.weekday()) // 7 + 1 <= columns else "月"


def _columns(book: Book) -> int:
    drawn = chart(book.filling)
    days = (drawn.last - drawn.first).days + 1
    weeks = days // 7 + 2
    needed = days if days <= MOST else weeks if weeks <= MOST else days // 30 + 2
    return min(max(needed, FEWEST), MOST)


def _summary(scale: _Scale, columns: int, last: int) -> list[Cell]:
    """How much a cell is, and the first and last day of all."""
    area = f"C{_FIRST}:D{last}"
    first = f'IF(COUNT({START})=0,"",MIN({START},{area}))'
    opened = f'OR({END}="{OPEN}",COUNTIF(D{_FIRST}:D{last},"{OPEN}")>0)'
    final = f'IF(C1="","",MAX({START},{END},{area})+IF({opened},{OPEN_TAIL},0))'
    unit = (
        f'IF(C1="","",IF(D1-C1+1<={columns},"天",'
        f'IF(INT((D1-C1+WEEKDAY(C1,3))/7)+1<={columns},"周","月")))'
    )
    return [
        text("一格是一：", Style.HEADER),
        Cell("t", unit, Style.HEADER, scale.unit),
        Cell("f", first, Style.DATE, serial(scale.first) if scale.first else ""),
        Cell("f", final, Style.DATE, serial(scale.last) if scale.last else ""),
    ]


def _days(scale: _Scale, columns: int) -> Iterator[Cell]:
    """The day with which each cell of the axis begins."""
    opening = (
        'IF($C$1="","",IF($B$1="周",$C$1-WEEKDAY($C$1,3),IF($B$1="月",$C$1-DAY($C$1)+1,$C$1)))'
    )
    day = _opening(scale)
    for i in range(columns):
        before = f"{letter(_LEFT + i)}{_HEAD}"
        formula = f'IF({before}="","",{_next(before)})' if i else opening
        yield Cell("f", formula, Style.AXIS, serial(day) if day else "")
        day = day and _moved(day, scale.unit)


def _opening(scale: _Scale) -> date | None:
    if scale.first is None or scale.unit == "天":
        return scale.first
    return period("week" if scale.unit == "周" else "month", scale.first)[0]


def _moved(day: date, unit: str) -> date:
    if unit == "月":
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day + timedelta(days=7 if unit == "周" else 1)


def _next(cell: str) -> str:
    return f'IF($B$1="月",EDATE({cell},1),{cell}+IF($B$1="周",7,1))'


def _rows(book: Book, columns: int) -> Iterator[list[Cell]]:
    bars = [empty(Style.NUMBER) for _ in range(columns)]
    for phase in book.filling.program["phases"]:
        yield [
            text(phase["name"], Style.BAND),
            empty(Style.BAND),
            *book.bounds(phase["when"]),
            *bars,
        ]
    first = start_column(book)
    for row, task in enumerate(book.staged, 2):
        names = [text(book.words(task["name"]), Style.BOLD), text(book.words(task["lead"]))]
        cells = enumerate(book.bounds(task["when"]), first)
        yield [*names, *(_linked(f"{TASKS}!{letter(i)}{row}", cell) for i, cell in cells), *bars]


def _linked(source: str, cell: Cell) -> Cell:
    """The date of 任务清单, which people may overwrite there."""
    formula = f'IF({source}="","",{source})'
    if cell.value == OPEN:
        return Cell("t", formula, Style.CENTRED, OPEN)
    return Cell("f", formula, Style.DATE, cell.cached)


def _formats(book: Book, columns: int, last: int) -> list[str]:
    first, final = letter(_LEFT + 1), letter(_LEFT + columns)
    phases = len(book.filling.program["phases"])
    split = _FIRST + phases
    months = rule(f"{first}{_HEAD}:{final}{_HEAD}", '$B$1="月"', MONTHS, 3)
    found = [rule(f"{first}{split}:{final}{last}", _bar(first, split), BAR, 1), months]
    if phases:
        area = f"{first}{_FIRST}:{final}{split - 1}"
        found.append(rule(area, _bar(first, _FIRST), PHASE_BAR, 2))
    return found


def _bar(column: str, row: int) -> str:
    """Whether a cell lies between the row's first and last day; a deadline counts from the start."""
    head = f"{column}${_HEAD}"
    begin = f"IF(ISNUMBER($C{row}),$C{row},MIN({START},$D{row}))"
    finish = f'IF($D{row}="{OPEN}",$D$1,IF(ISNUMBER($D{row}),$D{row},$C{row}))'
    return (
        f'AND({head}<>"",COUNT($C{row}:$D{row})>0,{head}<={finish},{_next(head)}>{begin})'
    )  # fmt: skip
