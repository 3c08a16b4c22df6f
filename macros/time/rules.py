"""Recurrence rules: the part of RFC 5545 that plans need, and what is wrong with a rule.

A rule names its day. A bare ``FREQ=MONTHLY`` from January 31 would skip every month
without a 31st (RFC 5545, 3.3.10), so months say which day and never one that some month lacks.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = WEEKDAYS[:5]

_WEEKDAY = "|".join(WEEKDAYS)
_LONGEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SHAPES = {
    "FREQ": re.compile("DAILY|WEEKLY|MONTHLY|YEARLY"),
    "INTERVAL": re.compile("[1-9][0-9]?"),
    "BYMONTH": re.compile("[1-9]|1[0-2]"),
    "BYMONTHDAY": re.compile("-?[1-9]|-?[12][0-9]|-?3[01]"),
    "BYDAY": re.compile(f"(?:[1-4]|-1)?(?:{_WEEKDAY})"),
}
_SINGLE = {"FREQ", "INTERVAL"}
_EXAMPLES = "如 FREQ=WEEKLY;BYDAY=FR、FREQ=MONTHLY;BYMONTHDAY=-1"

Parts = Mapping[str, tuple[str, ...]]
"""A rule's values by name, such as ``{"FREQ": ("WEEKLY",), "BYDAY": ("FR",)}``."""


@dataclass(frozen=True)
class RuleProblem:
    """What is wrong with a rule: E309 unreadable, E310 does not name its day."""

    code: str
    message: str
    hint: str


def parts(text: str) -> Parts:
    """A rule's values by name, unchecked."""
    pairs = (part.partition("=") for part in text.split(";"))
    return {name: tuple(value.split(",")) for name, _, value in pairs}


def check_rrule(text: str) -> RuleProblem | None:
    """What is wrong with a recurrence rule, or None."""
    rule = parts(text)
    unread = _unreadable(text, rule)
    if unread:
        return RuleProblem("E309", *unread)
    unnamed = _NAMES_ITS_DAY[rule["FREQ"][0]](rule)
    return RuleProblem("E310", f"频次“{text}”没有说明落在哪天", unnamed) if unnamed else None


def _unreadable(text: str, rule: Parts) -> tuple[str, str] | None:
    for name, values in rule.items():
        if name in {"UNTIL", "COUNT"}:
            return f"频次里不写 {name}", "起止由方案期限或 start、end 决定，删去它"
        if name not in _SHAPES:
            return f"频次里不认识“{name}”", f"只用 {'、'.join(_SHAPES)}；{_EXAMPLES}"
        wrong = next((value for value in values if not _SHAPES[name].fullmatch(value)), None)
        if wrong is not None or (name in _SINGLE and len(values) > 1):
            return f"频次里 {name} 的值“{wrong or ','.join(values)}”不对", _EXAMPLES
    if len(rule) < len(text.split(";")):
        return "频次里有重复的项", "每项只写一次，多个值用英文逗号隔开"
    return None if "FREQ" in rule else (f"频次“{text}”没有 FREQ", _EXAMPLES)


def _daily(rule: Parts) -> str:
    if "BYMONTHDAY" in rule or set(rule.get("BYDAY", WORKDAYS)) != set(WORKDAYS):
        return "每日只写 FREQ=DAILY；每个工作日写 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    return ""


def _weekly(rule: Parts) -> str:
    named = "BYDAY" in rule and all(day in WEEKDAYS for day in rule["BYDAY"])
    return "" if named and "BYMONTHDAY" not in rule else "写星期几，如 FREQ=WEEKLY;BYDAY=MO,FR"


def _monthly(rule: Parts) -> str:
    if ("BYDAY" in rule) == ("BYMONTHDAY" in rule):
        return "写几号或第几个星期几，如 BYMONTHDAY=5、BYMONTHDAY=-1（月末）、BYDAY=1MO"
    if any(day in WEEKDAYS for day in rule.get("BYDAY", ())):
        return "写第几个星期几，如 BYDAY=1MO、BYDAY=-1FR；每周的事写 FREQ=WEEKLY"
    return _missing_day(rule, _LONGEST if "BYMONTH" in rule else (min(_LONGEST),))


def _yearly(rule: Parts) -> str:
    if "BYDAY" in rule or "BYMONTH" not in rule or "BYMONTHDAY" not in rule:
        return "写几月几号，如 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
    return _missing_day(rule, _LONGEST)


def _missing_day(rule: Parts, lengths: tuple[int, ...]) -> str:
    """Complain of a day that some of the rule's months do not have."""
    months = [lengths[int(month) - 1] for month in rule.get("BYMONTH", ())] or list(lengths)
    days = [abs(int(day)) for day in rule.get("BYMONTHDAY", ())]
    return "有的月份没有这一天，月末写 BYMONTHDAY=-1" if max([0, *days]) > min(months) else ""


_NAMES_ITS_DAY: Mapping[str, Callable[[Parts], str]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}
