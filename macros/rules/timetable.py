"""A plan's times worked out for many start dates at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from macros.model.draft import Draft
from macros.model.plan import Plan
from macros.model.source import Path
from macros.model.when import When
from macros.model.work import Step
from macros.time.calendar import WorkCalendar
from macros.time.evaluate import Resolved, resolve
from macros.time.schedule import PlanSchedule, Problem, WhenAst, compile_partly

_YEAR, _COMMON_YEAR = 2028, 2027
_DAYS = (1, 10, 11, 20, 21, 28)
_RIGID = {"T", "add", "for", "first", "last", ".."}


@dataclass(frozen=True)
class Timed:
    """Something with a time: where its time stands, what it is called, its compiled time."""

    path: Path
    name: str
    when: WhenAst


def whens(plan: Plan) -> Iterator[tuple[Path, str, When]]:
    """Every time written in a plan: its place, what it is the time of, the time."""
    yield ("span",), "方案期限", plan.span
    for at, phase in enumerate(plan.phases):
        yield ("phases", at, "when"), phase.name, phase.when
    for at, task in enumerate(plan.tasks):
        if task.when:
            yield ("tasks", at, "when"), task.name, task.when
        for index, step in enumerate(task.steps):
            if isinstance(step, Step) and step.when:
                yield ("tasks", at, "steps", index, "when"), step.do, step.when
    for at, metric in enumerate(plan.metrics):
        if metric.when:
            yield ("metrics", at, "when"), metric.name, metric.when
    for at, mode in enumerate(plan.assess.modes if plan.assess else ()):
        if mode.when:
            yield ("assess", "modes", at, "when"), mode.name, mode.when


class Timetable:
    """When everything in a plan happens, for each start date it may have.

    Args:
        draft: the plan; times that could not be read are left out.
        calendar: working days.
        starts: the start dates to work out; a sample that meets month ends, leap days
            and turns of the year when left out.
    """

    def __init__(
        self, draft: Draft[Plan], calendar: WorkCalendar, starts: tuple[date, ...] = ()
    ) -> None:
        self.draft, self.calendar, self.plan = draft, calendar, draft.record
        self.schedule: PlanSchedule
        self.problems: tuple[Problem, ...]
        self.schedule, self.problems = compile_partly(self.plan)
        self.starts = starts or self._sample()

    @cached_property
    def timed(self) -> dict[Path, Timed]:
        """All times that could be compiled and whose bounds are known, by place."""
        failed = [problem.path for problem in self.problems]
        chain_broken = any(path[0] in {"phases", "span"} for path in failed) or not (
            self.draft.is_whole(("phases",)) and self.draft.is_whole(("span",))
        )
        return {
            path: Timed(path, name, compiled)
            for path, name, _ in whens(self.plan)
            if (compiled := self._compiled(path)) is not None
            and self.draft.is_whole(path)
            and not any(one[: len(path)] == path for one in failed)
            and not (chain_broken and path[0] in {"phases", "span"})
        }

    def _compiled(self, path: Path) -> WhenAst | None:
        schedule, plan, at = self.schedule, self.plan, path[1] if len(path) > 1 else 0
        if path[0] == "span":
            return schedule.span
        if path[0] == "assess":
            return schedule.modes.get(int(path[2]))
        if path[0] == "phases":
            return schedule.phases.get(plan.phases[int(at)].id)
        if path[0] == "metrics":
            return schedule.metrics.get(plan.metrics[int(at)].id)
        task = plan.tasks[int(at)].id
        if path[2] == "steps":
            return schedule.steps.get((task, int(path[3])))
        return schedule.tasks.get(task)

    def at(self, path: Path, start: date) -> Resolved:
        """The dates of the time at ``path`` for one start date."""
        return resolve(self.timed[path].when, start, {}, self.calendar)

    def _sample(self) -> tuple[date, ...]:
        year = range(1, 13)
        months = [month for month in self.plan.start_months if month in year] or [*year]
        if all(_is_rigid(point) for one in self.timed.values() for point in _points(one.when)):
            return (date(_YEAR, months[0], 1),)
        days = [
            date(year, month, day)
            for year in (_COMMON_YEAR, _YEAR)
            for month in months
            for day in _DAYS
            if year == _YEAR or month == 2
        ]
        return tuple(sorted({*days, *(_month_end(day) for day in days)}))


def every_day(plan: Plan, first: date, years: int) -> tuple[date, ...]:
    """All start dates a plan allows within some years."""
    days = (first + timedelta(days=number) for number in range(366 * years))
    return tuple(day for day in days if not plan.start_months or day.month in plan.start_months)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _points(when: WhenAst) -> Iterator[Any]:
    yield from (when.get("s"), when.get("e"), *when.get("b", ()))


def _is_rigid(point: Any) -> bool:
    """Whether a point keeps its distance from the start date, whichever that is."""
    if not isinstance(point, list):
        return point is None or isinstance(point, int) or point in {"D", "W"}
    return point[0] in _RIGID and all(_is_rigid(part) for part in point[1:])
