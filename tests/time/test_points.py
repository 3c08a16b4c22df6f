import re

import pytest

from macros.time.points import PointError, parse_duration, parse_point


@pytest.mark.parametrize(
    ("text", "ast"),
    [
        ("T", ["T"]),
        ("Y", ["Y", 0]),
        ("Y+1", ["Y", 1]),
        ("Y+1-04", ["Y", 1, 4]),
        ("Y-12-04", ["Y", 0, 12, 4]),
        ("Y-09-上旬", ["xun", 0, 9, 1]),
        ("Y+2-02-下旬", ["xun", 2, 2, 3]),
        ("【换届日】", ["var", "换届日"]),
        ("a.start", ["phase", "a", "start"]),
        ("t-1.end", ["phase", "t-1", "end"]),
        ("week.end", ["phase", "week", "end"]),
        ("T-P3D", ["add", ["T"], -3, "D"]),
        ("T+P2W", ["add", ["T"], 2, "W"]),
        ("T+3WD", ["add", ["T"], 3, "WD"]),
        ("Y-12-30-3WD", ["add", ["Y", 0, 12, 30], -3, "WD"]),
        ("T+P1M-P1D", ["add", ["add", ["T"], 1, "M"], -1, "D"]),
        ("month(T+P1M)", ["per", "month", ["add", ["T"], 1, "M"]]),
        ("quarter(【某日】)", ["per", "quarter", ["var", "某日"]]),
        ("..", [".."]),
    ],
)
def test_a_point_parses_to_its_ast(text: str, ast: list[object]) -> None:
    assert parse_point(text) == ast


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "读不懂"),
        ("t", "读不懂"),
        ("T+3", "“+3”"),
        ("T + P3D", "“ + P3D”"),
        ("Y+10", "“+10”"),
        ("T+P1000D", "读不懂"),
        ("Y-13", "没有这个月"),
        ("Y-02-29", "不是每年都有"),
        ("Y-04-31", "不是每年都有"),
        ("month(T", "括号没有合上"),
        ("month(Y)", "不是某一天"),
        ("Y-04+P1D", "不是某一天"),
        ("month(T)+P1M", "不是某一天"),
        ("month(..)", "读不懂"),
        ("2026-04-01", "读不懂"),
        ("month(" * 5000, "太长"),
    ],
)
def test_what_is_no_point_is_refused_with_a_way_out(text: str, told: str) -> None:
    with pytest.raises(PointError, match=re.escape(told)) as caught:
        parse_point(text)
    assert caught.value.hint


def test_the_hint_for_a_day_that_some_years_lack_is_the_month() -> None:
    with pytest.raises(PointError) as caught:
        parse_point("Y+1-02-29")
    assert caught.value.hint == "月底写 Y+1-02"


def test_a_duration_is_a_number_and_a_unit() -> None:
    assert [parse_duration(text) for text in ("P7D", "P1W", "5WD")] == [
        (7, "D"),
        (1, "W"),
        (5, "WD"),
    ]


@pytest.mark.parametrize("text", ["P0D", "0WD", "P1000D", "PT5H", "7D", ""])
def test_a_duration_of_nothing_or_of_ages_is_refused(text: str) -> None:
    with pytest.raises(PointError, match="时长"):
        parse_duration(text)
