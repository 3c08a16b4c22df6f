"""LibreOffice computes the workbooks: whatever the start, every date is Python's."""

import io
import random
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office_support import convert, needs_office
from openpyxl.workbook.defined_name import DefinedName
from writers_support import PLANS

from macros.fill.derive import Filling
from macros.fill.values import make_values
from macros.time.calendar import WorkCalendar
from macros.time.evaluate import Clock, days_of
from macros.writers.formula import guarded
from macros.writers.xlsx import xlsx
from macros.writers.xlsx_book import EPOCH

pytestmark = [pytest.mark.office, pytest.mark.slow, needs_office]

STARTS = (date(2028, 2, 29), date(2027, 8, 31))


def _moved(written: bytes, start: date) -> bytes:
    """The workbook with another day typed into its start cell, and nothing else changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                typed = f'<c r="B4" s="6"><v>{(start - EPOCH).days}</v></c>'
                content, count = re.subn(
                    rb'<c r="B4" s="6"><v>\d+</v></c>', typed.encode(), content
                )
                assert count == 1
            target.writestr(name, content)
    return stream.getvalue()


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def _shown(sheet: Any, header: int) -> list[tuple[Any, Any]]:
    head = [cell.value for cell in sheet[header]]
    at = head.index("开始")
    rows = sheet.iter_rows(min_row=header + 1, values_only=True)
    return [(_day(row[at]), _day(row[at + 1])) for row in rows if row[at] or row[at + 1]]


def _computed(filling: Filling, records: Any) -> list[tuple[Any, Any]]:
    found = []
    for record in records:
        when = record["when"]
        known = filling.resolved(when)
        opened = when.get("e", when.get("b", [None, None])[1]) == [".."] or (
            known.kind == "open" and not known.end
        )
        found.append((known.start, "长期" if opened else known.end))
    return [pair for pair in found if any(pair)]


@pytest.fixture(scope="module")
def computed(tmp_path_factory: Any, filled: Any) -> dict[tuple[str, date], Any]:
    """Every plan's workbook for every start, computed."""
    folder = tmp_path_factory.mktemp("dates")
    keys = [(slug, start) for slug in PLANS for start in STARTS]
    files = []
    for slug, start in keys:
        files.append(folder / f"{slug}-{start}.xlsx")
        files[-1].write_bytes(_moved(xlsx(filled(slug)), start))
    opened = [
        openpyxl.load_workbook(file, data_only=True) for file in convert(folder, files, "xlsx")
    ]
    return dict(zip(keys, opened, strict=True))


def _restarted(filling: Filling, start: date) -> Filling:
    values = make_values(str(start), filling.values.vars)
    return Filling(filling.program, values, filling.calendar)


@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize("slug", PLANS)
def test_every_date_follows_the_start_cell(
    slug: str, start: date, computed: Any, filled: Any
) -> None:
    book, filling = computed[slug, start], _restarted(filled(slug), start)
    occasional = ("recurring", "trigger")
    staged = [task for task in filling.tasks if task["when"]["k"] not in occasional]
    routine = [task for task in filling.tasks if task["when"]["k"] in occasional]
    assert _shown(book["任务清单"], 1) == _computed(filling, staged)
    phases = filling.program["phases"]
    assert _shown(book["时间轴"], 2) == _computed(filling, [*phases, *staged])
    if routine:
        assert _shown(book["日常工作"], 1) == _computed(filling, routine)
    (end,) = [row[1] for row in book["说明"].iter_rows(values_only=True) if row[0] == "结束日"]
    span = filling.resolved(filling.program["span"])
    assert _day(end) == (span.end or "长期")


@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize("slug", PLANS)
def test_the_axis_holds_the_whole_plan_and_no_cell_is_an_error(
    slug: str, start: date, computed: Any
) -> None:
    book = computed[slug, start]
    axis = book["时间轴"]
    first, last = (_day(axis[cell].value) for cell in ("C1", "D1"))
    days = [_day(cell.value) for cell in axis[2][4:]]
    assert days == sorted(days)
    assert days[0] <= first <= last
    step = (days[1] - days[0]).days
    assert {"天": step == 1, "周": step == 7, "月": step > 27}[axis["B1"].value]
    assert last < days[-1] + timedelta(days=step)
    errors = [
        cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row
        if cell.data_type == "e"
    ]  # fmt: skip
    assert errors == []


OPERATORS, UNITS = ("add", "for", "per", "first", "last"), ("D", "W", "M", "Y", "WD")


def _point(dice: random.Random, depth: int, *, exact: bool) -> list[Any]:
    if depth == 0 or dice.random() < 0.3:
        leaves: list[list[Any]] = [["T"], ["Y", 1, 12, 30], ["Y", 0, 2, 28], ["var", "某日"]]
        wide = [["Y", 0], ["Y", 1, 2], ["xun", 0, 9, dice.randint(1, 3)], ["Y", 0, 4]]
        return dice.choice(leaves if exact else leaves + wide)
    kind = dice.choice(OPERATORS)
    inner = _point(dice, depth - 1, exact=kind not in {"first", "last"})
    if kind == "add":
        return [kind, inner, dice.choice([-40, -3, -1, 0, 1, 2, 5, 12]), dice.choice(UNITS)]
    if kind == "for":
        return [kind, inner, dice.choice([1, 2, 3, 10]), dice.choice(UNITS)]
    if kind == "per":
        return ["first", [kind, dice.choice(["week", "xun", "month", "quarter", "year"]), inner]]
    return [kind, inner]


def _cases() -> Iterator[tuple[list[Any], bool]]:
    dice = random.Random(20261123)  # noqa: S311 - repeatable, not secret
    for _ in range(1500):
        yield _point(dice, 3, exact=False), dice.random() < 0.5


def _workbook(calendar: WorkCalendar, start: date, other: date) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet, listed = book.active, book.create_sheet("工作日")
    assert sheet is not None
    sheet.append([start, other])
    day = date(1990, 1, 1)
    while day.year < 2100:
        if calendar.is_workday(day):
            listed.append([day])
        day += timedelta(days=1)
    for name, area in (
        ("起始日", "Sheet!$A$1"),
        ("日期1", "Sheet!$B$1"),
        ("工作日", f"工作日!$A$1:$A${listed.max_row}"),
    ):
        book.defined_names[name] = DefinedName(name, attr_text=area)
    for row, (point, end) in enumerate(_cases(), 2):
        sheet.cell(row, 1, "=" + guarded(point, {"某日": "日期1"}, end=end))
    return book


@pytest.mark.parametrize(
    ("start", "other"),
    [(date(2026, 1, 31), date(2026, 2, 14)), (date(2025, 9, 30), date(2028, 2, 29))],
)
def test_points_nested_at_random_are_the_same_days_in_a_spreadsheet(
    start: date, other: date, tmp_path: Path, catalogue: Any
) -> None:
    calendar = catalogue[PLANS[0]].calendar
    path = tmp_path / "points.xlsx"
    _workbook(calendar, start, other).save(path)
    (written,) = convert(tmp_path, [path], "xlsx")
    sheet = openpyxl.load_workbook(written, data_only=True).worksheets[0]
    clock = Clock(start, {"某日": other}, calendar)
    for row, (point, end) in enumerate(_cases(), 2):
        days = days_of(point, clock)
        assert days is not None
        value = sheet.cell(row, 1).value
        shown = EPOCH + timedelta(days=value) if isinstance(value, (int, float)) else _day(value)
        assert shown == days[end], point
