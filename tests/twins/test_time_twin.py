"""The browser computes and says times as Python does."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from macros.model.registers import Calendar
from macros.time.calendar import WorkCalendar
from macros.time.evaluate import resolve
from macros.time.recur import recurrence
from macros.time.wording import absolute, relative

pytestmark = pytest.mark.browser

EPOCH = date(1970, 1, 1)
VECTORS = json.loads(
    (Path(__file__).parent.parent / "time" / "vectors.json").read_text(encoding="utf-8")
)

SWAP_CALENDAR = "c => { var old = PS.calendars; PS.calendars = c; return old; }"
RUN = """cases => cases.map(function (c) {
  var day = function (text) { return text === null ? null : PS.parseDate(text); };
  var iso = function (n) { return n === null ? null : PS.date.iso(n); };
  var dates = {};
  Object.keys(c.dates).forEach(function (name) { dates[name] = day(c.dates[name]); });
  var start = day(c.start), found = PS.resolve(c.ast, start, dates);
  var days = PS.recurrence(found, c.ast, 100);
  return {
    relative: PS.relative(c.ast),
    absolute: PS.absolute(c.ast, found, start === null ? 0 : PS.date.parts(start)[0]),
    start: iso(found.start), end: iso(found.end), complete: found.complete,
    precisions: [found.startPrecision, found.endPrecision],
    occurrences: days.days.map(iso), dropped: days.dropped.map(iso), added: days.added.map(iso),
  };
})"""


def _calendar() -> dict[int, Calendar]:
    about = {"source": "某通知", "checked": "2026-01-01"}
    return {
        int(year): Calendar.model_validate({"year": year, **about, **days})
        for year, days in VECTORS["calendar"].items()
    }


CALENDAR = WorkCalendar(_calendar())


@pytest.fixture(scope="module", autouse=True)
def _known_calendar(host: Any) -> Iterator[None]:
    known = _calendar()
    off = [day for one in known.values() for days in one.off.values() for day in days]
    work = [day for one in known.values() for day in one.work]
    published = host.call(SWAP_CALENDAR, {"years": sorted(known), "off": off, "work": work})
    yield
    host.call(SWAP_CALENDAR, published)


def _python(case: dict[str, Any]) -> dict[str, Any]:
    start = case["start"] and date.fromisoformat(case["start"])
    dates = {name: date.fromisoformat(text) for name, text in case["dates"].items()}
    found = resolve(case["ast"], start, dates, CALENDAR)
    days = recurrence(found, case["ast"], CALENDAR, 100)
    return {
        "relative": relative(case["ast"]),
        "absolute": absolute(case["ast"], found, start.year if start else 0),
        "start": found.start and str(found.start),
        "end": found.end and str(found.end),
        "complete": found.complete,
        "precisions": [found.start_precision, found.end_precision],
        "occurrences": [str(day) for day in days.days],
        "dropped": [str(day) for day in days.dropped],
        "added": [str(day) for day in days.added],
    }


def test_every_shared_case_has_its_expected_answer_in_the_browser(host: Any) -> None:
    answers = host.call(RUN, VECTORS["cases"])
    for case, answer in zip(VECTORS["cases"], answers, strict=True):
        wanted = case["expect"]
        assert {key: answer[key] for key in wanted} == wanted, case["name"]
        assert answer == _python(case), case["name"]


def test_days_are_counted_alike_from_1901_to_2199(host: Any) -> None:
    first, last = date(1901, 1, 1), date(2199, 12, 31)
    told = host.call(
        """([first, last]) => { var days = [];
        for (var n = first; n <= last; n++) days.push(PS.date.iso(n) + PS.date.weekday(n));
        return days; }""",
        [(first - EPOCH).days, (last - EPOCH).days],
    )
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    assert told == [f"{day}{day.weekday()}" for day in days]


def test_what_is_no_day_makes_none_in_the_browser(host: Any) -> None:
    wrong = [[2026, 2, 29], [2026, 4, 31], [2026, 0, 1], [2026, 13, 1], [2026, 1, 0]]
    wrong += [[1900, 12, 31], [2200, 1, 1], [0, 1, 1]]
    made = host.call("days => days.map(d => PS.date.make(d[0], d[1], d[2]))", wrong)
    assert made == [None] * len(wrong)


RULES = (
    "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", "FREQ=DAILY;BYMONTH=6,7,8",
    "FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=TU,SU;INTERVAL=2", "FREQ=WEEKLY;BYDAY=SA,MO",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=FR,TH,WE,TU,MO;BYMONTH=1,2,3",
    "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE;BYMONTH=2,11",
    "FREQ=MONTHLY;BYMONTHDAY=5", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=28,-1,1",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=1,3,5", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=-1FR,2TU",
    "FREQ=MONTHLY;BYDAY=4SU;BYMONTH=3,6,9,12", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15,-2",
    "FREQ=MONTHLY;INTERVAL=5;BYDAY=3WE", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=1;BYMONTH=3",
    "FREQ=MONTHLY;BYMONTHDAY=-1;BYMONTH=3,6,9,12",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10", "FREQ=YEARLY;INTERVAL=2;BYMONTH=5,9;BYMONTHDAY=1,-3",
    "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=20",
)  # fmt: skip
"""Every kind of rule that :mod:`macros.time.rules` admits."""


def _recurring(number: int, dice: random.Random) -> dict[str, Any]:
    rule = RULES[number % len(RULES)]
    start = date(2025, 11, 1) + timedelta(dice.randrange(500))
    when: dict[str, Any] = {"k": "recurring", "r": rule}
    when["s"] = ["T"] if dice.random() < 0.5 else ["add", ["T"], dice.randrange(40), "D"]
    if dice.random() < 0.8:
        when["e"] = dice.choice([["Y", 1], ["add", ["T"], 6, "M"], ["add", ["T"], 9, "D"]])
    if dice.random() < 0.6:
        when["roll"] = dice.choice(["prev", "next"])
    if dice.random() < 0.3:
        when["by"] = dice.choice(["12:00", "下班前"])
    return {"ast": when, "start": str(start), "dates": {}}


def test_every_rule_falls_on_the_same_days_and_is_said_alike(host: Any) -> None:
    dice = random.Random(20261123)  # noqa: S311 - repeatable, not secret
    cases = [_recurring(number, dice) for number in range(600)]
    for case, answer in zip(cases, host.call(RUN, cases), strict=True):
        assert answer == _python(case), case


OPERATORS = ("add", "for", "per", "first", "last")
UNITS = ("D", "W", "M", "Y", "WD")


def _point(dice: random.Random, depth: int, *, exact: bool) -> list[Any]:
    if depth == 0 or dice.random() < 0.3:
        leaves = [["T"], ["Y", 1, 12, 30], ["Y", 0, 2, 28], ["var", "某日"]]
        wide = [["Y", 0], ["Y", 1, 2], ["xun", 0, 9, dice.randint(1, 3)], ["Y", 2, 4]]
        return dice.choice(leaves if exact else leaves + wide)
    kind = dice.choice(OPERATORS)
    inner = _point(dice, depth - 1, exact=kind not in {"first", "last"})
    if kind == "add":
        return [kind, inner, dice.choice([-40, -3, -1, 1, 2, 3, 5, 12, 24]), dice.choice(UNITS)]
    if kind == "for":
        return [kind, inner, dice.choice([1, 2, 3, 10, 12]), dice.choice(UNITS)]
    if kind == "per":
        periods = ["week", "xun", "month", "quarter", "year"]
        whole = [kind, dice.choice(periods), inner]
        return ["first", whole] if exact else whole
    return [kind, inner]


def _timed(dice: random.Random) -> dict[str, Any]:
    when: dict[str, Any] = {"k": dice.choice(["window", "deadline", "open"])}
    if when["k"] != "deadline":
        when["s"] = _point(dice, 3, exact=False)
    if when["k"] == "window" and dice.random() < 0.4:
        from_day = when["s"] if when["s"][0] in {"T", "add", "var"} else ["first", when["s"]]
        when["e"] = ["for", from_day, dice.randint(1, 6), dice.choice(UNITS)]
    elif when["k"] != "open" or dice.random() < 0.5:
        when["e"] = [".."] if when["k"] == "open" else _point(dice, 3, exact=False)
    start = date(2026, 1, 1) + timedelta(dice.randrange(800))
    known = dice.random()
    return {
        "ast": when,
        "start": None if known < 0.15 else str(start),
        "dates": {"某日": str(start + timedelta(dice.randrange(-60, 60)))} if known < 0.7 else {},
    }


def test_points_nested_at_random_are_computed_and_said_alike(host: Any) -> None:
    dice = random.Random(19491001)  # noqa: S311 - repeatable, not secret
    cases = [_timed(dice) for _ in range(3000)]
    for case, answer in zip(cases, host.call(RUN, cases), strict=True):
        assert answer == _python(case), case
