"""A plan's times worked out for many start dates at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from macros.model.draft import Draft
from macros.model.plan import Plan
from macros.model.source import Path
from macros.model.when import When
from macros.model.work import Step
from macros.time.calendar import WorkCalendar
from macros.time.evaluate import Clock, Resolved, days_of, resolve
from macros.time.points import Ast
from macros.time.schedule import PlanSchedule, Problem, WhenAst, compile_partly

_YEAR, _COMMON_YEAR = 2028, 2027
_DAYS = (1, 10, 11, 20, 21)
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


class Days(NamedTuple):
    """First and last day; ``None`` where there is none or it is not known."""

    start: date | None
    end: date | None


NEVER = Days(None, None)


def bounds(when: WhenAst) -> tuple[Ast | None, Ast | None]:
    """The first and last point of a compiled time, or of the window it recurs in."""
    first, last = when.get("b", (None, None))
    return when.get("s", first), when.get("e", last)


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

    def days(self, start: date) -> dict[Path, Days]:
        """The first and last day of everything, for one start date.

        Many times share a point (the start, the end of a phase), so each is worked out once.
        """
        clock = Clock(start, {}, self.calendar)
        known = {name: days_of(point, clock) or NEVER for name, point in self._points.items()}
        return {
            path: Days(known[first][0], known[last][1])
            for path, (first, last) in self._bounds.items()
        }

    @cached_property
    def _bounds(self) -> dict[Path, tuple[str, str]]:
        """The names of each time's first and last point."""
        return {
            path: (str(first), str(last))
            for path, one in self.timed.items()
            for first, last in [bounds(one.when)]
        }

    @cached_property
    def _points(self) -> dict[str, Ast | None]:
        """Every point once, by its name."""
        points = (point for one in self.timed.values() for point in bounds(one.when))
        return {str(point): point for point in points}

    def _sample(self) -> tuple[date, ...]:
        year = range(1, 13)
        months = [month for month in self.plan.start_months if month in year] or [*year]
        if all(_is_rigid(point) for point in self._points.values()):
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


def _is_rigid(point: Any) -> bool:
    """Whether a point keeps its distance from the start date, whichever that is."""
    if not isinstance(point, list):
        return point is None or isinstance(point, int) or point in {"D", "W"}
    return point[0] in _RIGID and all(_is_rigid(part) for part in point[1:])
