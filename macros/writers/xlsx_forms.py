"""The sheets of a workbook that people fill in: budget, metrics, ledgers and other forms."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from macros.fill.settle import Grid, Line, Settled, settle
from macros.writers.cell import Cell, Style, empty, headings, letter, text
from macros.writers.formula import WORKDAYS
from macros.writers.sheet import Sheet, choice
from macros.writers.text import plain
from macros.writers.xlsx_book import Book, serial

BUDGET, METRICS = "经费", "指标"
TOTAL = "合计"
EMPTY_ROWS = 30
"""Rows of a form that people fill line by line."""

_STYLES = {
    "int": Style.NUMBER,
    "money": Style.MONEY,
    "date": Style.DATE,
    "enum": Style.CENTRED,
    "sign": Style.CENTRED,
}
_WIDTHS = {"int": 9, "money": 15, "date": 16, "enum": 16, "sign": 14}
_NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,2})?")
_CHOICES = re.compile(r"（([^（）]*/[^（）]*)）$")
"""The choices that a form prints after a column's name: ``办理情况（已办结/办理中）``."""


def figures(book: Book) -> Iterator[Sheet]:
    """经费 and 指标, from the tables of the plan itself."""
    body = next(doc for doc in book.filling.program["docs"] if doc["role"] == "body")
    for grid in _grids(settle(book.steady, body)):
        names = [column[0] for column in grid.columns]
        if names[0] == "指标":
            blank = [["实际", 2, "text"], ["差距与原因", 3, "text"]]
            rows = [[*row, [], []] for row in grid.rows]
            yield form(METRICS, Grid([*grid.columns, *blank], rows))
        elif names[1:2] == ["事项"] and "money" in (column[2] for column in grid.columns):
            words = book.filling.built_in["经费大写"]
            note = f"大写：{words}（改动金额后请重新导出）" if words else ""
            yield form(BUDGET, grid, (note,) if note else ())


def forms(book: Book, taken: Sequence[str]) -> Iterator[Sheet]:
    """Every annex that is a table, a sheet each; 任务分工表 is 任务清单 already."""
    used = list(taken)
    for document in book.filling.program["docs"]:
        if document["role"] == "annex" and document["key"] != "duties":
            for name, grid, notes in _named(settle(book.steady, document)):
                if METRICS in used and grid.columns[0][0] == METRICS:
                    continue  # 总结提纲 asks for the same figures
                used.append(tab_name(name, used))
                yield form(used[-1], grid, notes)


def _grids(document: Settled) -> Iterator[Grid]:
    return (part for part in document.parts if isinstance(part, Grid))


def _named(document: Settled) -> Iterator[tuple[str, Grid, tuple[str, ...]]]:
    """Tables with their names: the document's, or their headings where there are several."""
    title = plain(document.title).replace("|", "")
    several = len(list(_grids(document))) > 1
    lines = [part for part in document.parts if isinstance(part, Line) and part.style == "p"]
    notes = () if several else tuple(plain(line.text) for line in lines)
    name = title
    for part in document.parts:
        if isinstance(part, Grid):
            yield name, part, notes
        elif several and part.head:
            name = plain(part.head)


def form(name: str, grid: Grid, notes: tuple[str, ...] = ()) -> Sheet:
    """A table as a sheet: typed columns, drop-downs, live totals, room for more rows."""
    styles = [_STYLES.get(column[2], Style.TEXT) for column in grid.columns]
    rows = [headings([column[0] for column in grid.columns])]
    for cells in grid.rows:
        shown = [plain(cell) for cell in cells]
        total = TOTAL in shown
        row = zip(shown, styles, strict=True)
        rows.append([_cell(*pair, i, len(rows), total=total) for i, pair in enumerate(row, 1)])
    rows += _more(grid, styles)
    columns = [(letter(i), column) for i, column in enumerate(grid.columns, 1)]
    lists = [
        choice(f"{at}2:{at}{len(rows)}", found) for at, col in columns if (found := _listed(col))
    ]
    widths = [_WIDTHS.get(column[2], 8 + 6 * column[1]) for column in grid.columns]
    return Sheet(name, widths, rows, validations=lists, notes=notes)


def _cell(shown: str, style: Style, column: int, above: int, *, total: bool) -> Cell:
    digits = shown.replace(",", "")
    is_number = style in {Style.NUMBER, Style.MONEY} and _NUMBER.fullmatch(digits)
    if total and style in {Style.NUMBER, Style.MONEY} and column > 1:
        at = letter(column)
        return Cell("f", f"SUM({at}2:{at}{above})", style, digits if is_number else "")
    if is_number:
        return Cell("n", digits, style)
    if not shown:
        return empty(style)
    return text(shown, Style.BOLD if total else Style.TEXT if style == Style.MONEY else style)


def _more(grid: Grid, styles: list[Style]) -> Iterator[list[Cell]]:
    """Further empty rows, numbered on, below a form none of whose rows says anything."""
    if any(plain(cell) for row in grid.rows for cell in row[1:]):
        return
    for index in range(len(grid.rows) + 1, EMPTY_ROWS + 1):
        yield [Cell("n", str(index), Style.NUMBER), *(empty(style) for style in styles[1:])]


def _listed(column: list[Any]) -> list[str]:
    found = _CHOICES.search(column[0]) if column[2] == "enum" else None
    return found.group(1).split("/") if found else []


def workdays(book: Book) -> Sheet:
    """The working days that formulas look up: the known years and two more."""
    calendar = book.filling.calendar
    rows = [headings(("工作日（含调休上班）",))]
    day, last = date(min(calendar.years), 1, 1), date(max(calendar.years) + 2, 12, 31)
    while day <= last:
        if calendar.is_workday(day):
            rows.append([Cell("n", serial(day), Style.DATE)])
        day += timedelta(days=1)
    return Sheet(WORKDAYS, (24,), rows)


def tab_name(name: str, taken: Sequence[str]) -> str:
    r"""A sheet name Excel accepts: at most 31 characters, none of ``[]:*?/\'``, not taken.

    24 characters are kept, which are fewer than 31 UTF-16 units for all but the rarest names.
    """
    kept = re.sub(r"[\[\]:*?/\\' \t\n\u3000]", "", name)
    short = "".join(char for char in kept if char <= "\uffff")[:24] or "表"
    found, number = short, 2
    while found.lower() in {other.lower() for other in taken}:
        found, number = f"{short}{number}", number + 1
    return found
