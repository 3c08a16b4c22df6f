"""The sheets of a workbook that are about the work: cover, tasks, duty matrix, recurring duties."""

from collections.abc import Mapping
from typing import Any

from macros.writers.cell import Cell, Style, empty, headings, letter, number, text
from macros.writers.sheet import Sheet, choice, day_only, rule
from macros.writers.xlsx_book import Book, typed

COVER, TASKS, MATRIX, ROUTINE = "说明", "任务清单", "责任矩阵", "日常工作"
STATES = ("未开始", "进行中", "已完成", "暂缓")
FIRST_DATE_ROW = 4
DONE, LATE = 1, 2
"""Looks of rows that are finished or past their day: positions in the styles' ``dxfs``."""

_BEFORE = ("序号", "任务", "牵头", "配合")
_WIDTHS = (6, 28, 18, 26)


def cover(book: Book) -> Sheet:
    """The dates that people type, in yellow cells that all other dates follow."""
    filling = book.filling
    program = filling.program
    asked = {entry["name"]: entry["ask"] for entry in program["vars"]}
    rows = [
        [text(book.words(program["heading"]).replace("|", ""), Style.TITLE)],
        [text("改黄色格子里的日期，各表的日期和时间轴跟着变。", Style.NOTE)],
        headings(("项目", "日期", "说明")),
        [
            text("起始日", Style.BOLD),
            typed(filling.values.start, Style.DATE_TYPED),
            text("方案的第1天"),
        ],
    ]
    rows += [
        [
            text(name, Style.BOLD),
            typed(filling.dates.get(name), Style.DATE_TYPED),
            text(asked[name]),
        ]
        for name in book.dates
    ]
    rows.append([text("结束日", Style.BOLD), book.bounds(program["span"])[1], text("由起始日推算")])
    last = len(rows) - 1
    version = f"模板 {program['number']:02d} 第 {program['version']} 版，{program['updated']} 更新"
    return Sheet(
        COVER, (18, 20, 70), rows, header=0, merges=("A1:C1", "A2:C2"), notes=(version,),
        validations=(day_only(f"B{FIRST_DATE_ROW}:B{last}"),),
    )  # fmt: skip


def start_column(book: Book) -> int:
    """The column of 任务清单 that holds the first days; the last days stand in the next."""
    return 7 if book.filling.program["phases"] else 6


def tasks(book: Book) -> Sheet:
    """任务清单: one row a task, its days as formulas, its state to be chosen."""
    phases = {phase["id"]: phase["name"] for phase in book.filling.program["phases"]}
    staged = ("阶段",) if phases else ()
    head = (*_BEFORE, *staged, "时间要求", "开始", "结束", "状态", "交付", "备注")
    rows = [headings(head)]
    for index, task in enumerate(book.staged, 1):
        stage = [text(phases.get(task["phase"], ""), Style.CENTRED)] if phases else []
        output = "、".join(book.words(runs) for runs in task["output"])
        rows.append([
            *_who(book, index, task), *stage, text(book.steady.words(task["when"]), Style.CENTRED),
            *book.bounds(task["when"]), text(STATES[0], Style.CENTRED), text(output), empty(),
        ])  # fmt: skip
    widths = (*_WIDTHS, *((16,) if phases else ()), 22, 16, 16, 10, 22, 20)
    end, state = letter(start_column(book) + 1), letter(start_column(book) + 2)
    area, done = f"A2:{letter(len(head))}{len(rows)}", f'${state}2="{STATES[2]}"'
    late = f"AND(ISNUMBER(${end}2),${end}2<TODAY(),NOT({done}))"
    return Sheet(
        TASKS, widths, rows, left=2, validations=(choice(f"{state}2:{state}{len(rows)}", STATES),),
        formats=(rule(area, done, DONE, 1), rule(f"{end}2:{end}{len(rows)}", late, LATE, 2)),
        notes=("结束日已过还没完成的，日期变红；“时间要求”从起始日算起。",),
    )  # fmt: skip


def routine(book: Book) -> Sheet:
    """日常工作: duties that recur or wait for something to happen."""
    rows = [headings((*_BEFORE, "时间要求", "开始", "结束", "最近一次", "备注"))]
    for index, task in enumerate(book.occasional, 1):
        rows.append([
            *_who(book, index, task), text(book.steady.words(task["when"]), Style.CENTRED),
            *book.bounds(task["when"]), empty(Style.DATE), empty(),
        ])  # fmt: skip
    return Sheet(ROUTINE, (*_WIDTHS, 34, 16, 16, 16, 26), rows, left=2)


def _who(book: Book, index: int, task: Mapping[str, Any]) -> list[Cell]:
    return [
        number(index), text(book.words(task["name"]), Style.BOLD),
        text(book.words(task["lead"])), text(book.words(task["support"])),
    ]  # fmt: skip


def matrix(book: Book) -> Sheet:
    """责任矩阵: tasks against units."""
    columns = book.filling.program["columns"]
    rows = [headings(("任务", *(book.words([["u", key]]) for key in columns)))]
    for task in book.filling.tasks:
        marks = (text(mark, Style.CENTRED) for mark in task["marks"])
        rows.append([text(book.words(task["name"]), Style.BOLD), *marks])
    widths = (28, *(11 for _ in columns))
    return Sheet(
        MATRIX, widths, rows, left=1, notes=("●牵头　○配合　△所在工作组牵头",)
    )  # fmt: skip
