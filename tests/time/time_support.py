"""What the tests of time share: a known calendar, plans cut down to their times."""

from datetime import date
from typing import Any

from macros.model.plan import Plan
from macros.model.registers import Calendar
from macros.model.when import When
from macros.model.work import Phase, Task
from macros.time.calendar import WorkCalendar
from macros.time.schedule import PlanSchedule, WhenAst, compile_plan, compile_when


def when(**fields: str) -> When:
    """A time as a record writes it; ``for`` is spelled ``for_``."""
    return When.model_validate({key.rstrip("_"): value for key, value in fields.items()})


def compiled(**fields: str) -> WhenAst:
    return compile_when(when(**fields), {})


def schedule(
    phases: list[dict[str, Any]],
    tasks: list[dict[str, Any]] | None = None,
    span: dict[str, str] | None = None,
) -> PlanSchedule:
    """A plan's schedule from nothing but its times."""
    plan = Plan.model_construct(
        span=When.model_validate(span or {"start": "T", "end": "Y+1"}),
        phases=tuple(Phase.model_validate({"name": "某阶段", **entry}) for entry in phases),
        tasks=tuple(
            Task.model_validate({"name": "做一件事", "lead": "社区", **entry})
            for entry in tasks or ()
        ),
    )
    return compile_plan(plan)


def known_calendar(years: dict[str, Any]) -> WorkCalendar:
    """A calendar from ``{year: {off: {name: days}, work: days}}``."""
    return WorkCalendar(
        {
            int(year): Calendar.model_validate(
                {"year": year, "source": "某通知", "checked": "2026-01-01", **days}
            )
            for year, days in years.items()
        }
    )


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
