"""An Excel workbook of a filled plan: one start date, and every date a live formula over it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from html import escape
from typing import Any

from macros.fill.derive import Filling
from macros.fill.gantt import chart
from macros.fill.settle import Grid, Settled, Spans, settle, spans
from macros.writers.formula import START, WORKDAYS, guarded, uses_workdays
from macros.writers.package import fixed_parts, package
from macros.writers.sheet import (
    AXIS, BOLD, CENTRED, DATE, DATE_TYPED, HEADER, MONEY, NOTE, NUMBER, TEXT, TITLE,
    Cell, Sheet, empty, letter, sheet_xml, text,
)  # fmt: skip
from macros.writers.text import plain

EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's calendar, as it counts from March 1900 on."""

STATES = "未开始,进行中,已完成,暂缓"
COVER, TASKS, MATRIX, AXES, ROUTINE, BUDGET, METRICS = (
    "说明", "任务清单", "责任矩阵", "时间轴", "日常工作", "经费", "指标",
)  # fmt: skip
_FIRST_DATE_ROW = 4
_EMPTY_ROWS = 20


def xlsx(filling: Filling) -> bytes:
    """Write the workbook of a plan.

    Args:
        filling: the plan and the values; without a start date the formulas wait for one.

    Returns:
        An ``.xlsx`` package.
    """
    book = _Workbook(filling)
    sheets = list(book.sheets())
    parts = [
        ("[Content_Types].xml", _content_types(len(sheets))),
        *((name, body) for name, body in fixed_parts("xlsx") if name[0] != "["),
        ("xl/workbook.xml", _workbook(sheets, book)),
        ("xl/_rels/workbook.xml.rels", _relations(len(sheets))),
        *((f"xl/worksheets/sheet{i}.xml", sheet_xml(s).encode()) for i, s in enumerate(sheets, 1)),
    ]
    return package(parts)


