"""Which plans answer a query, and whether any does. Mirrored by web/search/rank.js."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from macros.search.glossary import Glossary
from macros.search.places import NAMED, Place
from macros.search.query import Look, Reader, Signal
from macros.search.words import Letters, Pair, blurred, initials, pairs

CANDIDATES = 6
"""How many plans are looked at closely."""

COVER = 0.5
"""What a place that covers the query counts beside the plan's share of the best score."""

SURE = 0.2
"""The share of the query's weight that a plan must reach to be an answer."""

Scores = dict[int, int]


class Found(NamedTuple):
    """A plan that was found: its number, its score, and its best place."""

    plan: int
    score: float
    place: int


class Answer(NamedTuple):
    """The plans found, best first, and whether the first one answers the query."""

    found: list[Found]
    sure: bool


@dataclass(frozen=True)
class Shelf:
    """The places of the plans, and the pairs in each, computed when first asked for."""

    places: Sequence[Sequence[Place]]
    glossary: Glossary
    letters: Letters
    _known: dict[tuple[int, int], frozenset[Pair]] = field(default_factory=dict)

    def pairs(self, plan: int, place: int) -> frozenset[Pair]:
        """All that a place can be found by."""
        key = (plan, place)
        if key not in self._known:
            self._known[key] = frozenset(self._pairs(self.places[plan][place]))
        return self._known[key]

    def _pairs(self, place: Place) -> set[Pair]:
        groups = self.glossary.groups_in(place.name) + self.glossary.groups_in(place.text)
        found: set[Pair] = set()
        for text in (place.name, place.text, *self.glossary.forms(groups)):
            for run in self.letters.runs(text):
                found.update((unit.text, "") for unit in run)
                for pair in pairs(run):
                    found.add(pair)
                    for sound in self.letters.spoken(*pair):
                        found.update((sound, blurred(sound), initials(sound)))
        return found


@dataclass(frozen=True)
class Searcher:
    """Answers queries."""

    reader: Reader
    look: Look
    shelf: Shelf

    def search(self, query: str) -> Answer:
        """The plans that answer a query."""
        signals = self.reader.read(query, self.look)
        wanted = [signal for signal in signals if signal.weight]
        scores = self._scores(signals)
        judged = self._scores(wanted)
        most = max(scores.values(), default=1)
        first = sorted(scores, key=lambda plan: (-scores[plan], plan))[:CANDIDATES]
        found = [self._close(plan, scores[plan] / most, wanted) for plan in first]
        found.sort(key=lambda one: (-one.score, one.plan))
        whole = 10 * sum(signal.weight for signal in wanted)
        sure = bool(found) and judged.get(found[0].plan, 0) >= SURE * whole
        return Answer(found, sure)

    def _scores(self, signals: Sequence[Signal]) -> Scores:
        """What each plan has of the signals; of the alternatives of one signal the best."""
        scores: defaultdict[int, int] = defaultdict(int)
        for signal in signals:
            best: defaultdict[int, int] = defaultdict(int)
            for pair in signal.pairs:
                found = self.look(pair)
                for plan, weight in found.hits if found else ():
                    best[plan] = max(best[plan], weight)
            for plan, weight in best.items():
                scores[plan] += weight * signal.share
        return dict(scores)

    def _close(self, plan: int, share: float, wanted: list[Signal]) -> Found:
        """A plan looked at closely: one place with the plan's names should cover the query."""
        places = self.shelf.places[plan]
        sets = [self.shelf.pairs(plan, at) for at in range(len(places))]
        named = [mine for place, mine in zip(places, sets, strict=True) if place.kind in NAMED]
        head: frozenset[Pair] = frozenset().union(*named)

        def within(*among: frozenset[Pair]) -> Callable[[Signal], bool]:
            return lambda signal: any(pair in one for pair in signal.pairs for one in among)

        cover = max(coverage(wanted, within(mine, head)) for mine in sets)
        best = max(range(len(sets)), key=lambda at: (mass(wanted, within(sets[at])), -at))
        return Found(plan, share + COVER * cover, best)


def mass(wanted: list[Signal], has: Callable[[Signal], bool]) -> int:
    """The weight of the signals that are there."""
    return sum(signal.share * signal.weight for signal in wanted if has(signal))


def coverage(wanted: list[Signal], has: Callable[[Signal], bool]) -> float:
    """How much of the query is there: 0 to 1.

    A pair that is missing between two units that are both there counts for nothing: it is
    where two words meet.
    """
    there, missing = 0, 0
    judged = [(signal, has(signal)) for signal in wanted]
    covered = {at for signal, hit in judged if hit for at in (signal.first, signal.last)}
    for signal, hit in judged:
        if hit:
            there += 2 * signal.share * signal.weight
        else:
            bare = (signal.first not in covered) + (signal.last not in covered)
            missing += 10 * signal.weight * bare
    return there / (there + missing) if there else 0.0
