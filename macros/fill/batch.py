"""A table of places becomes one filling a row; every problem is told before anything is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.fill.derive import Filling
from macros.fill.entry import START, cautions, names, problems, read_entries, unknown
from macros.fill.places import foreign
from macros.fill.rows import Row, serial_date
from macros.time.calendar import WorkCalendar

Program = Mapping[str, Any]


@dataclass
class Report:
    """What checking a table found: refusals, and things to look at again."""

    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    rows: int = 0


@dataclass(frozen=True)
class Batch:
    """A plan and what holds for every row of its table.

    Attributes:
        program: the plan.
        calendar: working days.
        common: entries for all rows; a row's own come before them.
        still_open: lists a filling's open blanks.
        allow_blanks: open blanks are no errors.
    """

    program: Program
    calendar: WorkCalendar
    common: Mapping[str, str]
    still_open: Callable[[Filling], list[str]]
    allow_blanks: bool = False

    def check(self, rows: Iterable[Row]) -> Report:
        """Check a whole table; rows are read once, never kept.

        Returns:
            Messages with row and column, in the order of the table.
        """
        report, seen, told = Report(), dict[int, int](), set[str]()
        for row in rows:
            report.rows += 1
            new = [name for name in row.cells if name not in told]
            told.update(new)
            report.errors += [f"第 1 行{problem}" for problem in unknown(self.program, new)]
            filling = self.filling(row)
            report.errors += [f"第 {row.number} 行{text}" for text in self._errors(row, filling)]
            report.warnings += [
                f"第 {row.number} 行{text}" for text in _warnings(row.number, filling, seen)
            ]
        if not report.rows:
            report.errors.append("表里没有要填的行：第 2 行起，一行写一个地方")
        return report

    def filling(self, row: Row) -> Filling:
        """A row's filling."""
        return Filling(self.program, read_entries(self._entries(row)), self.calendar)

    def _entries(self, row: Row) -> dict[str, str]:
        """Numbers in date columns are read as Excel's days; empty cells say nothing."""
        dates = {e["name"] for e in self.program["vars"] if e["type"] == "date"} | {START}
        own = {
            name: serial_date(text.strip()) if name in dates else text
            for name, text in row.cells.items()
            if text.strip()
        }
        return {**self.common, **own}

    def _errors(self, row: Row, filling: Filling) -> Iterator[str]:
        yield from row.faults
        known = names(self.program)
        entries = {name: text for name, text in self._entries(row).items() if name in known}
        wrong = list(problems(self.program, entries))
        yield from map(str, wrong)
        told = {problem.name for problem in wrong}
        missing = [name for name in self.still_open(filling) if name not in told]
        if missing and not self.allow_blanks and not row.faults:
            yield f"还没填：{'、'.join(missing)}"


def _warnings(number: int, filling: Filling, seen: dict[int, int]) -> Iterator[str]:
    """What nobody should hand in unseen: facts copied from another row, names of other places."""
    yield from cautions(filling.program, filling.values.start)
    first = seen.setdefault(hash(_facts(filling)), number)
    if first != number:
        yield f"的本地情况与第 {first} 行完全相同：请写各自的事实，不要照抄"
    for name, place in foreign(filling):
        yield f"“{name}”里出现“{place}”，和这一行填的地名不一样，请核对是不是别处的"


def _facts(filling: Filling) -> tuple[str, ...]:
    """A row's local facts, without those that already name the place in the heading."""
    heading = {run[1] for run in filling.program["heading"] if not isinstance(run, str)}
    local = (name for name in filling.program["local"] if name not in heading)
    return tuple(filling.values.vars.get(name, "") for name in local)
