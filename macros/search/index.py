"""The index: how strongly each pair of characters, or of syllables, speaks for a plan.

The weights of BM25F (Robertson and Zaragoza 2009, section 3.6) are settled here and rounded to
small whole numbers; whoever searches only adds them up.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace
from math import log

from macros.search.count import Counter
from macros.search.glossary import Glossary
from macros.search.places import WEIGHTS, Place
from macros.search.words import Letters, Pair

LEVELS = 90
"""The highest weight; one printable character holds a weight."""

_K1, _B = 5.0, 0.2
_KEEP = 100
"""How many plans a pair leads to at most."""

_FULL = 1 << 20
"""More than the plans there can be, and as finely as a share is kept."""


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


def build(plans: Sequence[Sequence[Place]], glossary: Glossary, letters: Letters) -> Index:
    """The index of plans, each given by its places.

    Of a pair that very many plans have, only the plans that have most of it are kept: a file of
    the index must not grow with the number of plans.
    """
    spread: defaultdict[Pair, int] = defaultdict(int)
    best: defaultdict[Pair, list[int]] = defaultdict(list)
    lengths = [_length(places) for places in plans]
    mean = sum(lengths) / max(len(lengths), 1)
    counter = Counter(glossary, letters)
    for number, places in enumerate(plans):
        norm = _K1 * (1 - _B + _B * lengths[number] / mean)
        for pair, n in counter.count(places).items():
            spread[pair] += 1
            _keep(best[pair], _hit(n / (n + norm), number))
    size = len(plans)
    return Index(
        size, {pair: _posting(hits, _rarity(size, spread[pair])) for pair, hits in best.items()}
    )


def _hit(share: float, number: int) -> int:
    """A share of the most and a plan as one whole number, which sorts; of equals the first plan."""
    return round(share * _FULL) * _FULL + _FULL - 1 - number


def _plan(hit: int) -> tuple[int, float]:
    share, rest = divmod(hit, _FULL)
    return _FULL - 1 - rest, share / _FULL


def _keep(hits: list[int], hit: int) -> None:
    if len(hits) < _KEEP:
        heappush(hits, hit)
    elif hit > hits[0]:
        heapreplace(hits, hit)


def _length(places: Sequence[Place]) -> int:
    """How many characters a plan has, weighed."""
    texts = ((place[2:], WEIGHTS[place.kind]) for place in places)
    return sum(len(name) * high + len(text) * low for (name, text), (high, low) in texts)


def _posting(hits: list[int], rare: float) -> Posting:
    weighed = sorted((number, round(LEVELS * rare * share)) for number, share in map(_plan, hits))
    return Posting(round(LEVELS * rare), tuple(hit for hit in weighed if hit[1]))


def _rarity(size: int, found: int) -> float:
    """The inverse document frequency of BM25, 1 for what one plan has."""
    return _idf(size, found) / _idf(size, 1)


def _idf(size: int, found: int) -> float:
    return log(1 + (size - found + 0.5) / (found + 0.5))
