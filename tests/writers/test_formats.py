"""Every plan in every format, read back by readers that are not the project's own."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import docx as word
import openpyxl
import pytest
from icalendar import Calendar
from writers_support import HOSTILE, PLANS

from macros.fill.settle import settle, spans
from macros.fill.values import clean
from macros.writers.outputs import FORMATS, LAYOUTS, open_blanks
from macros.writers.text import plain


def _docx(content: bytes) -> Iterator[str]:
    opened = word.Document(io.BytesIO(content))
    yield from (paragraph.text for paragraph in opened.paragraphs)
    yield from (cell.text for table in opened.tables for row in table.rows for cell in row.cells)


def _xlsx(content: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        yield from (str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)


def _ics(content: bytes) -> Iterator[str]:
    calendar = Calendar.from_ical(content)
    for event in calendar.walk("VEVENT"):
        yield from (str(event["SUMMARY"]), str(event["DESCRIPTION"]))


def _set(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            yield from READERS[name.rpartition(".")[2]](archive.read(name))


def _text(content: bytes) -> Iterator[str]:
    yield content.decode("utf-8")


READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "docx": _docx, "xlsx": _xlsx, "ics": _ics, "md": _text, "txt": _text, "set": _set,
}  # fmt: skip


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("slug", PLANS)
def test_every_plan_can_be_taken_away_in_every_format(slug: str, kind: str, filled: Any) -> None:
    filling = filled(slug)
    assert open_blanks(filling) == []
    read = "\n".join(READERS[kind](FORMATS[kind][1](filling, "standalone")))
    title = plain(spans(filling, filling.program["heading"])).replace("|", "")
    assert title.replace("\n", "") in read.replace("\n", "")
    assert "【待填：" not in read
    names = [plain(spans(filling, task["name"])) for task in filling.tasks]
    dated = [task["when"]["k"] not in {"trigger", "show"} for task in filling.tasks]
    for name, has_days in zip(names, dated, strict=True):
        assert name in read or (kind == "ics" and not has_days), name


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("slug", PLANS)
def test_hostile_values_come_out_of_every_format_as_they_went_in(
    slug: str, kind: str, filled: Any
) -> None:
    filling = filled(slug, every=HOSTILE)
    read = "\n".join(READERS[kind](FORMATS[kind][1](filling, "standalone")))
    known = [filling.resolved(record["when"]) for record in filling.tasks]
    if kind == "ics" and not any(time.start or time.end for time in known):
        assert read == ""
    elif kind == "md":
        assert "\\<b\\>" in read
    else:
        assert clean(HOSTILE).partition("\n")[0] in read


@pytest.mark.parametrize("slug", PLANS)
def test_a_set_holds_every_document_once_and_names_nothing_open(slug: str, filled: Any) -> None:
    filling = filled(slug)
    with zipfile.ZipFile(io.BytesIO(FORMATS["set"][1](filling, ""))) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names)) == len(filling.program["docs"]) + 2
    assert [name[:3] for name in names] == [f"{i:02d}-" for i in range(1, len(names) + 1)]
    assert not any("【" in name for name in names)


@pytest.mark.parametrize("slug", PLANS)
def test_a_whole_set_in_one_file_lists_what_is_annexed(slug: str, filled: Any) -> None:
    filling = filled(slug)
    opened = word.Document(io.BytesIO(FORMATS["docx"][1](filling, "all")))
    texts = [paragraph.text for paragraph in opened.paragraphs]
    docs = [settle(filling, doc) for doc in filling.program["docs"]]
    first = docs[0].key
    titles = [plain(doc.title).replace("|", "") for doc in docs if doc.key != first]
    start = next(i for i, text in enumerate(texts) if text.startswith("附件："))
    listed = texts[start : start + len(titles)]
    assert [text.removeprefix("附件：").partition(".")[2] for text in listed] == titles
    assert sum(text.startswith("附件：") for text in texts) == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_can_be_read(layout: str, filled: Any) -> None:
    for slug in PLANS:
        assert list(_docx(FORMATS["docx"][1](filled(slug), layout)))
