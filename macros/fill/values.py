"""What a person fills in, cleaned once at the door."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

_FORBIDDEN = re.compile(
    "[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What XML 1.0 (section 2.2, production Char) forbids or discourages, and byte order marks."""

_LINE_END = re.compile("\r\n?|[\u2028\u2029]")

_DATE = re.compile("([0-9]{4}) *[-/.年] *([0-9]{1,2}) *[-/.月] *([0-9]{1,2}) *日?")

YEARS = range(1901, 2200)
"""Years a date may have: what every office program and calendar can count."""


@dataclass(frozen=True)
class Values:
    """A person's values for one plan.

    Attributes:
        start: the first day, T; None while it is not known.
        vars: values by blank, cleaned; empty ones are left out.
        units: other names for units, by unit key.
    """

    start: date | None = None
    vars: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


def clean(text: str) -> str:
    """Drop what no document can hold; unify line ends; trim.

    Args:
        text: anything typed or pasted, of any length.

    Returns:
        The text without control characters, lone surrogates and non-characters.
    """
    return _FORBIDDEN.sub("", _LINE_END.sub("\n", text)).strip(" \t\n\u3000")


def parse_date(text: str) -> date | None:
    """Read 2026-12-01, 2026/12/1, 2026.12.1 or 2026年12月1日; None for no real date."""
    match = _DATE.fullmatch(clean(text))
    if match is None or int(match[1]) not in YEARS:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def make_values(
    start: str | None,
    entries: Mapping[str, str],
    units: Mapping[str, str] | None = None,
) -> Values:
    """Clean raw entries; whatever is empty after cleaning is left out."""
    return Values(
        parse_date(start or ""),
        {name: text for name, raw in entries.items() if (text := clean(raw))},
        {key: text for key, raw in (units or {}).items() if (text := clean(raw))},
    )
