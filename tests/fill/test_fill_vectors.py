"""The cases that every host must clean, read and write alike."""

import json
from pathlib import Path
from typing import Any

import pytest

from macros.fill.amount import figure, in_words, parse_amount
from macros.fill.values import clean, parse_date

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("raw", "kept"), VECTORS["clean"])
def test_a_value_is_cleaned_at_the_door(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@pytest.mark.parametrize(("text", "day"), VECTORS["dates"])
def test_a_date_is_read_or_refused(text: str, day: str | None) -> None:
    found = parse_date(text)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(("text", "shown", "words"), VECTORS["amounts"])
def test_a_sum_is_read_and_written_in_figures_and_words(text: str, shown: Any, words: Any) -> None:
    amount = parse_amount(text)
    told = (None, None) if amount is None else (figure(amount), in_words(amount))
    assert told == (shown, words)
