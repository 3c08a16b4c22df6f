"""What follows from the values: built-in blanks, choices, totals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from macros.fill.amount import figure, in_words, parse_amount
from macros.fill.values import Values, parse_date
from macros.model.variable import COMPUTED
from macros.time.calendar import WorkCalendar
from macros.time.evaluate import Resolved, resolve
from macros.time.wording import absolute, relative

Program = Mapping[str, Any]
BUILT_IN = COMPUTED
"""Blanks whose value is computed and never typed."""


def date_text(day: date) -> str:
    """2026年4月3日: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


@dataclass(frozen=True)
class Filling:
    """A program with a person's values: answers what each open run says."""

    program: Program
    values: Values
    calendar: WorkCalendar

    @cached_property
    def variables(self) -> Mapping[str, Mapping[str, Any]]:
        """The program's variables by name."""
        return {entry["name"]: entry for entry in self.program["vars"]}

    @cached_property
    def dates(self) -> Mapping[str, date]:
        """The date variables that hold a real date."""
        found = ((name, parse_date(text)) for name, text in self.values.vars.items())
        return {name: day for name, day in found if day and self._is_date(name)}

    def _is_date(self, name: str) -> bool:
        return self.variables.get(name, {}).get("type") == "date"

    def blank(self, name: str) -> str | None:
        """What a blank says; None while it is open, ``""`` when it may stay empty."""
        if name in BUILT_IN:
            return self.built_in[name]
        typed = self.values.vars.get(name)
        if typed is not None:
            return date_text(self.dates[name]) if name in self.dates else typed
        entry = self.variables.get(name, {})
        if entry.get("choices"):
            return str(entry.get("default", entry["choices"][0]))
        default: str | None = entry.get("default", "" if entry.get("optional") else None)
        return default

    def holds(self, given: tuple[str, str] | None) -> bool:
        """Whether a condition ``(variable, choice)`` is met; no condition always is."""
        return given is None or self.blank(given[0]) == given[1]

    def resolved(self, when: Any) -> Resolved:
        """A compiled time with this filling's dates."""
        return resolve(when, self.values.start, self.dates, self.calendar)

    def words(self, when: Any) -> str:
        """A compiled time in words: dates when they are known, else relative."""
        known = self.resolved(when)
        if self.values.start is None or not known.complete:
            return relative(when)
        return absolute(when, known, self.values.start.year)

    @cached_property
    def tasks(self) -> list[Mapping[str, Any]]:
        """The tasks whose condition is met."""
        return [task for task in self.program["tasks"] if self.holds(task["given"])]

    @cached_property
    def built_in(self) -> Mapping[str, str | None]:
        """The computed blanks; None where the values do not yet suffice."""
        span, start = self.resolved(self.program["span"]), self.values.start
        total = self.total
        yuan = total * (10000 if self._in_wan else 1) if total is not None else None
        return {
            "起始日": date_text(start) if start else None,
            "结束日": date_text(span.end) if span.end else None,
            "年份": str(start.year) if start else None,
            "半年": ("下半年" if start.month > 6 else "上半年") if start else None,
            "任务数": str(len(self.tasks)),
            "单位数": str(len(self.program["columns"])),
            "经费合计": figure(total) if total is not None else None,
            "经费大写": in_words(yuan) if yuan is not None else None,
        }

    @property
    def _in_wan(self) -> bool:
        return bool(self.program["budget"]) and self.program["budget"]["unit"] == "万元"

    @cached_property
    def total(self) -> Decimal | None:
        """The sum of the budget lines, in the budget's unit; None while one is open."""
        if not self.program["budget"]:
            return None
        amounts = [self._amount(runs) for _, runs in self.program["budget"]["lines"]]
        known = [amount for amount in amounts if amount is not None]
        return sum(known, Decimal(0)) if len(known) == len(amounts) else None

    def _amount(self, runs: list[Any]) -> Decimal | None:
        texts = [run if isinstance(run, str) else self.blank(run[1]) or "" for run in runs]
        return parse_amount("".join(texts))
