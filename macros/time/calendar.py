"""Working days: China's yearly holiday notices, with the weekend days worked in exchange."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from macros.model.registers import Calendar
from macros.model.source import read_source

_DAY = timedelta(days=1)
_SATURDAY = 5


class WorkCalendar:
    """Which days are worked, by the calendars at hand.

    Args:
        calendars: the holiday arrangement of each known year. Days of other years are
            working days from Monday to Friday.
    """

    def __init__(self, calendars: Mapping[int, Calendar]) -> None:
        self._years = frozenset(calendars)
        self._off = frozenset(
            date.fromisoformat(day)
            for calendar in calendars.values()
            for days in calendar.off.values()
            for day in days
        )
        self._work = frozenset(
            date.fromisoformat(day) for calendar in calendars.values() for day in calendar.work
        )

    @property
    def years(self) -> frozenset[int]:
        """The years whose holidays are known."""
        return self._years

    def knows(self, year: int) -> bool:
        """Whether the holidays of a year are known."""
        return year in self._years

    def is_workday(self, day: date) -> bool:
        """Whether people work on a day."""
        return day in self._work or (day.weekday() < _SATURDAY and day not in self._off)

    def add_workdays(self, day: date, number: int) -> date:
        """The day ``number`` working days after a day (before it, when negative).

        The day itself is not counted (民法典第二百零一条: 开始的当日不计入).
        """
        step = _DAY if number > 0 else -_DAY
        left = abs(number)
        while left:
            day += step
            left -= self.is_workday(day)
        return day


def load_calendars(folder: Path) -> dict[int, Calendar]:
    """The calendars of a folder of ``<year>.yml`` files, by year.

    Raises:
        SourceError: when a file is not plain YAML.
        pydantic.ValidationError: when a file is no calendar.
    """
    found = (
        Calendar.model_validate(read_source(path, path.name).data)
        for path in sorted(folder.glob("*.yml"))
    )
    return {calendar.year: calendar for calendar in found}
