"""Every day of every calendar agrees with an independent holiday table."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from macros.time.calendar import WorkCalendar, load_calendars

FOLDER = Path(__file__).parent.parent / "data/calendar"
CALENDARS = load_calendars(FOLDER)
YEARS = sorted(CALENDARS)
SATURDAY = 5


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def listed_off(year: int) -> list[str]:
    return [day for days in CALENDARS[year].off.values() for day in days]


def test_the_years_a_sweep_needs_are_there() -> None:
    assert {2024, 2025, 2026} <= set(YEARS)


@pytest.mark.parametrize("year", YEARS)
def test_every_day_is_off_or_worked_as_the_independent_table_says(year: int) -> None:
    ours = WorkCalendar({year: CALENDARS[year]})
    differ = [
        day.isoformat()
        for day in days_of(year)
        if ours.is_workday(day) != chinese_calendar.is_workday(day)
    ]
    assert differ == []
    assert len(days_of(year)) in {365, 366}


@pytest.mark.parametrize("year", YEARS)
def test_the_days_of_the_holidays_are_those_of_the_independent_table(year: int) -> None:
    theirs = [day for day in days_of(year) if chinese_calendar.get_holiday_detail(day)[1]]
    off = [day.isoformat() for day in theirs if chinese_calendar.is_holiday(day)]
    worked = [day.isoformat() for day in theirs if chinese_calendar.is_workday(day)]
    assert sorted(listed_off(year)) == off
    assert list(CALENDARS[year].work) == worked


@pytest.mark.parametrize("year", YEARS)
def test_a_day_is_listed_once_and_in_its_own_year(year: int) -> None:
    listed = [*listed_off(year), *CALENDARS[year].work]
    assert len(listed) == len(set(listed))
    assert {date.fromisoformat(day).year for day in listed} == {year}


@pytest.mark.parametrize("year", YEARS)
def test_days_worked_in_exchange_fall_on_weekends(year: int) -> None:
    assert all(date.fromisoformat(day).weekday() >= SATURDAY for day in CALENDARS[year].work)


@pytest.mark.parametrize("year", YEARS)
def test_a_holiday_has_no_gaps(year: int) -> None:
    for days in CALENDARS[year].off.values():
        first = date.fromisoformat(days[0])
        assert list(days) == [(first + timedelta(days=n)).isoformat() for n in range(len(days))]


@pytest.mark.parametrize("year", YEARS)
def test_a_calendar_is_named_after_its_year_and_says_its_source(year: int) -> None:
    assert (FOLDER / f"{year}.yml").is_file()
    assert CALENDARS[year].source == f"国务院办公厅关于{year}年部分节假日安排的通知"
