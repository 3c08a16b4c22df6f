from datetime import date, timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from time_support import known_calendar

from macros.time.calendar import WorkCalendar, load_calendars
from macros.time.periods import add, period

OFF = [str(date(2026, 2, 15) + timedelta(days=n)) for n in range(9)]
KNOWN = known_calendar({"2026": {"off": {"春节": OFF}, "work": ["2026-02-14", "2026-02-28"]}})
days = st.dates(date(2020, 1, 1), date(2040, 12, 31))
years = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def test_three_working_days_pass_over_the_spring_festival() -> None:
    assert KNOWN.add_workdays(date(2026, 2, 12), 3) == date(2026, 2, 24)
    assert KNOWN.add_workdays(date(2026, 2, 24), -3) == date(2026, 2, 12)


def test_a_weekend_day_worked_in_exchange_is_a_working_day() -> None:
    assert KNOWN.is_workday(date(2026, 2, 14))
    assert not KNOWN.is_workday(date(2026, 2, 16))


def test_an_unknown_year_is_said_to_be_unknown_and_has_plain_weeks() -> None:
    assert (KNOWN.knows(2026), KNOWN.knows(2031)) == (True, False)
    assert [KNOWN.is_workday(date(2031, 10, n)) for n in (1, 4, 6)] == [True, False, True]


@given(years, st.integers(-60, 60))
def test_adding_working_days_passes_exactly_so_many(day: date, number: int) -> None:
    reached = KNOWN.add_workdays(day, number)
    low, high = sorted((day, reached))
    between = [low + timedelta(days=n) for n in range((high - low).days + 1)]
    assert sum(KNOWN.is_workday(d) for d in between if d != day) == abs(number)
    assert number == 0 or KNOWN.is_workday(reached)


@given(days, st.integers(-99, 99), st.sampled_from("DWMY"))
def test_adding_clamps_as_relativedelta_does(day: date, number: int, unit: str) -> None:
    names = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
    expected = day + relativedelta(**{names[unit]: number})  # type: ignore[arg-type]
    assert add(day, number, unit, WorkCalendar({})) == expected


@given(days, st.sampled_from(["week", "xun", "month", "quarter", "year"]))
def test_a_period_holds_its_day_and_the_next_begins_after_it(day: date, name: str) -> None:
    first, last = period(name, day)
    assert first <= day <= last
    assert period(name, first) == period(name, last) == (first, last)
    assert period(name, last + timedelta(days=1))[0] == last + timedelta(days=1)


def test_calendars_are_read_from_files(tmp_path: Path) -> None:
    text = "year: 2026\nsource: 某通知\nchecked: 2026-01-01\noff: {元旦: [2026-01-01]}\nwork: []\n"
    (tmp_path / "2026.yml").write_text(text, encoding="utf-8")
    calendars = load_calendars(tmp_path)
    assert not WorkCalendar(calendars).is_workday(date(2026, 1, 1))
    assert list(calendars) == [2026]


@pytest.mark.parametrize("year", sorted(load_calendars(Path("data/calendar"))))
def test_a_stored_calendar_only_moves_days_of_its_own_year(year: int) -> None:
    calendar = load_calendars(Path("data/calendar"))[year]
    off = {day for some in calendar.off.values() for day in some}
    assert {day[:4] for day in off | set(calendar.work)} == {str(year)}
    assert not off & set(calendar.work)
    assert all(date.fromisoformat(day).weekday() > 4 for day in calendar.work)