class _Workbook:
    """The sheets of one plan; formulas name the cells of its cover sheet."""

    def __init__(self, filling: Filling) -> None:
        self.filling, self.program = filling, filling.program
        dates = [
            v for v in filling.program["vars"] if v["type"] == "date" and v["name"] != "成文日期"
        ]
        self.dates = {v["name"]: f"日期{i}" for i, v in enumerate(dates, 1)}

    def sheets(self) -> Iterator[Sheet]:
        yield self.cover()
        tasks = [t for t in self.filling.tasks if t["when"]["k"] != "recurring"]
        routine = [t for t in self.filling.tasks if t["when"]["k"] == "recurring"]
        if tasks:
            yield self.tasks(TASKS, tasks)
        if self.filling.tasks and self.program["columns"]:
            yield self.matrix()
        if tasks:
            yield self.axis(len(tasks))
        if routine:
            yield self.tasks(ROUTINE, routine)
        if self.program["budget"]:
            yield self.budget()
        yield from self.grids()
        if uses_workdays([t["when"] for t in self.program["tasks"]]):
            yield self.workdays()

    # --- the cover: every date a person types ---

    def cover(self) -> Sheet:
        heading = self.words(self.program["heading"]).replace("|", "")
        rows = [
            [text(heading, TITLE)],
            [text("改下面黄色格子里的日期，各表的日期和时间轴跟着变。", NOTE)],
            [text("项目", HEADER), text("日期", HEADER), text("说明", HEADER)],
            [text("起始日", BOLD), _day(self.filling.values.start, DATE_TYPED), text("第1天")],
        ]
        for name in self.dates:
            known = self.filling.dates.get(name)
            rows.append([text(name, BOLD), _day(known, DATE_TYPED), text(self.ask(name))])
        rows.append(
            [text("结束日", BOLD), *self.bounds(self.program["span"])[1:], text("按方案期限计算")]
        )
        version = f"模板{self.program['number']:02d}@{self.program['version']}，{self.program['updated']}更新"
        return Sheet(COVER, (18, 20, 60), [*rows, [text(version, NOTE)]])

    def ask(self, name: str) -> str:
        return next(str(v["ask"]) for v in self.program["vars"] if v["name"] == name)

    # --- tasks ---

    def tasks(self, name: str, tasks: list[Mapping[str, Any]]) -> Sheet:
        head = ("序号", "任务", "牵头", "配合", "时间", "开始", "结束", "状态", "交付", "备注")
        rows = [[text(title, HEADER) for title in head]]
        for number, task in enumerate(tasks, 1):
            output = "、".join(self.words(runs) for runs in task["output"])
            rows.append([
                Cell("n", str(number), NUMBER), text(self.words(task["name"]), BOLD),
                text(self.words(task["lead"])), text(self.words(task["support"])),
                text(self.filling.words(task["when"]), CENTRED), *self.bounds(task["when"]),
                text("未开始", CENTRED), text(output), empty(),
            ])  # fmt: skip
        widths = (6, 26, 18, 26, 22, 16, 16, 10, 22, 20)
        last = len(rows)
        return Sheet(name, widths, rows, 1, _done("H", last, "A"), _choices("H", last))

    def bounds(self, when: Mapping[str, Any]) -> list[Cell]:
        """The start and end cells of a compiled time."""
        around = when.get("b", (None, None))
        known = self.filling.resolved(when)
        begin, finish = when.get("s", around[0]), when.get("e", around[1])
        return [
            self.point(begin, known.start, end=False),
            text("长期", CENTRED) if finish == [".."] else self.point(finish, known.end, end=True),
        ]

    def point(self, point: Any, known: date | None, *, end: bool) -> Cell:
        if not point or point == [".."]:
            return empty(DATE)
        return Cell("f", guarded(point, self.dates, end=end), DATE, _serial(known) if known else "")

    def matrix(self) -> Sheet:
        units = [self.words([["u", key]]) for key in self.program["columns"]]
        rows = [[text("任务", HEADER), *(text(unit, HEADER) for unit in units)]]
        for task in self.filling.tasks:
            marks = (text(mark, CENTRED) for mark in task["marks"])
            rows.append([text(self.words(task["name"]), BOLD), *marks])
        rows.append([text("●牵头　○配合　△所在工作组牵头", NOTE)])
        return Sheet(MATRIX, (28, *(11 for _ in units)), rows, 1)

    # --- the timeline: bars drawn by conditional formats ---

    def axis(self, count: int) -> Sheet:
        drawn = chart(self.filling)
        days = (drawn.last - drawn.first).days + 1
        step, columns = (1, days) if days <= 62 else (7, days // 7 + 1)
        first, last = "E", letter(4 + columns)
        head = [text(title, HEADER) for title in ("任务", "牵头", "开始", "结束")]
        head.append(self.axis_start(drawn.first, count))
        for i in range(1, columns):
            cached = _serial(drawn.first + timedelta(days=i * step)) if drawn.dated else ""
            before = letter(4 + i)
            head.append(Cell("f", f'IF({before}1="","",{before}1+{step})', AXIS, cached))
        rows = [head, *(self.axis_row(i, columns) for i in range(2, count + 2))]
        bar = (
            f'AND({first}$1&lt;&gt;"",OR(ISNUMBER($C2),ISNUMBER($D2)),{first}$1+{step - 1}&gt;='
            f"IF(ISNUMBER($C2),$C2,$D2),OR(NOT(ISNUMBER($D2)),{first}$1&lt;=$D2))"
        )
        formats = _format(f"{first}2:{last}{count + 1}", bar, 0)
        return Sheet(AXES, (24, 16, 15, 15, *(3 for _ in range(columns))), rows, 1, formats)

    def axis_start(self, first: date, count: int) -> Cell:
        """The earliest day of all tasks and the plan."""
        area = f"{TASKS}!F2:G{count + 1}"
        rule = f'IF(COUNT({START})=0,"",MIN({START},{area}))'
        return Cell("f", rule, AXIS, _serial(first) if self.filling.values.start else "")

    def axis_row(self, row: int, columns: int) -> list[Cell]:
        task = [t for t in self.filling.tasks if t["when"]["k"] != "recurring"][row - 2]
        begin, finish = self.bounds(task["when"])
        linked = [
            Cell("f", f'IF({TASKS}!{column}{row}="","",{TASKS}!{column}{row})', DATE, _cached(cell))
            for column, cell in (("F", begin), ("G", finish))
        ]
        names = [text(self.words(task["name"]), BOLD), text(self.words(task["lead"]))]
        return [*names, *linked, *(empty(NUMBER) for _ in range(columns))]

    # --- figures and forms ---

    def budget(self) -> Sheet:
        money = self.program["budget"]
        rows = [
            [
                text("序号", HEADER),
                text("事项", HEADER),
                text(f"金额（{money['unit']}）", HEADER),
                text("说明", HEADER),
            ]
        ]
        for number, (item, amount) in enumerate(money["lines"], 1):
            rows.append(
                [
                    Cell("n", str(number), NUMBER),
                    text(self.words(item)),
                    self.amount(amount),
                    empty(),
                ]
            )
        total = self.filling.built_in["经费合计"] or ""
        rows.append(
            [
                empty(),
                text("合计", BOLD),
                Cell("f", f"SUM(C2:C{len(rows)})", MONEY, total),
                self.total_words(),
            ]
        )
        return Sheet(BUDGET, (6, 40, 16, 40), rows, 1)

    def total_words(self) -> Cell:
        words = self.filling.built_in["经费大写"]
        return text(f"大写：{words}（改动金额后请重新导出）" if words else "")

    def amount(self, runs: Any) -> Cell:
        shown = plain(spans(self.filling, runs)).replace(",", "").replace("，", "")
        is_number = shown.replace(".", "", 1).isascii() and shown.replace(".", "", 1).isdigit()
        return Cell("n", shown, MONEY) if is_number else text(shown)

    def grids(self) -> Iterator[Sheet]:
        """指标 and every annex that is a table, one sheet each."""
        taken = {COVER, TASKS, MATRIX, AXES, ROUTINE, BUDGET}
        for document in self.program["docs"]:
            if document["role"] == "annex" and document["key"] != "duties":
                for grid in (p for p in self.settled(document).parts if isinstance(p, Grid)):
                    name = tab_name(self.words([document["name"]]), taken)
                    taken.add(name)
                    yield self.grid(name, grid)

    def settled(self, document: Any) -> Settled:
        return settle(self.filling, document)

    def grid(self, name: str, grid: Grid) -> Sheet:
        rows = [[text(column[0], HEADER) for column in grid.columns]]
        rows += [[text(plain(cell)) for cell in row] for row in grid.rows]
        blank = all(not plain(cell) for row in grid.rows for cell in row[1:])
        rows += [[empty() for _ in grid.columns] for _ in range(_EMPTY_ROWS if blank else 0)]
        return Sheet(name, [8 + 6 * column[1] for column in grid.columns], rows, 1)

    def workdays(self) -> Sheet:
        years = self.filling.calendar.years
        day, last = date(min(years), 1, 1), date(max(years) + 2, 12, 31)
        rows = [[text("工作日（含调休上班）", HEADER)]]
        while day <= last:
            if self.filling.calendar.is_workday(day):
                rows.append([Cell("n", _serial(day), DATE)])
            day += timedelta(days=1)
        return Sheet(WORKDAYS, (24,), rows, 1)

    def words(self, runs: Any) -> str:
        found: Spans = spans(self.filling, runs)
        return plain(found)


def tab_name(name: str, taken: set[str]) -> str:
    r"""A sheet name Excel accepts: at most 31 characters, none of ``[]:*?/\``, not taken."""
    short = "".join(char for char in name if char not in "[]:*?/\\'")[:28] or "表"
    number = 2
    while short in taken:
        short, number = f"{short[:26]}{number}", number + 1
    return short


def _serial(day: date) -> str:
    return str((day - EPOCH).days)


def _day(day: date | None, style: int) -> Cell:
    return Cell("n", _serial(day), style) if day else empty(style)


def _cached(cell: Cell) -> str:
    return cell.cached if cell.kind == "f" else cell.value


def _format(area: str, rule: str, style: int) -> str:
    return (
        f'<conditionalFormatting sqref="{area}"><cfRule type="expression" dxfId="{style}"'
        f' priority="1"><formula>{rule}</formula></cfRule></conditionalFormatting>'
    )


def _done(column: str, last: int, first: str) -> str:
    return _format(f"{first}2:J{last}", f'${column}2="已完成"', 1)


def _choices(column: str, last: int) -> str:
    return (
        f'<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="{column}2:{column}{last}">'
        f'<formula1>"{STATES}"</formula1></dataValidation></dataValidations>'
    )


_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _content_types(count: int) -> bytes:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{_MAIN}.worksheet+xml"/>'
        for i in range(1, count + 1)
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_MAIN}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_MAIN}.styles+xml"/>{sheets}</Types>\n'
    ).encode()


