"""The times of every record fit each other on every start date it allows."""

import pathlib
from datetime import date

import pytest

from macros.model.load import load_library
from macros.rules.faults import faults
from macros.rules.timetable import Timetable, every_day
from macros.time.calendar import WorkCalendar

LOADED = load_library(pathlib.Path(__file__).parent.parent.parent)
CALENDAR = WorkCalendar(LOADED.partial.calendars)
BY_NAME = {draft.record.id: draft for draft in LOADED.plans}


@pytest.mark.parametrize("name", BY_NAME)
def test_no_start_date_of_three_years_leads_to_a_clash(name: str) -> None:
    draft = BY_NAME[name]
    starts = every_day(draft.record, date(2026, 1, 1), 3)
    assert faults(Timetable(draft, CALENDAR, starts)) == ()


@pytest.mark.parametrize("name", BY_NAME)
def test_the_sample_of_start_dates_lies_among_those_allowed(name: str) -> None:
    draft = BY_NAME[name]
    months = {start.month for start in Timetable(draft, CALENDAR).starts}
    assert months <= set(draft.record.start_months or range(1, 13))
