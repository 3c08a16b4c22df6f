"""Workbooks read back by openpyxl: text stays text, dates are formulas, forms can be filled."""

import io
import re
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from writers_support import HOSTILE, PLANS

from macros.fill.derive import Filling
from macros.fill.values import make_values
from macros.writers.cell import CUT, LONGEST, cell_xml, text
from macros.writers.formula import WORKDAYS, guarded
from macros.writers.xlsx import xlsx
from macros.writers.xlsx_book import EPOCH
from macros.writers.xlsx_forms import tab_name

each_plan = pytest.mark.parametrize("slug", PLANS)
INJECTIONS = ("=cmd|'/c calc'!A1", "+86 13800000000", "@SUM(1)", "-1+1", "_x0041_", "\t=1", "'=1")


def _open(filling: Filling, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(xlsx(filling)), data_only=values)


def _texts(book: Any) -> list[str]:
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return [cell.value for cell in cells if cell.data_type in {"s", "inlineStr"}]


@each_plan
def test_every_date_outside_the_cover_is_a_formula_over_named_cells(slug: str, filled: Any) -> None:
    book = _open(filled(slug))
    assert book.defined_names["起始日"].attr_text == "说明!$B$4"
    for sheet in book:
        if sheet.title in {"说明", WORKDAYS}:
            continue
        for row in sheet.iter_rows():
            for cell in row:
                is_date = "y" in cell.number_format or "m" in cell.number_format
                place = f"{sheet.title}!{cell.coordinate}"
                assert not is_date or cell.value is None or cell.data_type == "f", place


@each_plan
def test_no_text_but_the_title_depends_on_the_start(slug: str, filled: Any) -> None:
    one, other = filled(slug, 2026), filled(slug, 2027)
    program, calendar, typed = one.program, one.calendar, one.values.vars
    moved = Filling(program, make_values(str(other.values.start), typed), calendar)
    assert _texts(_open(one))[1:] == _texts(_open(moved))[1:]


@each_plan
def test_formulas_carry_the_dates_that_python_computes(slug: str, filled: Any) -> None:
    filling = filled(slug)
    sheet = _open(filling, values=True)["任务清单"]
    head = [cell.value for cell in sheet[1]]
    tasks = [t for t in filling.tasks if t["when"]["k"] not in {"recurring", "trigger"}]
    for row, task in zip(sheet.iter_rows(min_row=2, values_only=True), tasks, strict=False):
        known = filling.resolved(task["when"])
        found = row[head.index("开始")], row[head.index("结束")]
        assert found[0] is None or found[0].date() == known.start
        assert found[1] == "长期" if known.end is None else found[1].date() == known.end


@each_plan
def test_every_task_has_its_row_and_every_unit_its_column(slug: str, filled: Any) -> None:
    filling = filled(slug)
    book = _open(filling)
    listed = [
        row[1]
        for name in ("任务清单", "日常工作")
        if name in book.sheetnames
        for row in book[name].iter_rows(min_row=2, values_only=True)
        if row[1]
    ]
    assert len(listed) == len(filling.tasks)
    if filling.program["columns"]:
        assert book["责任矩阵"].max_column == len(filling.program["columns"]) + 1
        leads = [cell.value for row in book["责任矩阵"].iter_rows() for cell in row].count("●")
        assert leads == sum(task["marks"].count("●") for task in filling.tasks)


@each_plan
def test_phases_stand_in_the_tasks_and_on_the_axis(slug: str, filled: Any) -> None:
    filling = filled(slug)
    book = _open(filling)
    names = [phase["name"] for phase in filling.program["phases"]]
    head = [cell.value for cell in book["任务清单"][1]]
    assert ("阶段" in head) == bool(names)
    drawn = [row[0].value for row in book["时间轴"].iter_rows(min_row=3)]
    assert drawn[: len(names)] == names
    formats = book["时间轴"].conditional_formatting
    assert len(list(formats)) == (3 if names else 2)


@each_plan
def test_forms_can_be_filled_and_printed(slug: str, filled: Any) -> None:
    for sheet in _open(filled(slug)):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        if sheet.title == "说明":
            assert sheet.data_validations.dataValidation[0].type == "date"
            continue
        assert sheet.freeze_panes
        assert sheet.print_title_rows
        _, top, _, bottom = range_boundaries(sheet.auto_filter.ref)
        assert bottom > top


