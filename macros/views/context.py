"""What every view needs of a record: the plan, its registers, its compiled times."""

from dataclasses import dataclass
from functools import cached_property

from macros.model.library import Library
from macros.model.plan import Plan
from macros.model.work import Task
from macros.time.schedule import PlanSchedule, compile_plan
from macros.views.blocks import Inline, UnitName, inline, join

EVERY_GROUP = "各组"


@dataclass(frozen=True)
class Context:
    """A plan together with the registers it refers to."""

    plan: Plan
    library: Library

    @cached_property
    def schedule(self) -> PlanSchedule:
        """The plan's times, compiled."""
        return compile_plan(self.plan)

    def unit(self, key: str) -> Inline:
        """A unit, a group of the plan by its id, or ``各组``."""
        if key in self.library.units:
            return (UnitName(key),)
        return inline(self.library.unit_name(self.plan, key))

    def units(self, keys: tuple[str, ...]) -> Inline:
        """Several units, joined by 、."""
        return join(self.unit(key) for key in keys)

    def cell(self, text: str) -> Inline:
        """A cell of a table: units are printed by their names, anything else as it is."""
        keys = tuple(text.split("、"))
        return self.units(keys) if all(key in self.library.units for key in keys) else inline(text)

    def post(self, post: str) -> Inline:
        """``单位/职务`` in one phrase; a bare unit key stays a unit."""
        unit, _, office = post.partition("/")
        return (*self.unit(unit), office) if office else self.unit(unit)

    def posts(self, posts: tuple[str, ...]) -> Inline:
        """Several posts, joined by 、."""
        return join(self.post(post) for post in posts)

    def is_routine(self, task: Task) -> bool:
        """Whether a task recurs or waits for a trigger instead of ending once."""
        return bool(task.when and task.when.kind in {"recurring", "trigger"})
