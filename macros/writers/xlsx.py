"""An Excel workbook of a filled plan: one start date, and every date a live formula over it."""

from collections.abc import Iterator, Sequence
from html import escape

from macros.fill.derive import Filling
from macros.writers.formula import START, WORKDAYS, uses_workdays
from macros.writers.package import fixed_parts, package
from macros.writers.sheet import Sheet, filter_area, sheet_xml
from macros.writers.xlsx_axis import END, axis
from macros.writers.xlsx_book import Book
from macros.writers.xlsx_forms import figures, forms, workdays
from macros.writers.xlsx_tasks import COVER, FIRST_DATE_ROW, cover, matrix, routine, tasks

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx(filling: Filling) -> bytes:
    """Write the workbook of a plan.

    Args:
        filling: the plan and the values; without a start date the formulas wait for one.

    Returns:
        An ``.xlsx`` package.
    """
    book = Book(filling)
    return packed(list(_sheets(book)), (START, *book.dates.values(), END))


def packed(sheets: Sequence[Sheet], dates: Sequence[str] = ()) -> bytes:
    """Put sheets into a workbook.

    Args:
        sheets: in their order.
        dates: names of the cells of the first sheet that hold the dates, from B4 down.
    """
    parts = [
        ("[Content_Types].xml", _content_types(len(sheets)).encode()),
        *fixed_parts("xlsx"),
        ("xl/workbook.xml", _workbook(sheets, dates).encode()),
        ("xl/_rels/workbook.xml.rels", _relations(len(sheets)).encode()),
        *((f"xl/worksheets/sheet{i}.xml", sheet_xml(s).encode()) for i, s in enumerate(sheets, 1)),
    ]
    return package(parts)


def _sheets(book: Book) -> Iterator[Sheet]:
    program, made = book.filling.program, [cover(book)]
    if book.staged:
        made.append(tasks(book))
    if book.filling.tasks and program["columns"]:
        made.append(matrix(book))
    if book.staged:
        made.append(axis(book))
    if book.occasional:
        made.append(routine(book))
    made += figures(book)
    yield from made
    yield from forms(book, [WORKDAYS, *(sheet.name for sheet in made)])
    if uses_workdays([program["span"], [r["when"] for r in program["phases"] + program["tasks"]]]):
        yield workdays(book)


def _content_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{_MAIN}.worksheet+xml"/>'
        for i in range(1, count + 1)
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_MAIN}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_MAIN}.styles+xml"/>{sheets}</Types>\n'
    )


def _workbook(sheets: Sequence[Sheet], dates: Sequence[str]) -> str:
    listed = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{i}" r:id="rId{i}"/>'
        for i, sheet in enumerate(sheets, 1)
    )
    return (
        f'{_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_REL}">'
        f"<sheets>{listed}</sheets><definedNames>{''.join(_names(sheets, dates))}</definedNames>"
        '<calcPr calcId="0" fullCalcOnLoad="1"/></workbook>\n'
    )


def _names(sheets: Sequence[Sheet], dates: Sequence[str]) -> Iterator[str]:
    """Defined names: the dates of the cover, the working days, filters, what repeats in print."""
    for row, name in enumerate(dates, FIRST_DATE_ROW):
        yield f'<definedName name="{name}">{COVER}!$B${row}</definedName>'
    for index, sheet in enumerate(sheets):
        where = f"'{escape(sheet.name, quote=False)}'!"
        if sheet.name == WORKDAYS:
            yield f'<definedName name="{WORKDAYS}">{where}$A$2:$A${len(sheet.rows)}</definedName>'
        if area := filter_area(sheet):
            local = f'localSheetId="{index}"'
            yield f'<definedName name="_xlnm._FilterDatabase" {local} hidden="1">{where}{area}</definedName>'
            yield f'<definedName name="_xlnm.Print_Titles" {local}>{where}$1:${sheet.header}</definedName>'


def _relations(count: int) -> str:
    sheets = "".join(
        f'<Relationship Id="rId{i}" Type="{_REL}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, count + 1)
    )
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{sheets}'
        f'<Relationship Id="rId{count + 1}" Type="{_REL}/styles" Target="styles.xml"/></Relationships>\n'
    )
