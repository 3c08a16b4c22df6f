"""Worksheets as XML (ECMA-376, SpreadsheetML): cells, and how a sheet looks and prints.

A person's text is always an inline string in a cell marked as text, so that
``=cmd|…``, ``+86…`` and ``@SUM`` stay what they are: text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

LONGEST = 32_767
"""Most characters a cell holds."""

TITLE, HEADER, TEXT, CENTRED, DATE, DATE_TYPED, MONEY, AXIS, NOTE, NUMBER, BOLD = range(1, 12)
"""Cell styles: positions in ``parts/xlsx/xl/styles.xml``."""


class Cell(NamedTuple):
    """One cell: a ``kind`` of ``s`` text, ``n`` number, ``f`` formula or ``e`` empty.

    ``cached`` is a formula's value for readers that do not compute.
    """

    kind: str
    value: str
    style: int
    cached: str = ""


@dataclass
class Sheet:
    """A worksheet.

    Attributes:
        name: its tab.
        widths: of its columns, in characters.
        rows: cells; a short row leaves the rest empty.
        header: the number of the heading row, which freezes, filters and repeats in print.
        extras: XML after the cells: validations, conditional formats, in schema order.
        merges: ranges that are one cell.
    """

    name: str
    widths: Sequence[float]
    rows: list[list[Cell]] = field(default_factory=list)
    header: int = 0
    formats: str = ""
    validations: str = ""
    merges: tuple[str, ...] = ()


def text(value: str, style: int = TEXT) -> Cell:
    """A text cell."""
    return Cell("s", value[:LONGEST], style)


def empty(style: int = TEXT) -> Cell:
    """An empty cell that has a border."""
    return Cell("e", "", style)


def letter(index: int) -> str:
    """The name of a column from 1: A, B, … Z, AA."""
    name = ""
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def sheet_xml(sheet: Sheet) -> str:
    """The worksheet part."""
    columns = "".join(
        f'<col min="{i}" max="{i}" width="{width}" customWidth="1"/>'
        for i, width in enumerate(sheet.widths, 1)
    )
    rows = "".join(_row(i, row) for i, row in enumerate(sheet.rows, 1))
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in sheet.merges)
    merged = f'<mergeCells count="{len(sheet.merges)}">{merges}</mergeCells>' if merges else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView showGridLines="0" workbookViewId="0">{_pane(sheet)}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="18"/><cols>{columns}</cols><sheetData>{rows}</sheetData>'
        f"{_filter(sheet)}{merged}{sheet.formats}{sheet.validations}"
        '<printOptions horizontalCentered="1"/>'
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"
        "</worksheet>\n"
    )


def _pane(sheet: Sheet) -> str:
    if not sheet.header:
        return ""
    top = f"A{sheet.header + 1}"
    return f'<pane ySplit="{sheet.header}" topLeftCell="{top}" activePane="bottomLeft" state="frozen"/>'


def _filter(sheet: Sheet) -> str:
    if not sheet.header or len(sheet.rows) <= sheet.header:
        return ""
    last = letter(len(sheet.rows[sheet.header - 1]))
    return f'<autoFilter ref="A{sheet.header}:{last}{len(sheet.rows)}"/>'


def _row(index: int, cells: Sequence[Cell]) -> str:
    filled = "".join(_cell(f"{letter(i)}{index}", cell) for i, cell in enumerate(cells, 1))
    return f'<row r="{index}">{filled}</row>'


def _cell(ref: str, cell: Cell) -> str:
    start = f'<c r="{ref}" s="{cell.style}"'
    if cell.kind == "e" or (cell.kind == "s" and not cell.value):
        return f"{start}/>"
    safe = escape(cell.value, quote=False)
    if cell.kind == "s":
        return f'{start} t="inlineStr"><is><t xml:space="preserve">{safe}</t></is></c>'
    if cell.kind == "n":
        return f"{start}><v>{safe}</v></c>"
    kind = "" if cell.cached else ' t="str"'
    return f"{start}{kind}><f>{safe}</f><v>{cell.cached}</v></c>"
