"""Where a plan names units and groups, and what a name that is not one may mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.model.nearest import nearest
from macros.model.plan import Plan
from macros.model.source import Path
from macros.model.work import Step, Task
from macros.rules.case import Case, Placed

MAY_BE_GROUPS = frozenset({"lead", "owner", "by", "who", "to"})
"""Fields where a working group may stand for its units."""

ALL_GROUPS = "各组"
"""Said instead of a unit: each working group."""


def unit_refs(plan: Plan) -> Iterator[Placed]:
    """Every place that names a unit (or, for tasks and metrics, a group)."""
    for name in ("issuer", "units"):
        yield from _listed((name,), getattr(plan, name))
    yield from _org_refs(plan)
    for at, task in enumerate(plan.tasks):
        yield from task_refs(task, ("tasks", at))
    for at, metric in enumerate(plan.metrics):
        if metric.owner:
            yield ("metrics", at, "owner"), metric.owner
    for at, mode in enumerate(plan.assess.modes if plan.assess else ()):
        if mode.by:
            yield ("assess", "modes", at, "by"), mode.by


def task_refs(task: Task, path: Path) -> Iterator[Placed]:
    """The units one task names."""
    yield (*path, "lead"), task.lead
    yield from _listed((*path, "support"), task.support)
    for at, step in enumerate(task.steps):
        if isinstance(step, Step) and step.who:
            yield (*path, "steps", at, "who"), step.who
    for at, way in enumerate(task.escalate):
        yield (*path, "escalate", at, "to"), way.to


def _listed(path: Path, names: tuple[str, ...]) -> Iterator[Placed]:
    for at, name in enumerate(names):
        yield (*path, at), name


def _org_refs(plan: Plan) -> Iterator[Placed]:
    if plan.org is None:
        return
    leading, office = plan.org.leading, plan.org.office
    if leading:
        yield ("org", "leading", "head"), _unit_of(leading.head)
        yield from _posts(("org", "leading", "deputies"), leading.deputies)
        yield from _posts(("org", "leading", "members"), leading.members)
    if office:
        yield ("org", "office", "at"), office.at
        if office.director:
            yield ("org", "office", "director"), _unit_of(office.director)
        yield from _posts(("org", "office", "deputies"), office.deputies)
    yield from _group_refs(plan)
    for at, role in enumerate(plan.org.roles):
        if role.post:
            yield ("org", "roles", at, "post"), _unit_of(role.post)


def _group_refs(plan: Plan) -> Iterator[Placed]:
    for at, group in enumerate(plan.org.groups if plan.org else ()):
        path: Path = ("org", "groups", at)
        if group.head:
            yield (*path, "head"), _unit_of(group.head)
        yield from _listed((*path, "members"), group.members)
        for index, count in enumerate(group.headcount):
            yield (*path, "headcount", index, "unit"), count.unit


def _posts(path: Path, posts: tuple[str, ...]) -> Iterator[Placed]:
    return _listed(path, tuple(_unit_of(post) for post in posts))


def _unit_of(post: str) -> str:
    return post.partition("/")[0]


@dataclass(frozen=True)
class Units:
    """The register with its other names."""

    case: Case

    @cached_property
    def groups(self) -> frozenset[str]:
        """The ids of the plan's working groups."""
        org = self.case.plan.org
        return frozenset(group.id for group in org.groups) if org else frozenset()

    def knows(self, name: str) -> bool:
        """Whether the name is a unit, a group, or 各组 where there are groups."""
        if name == ALL_GROUPS:
            return bool(self.groups)
        return name in self.case.library.units or name in self.groups

    def meant(self, name: str) -> str:
        """The unit a name stands for: itself, the one it is an alias of, or the nearest."""
        if self.knows(name):
            return name
        library = self.case.library
        return library.other_names.get(name) or nearest(name, library.units)

    def hint(self, name: str) -> str:
        """What to write instead of a name that is not registered."""
        meant = self.meant(name)
        unit = self.case.library.units.get(meant)
        if unit and name in unit.alias:
            return f"“{name}”是“{meant}”的别称，请统一写“{meant}”"
        if unit and name in unit.was:
            return f"“{name}”是“{meant}”的曾用名，请写“{meant}”"
        if unit and name == unit.name:
            return f"这是印出的名称，请写登记的键“{meant}”"
        near = f"是否想写“{meant}”？" if meant else ""
        return near + "已有的见 data/units.yml，没有的先在那里登记"
