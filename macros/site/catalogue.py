"""Everything the pages show, loaded once a build."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.fill.derive import Filling
from macros.fill.settle import Settled, settle
from macros.fill.values import Values
from macros.model.library import Library
from macros.model.plan import Plan
from macros.time.calendar import WorkCalendar
from macros.views.context import Context
from macros.views.program import Program, compile_program

ROOT = Path(__file__).resolve().parents[2]
"""The project's root."""

CATALOGUE = "plan_catalogue"
"""Where a build keeps its catalogue in ``config.extra``, for the macros."""


@dataclass(frozen=True)
class Entry:
    """A plan with all that its page is made of, each part computed when first asked for."""

    plan: Plan
    library: Library
    calendar: WorkCalendar

    @cached_property
    def context(self) -> Context:
        """The plan with its registers and times."""
        return Context(self.plan, self.library)

    @cached_property
    def program(self) -> Program:
        """The plan compiled for filling."""
        return compile_program(self.context)

    @cached_property
    def blank(self) -> Filling:
        """The program before anything is filled in."""
        return Filling(self.program, Values(), self.calendar)

    def document(self, key: str) -> Settled:
        """One blank document of the plan's set.

        Raises:
            KeyError: the plan has no such document.
        """
        for document in self.program["docs"]:
            if document["key"] == key:
                return settle(self.blank, document)
        raise KeyError(key)


@dataclass(frozen=True)
class Catalogue:
    """All plans and registers, ready to be shown."""

    library: Library

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every plan by id, in the order of their numbers."""
        calendar = WorkCalendar(self.library.calendars)
        return {
            key: Entry(plan, self.library, calendar) for key, plan in self.library.plans.items()
        }

    def __getitem__(self, slug: str) -> Entry:
        """The plan ``slug``.

        Raises:
            KeyError: with a Chinese message that lists what there is.
        """
        if slug not in self.entries:
            raise KeyError(f"没有编号为“{slug}”的方案；已有：{'、'.join(self.entries)}")
        return self.entries[slug]
