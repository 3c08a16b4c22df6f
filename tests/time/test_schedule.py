import pytest
from time_support import compiled, schedule, when

from macros.time.points import PointError
from macros.time.schedule import ScheduleError, compile_when


def test_a_phase_without_a_start_begins_when_the_one_before_has_ended() -> None:
    phases = schedule(
        [{"id": "a", "when": {"for": "P13D"}}, {"id": "b", "when": {"end": "Y"}}]
    ).phases
    assert phases["a"] == {"k": "window", "s": ["T"], "e": ["for", ["T"], 13, "D"]}
    assert phases["b"] == {"k": "window", "s": ["add", ["T"], 13, "D"], "e": ["Y", 0]}


def test_a_phase_after_whole_months_begins_with_the_next_month() -> None:
    phases = schedule(
        [
            {"id": "a", "when": {"start": "T", "end": "month(T+P1M)"}},
            {"id": "b", "when": {"end": "Y-12"}},
            {"id": "c", "when": {"end": ".."}},
        ]
    ).phases
    assert phases["b"]["s"] == ["per", "month", ["add", ["T"], 2, "M"]]
    assert phases["c"] == {"k": "open", "s": ["Y", 1, 1], "e": [".."]}


def test_a_task_without_a_time_has_its_phases() -> None:
    plan = schedule([{"id": "a", "when": {"for": "P5D"}}], [{"id": "t", "phase": "a"}])
    assert plan.tasks["t"] == plan.phases["a"]


def test_a_task_that_only_says_how_long_begins_with_its_phase() -> None:
    plan = schedule(
        [{"id": "a", "when": {"for": "P5D"}}, {"id": "b", "when": {"for": "P9D"}}],
        [{"id": "t", "phase": "b", "when": {"for": "P2D"}}],
    )
    assert plan.tasks["t"]["e"] == ["for", ["add", ["T"], 5, "D"], 2, "D"]


def test_a_recurrence_is_bounded_by_its_phase_else_by_the_span() -> None:
    weekly = {"rrule": "FREQ=WEEKLY;BYDAY=FR"}
    tasks = [{"id": "in", "phase": "a", "when": weekly}, {"id": "out", "when": weekly}]
    plan = schedule([{"id": "a", "when": {"for": "P5D"}}], tasks, {"start": "T", "end": "Y"})
    assert plan.tasks["in"]["b"] == [["T"], ["for", ["T"], 5, "D"]]
    assert plan.tasks["out"]["b"] == [["T"], ["Y", 0]]


def test_steps_with_a_time_are_listed_by_task_and_index() -> None:
    steps = ["先通知", {"do": "再清理", "when": {"end": "T+P1D"}}]
    plan = schedule([], [{"id": "t", "when": {"end": "Y"}, "steps": steps}])
    assert plan.steps == {("t", 1): {"k": "deadline", "e": ["add", ["T"], 1, "D"]}}


def test_a_phase_reference_is_the_day_it_means_inside_a_point() -> None:
    phases = {"a": {"k": "window", "s": ["Y", 0, 4], "e": ["Y", 0, 6]}}
    assert compile_when(when(end="a.end"), phases)["e"] == ["Y", 0, 6]
    assert compile_when(when(start="a.end"), phases)["s"] == ["Y", 0, 6, 30]
    assert compile_when(when(end="a.start+P2D"), phases)["e"] == ["add", ["Y", 0, 4, 1], 2, "D"]


def test_a_trigger_keeps_its_event_and_limit() -> None:
    assert compiled(on="发现险情", within="2WD") == {
        "k": "trigger",
        "on": "发现险情",
        "in": [2, "WD"],
        "b": [None, None],
    }


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"start": "T+1", "end": "T"}, "start"),
        ({"end": "T+1"}, "end"),
        ({"start": "..", "end": "T"}, "start"),
        ({"end": "b.end"}, "end"),
        ({"for_": "P0D"}, "for"),
        ({"on": "发现险情", "within": "P0D"}, "within"),
    ],
)
def test_an_error_names_the_field_it_stands_in(fields: dict[str, str], field: str) -> None:
    with pytest.raises(PointError) as caught:
        compiled(**fields)
    assert (caught.value.field, bool(caught.value.hint)) == (field, True)


def test_a_plan_reports_all_its_problems_with_their_places() -> None:
    with pytest.raises(ScheduleError) as caught:
        schedule(
            [{"id": "a", "when": {"end": ".."}}, {"id": "b", "when": {"for": "P5D"}}],
            [{"id": "t", "when": {"end": "z.end"}}, {"id": "u", "when": {"end": "a.end"}}],
            {"start": "T", "end": "Y-13"},
        )
    problems = caught.value.problems
    assert [problem.path for problem in problems] == [
        ("span", "end"),
        ("phases", 1, "when"),
        ("tasks", 0, "when", "end"),
        ("tasks", 1, "when", "end"),
    ]
    assert all(problem.hint for problem in problems)
    assert "能引用的阶段：a、b" in problems[2].hint
