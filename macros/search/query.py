"""What a person typed, as signals to look for. Mirrored by web/search/query.js."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise
from typing import NamedTuple

from macros.search.index import Posting
from macros.search.letters import blur
from macros.search.words import Letters, Pair, blurred

Look = Callable[[Pair], Posting | None]
"""Finds a pair's posting."""

WHOLE, SPELLED, HEARD, ALONE = 10, 8, 6, 5
"""What a hit counts, in tenths: as written, by pinyin, by a like sound, by one character."""

UNKNOWN, LIGHT = 100, 8
"""How rare a pair is taken to be that no plan has; and one with a function word in it."""

_LETTERS = re.compile("[a-z]{2,}")


class Signal(NamedTuple):
    """Something to look for.

    Attributes:
        pairs: any of these will do.
        share: what a hit counts, in tenths.
        weight: its rarity, for judging how much of the query a plan covers; 0: not judged.
        first, last: the units of the query it stands for.
    """

    pairs: tuple[Pair, ...]
    share: int
    weight: int
    first: int
    last: int


@dataclass(frozen=True)
class Reader:
    """Reads queries.

    Attributes:
        letters: the tables to read with.
        fillers: words of a question that say nothing of its subject; single characters among
            them are kept but not missed.
    """

    letters: Letters
    fillers: tuple[str, ...]

    @cached_property
    def _cut(self) -> re.Pattern[str]:
        words = sorted((word for word in self.fillers if len(word) > 1), key=len, reverse=True)
        return re.compile("|".join(words) or r"(?!)")

    def read(self, query: str, look: Look) -> list[Signal]:
        """A query as signals; units are counted through all its runs."""
        plain = "".join(map(self.letters.fold, query))
        runs = self.letters.runs(self._cut.sub(" ", plain)) or self.letters.runs(plain)
        wanted: list[Signal] = []
        seen = 0
        for run in runs:
            units = [part for unit in run for part in self._parts(unit.text, look)]
            own = self._signals(units, look)
            wanted += [s._replace(first=s.first + seen, last=s.last + seen) for s in own]
            seen += len(units)
        return wanted

    def _signals(self, units: list[str], look: Look) -> list[Signal]:
        """The signals of one run."""
        if len(units) == 1:
            return [self._single(units[0], look)]
        signals = [self._pair(units, at, look) for at in range(len(units) - 1)]
        return signals + [
            Signal(((unit, ""),), ALONE, 0, at, at)
            for at, unit in enumerate(units)
            if unit not in self.fillers and not unit.isascii()
        ]

    def _parts(self, unit: str, look: Look) -> list[str]:
        """Letters that are no known word: as syllables (``+lou``), else as initials (``L``)."""
        if not _LETTERS.fullmatch(unit) or look((unit, "")):
            return [unit]
        spelled = max((self.spell(unit), self.spell(blur(unit))), key=partial(self._known, look))
        return spelled or list(unit.upper())

    def _known(self, look: Look, parts: list[str]) -> int:
        """How many neighbours among syllables the index knows."""
        return sum(bool(self._heard(*pair, look)) for pair in pairwise(parts))

    def spell(self, word: str) -> list[str]:
        """The fewest syllables that make up a word, marked; none when it is no pinyin."""
        best: list[list[str] | None] = [[], *[None] * len(word)]
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 6), end):
                before, syllable = best[start], word[start:end]
                if before is None or syllable not in self.letters.syllables:
                    continue
                known = best[end]
                if known is None or len(before) + 1 < len(known):
                    best[end] = [*before, syllable]
        return [f"+{syllable}" for syllable in best[-1] or []]

    def _single(self, unit: str, look: Look) -> Signal:
        pair = (unit, "")
        found = look(pair)
        return Signal((pair,), WHOLE, found.rarity if found else UNKNOWN // 2, 0, 0)

    def _pair(self, units: list[str], at: int, look: Look) -> Signal:
        one, two = units[at : at + 2]
        if found := look((one, two)):
            return Signal(((one, two),), WHOLE, found.rarity, at, at + 1)
        spelled = one[0] == "+" or two[0] == "+"
        light = one in self.fillers or two in self.fillers
        heard = () if light and not spelled else self._heard(one, two, look)
        if not heard:
            return Signal((), WHOLE, LIGHT if light else UNKNOWN, at, at + 1)
        weight = max(found.rarity for pair in heard if (found := look(pair)))
        return Signal(heard, SPELLED if spelled else HEARD, weight, at, at + 1)

    def _heard(self, one: str, two: str, look: Look) -> tuple[Pair, ...]:
        """The known pairs that sound like two units; blurred ones only if none sound the same."""
        firsts, seconds = self._sounds(one), self._sounds(two)
        exact = [(a, b) for a in firsts for b in seconds]
        known = [pair for pair in exact if look(pair)]
        return tuple(known or [pair for pair in map(blurred, exact) if look(pair)])

    def _sounds(self, unit: str) -> tuple[str, ...]:
        return (unit[1:],) if unit[0] == "+" else self.letters.readings.get(unit, ())
