"""What goes wrong with a plan's times, and for which start dates."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from macros.model.source import Path
from macros.rules.timetable import Days, Timed, Timetable


class Clash(NamedTuple):
    """One thing that is wrong for one start date."""

    code: str
    path: Path
    message: str
    hint: str


@dataclass(frozen=True)
class Fault:
    """A clash and the start dates that lead to it; its words are those of the first."""

    clash: Clash
    starts: tuple[date, ...]
    always: bool


def faults(table: Timetable) -> tuple[Fault, ...]:
    """Try every start date of a timetable.

    Args:
        table: a plan's times.

    Returns:
        One fault for each code and place, in the order they were met.
    """
    met: dict[tuple[str, Path], tuple[Clash, list[date]]] = {}
    for start in table.starts:
        resolved = table.days(start)
        for find in _FINDERS:
            for clash in find(table, resolved, start):
                met.setdefault((clash.code, clash.path), (clash, []))[1].append(start)
    return tuple(
        Fault(clash, tuple(starts), len(starts) == len(table.starts))
        for clash, starts in met.values()
    )


Found = dict[Path, Days]


def _backwards(table: Timetable, found: Found, _: date) -> Iterator[Clash]:
    for path, one in found.items():
        if one.start and one.end and one.end < one.start:
            message = f"“{table.timed[path].name}”{one.end} 结束，早于开始 {one.start}"
            yield Clash("E306", path, message, "核对 start 和 end，或改写时长 for")


def _outside(table: Timetable, found: Found, _: date) -> Iterator[Clash]:
    span = found.get(("span",))
    if span is None or span.end is None:
        return
    for timed, one in _of(table, found, "phases", "tasks"):
        if one.end and one.end > span.end and timed.when["k"] != "recurring":
            message = f"“{timed.name}”到 {one.end}，超出方案期限 {span.end}"
            yield Clash("E307", timed.path, message, "改这里的时间，或改 span")


def _over(table: Timetable, found: Found, start: date) -> Iterator[Clash]:
    for timed, one in _of(table, found, "tasks"):
        if one.end and one.end < start:
            message = f"“{timed.name}”到 {one.end} 已结束，早于起始日 {start}"
            yield Clash("W312", timed.path, message, "核对加减号，或改用起始日之后的日期")


def _of(table: Timetable, found: Found, *heads: str) -> Iterator[tuple[Timed, Days]]:
    return ((table.timed[path], one) for path, one in found.items() if path[0] in heads)


def _neighbours(table: Timetable, found: Found, _: date) -> Iterator[Clash]:
    """Each phase begins on the day after the one before, unless it may overlap."""
    for at, (before, phase) in enumerate(pairwise(table.plan.phases), start=1):
        path: Path = ("phases", at, "when")
        last, first = found.get(("phases", at - 1, "when")), found.get(path)
        if not (last and last.end and first and first.start) or phase.overlap:
            continue
        if first.start <= last.end:
            message = (
                f"阶段“{phase.name}”{first.start} 开始，与“{before.name}”（到 {last.end}）重叠"
            )
            hint = "去掉 start 让它自动接续；确实并行就写 overlap: true"
            yield Clash("E302", path, message, hint)
        elif first.start > last.end + timedelta(days=1):
            message = (
                f"阶段“{before.name}”{last.end} 结束，“{phase.name}”{first.start} 才开始，中间空着"
            )
            yield Clash("W303", path, message, "去掉 start 让它自动接续，或延长前一阶段")


_FINDERS: tuple[Callable[[Timetable, Found, date], Iterator[Clash]], ...] = (
    _backwards,
    _outside,
    _over,
    _neighbours,
)
