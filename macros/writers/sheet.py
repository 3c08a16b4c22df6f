"""Worksheets as XML (ECMA-376, SpreadsheetML): what they hold, and how they look and print."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from macros.writers.cell import Cell, Style, cell_xml, letter, text

_WRAPPED = {Style.HEADER, Style.TEXT, Style.CENTRED, Style.BOLD, Style.BAND}
"""Looks that break a long text into lines."""

_TURNED = 3
"""Lines that a date standing upright takes."""


@dataclass
class Sheet:
    """A worksheet.

    Attributes:
        name: its tab.
        widths: of its columns, in characters.
        rows: cells; a short row leaves the rest empty.
        header: the number of the heading row, which freezes and repeats in print; 0 for none.
        left: how many columns freeze.
        filtered: how many columns have a filter; 0 for all.
        formats: conditional formats, see :func:`rule`.
        validations: of what is typed, see :func:`choice` and :func:`day_only`.
        merges: ranges that are one cell.
        notes: what stands below the rows, across all columns.
        typed: how cells look that people type into below the rows.
    """

    name: str
    widths: Sequence[int]
    rows: list[list[Cell]] = field(default_factory=list)
    header: int = 1
    left: int = 0
    filtered: int = 0
    formats: Sequence[str] = ()
    validations: Sequence[str] = ()
    merges: Sequence[str] = ()
    notes: Sequence[str] = ()
    typed: Style | None = None


def rule(area: str, formula: str, look: int, priority: int) -> str:
    """A conditional format: cells for which a formula holds look so (``dxfs`` of the styles)."""
    return (
        f'<conditionalFormatting sqref="{area}"><cfRule type="expression" dxfId="{look}"'
        f' priority="{priority}"><formula>{escape(formula, quote=False)}</formula></cfRule>'
        "</conditionalFormatting>"
    )


def choice(area: str, choices: Sequence[str]) -> str:
    """A drop-down list."""
    listed = escape(",".join(choices).replace('"', '""'), quote=False)
    return (
        f'<dataValidation type="list" allowBlank="1" sqref="{area}">'
        f'<formula1>"{listed}"</formula1></dataValidation>'
    )


def day_only(area: str) -> str:
    """Only days from 1901 to 2199 may be typed."""
    return (
        '<dataValidation type="date" operator="between" allowBlank="1" showErrorMessage="1"'
        f' errorTitle="不是日期" error="请写真实的日期，如 2026-12-01" sqref="{area}">'
        "<formula1>367</formula1><formula2>109575</formula2></dataValidation>"
    )


def sheet_xml(sheet: Sheet) -> str:
    """The worksheet part."""
    typed = f' style="{sheet.typed.value}"' if sheet.typed else ""
    columns = "".join(
        f'<col min="{i}" max="{i}" width="{width}"{typed} customWidth="1"/>'
        for i, width in enumerate(sheet.widths, 1)
    )
    rows = "".join(_row(sheet, i, row) for i, row in enumerate(sheet.rows, 1))
    notes = "".join(_note(sheet, i, note) for i, note in enumerate(sheet.notes, 1))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView showGridLines="0" workbookViewId="0">{_pane(sheet)}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="18"/><cols>{columns}</cols><sheetData>{rows}{notes}</sheetData>'
        f"{_filter(sheet)}{_merged(sheet)}{''.join(sheet.formats)}{_validated(sheet)}"
        '<printOptions horizontalCentered="1"/>'
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"
        "</worksheet>\n"
    )


def _pane(sheet: Sheet) -> str:
    if not sheet.header:
        return ""
    split = f'xSplit="{sheet.left}" ' if sheet.left else ""
    pane = "bottomRight" if sheet.left else "bottomLeft"
    top = f"{letter(sheet.left + 1)}{sheet.header + 1}"
    return f'<pane {split}ySplit="{sheet.header}" topLeftCell="{top}" activePane="{pane}" state="frozen"/>'


def filter_area(sheet: Sheet) -> str:
    """The filtered range; empty for a sheet without rows below its heading."""
    if not sheet.header or len(sheet.rows) <= sheet.header:
        return ""
    last = letter(sheet.filtered or len(sheet.widths))
    return f"$A${sheet.header}:${last}${len(sheet.rows)}"


def _filter(sheet: Sheet) -> str:
    area = filter_area(sheet).replace("$", "")
    return f'<autoFilter ref="{area}"/>' if area else ""


def _merged(sheet: Sheet) -> str:
    below = range(len(sheet.rows) + 1, len(sheet.rows) + len(sheet.notes) + 1)
    areas = [*sheet.merges, *(f"A{i}:{letter(len(sheet.widths))}{i}" for i in below)]
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return f'<mergeCells count="{len(areas)}">{merges}</mergeCells>' if areas else ""


def _validated(sheet: Sheet) -> str:
    count = len(sheet.validations)
    inside = "".join(sheet.validations)
    return f'<dataValidations count="{count}">{inside}</dataValidations>' if count else ""


def _row(sheet: Sheet, index: int, cells: Sequence[Cell]) -> str:
    wrapped = (
        _lines(cell.value, width)
        for cell, width in zip(cells, sheet.widths, strict=False)
        if cell.kind == "s" and cell.style in _WRAPPED
    )
    turned = _TURNED if any(cell.style == Style.AXIS for cell in cells) else 1
    filled = "".join(cell_xml(f"{letter(i)}{index}", cell) for i, cell in enumerate(cells, 1))
    return f'<row r="{index}" ht="{_height(max([turned, *wrapped]))}">{filled}</row>'


def _note(sheet: Sheet, index: int, note: str) -> str:
    """A row of merged cells, which no program makes higher by itself."""
    row, height = len(sheet.rows) + index, _height(_lines(note, sum(sheet.widths)))
    filled = cell_xml(f"A{row}", text(note, Style.NOTE))
    return f'<row r="{row}" ht="{height}" customHeight="1">{filled}</row>'


def _height(lines: int) -> int:
    """A row's height in points; Excel has none above 409."""
    return min(14 * lines + 6, 409)


def _lines(value: str, width: int) -> int:
    """How many lines a text takes in a column: 汉字 are two characters wide."""
    sizes = (sum(1 if " " <= char <= "~" else 2 for char in line) for line in value.split("\n"))
    return sum(max(1, (size + width - 2) // (width - 1)) for size in sizes)