def _workbook(sheets: list[Sheet], book: _Workbook) -> bytes:
    listed = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{i}" r:id="rId{i}"/>'
        for i, sheet in enumerate(sheets, 1)
    )
    return (
        f'{_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_REL}">'
        f"<sheets>{listed}</sheets><definedNames>{''.join(_names(sheets, book))}</definedNames>"
        '<calcPr calcId="0" fullCalcOnLoad="1"/></workbook>\n'
    ).encode()


def _names(sheets: list[Sheet], book: _Workbook) -> Iterator[str]:
    """Defined names: the typed dates, the working days, what repeats in print."""
    for row, name in enumerate((START, *book.dates.values()), _FIRST_DATE_ROW):
        yield f'<definedName name="{name}">{COVER}!$B${row}</definedName>'
    for index, sheet in enumerate(sheets):
        if sheet.name == WORKDAYS:
            yield f'<definedName name="{WORKDAYS}">{WORKDAYS}!$A$2:$A${len(sheet.rows)}</definedName>'
        if sheet.header:
            yield (
                f'<definedName name="_xlnm.Print_Titles" localSheetId="{index}">'
                f"'{escape(sheet.name)}'!$1:${sheet.header}</definedName>"
            )


def _relations(count: int) -> bytes:
    sheets = "".join(
        f'<Relationship Id="rId{i}" Type="{_REL}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, count + 1)
    )
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{sheets}'
        f'<Relationship Id="rId{count + 1}" Type="{_REL}/styles" Target="styles.xml"/></Relationships>\n'
    ).encode()
