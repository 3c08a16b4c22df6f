"""LibreOffice draws the pages: 22 lines, 28 characters, page numbers, forms that fit."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from office_support import convert, needs_office
from writers_support import PLANS

from macros.fill.settle import Line, Settled, Span, settle
from macros.writers.docx import annexed, docx, standalone

pytestmark = [pytest.mark.office, pytest.mark.slow, needs_office]

H = {"h": "http://www.w3.org/1999/xhtml"}
MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 28 * MM, 184 * MM, 37 * MM, 262 * MM
"""Edges of the text block in points (GB/T 9704-2012, 5.2.1)."""

Word = tuple[float, float, float, str]
"""Left, top and right edge of a word in points, and its text."""


def _pages(pdf: Path) -> list[list[Word]]:
    text = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True
    ).stdout
    tree = etree.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", text))
    return [
        [
            (float(w.get("xMin")), float(w.get("yMin")), float(w.get("xMax")), w.text or "")
            for w in page.iterfind("h:word", H)
        ]
        for page in tree.iterfind(".//h:page", H)
    ]


def _lines(words: list[Word]) -> list[str]:
    """The lines of a page's text block, from above, page number not included."""
    rows: dict[int, list[Word]] = {}
    for word in words:
        if not word[3].strip("— 0123456789"):
            continue
        rows.setdefault(round(word[1] / 8), []).append(word)
    return ["".join(word[3] for word in sorted(row)) for _, row in sorted(rows.items())]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: Any, filled: Any) -> dict[str, list[list[Word]]]:
    folder = tmp_path_factory.mktemp("pages")
    files, plans = [], ("residential-cleanup-week", "street-governance-taskforces")
    for slug in plans:
        filling = filled(slug)
        document = settle(filling, next(d for d in filling.program["docs"] if d["key"] == "plan"))
        files.append(folder / f"{slug}.docx")
        files[-1].write_bytes(docx(standalone(document)))
    files.append(folder / "full.docx")
    files[-1].write_bytes(docx(standalone(_full(document))))
    names = [*plans, "full"]
    return dict(zip(names, map(_pages, convert(folder, files, "pdf")), strict=True))


def _full(document: Settled) -> Settled:
    """A document of nothing but prose: three pages without a heading or a table."""
    line = Line("p", [Span("t", "字" * 28 * 30)], [])
    return replace(document, title=[Span("t", "标题")], parts=[line, line, line])


def test_a_full_page_has_22_lines_of_28_characters(drawn: Any) -> None:
    _, second, third, *_ = drawn["full"]
    for page in (second, third):
        lines = _lines(page)
        assert len(lines) == 22
        whole = [line for line in lines if len(line) >= 27]
        assert whole
        assert {len(line) for line in whole} == {28}


@pytest.mark.parametrize("slug", ["residential-cleanup-week", "street-governance-taskforces"])
def test_prose_stays_inside_the_text_block(slug: str, drawn: Any) -> None:
    for page in drawn[slug]:
        for left, top, right, text in page:
            if text.strip("— 0123456789"):
                assert left >= LEFT - 1, text
                assert right <= RIGHT + 17, text  # a full stop may hang over the edge
                assert TOP - 2 <= top <= BOTTOM, text


@pytest.mark.parametrize("slug", ["residential-cleanup-week", "street-governance-taskforces"])
def test_page_numbers_stand_outside_and_count_on(slug: str, drawn: Any) -> None:
    for number, page in enumerate(drawn[slug], 1):
        low = [word for word in page if word[1] > BOTTOM]
        assert "".join(word[3] for word in sorted(low)).strip("— ") == str(number)
        middle = (min(w[0] for w in low) + max(w[2] for w in low)) / 2
        assert (middle > (LEFT + RIGHT) / 2) == (number % 2 == 1)
        assert min(w[1] for w in low) < BOTTOM + 12 * MM


def test_the_title_is_followed_by_one_empty_line(drawn: Any) -> None:
    first = drawn["full"][0]
    title = next(word for word in first if "标题" in word[3])
    body = min(word[1] for word in first if "字" in word[3])
    assert 2 * 28.95 < body - title[1] < 3 * 28.95


def test_forms_filled_by_hand_stay_on_two_turned_pages_at_most(tmp_path: Path, filled: Any) -> None:
    files = []
    for slug in PLANS:
        filling = filled(slug)
        for entry in filling.program["docs"]:
            if entry["key"] in {"ledger", "signoff"}:
                files.append(tmp_path / f"{slug}-{entry['key']}.docx")
                files[-1].write_bytes(docx(annexed([settle(filling, entry)])))
    pages = {pdf.stem: len(_pages(pdf)) for pdf in convert(tmp_path, files, "pdf")}
    assert len(pages) > len(PLANS)
    assert max(pages.values()) <= 2
