"""How often the pairs of a plan occur, in characters and in sounds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from macros.search.glossary import Glossary
from macros.search.places import WEIGHTS, Place
from macros.search.words import Letters, Pair, blurred, initials, pairs

_SAID = 0.7
"""What a word's everyday forms count beside the word itself."""

_SPOKEN, _INITIALS = 2, 4
"""From which weight on a text can be found by its sound, and by its initials."""

Counts = Mapping[Pair, float]


@dataclass(frozen=True)
class Counter:
    """Counts the pairs of plans; what a word says and how a pair sounds is worked out once."""

    glossary: Glossary
    letters: Letters
    _said: dict[int, list[Pair]] = field(default_factory=dict)
    _sounds: dict[Pair, list[tuple[Pair, Pair, Pair]]] = field(default_factory=dict)

    def count(self, places: Sequence[Place]) -> Counts:
        """How often each pair occurs, a place's name and text weighed as they deserve."""
        counts: defaultdict[Pair, float] = defaultdict(float)
        for loudness, written in self._written(places).items():
            for pair, n in written.items():
                counts[pair] += n
                for sound in self._heard(pair, loudness):
                    counts[sound] += n
        return counts

    def _written(self, places: Sequence[Place]) -> dict[int, defaultdict[Pair, float]]:
        """What the plan writes, and how else people say it, by how widely it can be found."""
        found: dict[int, defaultdict[Pair, float]] = {n: defaultdict(float) for n in range(3)}
        for place in places:
            for text, weight in zip((place.name, place.text), WEIGHTS[place.kind], strict=True):
                counts = found[(weight >= _SPOKEN) + (weight >= _INITIALS)]
                for pair in self._pairs(text):
                    counts[pair] += weight
                for group in self.glossary.groups_in(text):
                    for pair in self._forms(group):
                        counts[pair] += weight * _SAID
        return found

    def _pairs(self, text: str) -> Iterator[Pair]:
        for run in self.letters.runs(text):
            yield from ((unit.text, "") for unit in run)
            yield from pairs(run)

    def _forms(self, group: int) -> list[Pair]:
        """The pairs of all forms of a word."""
        if group not in self._said:
            forms = self.glossary.forms([group])
            self._said[group] = [pair for form in forms for pair in self._pairs(form)]
        return self._said[group]

    def _heard(self, pair: Pair, loudness: int) -> Iterator[Pair]:
        """How a pair sounds: nothing, syllables sharp and blurred, or initials too."""
        if not loudness or not pair[1]:
            return
        if pair not in self._sounds:
            spoken = self.letters.spoken(*pair)
            self._sounds[pair] = [(sound, blurred(sound), initials(sound)) for sound in spoken]
        for sounds in self._sounds[pair]:
            yield from sounds[: loudness + 1]
