from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.fill.amount import figure, in_words, parse_amount


@pytest.mark.parametrize(
    ("yuan", "words"),
    [
        # 正确填写票据和结算凭证的基本规定, section 5
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万零柒仟元伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        # zeros at every place
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角"),
        ("10", "壹拾元整"),
        ("600000", "陆拾万元整"),
        ("200000", "贰拾万元整"),
        ("100000000", "壹亿元整"),
        ("100000001", "壹亿零壹元整"),
        ("101000000", "壹亿零壹佰万元整"),
        ("10001000", "壹仟万零壹仟元整"),
        ("10010000", "壹仟零壹万元整"),
    ],
)
def test_sums_are_written_as_on_bills(yuan: str, words: str) -> None:
    assert in_words(Decimal(yuan)) == words


DIGITS = {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
PLACES = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(words: str) -> int:
    """Read whole 元 in words by an independent method."""
    total = section = digit = 0
    for char in words.removesuffix("整").removesuffix("元"):
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in PLACES:
            section, digit = section + digit * PLACES[char], 0
        elif char == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif char == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    return total + section + digit


@given(st.integers(1, 10**12 - 1))
def test_words_read_back_as_the_same_sum(yuan: int) -> None:
    words = in_words(Decimal(yuan))
    assert read_back(words) == yuan
    assert "零零" not in words


@pytest.mark.parametrize("text", ["", "十万", "1e5", "=1+1", "-3", "1.234", "NaN", "1 000", "9" * 20])
def test_what_is_no_sum_is_refused(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize(("text", "shown"), [("60.00", "60"), ("2.50", "2.5"), ("1,200", "1200"), ("100", "100")])
def test_figures_lose_idle_zeros(text: str, shown: str) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert figure(amount) == shown
