"""Tables of WordprocessingML (ECMA-376 part 1, 17.4); widths are twips."""

from collections.abc import Iterable, Sequence
from typing import Any

from macros.fill.settle import Grid, Spans
from macros.writers.docx_runs import paragraph, run, runs, width
from macros.writers.text import plain

HALF, MARGINS = 120, 240
"""Half a character of a table, 12 pt; what a cell keeps free at its sides (216) and its borders."""

_HEAD, _CELL, _BY_HAND, _SHORT = 12, 44, 5, 6
"""Half characters: the least of a heading on one line, the most of a cell that counts, what a
share written by hand takes, and up to where a column is short."""

_CENTRED = '<w:jc w:val="center"/>'
_ALIGNED = {"int": _CENTRED, "date": _CENTRED, "enum": _CENTRED, "money": '<w:jc w:val="right"/>'}


def table(grid: Grid, width_: int) -> str:
    """A ruled table of a width in twips; its heading row repeats on every page."""
    widths = column_widths(grid, width_)
    aligned = [_ALIGNED.get(column[2], "") for column in grid.columns]
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    names = [paragraph("CellHead", run(column[0])) for column in grid.columns]
    rows = [_row(names, widths, "<w:tblHeader/>")]
    for row in grid.rows:
        cells = zip(row, aligned, strict=True)
        rows.append(_row([paragraph("Cell", runs(cell), side) for cell, side in cells], widths))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width_}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def column_widths(grid: Grid, width_: int) -> list[int]:
    """Split a width among a table's columns.

    Returns:
        Twips: short columns have what they need, the others share the rest by what they
        hold or, where people write, by their share; the last takes what rounding leaves.
    """
    cells = zip(*grid.rows, strict=True) if grid.rows else [()] * len(grid.columns)
    needs = [_need(column, inside) for column, inside in zip(grid.columns, cells, strict=True)]
    short = [need * HALF + MARGINS if need <= _SHORT else 0 for need in needs]
    if all(short):
        short = [0] * len(needs)
    shared = sum(need for need, taken in zip(needs, short, strict=True) if not taken)
    room = width_ - sum(taken or MARGINS for taken in short)
    pairs = zip(needs, short, strict=True)
    widths = [taken or MARGINS + room * need // shared for need, taken in pairs]
    return [*widths[:-1], width_ - sum(widths[:-1])]


def _need(column: Sequence[Any], cells: Iterable[Spans]) -> int:
    """What a column needs, in half characters; its heading may take three lines."""
    longest = max((int(2 * width(plain(cell))) for cell in cells), default=0)
    title = int(2 * width(column[0]))
    named = max(min(title, _HEAD), -(-title // 3))
    return max(named, min(longest, _CELL) if longest else _BY_HAND * column[1])


def _row(cells: Sequence[str], widths: Sequence[int], extra: str = "") -> str:
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{cell}</w:tc>"
        for cell, w in zip(cells, widths, strict=True)
    )
    height = '<w:trHeight w:val="480" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{extra}</w:trPr>{filled}</w:tr>"
