"""From records to a search that can be asked, as the site publishes it."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from macros.model.library import Library
from macros.search.glossary import Glossary
from macros.search.index import Index, build, count
from macros.search.letters import readings, to_simplified
from macros.search.places import Place, places
from macros.search.query import Reader
from macros.search.rank import Searcher, Shelf
from macros.search.words import Letters

FILLERS = tuple(Path(__file__).with_name("fillers.txt").read_text(encoding="utf-8").split())
"""Words of a question that say nothing of its subject."""


class Records:
    """The plans as search sees them.

    Args:
        library: all records.
        keep: how many plans the index keeps for one pair.
    """

    def __init__(self, library: Library, keep: int = 10**9) -> None:
        self.plans = list(library.plans.values())
        self.glossary = Glossary(library.terms)
        self._keep = keep

    @cached_property
    def places(self) -> list[list[Place]]:
        """The places of every plan."""
        return [places(plan, self.glossary.names(plan.id)) for plan in self.plans]

    @cached_property
    def letters(self) -> Letters:
        """The tables, for the characters of these records."""
        return Letters(to_simplified(), readings(self._texts()))

    def _texts(self) -> Iterable[str]:
        yield from (form for group in self.glossary.groups for form in group)
        yield from (text for own in self.places for place in own for text in place[2:])

    @cached_property
    def index(self) -> Index:
        """The index of all places."""
        counted = [count(own, self.glossary, self.letters) for own in self.places]
        return build(counted, self._keep)

    @cached_property
    def searcher(self) -> Searcher:
        """The same search in Python, for measuring."""
        shelf = Shelf(self.places, self.glossary, self.letters)
        return Searcher(Reader(self.letters, FILLERS), self.index.postings.get, shelf)
