"""An exported file says which version of which template it was made from."""

import io

import docx as reader
from contribute_support import ROOT

from macros.fill.derive import Filling
from macros.fill.values import Values
from macros.model.load import load_library
from macros.site.catalogue import Catalogue
from macros.site.pages import blank_docx
from macros.writers.outputs import FORMATS

ENTRY = Catalogue(load_library(ROOT).partial)["residential-cleanup-week"]


def properties(data: bytes) -> str:
    return str(reader.Document(io.BytesIO(data)).core_properties.comments)


def test_the_blank_word_file_names_number_and_version_in_its_properties() -> None:
    assert properties(blank_docx(ENTRY)) == f"模板 01@{ENTRY.plan.version}"


def test_a_filled_word_file_names_them_too_and_no_page_shows_them() -> None:
    filling = Filling(ENTRY.program, Values(), ENTRY.calendar)
    data = FORMATS["docx"][1](filling, "all")
    assert properties(data) == f"模板 01@{ENTRY.plan.version}"
    printed = "".join(one.text for one in reader.Document(io.BytesIO(data)).paragraphs)
    assert "01@" not in printed
