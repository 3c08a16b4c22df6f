"""From records to a search that can be asked, as the site publishes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.model.library import Library
from macros.search.glossary import Glossary
from macros.search.index import Index, build
from macros.search.letters import readings, to_simplified
from macros.search.places import Place, places
from macros.search.query import Reader
from macros.search.rank import Searcher, Shelf
from macros.search.words import Letters

FILLERS = tuple(Path(__file__).with_name("fillers.txt").read_text(encoding="utf-8").split())
"""Words of a question that say nothing of its subject."""


@dataclass(frozen=True)
class Records:
    """Records as search sees them: the places of each, and the words that mean the same."""

    places: Sequence[Sequence[Place]]
    glossary: Glossary

    @classmethod
    def of(cls, library: Library) -> "Records":
        """All plans of a library, in the order of their numbers."""
        glossary = Glossary(library.terms)
        plans = library.plans.values()
        return cls([places(plan, glossary.names(plan.id)) for plan in plans], glossary)

    @cached_property
    def letters(self) -> Letters:
        """The tables, for the characters of these records."""
        return Letters(to_simplified(), readings(self._texts()))

    def _texts(self) -> Iterable[str]:
        yield from (form for group in self.glossary.groups for form in group)
        yield from (place.name for own in self.places for place in own)

    @cached_property
    def index(self) -> Index:
        """The index of all places."""
        return build(self.places, self.glossary, self.letters)

    @cached_property
    def searcher(self) -> Searcher:
        """The same search in Python, for measuring."""
        shelf = Shelf(self.places, self.glossary, self.letters)
        return Searcher(Reader(self.letters, FILLERS), self.index.postings.get, shelf)
