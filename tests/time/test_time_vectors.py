"""The cases that every host of the evaluator must answer alike."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from time_support import day, known_calendar, schedule

from macros.model.when import When
from macros.time.evaluate import resolve
from macros.time.recur import recurrence
from macros.time.schedule import WhenAst, compile_when
from macros.time.wording import absolute, relative

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
CALENDAR = known_calendar(VECTORS["calendar"])
each_case = pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])


def _compiled(case: dict[str, Any]) -> WhenAst:
    plan = schedule(case.get("phases", []), span=case.get("span"))
    if "phase" in case:
        return plan.phases[case["phase"]]
    within = plan.span if "span" in case else None
    return compile_when(When.model_validate(case["when"]), plan.phases, within)


@each_case
def test_a_time_compiles_to_its_ast(case: dict[str, Any]) -> None:
    assert _compiled(case) == case["ast"]


@each_case
def test_an_ast_is_computed_and_said_as_expected(case: dict[str, Any]) -> None:
    start = day(case["start"])
    dates = {name: date.fromisoformat(text) for name, text in case["dates"].items()}
    resolved = resolve(case["ast"], start, dates, CALENDAR)
    expect = dict(case["expect"])
    found: dict[str, Any] = {
        "relative": relative(case["ast"]),
        "absolute": absolute(case["ast"], resolved, start.year if start else 0),
        "start": resolved.start and str(resolved.start),
        "end": resolved.end and str(resolved.end),
    }
    days = recurrence(resolved, case["ast"], CALENDAR, 100)
    listed = {"occurrences": days.days, "dropped": days.dropped, "added": days.added}
    found |= {name: [str(d) for d in some] for name, some in listed.items() if name in expect}
    assert found == expect


def test_no_two_cases_share_a_name() -> None:
    names = [case["name"] for case in VECTORS["cases"]]
    assert len(set(names)) == len(names) > 60
