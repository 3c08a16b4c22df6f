"""What a condition leaves out closes up; a value is only ever text."""

from typing import Any

from macros.fill.derive import Filling
from macros.fill.settle import Grid, Line, settle
from macros.fill.values import make_values
from macros.time.calendar import WorkCalendar
from macros.writers.text import markdown, plain, txt

CHOICE = {"name": "方式", "type": "enum", "choices": ["合并", "分开"]}


def _task(name: str, choice: str | None) -> dict[str, Any]:
    given = ["方式", choice] if choice else None
    when = {"k": "window", "s": ["T"], "e": ["for", ["T"], 3, "D"]}
    people: dict[str, Any] = {
        "lead": [["u", "社区"]],
        "support": [["u", "物业"]],
        "output": [["《台账》"]],
    }
    return {"id": name, "name": [name], "when": when, "given": given, **people}


def _filling(**vars_: str) -> Filling:
    program: dict[str, Any] = {
        "vars": [CHOICE, {"name": "事", "type": "text"}],
        "units": {"社区": ["社区居委会"], "物业": ["物业公司"]},
        "columns": [],
        "span": {"k": "open", "s": ["T"]},
        "tasks": [_task("甲", None), _task("乙", "分开"), _task("丙", None)],
        "budget": None,
    }
    return Filling(program, make_values("2026-12-01", vars_), WorkCalendar({}))


def _parts(filling: Filling, *blocks: Any) -> list[Line | Grid]:
    doc = {"key": "plan", "name": "方案", "role": "body", "title": ["题"], "blocks": list(blocks)}
    return settle(filling, doc).parts


TASKS = [["k", "甲", []], ["k", "乙", []], ["k", "丙", []]]


def _heads(parts: list[Line | Grid]) -> list[str]:
    return [part.number + plain(part.head) for part in parts if isinstance(part, Line)]


def test_numbers_close_up_over_a_task_that_is_left_out() -> None:
    assert _heads(_parts(_filling(), *TASKS)) == ["一、甲。", "二、丙。"]
    assert _heads(_parts(_filling(方式="分开"), *TASKS)) == ["一、甲。", "二、乙。", "三、丙。"]


def test_a_heading_whose_every_task_is_left_out_is_left_out_too() -> None:
    group = ["i", ["分组。"], [], [["k", "乙", []]], "", None]
    section = ["s", ["任务"], [group], "tasks", None]
    last = ["s", ["最后"], [["p", ["完。"], None]], "", None]
    assert _heads(_parts(_filling(), section, last)) == ["一、最后", ""]
    assert _heads(_parts(_filling(方式="分开"), section, last))[:4] == [
        "一、任务",
        "（一）分组。",
        "1.乙。",
        "二、最后",
    ]


def test_a_table_of_tasks_counts_only_those_that_are_done() -> None:
    table = [
        "r",
        [["序号", 1, "int"], ["任务", 3, "text"], ["时间", 1, "text"]],
        ["index", "name", "when"],
    ]
    (grid,) = _parts(_filling(), table)
    assert isinstance(grid, Grid)
    rows = [[plain(cell) for cell in row] for row in grid.rows]
    assert rows == [["1", "甲", "12月1日—12月3日"], ["2", "丙", "12月1日—12月3日"]]


def test_a_task_says_who_does_it_by_when_and_what_comes_of_it() -> None:
    line = _parts(_filling(), ["k", "甲", ["做好。"]])[0]
    assert isinstance(line, Line)
    said = "做好。（牵头：社区居委会；配合：物业公司；时间：12月1日—12月3日；交付：《台账》）"
    assert plain(line.text) == said


def test_a_value_is_never_searched_for_blanks_again() -> None:
    line = _parts(_filling(事="【事】{{事}}"), ["p", [["b", "事"]], None])[0]
    assert isinstance(line, Line)
    assert plain(line.text) == "【事】{{事}}"


def _written(writer: Any, value: str) -> str:
    doc = {
        "key": "plan",
        "name": "方案",
        "role": "body",
        "title": ["题|目"],
        "blocks": [["p", [["b", "事"]], None]],
    }
    text: str = writer(settle(_filling(事=value), doc))
    return text


def test_what_is_typed_cannot_become_markdown() -> None:
    assert _written(markdown, "- 一\n1. 二\n===\n# 三 *四* <b> &lt; [五](六) |") == (
        "# 题目\n\n\\- 一  \n1\\. 二  \n\\===  \n\\# 三 \\*四\\* \\<b\\> \\&lt; \\[五\\](六) \\|\n"
    )


def test_plain_text_keeps_what_is_typed() -> None:
    assert _written(txt, "a|b\n* c") == "题目\n\n　　a|b\n* c\n"
