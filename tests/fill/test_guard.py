"""What is pointed at before a plan leaves, and the names its files get."""

import json
from pathlib import Path
from typing import Any

import pytest
from guard_support import program

from macros.fill.derive import Filling
from macros.fill.filename import LONGEST, filename
from macros.fill.guard import guard
from macros.fill.places import named_places
from macros.fill.values import make_values
from macros.time.calendar import WorkCalendar

VECTORS = json.loads((Path(__file__).with_name("guard_vectors.json")).read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS["guard"], ids=lambda case: case["about"])
def test_the_guard_points_at_what_it_should_and_at_nothing_else(case: dict[str, Any]) -> None:
    values = make_values("2026-12-01", case["vars"])
    found = [(n.name, n.message) for n in guard(Filling(program(case), values, WorkCalendar({})))]
    assert [name for name, _ in found] == [name for name, _ in case["notices"]]
    assert all(part in text for (_, text), (_, part) in zip(found, case["notices"], strict=True))


@pytest.mark.parametrize("case", VECTORS["places"], ids=lambda case: case["text"])
def test_places_are_told_from_common_words(case: dict[str, Any]) -> None:
    assert [list(found) for found in named_places(case["text"])] == case["names"]


@pytest.mark.parametrize("case", VECTORS["filename"], ids=lambda case: repr(case["title"]))
def test_a_file_name_is_safe_on_every_system(case: dict[str, Any]) -> None:
    assert filename(case["title"], case["suffix"]) == case["name"]


def test_a_long_title_keeps_its_suffix_and_fits() -> None:
    name = filename("长" * 500, "（未填完）")
    assert len(name) == LONGEST
    assert name.endswith("（未填完）")
