"""Every allowed start date of three years, not one sample: real records must hold on each."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from time_support import schedule

from macros.model.plan import Plan
from macros.model.source import read_source
from macros.time.calendar import WorkCalendar, load_calendars
from macros.time.evaluate import Resolved, resolve
from macros.time.schedule import PlanSchedule, WhenAst, compile_plan
from macros.time.wording import absolute, relative

ONE_DAY = timedelta(days=1)
CALENDAR = WorkCalendar(load_calendars(Path("data/calendar")))
RECORDS = sorted(Path("data/plans").glob("*.yml"))
each_record = pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)


@cache
def _record(path: Path) -> Plan:
    return Plan.model_validate(read_source(path, path.name).data)


def _starts(months: tuple[int, ...]) -> Iterator[date]:
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(1096))
    return (day for day in days if not months or day.month in months)


def _resolved(when: WhenAst, start: date) -> Resolved:
    return resolve(when, start, {}, CALENDAR)


def _prepares(when: WhenAst) -> bool:
    """Whether a time is meant to lie before the start: T-P3D."""
    counted = [point for point in (when.get("s"), when.get("e")) if point and point[0] == "add"]
    return any(point[2] < 0 for point in counted)


def _outside(when: WhenAst, found: Resolved, span: Resolved) -> bool:
    early = [day for day in (found.start, found.end) if day and span.start and day < span.start]
    late = [day for day in (found.start, found.end) if day and span.end and day > span.end]
    backwards = found.start and found.end and found.start > found.end
    return bool(late or backwards or (early and not _prepares(when)))


def _time_faults(plan: PlanSchedule, start: date) -> Iterator[str]:
    span = _resolved(plan.span, start)
    if _outside(plan.span, span, span):
        yield f"{start} span"
    groups: list[dict[Any, WhenAst]] = [plan.phases, plan.tasks, plan.steps]
    for key, when in (item for group in groups for item in group.items()):
        if _outside(when, found := _resolved(when, start), span):
            yield f"{start} {key}: {found.start}—{found.end} outside {span.start}—{span.end}"


def _chain_faults(plan: PlanSchedule, overlapping: set[str], start: date) -> Iterator[str]:
    before: Resolved | None = None
    for key, when in plan.phases.items():
        found = _resolved(when, start)
        wanted = before.end + ONE_DAY if before and before.end else None
        if wanted and key not in overlapping and found.start != wanted:
            yield f"{start} {key}: begins {found.start}, not {wanted}"
        before = found


def _faults(plan: PlanSchedule, months: tuple[int, ...], overlapping: set[str]) -> list[str]:
    return [
        fault
        for start in _starts(months)
        for fault in (*_time_faults(plan, start), *_chain_faults(plan, overlapping, start))
    ]


@each_record
def test_a_record_holds_for_every_start_it_allows(path: Path) -> None:
    plan = _record(path)
    overlapping = {phase.id for phase in plan.phases if phase.overlap}
    faults = _faults(compile_plan(plan), plan.start_months, overlapping)
    assert not faults, f"{len(faults)} faults, such as {faults[:5]}"


@each_record
def test_every_time_of_a_record_can_be_said(path: Path) -> None:
    plan = compile_plan(_record(path))
    groups: list[dict[Any, WhenAst]] = [
        plan.phases, plan.tasks, plan.steps, plan.metrics, plan.modes
    ]  # fmt: skip
    for when in (plan.span, *(when for group in groups for when in group.values())):
        said = relative(when), absolute(when, _resolved(when, date(2026, 4, 15)), 2026)
        assert all(said), when


@pytest.mark.parametrize(
    ("phases", "tasks", "months", "fault"),
    [
        ([], [{"id": "t", "when": {"end": "Y-08-30"}}], (8,), "2026-08-31 t"),
        ([], [{"id": "t", "when": {"start": "Y-03", "end": "Y-02"}}], (1,), "2026-01-01 t"),
        ([], [{"id": "t", "when": {"end": "T+P9M"}}], (4,), "2026-04-01 t"),
        (
            [
                {"id": "a", "when": {"end": "Y-02-28"}},
                {"id": "b", "when": {"start": "Y-03-01", "end": "Y"}},
            ],
            [],
            (2,),
            "2028-02-01 b",
        ),
    ],
)
def test_the_sweep_finds_faults_that_one_start_would_hide(
    phases: list[Any], tasks: list[Any], months: tuple[int, ...], fault: str
) -> None:
    plan = schedule(phases, tasks, {"start": "T", "end": "Y"})
    assert _faults(plan, months, set())[0].startswith(fault)


def test_preparing_before_the_start_is_no_fault() -> None:
    plan = schedule([], [{"id": "t", "when": {"start": "T-P3D", "end": "T"}}])
    assert not _faults(plan, (), set())
