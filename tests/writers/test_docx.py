"""Word files read back by python-docx and lxml."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx as reader
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Twips
from lxml import etree
from writers_support import HOSTILE, PLANS

from macros.fill.derive import Filling
from macros.fill.settle import Grid, Line, Settled, settle
from macros.writers.docx import annexed, docx, issued, standalone
from macros.writers.html import title_lines
from macros.writers.text import plain

each_plan = pytest.mark.parametrize("slug", PLANS)
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def _documents(filling: Filling) -> dict[str, Settled]:
    return {doc["key"]: settle(filling, doc) for doc in filling.program["docs"]}


def _open(written: bytes) -> Any:
    return reader.Document(io.BytesIO(written))


def _said(document: Settled) -> Iterator[str]:
    """Every paragraph outside tables, as the document is settled."""
    yield "".join(plain(line) for line in title_lines(document.title))
    for part in document.parts:
        if isinstance(part, Line):
            yield part.number + plain(part.head) + plain(part.text)


def _printed(written: bytes) -> list[str]:
    """Every paragraph outside tables that is not empty; the title's lines as one."""
    paragraphs = [p for p in _open(written).paragraphs if p.text]
    title = "".join(p.text for p in paragraphs if p.style.name == "Title")
    return [title, *(p.text for p in paragraphs if p.style.name != "Title")]


@each_plan
@pytest.mark.parametrize("every", [None, HOSTILE], ids=["examples", "hostile"])
def test_all_that_is_settled_is_printed_in_its_order(
    slug: str, every: str | None, filled: Any
) -> None:
    for document in _documents(filled(slug, every=every)).values():
        assert _printed(docx(standalone(document))) == list(_said(document))


@each_plan
def test_tables_hold_their_cells(slug: str, filled: Any) -> None:
    for document in _documents(filled(slug, every=HOSTILE)).values():
        grids = [part for part in document.parts if isinstance(part, Grid)]
        tables = _open(docx(standalone(document))).tables
        for grid, table in zip(grids, tables, strict=True):
            wanted = [[name for name, _, _ in grid.columns]]
            wanted += [[plain(cell) for cell in row] for row in grid.rows]
            assert [[cell.text for cell in row.cells] for row in table.rows] == wanted


@each_plan
def test_headings_stand_in_the_navigation_pane(slug: str, filled: Any) -> None:
    plan = _documents(filled(slug))["plan"]
    lines = [part for part in plan.parts if isinstance(part, Line) and part.style[0] == "h"]
    wanted = [
        (f"Heading {min(int(line.style[1:]), 4)}", line.number + plain(line.head))
        for line in lines
        if not line.text
    ]
    opened = _open(docx(standalone(plan)))
    found = [
        (p.style.name, p.text) for p in opened.paragraphs if p.style.name.startswith("Heading")
    ]
    assert found == wanted
    assert found
    levels = {
        style.name: style.element.find(".//w:outlineLvl", W).get(qn("w:val"))
        for style in opened.styles
        if style.name.startswith("Heading")
    }
    assert levels == {f"Heading {n}": str(n - 1) for n in range(1, 5)}


def test_the_page_follows_the_figures_of_the_standard(filled: Any) -> None:
    plan = _documents(filled("residential-cleanup-week"))["plan"]
    (section,) = _open(docx(standalone(plan))).sections
    assert (section.page_width, section.page_height) == (Twips(11906), Twips(16838))
    for side, millimetres in (("top", 37), ("bottom", 35), ("left", 28), ("right", 26)):
        assert abs(getattr(section, f"{side}_margin") - Mm(millimetres)) <= Twips(1)
    grid = section._sectPr.find("w:docGrid", W)
    assert grid.get(qn("w:type")) == "lines"
    assert grid.get(qn("w:linePitch")) == "579"


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(filled: Any) -> None:
    plan = _documents(filled("residential-cleanup-week"))["plan"]
    opened = _open(docx(standalone(plan)))
    assert opened.settings.odd_and_even_pages_header_footer
    (section,) = opened.sections
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert paragraph._p.find(".//w:jc", W).get(qn("w:val")) == side
        marks = [mark.get(qn("w:fldCharType")) for mark in paragraph._p.iterfind(".//w:fldChar", W)]
        assert marks == ["begin", "separate", "end"]
        assert paragraph.text.startswith("— ")


