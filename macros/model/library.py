"""Everything the project knows, loaded: plans and the registers beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.model.outline import Outlines, Section
from macros.model.plan import Plan
from macros.model.registers import Calendar, Phrase, Policy, Term, Unit


@dataclass(frozen=True)
class Library:
    """All valid records, by key; plans in the order of their numbers."""

    plans: Mapping[str, Plan]
    units: Mapping[str, Unit]
    policies: Mapping[str, Policy]
    terms: Mapping[str, Term]
    calendars: Mapping[int, Calendar]
    phrases: tuple[Phrase, ...]
    outlines: Outlines

    @cached_property
    def other_names(self) -> Mapping[str, str]:
        """Aliases, former and printed names of units, each with the key to write instead."""
        return {
            other: key
            for key, unit in self.units.items()
            for other in (unit.name, *unit.was, *unit.alias)
        }

    def unit_name(self, plan: Plan, key: str) -> str:
        """The printed name of a unit key, a group id of the plan, or ``各组``."""
        if key in self.units:
            return self.units[key].name
        groups = plan.org.groups if plan.org else ()
        return next((group.name for group in groups if group.id == key), key)

    def sections(self, plan: Plan) -> tuple[Section, ...]:
        """The plan's own sections, or those of the outline it names."""
        if plan.sections or not plan.outline:
            return plan.sections
        return self.outlines.outlines[plan.outline].sections
