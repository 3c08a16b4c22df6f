"""Claims that hold for every start date."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from time_support import known_calendar, schedule

from macros.time.calendar import WorkCalendar
from macros.time.evaluate import Clock, days_of, resolve
from macros.time.fold import day_after, first, last, shift
from macros.time.points import Ast, is_day
from macros.time.recur import recurrence
from macros.time.wording import absolute, duration, relative

ONE_DAY = timedelta(days=1)
PLAIN = WorkCalendar({})
NATIONAL = [str(date(2026, 10, n)) for n in range(1, 8)]
KNOWN = known_calendar(
    {"2026": {"off": {"国庆节": NATIONAL}, "work": ["2026-09-20", "2026-10-10"]}}
)

starts = st.dates(date(2024, 1, 1), date(2032, 12, 31))
units = st.sampled_from(["D", "W", "M", "Y", "WD"])
lengths = st.builds(
    lambda n, unit: f"{n}WD" if unit == "WD" else f"P{n}{unit}", st.integers(1, 40), units
)
pinned = st.one_of(
    st.builds(lambda n: ["Y", n], st.integers(0, 3)),
    st.builds(lambda n, m: ["Y", n, m], st.integers(0, 3), st.integers(1, 12)),
    st.builds(
        lambda n, m, d: ["Y", n, m, d], st.integers(0, 3), st.integers(1, 12), st.integers(1, 28)
    ),
    st.just(["Y", 0, 12, 31]),
    st.builds(
        lambda n, m, k: ["xun", n, m, k], st.integers(0, 3), st.integers(1, 12), st.integers(1, 3)
    ),
)


def _grown(inner: st.SearchStrategy[Ast]) -> st.SearchStrategy[Ast]:
    named = inner.filter(is_day)
    periods = st.sampled_from(["week", "xun", "month", "quarter", "year"])
    return st.one_of(
        st.builds(lambda x, n, u: ["add", x, n, u], named, st.integers(-40, 40), units),
        st.builds(lambda x, n, u: ["for", x, n, u], named, st.integers(1, 40), units),
        st.builds(lambda p, x: ["per", p, x], periods, named),
    )


points = st.recursive(st.one_of(st.just(["T"]), pinned), _grown, max_leaves=4)


def _days(point: Ast, start: date) -> tuple[date, date]:
    days = days_of(point, Clock(start, {}, PLAIN))
    assert days is not None
    return days


@given(points, starts)
def test_the_day_after_a_point_follows_its_last_day(point: Ast, start: date) -> None:
    assert _days(day_after(point), start)[0] == _days(point, start)[1] + ONE_DAY


@given(points, starts)
def test_the_first_and_last_of_a_point_are_days(point: Ast, start: date) -> None:
    low, high = _days(point, start)
    assert _days(first(point), start) == (low, low)
    assert _days(last(point), start) == (high, high)


@given(points.filter(is_day), st.integers(-40, 40), units, starts)
def test_folding_a_shift_changes_no_date(point: Ast, n: int, unit: str, start: date) -> None:
    assert _days(shift(point, n, unit), start) == _days(["add", point, n, unit], start)


@given(points)
def test_every_point_can_be_said_before_the_start_is_chosen(point: Ast) -> None:
    for when in ({"k": "deadline", "e": point}, {"k": "open", "s": point}):
        assert relative(when)


@given(points, points, starts)
def test_what_is_said_in_dates_names_the_days_it_means(s: Ast, e: Ast, start: date) -> None:
    when = {"k": "window", "s": s, "e": e}
    resolved = resolve(when, start, {}, PLAIN)
    said = absolute(when, resolved, start.year)
    assert resolved.end is not None
    assert (f"{resolved.end.year}年" in said) or resolved.end.year == start.year
    if resolved.end_precision == "day":
        assert f"{resolved.end.month}月{resolved.end.day}日" in said


@given(st.lists(lengths, min_size=1, max_size=5), starts)
def test_chained_phases_leave_no_gap_and_do_not_overlap(chain: list[str], start: date) -> None:
    phases = [{"id": f"p{i}", "when": {"for": text}} for i, text in enumerate(chain)]
    found = [resolve(w, start, {}, KNOWN) for w in schedule(phases).phases.values()]
    assert found[0].start == start
    for phase in found:
        assert phase.start is not None
        assert phase.end is not None
        assert phase.start <= phase.end
    for before, after in pairwise(found):
        assert after.start == (before.end or start) + ONE_DAY


@given(
    st.lists(st.sampled_from(["week", "month", "quarter", "year"]), min_size=1, max_size=3),
    st.lists(st.integers(1, 9), min_size=3, max_size=3),
    starts,
)
def test_phases_that_end_with_a_period_are_chained_too(
    names: list[str], steps: list[int], start: date
) -> None:
    letters, total, phases = {"week": "W", "month": "M", "quarter": "M", "year": "Y"}, 0, []
    for index, (name, step) in enumerate(zip(names, steps, strict=False)):
        total += step
        end = f"{name}(T+P{total}{letters[name]})"
        phases.append({"id": f"p{index}", "when": {"end": end}})
    found = [resolve(w, start, {}, PLAIN) for w in schedule(phases).phases.values()]
    for before, after in pairwise(found):
        assert after.start == (before.end or start) + ONE_DAY


rules = st.sampled_from(
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=FR",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    ]
)


@given(rules, st.sampled_from(["prev", "next"]), starts, st.integers(0, 400))
def test_a_moved_recurrence_stays_inside_its_bounds(
    rule: str, roll: str, start: date, length: int
) -> None:
    end: dict[str, Any] = {"e": ["add", ["T"], length, "D"]}
    when = {"k": "recurring", "s": ["T"], "r": rule, "roll": roll, **end}
    resolved = resolve(when, start, {}, KNOWN)
    found = recurrence(resolved, when, KNOWN, 1000)
    assert resolved.end is not None
    assert all(start <= day <= resolved.end for day in found.days)
    assert list(found.days) == sorted(set(found.days))
    worked = [start + n * ONE_DAY for n in range(length + 1)]
    if any(map(KNOWN.is_workday, worked)) and length > 20:
        assert all(map(KNOWN.is_workday, found.days))


@given(rules, starts)
def test_what_is_dropped_and_added_turns_the_bare_rule_into_the_days(
    rule: str, start: date
) -> None:
    when = {"k": "recurring", "s": ["T"], "e": ["Y", 1], "r": rule, "roll": "prev"}
    resolved = resolve(when, start, {}, KNOWN)
    bare = recurrence(resolved, {**when, "roll": ""}, PLAIN, 1000)
    moved = recurrence(resolved, when, KNOWN, 1000)
    assert set(moved.days) == set(bare.days) - set(moved.dropped) | set(moved.added)


def test_an_open_recurrence_stops_at_the_limit() -> None:
    when = {"k": "recurring", "s": ["T"], "e": [".."], "r": "FREQ=DAILY"}
    resolved = resolve(when, date(2026, 1, 1), {}, PLAIN)
    assert len(recurrence(resolved, when, PLAIN, 30).days) == 30


def test_nothing_recurs_before_the_start_is_chosen() -> None:
    when = {"k": "recurring", "s": ["T"], "e": ["Y", 0], "r": "FREQ=DAILY"}
    assert recurrence(resolve(when, None, {}, PLAIN), when, PLAIN, 30).days == ()


def test_a_length_of_time_is_said_as_official_papers_say_it() -> None:
    said = [duration(text) for text in ("P7D", "P2W", "P1M", "P1Y", "5WD")]
    assert said == ["7日", "2周", "1个月", "1年", "5个工作日"]


def test_dates_that_are_not_all_known_are_said_from_the_start() -> None:
    when = {"k": "window", "s": ["T"], "e": ["var", "某日"]}
    resolved = resolve(when, date(2026, 3, 1), {}, PLAIN)
    assert not resolved.complete
    assert absolute(when, resolved, 2026) == relative(when) == "第1天至【某日】"
