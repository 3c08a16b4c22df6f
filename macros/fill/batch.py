"""A table of places becomes one filling a row; every problem is told before anything is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.fill.derive import Filling
from macros.fill.entry import START, problems, read_entries
from macros.fill.rows import Row, serial_date
from macros.time.calendar import WorkCalendar

Program = Mapping[str, Any]


@dataclass
class Report:
    """What checking a table found: refusals, and things to look at again."""

    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    rows: int = 0


def check(
    program: Program,
    rows: Iterable[Row],
    calendar: WorkCalendar,
    still_open: Callable[[Filling], list[str]],
    *,
    allow_blanks: bool,
) -> Report:
    """Check a whole table.

    Args:
        program: the plan.
        rows: numbered rows; read once, never kept.
        calendar: working days.
        still_open: lists a filling's open blanks.
        allow_blanks: open blanks are no errors.

    Returns:
        Messages with row and column, in the order of the table.
    """
    report, seen = Report(), dict[int, int]()
    for number, cells in rows:
        report.rows += 1
        entries = mended(program, cells)
        report.errors += [f"第 {number} 行{problem}" for problem in problems(program, entries)]
        filling = Filling(program, read_entries(entries), calendar)
        missing = still_open(filling)
        if missing and not allow_blanks:
            report.errors.append(f"第 {number} 行还没填：{'、'.join(missing)}")
        report.warnings += _repeated(number, hash(_facts(filling)), seen)
    if not report.rows:
        report.errors.append("表里没有要填的行：第 2 行起，一行写一个地方")
    return report


def fillings(
    program: Program, rows: Iterable[Row], calendar: WorkCalendar
) -> Iterator[tuple[int, Filling]]:
    """One filling a row, with the row's number."""
    for number, cells in rows:
        values = read_entries(mended(program, cells))
        yield number, Filling(program, values, calendar)


def mended(program: Program, cells: Mapping[str, str]) -> dict[str, str]:
    """A row's entries; numbers in date columns are read as Excel's days."""
    dates = {entry["name"] for entry in program["vars"] if entry["type"] == "date"} | {START}
    return {n: serial_date(text) if n in dates else text for n, text in cells.items()}


def _facts(filling: Filling) -> tuple[str, ...]:
    """A row's local facts, without those that already name the place in the heading."""
    heading = {run[1] for run in filling.program["heading"] if not isinstance(run, str)}
    local = (name for name in filling.program["local"] if name not in heading)
    return tuple(filling.values.vars.get(name, "") for name in local)


def _repeated(number: int, facts: int, seen: dict[int, int]) -> list[str]:
    first = seen.setdefault(facts, number)
    if first == number:
        return []
    return [f"第 {number} 行的本地情况与第 {first} 行完全相同：请写各自的事实，不要照抄"]
