"""What holds for all values; single ones stand in vectors.json."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from macros.fill.values import clean, make_values


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_empty_values_are_left_out() -> None:
    values = make_values("2026-12-01", {"小区": " ", "社区": "某社区"}, {"物业": ""})
    assert values.vars == {"社区": "某社区"}
    assert values.units == {}
    assert values.start == date(2026, 12, 1)
