"""The index: how strongly each pair of characters, or of syllables, speaks for a plan.

The weights of BM25F (Robertson and Zaragoza 2009, section 3.6) are settled here and rounded to
small whole numbers; whoever searches only adds them up.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from macros.search.glossary import Glossary
from macros.search.places import WEIGHTS, Place
from macros.search.words import Letters, Pair, Run, blurred, initials, pairs

LEVELS = 90
"""The highest weight; one printable character holds a weight."""

_K1, _B = 5.0, 0.35
_SAID = 0.7
"""What a word's everyday forms count beside the word itself."""

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


def build(counted: Sequence[Counts], keep: int = 10**9) -> Index:
    """The index of plans.

    Args:
        counted: the pairs of each plan.
        keep: how many plans to keep for one pair, those with the highest weights.
    """
    found: defaultdict[Pair, list[tuple[int, float]]] = defaultdict(list)
    lengths = [sum(counts.values()) for counts in counted]
    for number, counts in enumerate(counted):
        norm = _K1 * (1 - _B + _B * lengths[number] * len(lengths) / sum(lengths))
        for pair, n in counts.items():
            found[pair].append((number, n / (n + norm)))
    size = len(counted)
    return Index(size, {pair: _posting(hits, size, keep) for pair, hits in found.items()})


def _posting(hits: list[tuple[int, float]], size: int, keep: int) -> Posting:
    rare = LEVELS * _rarity(size, len(hits)) / _rarity(size, 1)
    weighed = ((number, round(rare * share)) for number, share in hits)
    best = sorted((hit for hit in weighed if hit[1]), key=lambda hit: (-hit[1], hit[0]))
    return Posting(round(rare), tuple(sorted(best[:keep])))


def _rarity(size: int, found: int) -> float:
    """The inverse document frequency of BM25, never below zero."""
    return log(1 + (size - found + 0.5) / (found + 0.5))
