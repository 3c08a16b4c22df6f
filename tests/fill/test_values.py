from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.fill.values import clean, make_values, parse_date


@pytest.mark.parametrize(
    "text", ["2026-12-01", "2026/12/1", "2026.12.1", "2026年12月1日", " 2026年 12月 1日 "]
)
def test_dates_are_read_as_people_write_them(text: str) -> None:
    assert parse_date(text) == date(2026, 12, 1)


@pytest.mark.parametrize("text", ["2026-02-30", "2027-13-01", "明天", "", "12月1日", "2026-00-10", "46357"])
def test_days_that_do_not_exist_are_no_dates(text: str) -> None:
    assert parse_date(text) is None


def test_control_characters_and_lone_surrogates_are_dropped() -> None:
    assert clean("甲\x00\x0b\ud800乙\ufffe") == "甲乙"


def test_line_ends_become_one_kind_and_edges_are_trimmed() -> None:
    assert clean(" 　甲\r\n乙\r丙 \n") == "甲\n乙\n丙"


def test_emoji_and_rare_characters_stay() -> None:
    assert clean("𠮷🙂㐂") == "𠮷🙂㐂"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_empty_values_are_left_out() -> None:
    values = make_values("2026-12-01", {"小区": " ", "社区": "某社区"}, {"物业": ""})
    assert values.vars == {"社区": "某社区"}
    assert values.units == {}
    assert values.start == date(2026, 12, 1)
