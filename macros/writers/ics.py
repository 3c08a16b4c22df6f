"""A plan's calendar (RFC 5545): tasks, phases and recurring duties.

Times are China's, which has one zone and no summer time. The file has no clock
of its own: ``DTSTAMP`` is the template's revision date, so that equal values
give equal bytes. A UID names the template, the task and the plan's title as it is
without its dates, so that importing again after a change of dates moves events.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from macros.fill.derive import Filling
from macros.fill.settle import spans
from macros.time.evaluate import Resolved
from macros.time.recur import recurrence
from macros.writers.html import title_lines
from macros.writers.text import plain

DAY = timedelta(days=1)
FOLD = 75
"""Most octets on a line (RFC 5545, 3.1)."""
MOST = 400
"""Most days of a recurring duty written out; a year of days has 366."""

_TIME = re.compile("([0-9]{1,2}):([0-9]{2})前?")
_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip


def ics(filling: Filling) -> bytes:
    """Write the calendar of a filled plan.

    Args:
        filling: its start date must be known for anything to have a date.

    Returns:
        An iCalendar stream in UTF-8 with CRLF line ends.
    """
    title = heading(filling)
    undated = replace(filling, values=replace(filling.values, start=None))
    place = f"{crc32(heading(undated).encode()):08x}"
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//plan-skeletons//ZH", "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escape(title)}", *_ZONE,
    ]  # fmt: skip
    for kind, records in (("phase", filling.program["phases"]), ("task", filling.tasks)):
        for record in records:
            lines += _event(filling, kind, record, title, place)
    return "".join(f"{fold(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def heading(filling: Filling) -> str:
    """The plan's title on one line, its breaking points left out."""
    runs = spans(filling, filling.program["heading"])
    return "".join(plain(line) for line in title_lines(runs))


def escape(text: str) -> str:
    r"""Escape TEXT (RFC 5545, 3.3.11): ``\ ; ,`` and line breaks."""
    for char in "\\;,":
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def fold(line: str) -> str:
    """Fold a content line at 75 octets without cutting a character (RFC 5545, 3.1)."""
    folded, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > FOLD:
            folded += "\r\n "
            size = 1
        folded += char
        size += octets
    return folded


def _event(
    filling: Filling, kind: str, record: Mapping[str, Any], title: str, place: str
) -> list[str]:
    known = filling.resolved(record["when"])
    times = list(_times(filling, record["when"], known))
    if not times:
        return []
    program = filling.program
    summary = escape(_summary(filling, kind, record, known))
    return [
        "BEGIN:VEVENT",
        f"UID:{program['id']}-{kind}-{record['id']}-{place}@plan-skeletons",
        f"DTSTAMP:{program['updated'].replace('-', '')}T000000Z",
        *times,
        f"SUMMARY:{summary}",
        f"DESCRIPTION:{escape(_description(filling, kind, record, title))}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}",
        f"TRIGGER:{'-P1D' if _clock(record['when']) else '-PT15H'}", "END:VALARM",
        "END:VEVENT",
    ]  # fmt: skip


def _summary(filling: Filling, kind: str, record: Mapping[str, Any], known: Resolved) -> str:
    if kind == "phase":
        name = str(record["name"])
        return name if name.endswith("阶段") else f"{name}阶段"
    name = plain(spans(filling, record["name"]))
    return f"{name}（起）" if known.kind == "open" and known.end is None else name


def _description(filling: Filling, kind: str, record: Mapping[str, Any], title: str) -> str:
    lines = [title]
    if kind == "task":
        lines.append(f"牵头：{plain(spans(filling, record['lead']))}")
        if record["support"]:
            lines.append(f"配合：{plain(spans(filling, record['support']))}")
    return "\n".join([*lines, f"时间：{filling.words(record['when'])}"])


def _times(filling: Filling, when: Mapping[str, Any], known: Resolved) -> Iterator[str]:
    if known.kind in {"trigger", "show"} or not known.complete:
        return
    if known.kind == "recurring":
        yield from _recurring(filling, when, known)
        return
    first = known.start or known.end
    if first is None:
        return
    last = max(known.end or first, first)
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + DAY:%Y%m%d}"


def _recurring(filling: Filling, when: Mapping[str, Any], known: Resolved) -> Iterator[str]:
    found = recurrence(known, when, filling.calendar, MOST)
    bare = sorted({*found.days, *found.dropped} - set(found.added))
    if not bare:
        return
    yield from _start(when, bare[0])
    yield f"RRULE:{when['r']}{_until(when, known.end)}"
    yield from _listed("EXDATE", when, found.dropped)
    yield from _listed("RDATE", when, found.added)


def _clock(when: Mapping[str, Any]) -> str:
    """``120000`` for ``by: 12:00``; empty for 下班前 and for no time at all."""
    match = _TIME.fullmatch(when.get("by", ""))
    return f"{match[1]:>02}{match[2]}00" if match else ""


def _start(when: Mapping[str, Any], day: date) -> Iterator[str]:
    clock = _clock(when)
    if clock:
        yield f"DTSTART;TZID=Asia/Shanghai:{day:%Y%m%d}T{clock}"
        yield "DURATION:PT0S"
    else:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{day + DAY:%Y%m%d}"


def _until(when: Mapping[str, Any], end: date | None) -> str:
    """UNTIL has the type of DTSTART: a date, or UTC where it has a time (3.3.10)."""
    if end is None:
        return ""
    return f";UNTIL={end:%Y%m%d}" + ("T155959Z" if _clock(when) else "")


def _listed(name: str, when: Mapping[str, Any], days: tuple[date, ...]) -> Iterator[str]:
    if not days:
        return
    clock = _clock(when)
    if clock:
        yield f"{name};TZID=Asia/Shanghai:{','.join(f'{d:%Y%m%d}T{clock}' for d in days)}"
    else:
        yield f"{name};VALUE=DATE:{','.join(f'{d:%Y%m%d}' for d in days)}"
