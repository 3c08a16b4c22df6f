"""Calendars read back by icalendar, recurrences expanded by dateutil."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar, Event
from writers_support import HOSTILE, PLANS

from macros.fill.derive import Filling
from macros.fill.settle import spans
from macros.time.recur import occurrences
from macros.writers.ics import heading, ics
from macros.writers.text import plain

DAY = timedelta(days=1)
each_plan = pytest.mark.parametrize("slug", PLANS)


def _events(filling: Filling) -> dict[str, Event]:
    found = Calendar.from_ical(ics(filling)).walk("VEVENT")
    events = {str(event["UID"]): event for event in found}
    assert len(events) == len(found), "UIDs must differ"
    return events


def _event(filling: Filling, kind: str, record: Any) -> Event | None:
    name = f"{filling.program['id']}-{kind}-{record['id']}-"
    found = [event for uid, event in _events(filling).items() if uid.startswith(name)]
    return found[0] if found else None


def _records(filling: Filling) -> list[tuple[str, Any]]:
    phases = [("phase", phase) for phase in filling.program["phases"]]
    return phases + [("task", task) for task in filling.tasks]


def _day(value: Any) -> date:
    return value.date() if isinstance(value, datetime) else value


def _naive(value: Any) -> datetime:
    return datetime.combine(_day(value), datetime.min.time())


def _expanded(event: Event, most: int) -> list[date]:
    """The days of a recurring event, from its own RRULE, EXDATE and RDATE."""
    start = event["DTSTART"].dt
    rule = event["RRULE"].to_ical().decode()
    days = rruleset()
    days.rrule(rrulestr(_untimed(rule), dtstart=_naive(start)))
    for name, add in (("EXDATE", days.exdate), ("RDATE", days.rdate)):
        for moment in event[name].dts if name in event else ():
            add(_naive(moment.dt))
    return [moment.date() for moment in days[:most]]


def _untimed(rule: str) -> str:
    """The rule with its UNTIL as a day in China."""
    parts = []
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        if name == "UNTIL" and value.endswith("Z"):
            utc = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            value = f"{utc + timedelta(hours=8):%Y%m%d}"
        parts.append(f"{name}={value}")
    return ";".join(parts)


@each_plan
def test_every_dated_task_and_phase_has_its_event(slug: str, filled: Any) -> None:
    filling = filled(slug)
    for kind, record in _records(filling):
        known = filling.resolved(record["when"])
        event = _event(filling, kind, record)
        dated = known.complete and known.kind not in {"trigger", "show"}
        assert (event is not None) == (dated and bool(known.start or known.end)), record["id"]
        if event is not None and known.kind != "recurring":
            first = known.start or known.end
            assert event["DTSTART"].dt == first
            assert event["DTEND"].dt == (known.end or first) + DAY


@each_plan
def test_a_recurring_duty_falls_on_its_working_days(slug: str, filled: Any) -> None:
    filling = filled(slug)
    for kind, record in _records(filling):
        known = filling.resolved(record["when"])
        event = _event(filling, kind, record)
        if known.kind == "recurring" and event is not None:
            days = occurrences(known, record["when"], filling.calendar, 400)
            assert days
            assert _expanded(event, len(days) if known.end is None else 500) == days


@each_plan
def test_importing_again_after_a_change_of_dates_moves_the_same_events(
    slug: str, filled: Any
) -> None:
    before, after = _events(filled(slug)), _events(filled(slug, year=2027))
    assert before.keys() == after.keys()
    moved = {uid: after[uid]["DTSTART"].dt - event["DTSTART"].dt for uid, event in before.items()}
    assert [uid for uid, days in moved.items() if days <= timedelta()] == []


def test_two_places_have_events_of_their_own(filled: Any) -> None:
    one = filled("residential-cleanup-week")
    title = one.program["heading"]
    place = next(run[1] for run in title if run[0] == "b")
    other = filled("residential-cleanup-week", **{place: "另一处"})
    assert not _events(one).keys() & _events(other).keys()


def test_a_plan_without_a_start_has_no_events(filled: Any) -> None:
    calendar = Calendar.from_ical(ics(filled("residential-cleanup-week", year=None)))
    assert calendar.walk("VEVENT") == []
    assert calendar["VERSION"] == "2.0"


@each_plan
def test_every_event_reminds_the_day_before_at_a_reasonable_hour(slug: str, filled: Any) -> None:
    for event in _events(filled(slug)).values():
        (alarm,) = event.walk("VALARM")
        timed = isinstance(event["DTSTART"].dt, datetime)
        assert alarm["TRIGGER"].dt == (-DAY if timed else -timedelta(hours=15))


@each_plan
def test_lines_are_short_and_end_in_crlf_whatever_is_typed(slug: str, filled: Any) -> None:
    for every in (None, HOSTILE, "𠮷" * 400):
        written = ics(filled(slug, every=every))
        lines = written.split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75
        assert b"\n" not in b"".join(lines)
        assert all(line.decode() for line in lines)  # no character is cut in two


@each_plan
def test_hostile_values_stay_values(slug: str, filled: Any) -> None:
    filling = filled(slug, every=HOSTILE)
    assert len(_events(filling)) <= len(_records(filling))
    for task in filling.tasks:
        event = _event(filling, "task", task)
        if event is not None:
            name = plain(spans(filling, task["name"]))
            assert str(event["SUMMARY"]) in {name, f"{name}（起）"}
            assert str(event["DESCRIPTION"]).startswith(heading(filling))
