"""The same two-page plan written with docxtpl and with python-docx."""

import io
from collections.abc import Callable

import docx as python_docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate

from macros.fill.derive import Filling
from macros.fill.settle import Grid, Line, settle
from macros.fill.values import make_values
from macros.time.calendar import WorkCalendar
from macros.views.program import Program
from macros.writers.docx import docx, standalone
from macros.writers.text import plain

Writer = Callable[[str], bytes]
"""Writes the plan for a place of this name."""

_START = "2026-12-01"


def docxtpl_writer(program: Program, calendar: WorkCalendar) -> Writer:
    """A template in which every blank is a Jinja variable; its dates are already computed."""
    names = [entry["name"] for entry in program["vars"] if not entry.get("choices")]
    marks = {name: "{{ v%d }}" % i for i, name in enumerate(names)}  # noqa: UP031 - braces
    filling = Filling(program, make_values(_START, marks), calendar)
    template = docx(standalone(settle(filling, program["docs"][0])))
    examples = {entry["name"]: entry["eg"] for entry in program["vars"]}

    def write(name: str) -> bytes:
        values = {**examples, "小区": name}
        document = DocxTemplate(io.BytesIO(template))
        document.render({f"v{i}": values[key] for i, key in enumerate(names)}, autoescape=True)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return write


def python_docx_writer(program: Program, calendar: WorkCalendar) -> Writer:
    """The settled plan paragraph by paragraph, with the fonts that 汉字 need."""
    examples = {entry["name"]: entry["eg"] for entry in program["vars"]}

    def write(name: str) -> bytes:
        values = make_values(_START, {**examples, "小区": name})
        settled = settle(Filling(program, values, calendar), program["docs"][0])
        document = python_docx.Document()
        section = document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        _paragraph(document.add_paragraph(), plain(settled.title), "方正小标宋简体", 22)
        for part in settled.parts:
            if isinstance(part, Grid):
                _table(document, part)
            else:
                _line(document, part)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return write


def _line(document: Document, line: Line) -> None:
    paragraph = document.add_paragraph()
    font = {"h1": "黑体", "h2": "楷体_GB2312"}.get(line.style, "仿宋_GB2312")
    _paragraph(paragraph, line.number + plain(line.head), font, 16)
    _paragraph(paragraph, plain(line.text), "仿宋_GB2312", 16)


def _table(document: Document, grid: Grid) -> None:
    table = document.add_table(len(grid.rows) + 1, len(grid.columns))
    rows = [[column[0] for column in grid.columns], *([plain(c) for c in row] for row in grid.rows)]
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            _paragraph(cell.paragraphs[0], text, "仿宋_GB2312", 12)


def _paragraph(paragraph: Paragraph, text: str, font: str, size: int) -> None:
    paragraph.paragraph_format.line_spacing = Pt(28.95)
    run = paragraph.add_run(text)
    run.font.name, run.font.size = font, Pt(size)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001
