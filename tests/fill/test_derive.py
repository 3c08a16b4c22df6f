"""What can be computed is not asked for."""

import pytest

from macros.fill.derive import Filling
from macros.fill.values import make_values
from macros.time.calendar import WorkCalendar


@pytest.mark.parametrize(
    ("start", "year", "half"),
    [
        ("2026-01-01", "2026", "上半年"),
        ("2026-06-30", "2026", "上半年"),
        ("2026-07-01", "2026", "下半年"),
        ("2027-12-31", "2027", "下半年"),
        ("", None, None),
    ],
)
def test_year_and_half_follow_the_start(start: str, year: str | None, half: str | None) -> None:
    program = {"vars": [], "columns": [], "tasks": [], "budget": None}
    program["span"] = {"k": "open", "s": ["T"]}
    filling = Filling(program, make_values(start, {}), WorkCalendar({}))
    assert (filling.blank("年份"), filling.blank("半年")) == (year, half)