@each_plan
def test_every_set_of_fonts_names_all_four_slots_and_no_theme(slug: str, filled: Any) -> None:
    written = docx(annexed(list(_documents(filled(slug)).values())))
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith(".xml")}
    assert not any("theme" in name for name in parts)
    for name, part in parts.items():
        for fonts in etree.fromstring(part).iter(qn("w:rFonts")):
            named = {key.split("}")[1] for key in fonts.attrib}
            assert named in ({"hint"}, {"ascii", "hAnsi", "eastAsia", "cs", "hint"}), name
        assert b"Theme=" not in part


@each_plan
def test_tables_fill_the_width_of_their_page(slug: str, filled: Any) -> None:
    for document in _documents(filled(slug)).values():
        opened = _open(docx(standalone(document)))
        (section,) = opened.sections
        room = section.page_width - section.left_margin - section.right_margin
        for table in opened.tables:
            assert abs(sum(column.width for column in table.columns) - room) <= Twips(1)
            assert table.rows[0]._tr.find(".//w:tblHeader", W) is not None


def test_an_open_blank_stays_visible(catalogue: Any) -> None:
    blank = catalogue["residential-cleanup-week"].blank
    written = docx(standalone(_documents(blank)["plan"]))
    opened = _open(written)
    runs = [run for p in opened.paragraphs for run in p.runs if run.text.startswith("【待填：")]
    assert runs
    assert all(run._r.find(".//w:shd", W) is not None for run in runs)


@pytest.mark.parametrize(
    ("unit", "day", "indents"),
    [
        # GB/T 9704-2012, 7.3.5.3: the signature two characters from the right, the date beginning
        # two further in than it; a date longer than the signature two from the right instead.
        ("某某社区居民委员会办公室", "2026-12-01", [2, 5.5]),
        ("某居委会", "2026-12-11", [7, 2]),
    ],
)
def test_the_signature_and_its_date_are_indented_by_their_widths(
    filled: Any, unit: str, day: str, indents: list[float]
) -> None:
    filling = filled("residential-cleanup-week", 落款单位=unit, 成文日期=day)
    opened = _open(docx(standalone(_documents(filling)["plan"])))
    sign, date = [p for p in opened.paragraphs if p.text][-2:]
    assert sign.text == unit
    characters = [p.paragraph_format.right_indent / Twips(315) for p in (sign, date)]
    assert characters == pytest.approx(indents, abs=0.01)


@each_plan
def test_an_annex_has_its_label_and_no_signature(slug: str, filled: Any) -> None:
    documents = list(_documents(filled(slug)).values())
    opened = _open(docx(annexed(documents)))
    labels = [p.text for p in opened.paragraphs if p.style.name == "附件标记"]
    several = len(documents) > 1
    assert labels == [f"附件{i}" if several else "附件" for i in range(1, len(documents) + 1)]
    assert len(opened.sections) == len(documents)


def test_a_plan_follows_its_notice_on_a_new_page(filled: Any) -> None:
    documents = _documents(filled("residential-cleanup-week"))
    opened = _open(docx(issued(documents["notice"], documents["plan"])))
    texts = [p.text for p in opened.paragraphs if p.text]
    titles = [
        "".join(plain(line) for line in title_lines(documents[key].title))
        for key in ("notice", "plan")
    ]
    assert "".join(p.text for p in opened.paragraphs if p.style.name == "Title") == "".join(titles)
    assert "附件" in texts
    assert len(opened.sections) == 2
