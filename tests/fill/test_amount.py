"""What holds for all sums; single ones stand in vectors.json."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from macros.fill.amount import in_words

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
