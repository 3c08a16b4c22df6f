"""Text as runs of units, and pairs of units. Mirrored by web/search/words.js."""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from macros.search.letters import HAN, Readings, blur

_DIGITS = "零一二三四五六七八九"
_KIND = re.compile(f"(?P<han>[{HAN}])|(?P<word>[a-z0-9]+)")

Pair = tuple[str, str]
"""Two neighbours; ``(unit, "")`` stands for a unit by itself.

Syllables pair as they are (``lou dao``), blurred (``~lou dao``) and as initials (``L D``).
"""


class Unit(NamedTuple):
    """A Chinese character, or a run of letters and digits, and where it stands in the text."""

    text: str
    start: int
    end: int


Run = list[Unit]
"""Units with nothing between them."""


@dataclass(frozen=True)
class Letters:
    """The tables a text is read with."""

    simplified: dict[str, str]
    readings: Readings
    _folded: dict[str, str] = field(default_factory=dict)

    def fold(self, char: str) -> str:
        """A character in its plain form: half-width, lower case, simplified."""
        if char not in self._folded:
            plain = unicodedata.normalize("NFKC", char).lower()
            self._folded[char] = self.simplified.get(plain, plain)
        return self._folded[char]

    def runs(self, text: str) -> list[Run]:
        """A text as runs of units; positions count characters of ``text``."""
        runs: list[Run] = [[]]
        for at, char in enumerate(text):
            for plain in self.fold(char):
                _take(runs, plain, at)
        return [[_numeral(unit) for unit in run] for run in runs if run]

    def spoken(self, one: str, two: str) -> list[Pair]:
        """Every pair of syllables that two characters may be read as."""
        seconds = self.readings.get(two, ())
        return [(a, b) for a in self.readings.get(one, ()) for b in seconds]

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Every syllable, and every blurred one."""
        exact = {syllable for known in self.readings.values() for syllable in known}
        return frozenset(exact | {blur(syllable) for syllable in exact})


def _take(runs: list[Run], char: str, at: int) -> None:
    """Add one folded character to the runs."""
    match, run = _KIND.match(char), runs[-1]
    if not match:
        runs.append([])
    elif match["word"] and run and run[-1].text.isascii():
        run[-1] = Unit(run[-1].text + char, run[-1].start, at + 1)
    else:
        run.append(Unit(char, at, at + 1))


def _numeral(unit: Unit) -> Unit:
    """``4个阶段`` is read as ``四个阶段``."""
    single = len(unit.text) == 1 and unit.text.isdigit()
    return unit._replace(text=_DIGITS[int(unit.text)]) if single else unit


def pairs(run: Run) -> Iterator[Pair]:
    """The neighbours of a run, by their texts."""
    return ((a.text, b.text) for a, b in itertools.pairwise(run))


def blurred(pair: Pair) -> Pair:
    """A pair of syllables as it sounds to a forgiving ear."""
    return f"~{blur(pair[0])}", blur(pair[1])


def initials(pair: Pair) -> Pair:
    """The first letters of a pair of syllables."""
    return pair[0][0].upper(), pair[1][0].upper()
