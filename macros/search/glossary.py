"""Words and how people say them: a text that has one form of a word is found by all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.model.registers import Term


@dataclass(frozen=True)
class Glossary:
    """The register of terms, as search uses it."""

    terms: Mapping[str, Term]

    @cached_property
    def groups(self) -> list[tuple[str, ...]]:
        """Each term that has everyday forms, with them."""
        return [(name, *term.say) for name, term in self.terms.items() if term.say]

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, int]]]:
        """Every form and its group's number, by the form's first character."""
        found: dict[str, list[tuple[str, int]]] = {}
        for number, group in enumerate(self.groups):
            for form in group:
                found.setdefault(form[0], []).append((form, number))
        return found

    def groups_in(self, text: str) -> list[int]:
        """The numbers of the groups of which a text has a form."""
        near = (pair for char in set(text) for pair in self._by_first.get(char, ()))
        return sorted({number for form, number in near if form in text})

    def forms(self, numbers: Iterable[int]) -> list[str]:
        """All forms of these groups."""
        return [form for number in numbers for form in self.groups[number]]

    def names(self, slug: str) -> list[str]:
        """The terms that stand for a plan, with their everyday forms."""
        own = ((name, *term.say) for name, term in self.terms.items() if slug in term.plans)
        return [form for group in own for form in group]
