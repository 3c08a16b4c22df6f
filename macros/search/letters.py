"""Character tables taken from libraries: traditional to simplified, and how characters sound.

The browser gets both as data: see :mod:`macros.search.scripts`.
"""

import re
from collections.abc import Iterable
from functools import cache

from opencc import OpenCC
from pypinyin import lazy_pinyin

HAN = "\u3400-\u9fff"
"""Chinese characters, as a range inside a regular expression."""

BLURS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("v", "u"))
"""Sounds that many speakers and typists do not tell apart."""

Readings = dict[str, tuple[str, ...]]
"""A character's syllables; the usual one first."""


@cache
def to_simplified() -> dict[str, str]:
    """Every character that OpenCC maps to one other character."""
    convert = OpenCC("t2s").convert
    pairs = ((char, convert(char)) for char in map(chr, range(0x3400, 0xA000)))
    return {char: plain for char, plain in pairs if plain != char and len(plain) == 1}


@cache
def common() -> tuple[str, ...]:
    """The 6763 characters of GB 2312."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return tuple(filter(None, (cell.decode("gb2312", "ignore") for cell in cells)))


@cache
def blur(syllable: str) -> str:
    """Pinyin without the distinctions that are often mistyped: ``sheng`` as ``sen``."""
    for sharp, soft in BLURS:
        syllable = syllable.replace(sharp, soft)
    return syllable


def readings(texts: Iterable[str]) -> Readings:
    """How characters sound: the usual reading, then those the texts themselves call for.

    Args:
        texts: the words of the records; phrases decide between readings (调解, 调查).
    """
    found = {char: {lazy_pinyin(char)[0]: None} for char in common()}
    for phrase in sorted(set(re.findall(f"[{HAN}]{{2,}}", " ".join(texts)))):
        for char, syllable in zip(phrase, lazy_pinyin(phrase), strict=True):
            if syllable.isascii():
                found.setdefault(char, {})[syllable] = None
    return {char: tuple(syllables) for char, syllables in found.items()}
