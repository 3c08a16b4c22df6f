"""The browser cleans values, reads dates and writes sums as Python does."""

import json
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from macros.fill.amount import figure, in_words, parse_amount
from macros.fill.values import clean, parse_date

pytestmark = pytest.mark.browser

VECTORS = json.loads(
    (Path(__file__).parent.parent / "fill" / "vectors.json").read_text(encoding="utf-8")
)
READ_DATE = (
    "text => { var day = PS.parseDate(text); return day === null ? null : PS.date.iso(day); }"
)
READ_SUM = """text => { var sum = PS.parseAmount(text);
  return sum === null ? [null, null] : [PS.figure(sum), PS.inWords(sum)]; }"""


def test_every_shared_value_is_cleaned_alike(host: Any) -> None:
    cleaned = host.call("texts => texts.map(PS.clean)", [raw for raw, _ in VECTORS["clean"]])
    assert cleaned == [kept for _, kept in VECTORS["clean"]]


def test_every_shared_date_is_read_alike(host: Any) -> None:
    read = host.call(f"texts => texts.map({READ_DATE})", [text for text, _ in VECTORS["dates"]])
    assert read == [day for _, day in VECTORS["dates"]]


def test_every_shared_sum_is_read_and_written_alike(host: Any) -> None:
    read = host.call(f"texts => texts.map({READ_SUM})", [text for text, *_ in VECTORS["amounts"]])
    assert read == [told for _, *told in VECTORS["amounts"]]


def test_sums_at_random_are_written_alike(host: Any) -> None:
    dice = random.Random(5)  # noqa: S311 - repeatable, not secret
    cents = [dice.randrange(10 ** dice.randint(1, 12)) for _ in range(5000)]
    texts = [f"{sum_ // 100}.{sum_ % 100:02d}" for sum_ in cents]
    wanted = [[figure(Decimal(text)), in_words(Decimal(text))] for text in texts]
    assert host.call(f"texts => texts.map({READ_SUM})", texts) == wanted


def test_every_single_character_is_kept_or_dropped_alike(host: Any) -> None:
    texts = [chr(code) for code in range(0x30000)]
    assert host.call("texts => texts.map(PS.clean)", texts) == [clean(text) for text in texts]


def test_texts_that_look_like_dates_are_read_alike(host: Any) -> None:
    dice = random.Random(6)  # noqa: S311 - repeatable, not secret
    alphabet = "0123456789-/.年月日 \t\u3000\u00a0\ufeff\x1c１"
    shapes = ("2026-12-01", "1999/2/29", "2100年2月29日", "2026.6.31", "0001-01-01")
    texts = []
    for _ in range(3000):
        text = list(dice.choice(shapes))
        text[dice.randrange(len(text))] = dice.choice(alphabet)
        texts.append("".join(text) + dice.choice(["", " ", "\t", "\x1c"]))
    read = [found and str(found) for found in map(parse_date, texts)]
    assert host.call(f"texts => texts.map({READ_DATE})", texts) == read
    assert sum(day is not None for day in read) > 100


def test_texts_that_look_like_sums_are_read_alike(host: Any) -> None:
    dice = random.Random(7)  # noqa: S311 - repeatable, not secret
    texts = [
        "".join(dice.choices("0123456789.,， \u3000１-e", k=dice.randint(1, 8)))
        for _ in range(3000)
    ]
    sums = [parse_amount(text) for text in texts]
    wanted = [[None, None] if sum_ is None else [figure(sum_), in_words(sum_)] for sum_ in sums]
    assert host.call(f"texts => texts.map({READ_SUM})", texts) == wanted
