"""The index: how strongly each pair of characters, or of syllables, speaks for a plan.

The weights of BM25F (Robertson and Zaragoza 2009, section 3.6) are settled here and rounded to
small whole numbers; whoever searches only adds them up.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop
from math import log

from macros.search.glossary import Glossary
from macros.search.places import WEIGHTS, Place
from macros.search.words import Letters, Pair, Run, blurred, initials, pairs

LEVELS = 90
"""The highest weight; one printable character holds a weight."""

_K1, _B = 5.0, 0.2
_SAID = 0.7
"""What a word's everyday forms count beside the word itself."""

_KEEP = 100
"""How many plans a pair leads to at most."""

_SPOKEN, _INITIALS = 2, 4
"""From which weight on a text can be found by its sound, and by its initials."""

Counts = Mapping[Pair, float]


@dataclass(frozen=True)
class Posting:
    """Where a pair occurs: its rarity, and plan and weight for each plan that has it."""

    rarity: int
    hits: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Index:
    """Everything a first look needs: how many plans there are, and where pairs occur."""

    size: int
    postings: Mapping[Pair, Posting]


def count(places: Sequence[Place], glossary: Glossary, letters: Letters) -> Counts:
    """How often each pair occurs in a plan, a place's name and text weighed as they deserve."""
    counts: defaultdict[Pair, float] = defaultdict(float)
    for place in places:
        for text, weight in zip((place.name, place.text), WEIGHTS[place.kind], strict=True):
            said = " ".join(glossary.forms(glossary.groups_in(text)))
            for words, share in ((text, weight), (said, weight * _SAID)):
                for run in letters.runs(words):
                    for pair in _pairs(run, weight, letters):
                        counts[pair] += share
    return counts


def _pairs(run: Run, weight: float, letters: Letters) -> Iterator[Pair]:
    """All that a run can be found by."""
    yield from ((unit.text, "") for unit in run)
    for pair in pairs(run):
        yield pair
        for sound in letters.spoken(*pair) if weight >= _SPOKEN else ():
            yield sound
            yield blurred(sound)
            if weight >= _INITIALS:
                yield initials(sound)


def build(plans: Sequence[Sequence[Place]], glossary: Glossary, letters: Letters) -> Index:
    """The index of plans, each given by its places.

    Of a pair that very many plans have, only the plans that have most of it are kept: a file of
    the index must not grow with the number of plans.
    """
    spread: defaultdict[Pair, int] = defaultdict(int)
    best: defaultdict[Pair, list[tuple[float, int]]] = defaultdict(list)
    lengths = [_length(places) for places in plans]
    for number, places in enumerate(plans):
        norm = _K1 * (1 - _B + _B * lengths[number] * len(lengths) / sum(lengths))
        for pair, n in count(places, glossary, letters).items():
            spread[pair] += 1
            (heappush if len(best[pair]) < _KEEP else heappushpop)(
                best[pair], (n / (n + norm), -number)
            )
    size = len(plans)
    return Index(
        size, {pair: _posting(hits, _rarity(size, spread[pair])) for pair, hits in best.items()}
    )


def _length(places: Sequence[Place]) -> int:
    """How many characters a plan has, weighed."""
    texts = ((place[2:], WEIGHTS[place.kind]) for place in places)
    return sum(len(name) * high + len(text) * low for (name, text), (high, low) in texts)


def _posting(hits: list[tuple[float, int]], rare: float) -> Posting:
    weighed = sorted((-number, round(LEVELS * rare * share)) for share, number in hits)
    return Posting(round(LEVELS * rare), tuple(hit for hit in weighed if hit[1]))


def _rarity(size: int, found: int) -> float:
    """The inverse document frequency of BM25, 1 for what one plan has."""
    return _idf(size, found) / _idf(size, 1)


def _idf(size: int, found: int) -> float:
    return log(1 + (size - found + 0.5) / (found + 0.5))