@each_plan
def test_columns_with_choices_have_drop_downs(slug: str, filled: Any) -> None:
    filling = filled(slug)
    book = _open(filling)
    lists = {
        (sheet.title, rule.formula1)
        for sheet in book
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert ("任务清单", '"未开始,进行中,已完成,暂缓"') in lists
    choices = {
        column[0]
        for doc in filling.program["docs"]
        for block in doc["blocks"]
        if block[0] in "tr" and doc["role"] == "annex" and doc["key"] != "duties"
        for column in block[1]
        if column[2] == "enum"
    }
    for name in choices:
        listed = re.sub(r"^.*（(.*)）$", r"\1", name).replace("/", ",")
        assert any(formula == f'"{listed}"' for _, formula in lists), name


def test_the_columns_of_a_ledger_have_their_types(filled: Any) -> None:
    formats = {
        cell.number_format
        for slug in PLANS
        for sheet in _open(filled(slug))
        if "台账" in sheet.title
        for cell in sheet[3]
    }
    assert 'yyyy"年"m"月"d"日"' in formats


def test_the_budget_adds_itself_up(filled: Any) -> None:
    slugs = [slug for slug in PLANS if filled(slug).program["budget"]]
    assert slugs
    for slug in slugs:
        filling = filled(slug)
        live, cached = _open(filling)["经费"], _open(filling, values=True)["经费"]
        rows = [row for row in live.iter_rows() if row[1].value == "合计"]
        total = rows[0][2]
        assert total.value == f"SUM(C2:C{total.row - 1})".join(["=", ""])
        assert cached[total.coordinate].value == filling.total
        amounts = [cached.cell(row, 3).value for row in range(2, total.row)]
        assert sum(amounts) == filling.total


@each_plan
def test_what_a_person_typed_is_text_whatever_it_looks_like(slug: str, filled: Any) -> None:
    for every in (*INJECTIONS, HOSTILE):
        book = _open(filled(slug, every=every))
        typed = [c for s in book for row in s.iter_rows() for c in row if c.data_type == "f"]
        assert all(every not in cell.value for cell in typed)
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and cell.data_type != "f":
                        assert cell.data_type in {"s", "inlineStr"}
                        assert cell.quotePrefix


def test_what_looks_like_an_escaped_character_is_kept() -> None:
    assert ">_x005F_x0041__x005F_x000D_<" in cell_xml("A1", text("_x0041__x000D_"))


def test_a_text_too_long_for_a_cell_ends_in_a_hint(filled: Any) -> None:
    long = "𠮷" * 40_000
    cell = cell_xml("A1", text(long))
    held = cell.split('preserve">')[1].split("<")[0]
    assert held.endswith(CUT)
    assert len(held.encode("utf-16-le")) // 2 in {LONGEST, LONGEST - 1}
    book = _open(filled(PLANS[0], every=long))
    assert max(len(found.encode("utf-16-le")) // 2 for found in _texts(book)) <= LONGEST


def test_without_a_start_the_formulas_wait(filled: Any) -> None:
    filling = filled(PLANS[0], None)
    live, cached = _open(filling)["任务清单"], _open(filling, values=True)["任务清单"]
    assert live["G2"].value.startswith("=IF(COUNT(起始日)=1,")
    assert not cached["G2"].value


def test_date_blanks_have_named_cells_of_their_own(filled: Any) -> None:
    filling = filled("party-branch-halfyear-report")
    book = _open(filling)
    named = {name: book.defined_names[name].attr_text for name in book.defined_names}
    cover = book["说明"]
    dates = [name for name in named if name.startswith("日期")]
    assert dates
    for name in dates:
        cell = cover[named[name].split("!")[1].replace("$", "")]
        blank = cover.cell(cell.row, 1).value
        assert cell.value.date() == filling.dates[blank]


def test_days_are_counted_as_excel_does() -> None:
    assert (
        openpyxl.utils.datetime.to_excel(EPOCH.replace(year=2026))
        == (EPOCH.replace(year=2026) - EPOCH).days
    )


def test_a_missing_working_day_is_said_and_not_guessed() -> None:
    formula = guarded(["add", ["T"], -3, "WD"], {}, end=True)
    assert formula == (
        "IF(COUNT(起始日)=1,IFERROR(IF(起始日>MAX(工作日),NA(),"
        'INDEX(工作日,MATCH(起始日-1,工作日,1)+1-3)),"超出工作日表"),"")'
    )


@pytest.mark.parametrize(
    ("name", "taken", "tab"),
    [
        ("问题台账", (), "问题台账"),
        ("甲/乙:丙[丁]*?'\\", (), "甲乙丙丁"),
        ("[]:*?/\\", (), "表"),
        ("问题台账", ("问题台账", "问题台账2"), "问题台账3"),
        ("ABC", ("abc",), "ABC2"),
        ("长" * 40, (), "长" * 24),
    ],
)
def test_tabs_have_names_that_excel_accepts(name: str, taken: tuple[str, ...], tab: str) -> None:
    assert tab_name(name, taken) == tab
