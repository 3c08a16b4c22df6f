"""Every complaint of the type checker is said in Chinese, with the way out."""

import re
from typing import Any, get_args

import pytest
from pydantic import ValidationError
from pydantic_core.core_schema import ErrorType

from macros.model.draft import draft
from macros.model.messages import complaints
from macros.model.plan import Plan
from macros.model.schema import models
from macros.model.source import parse_source

ENGLISH = re.compile(r"[A-Za-z]{3,} [a-z]{2,}")


@pytest.mark.parametrize("kind", get_args(ErrorType))
def test_no_error_type_of_pydantic_speaks_english(kind: str) -> None:
    limits = dict.fromkeys(
        ("max_length", "min_length", "ge", "le", "gt", "lt", "expected", "pattern"), "1"
    ) | {"error": ValueError("不对：改成别的")}
    error: Any = {
        "type": kind,
        "loc": ("title",),
        "msg": "Input should be",
        "input": "x",
        "ctx": limits,
    }
    (one,) = complaints(Plan, {"title": "x"}, [error])
    assert re.search(r"[\u4e00-\u9fff]", one.message)
    assert not ENGLISH.search(one.message + one.hint)


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("tasks: [{leed: x}]", (1, 10), "不认识的项“leed”", "是否想写“lead”？"),
        ("genre: 方按", (1, 8), "“genre”不能是“方按”", "是否想写“方案”？"),
        ("span: {start: T, fro: P7D}", (1, 18), "不认识的项“fro”", "是否想写“for”？"),
        ("span: {start: T, for: 七天}", (1, 23), "“for”“七天”格式不对", "如 P7D"),
        ("span: {by: 12:00}", (1, 7), "时间是空的", "写 start/end/for、rrule、on"),
        (
            "org: {office: {at: 综合办, director: 综合办/张某}}",
            (1, 35),
            "“director”“综合办/张某”",
            "单位/职务",
        ),
        ("tasks: [{escalate: [{fi: x}]}]", (1, 22), "不认识的项“fi”", "是否想写“if”？"),
        ("budget: {lines: [{amount: 十万}]}", (1, 27), "“amount”“十万”不是数字", "只写数字"),
        ("tasks: [{steps: [[a]]}]", (1, 18), "“steps”第 1 项应是一句话，或一组“键: 值”", "例："),
        ("hints: {goal: [a]}", (1, 9), "不认识的项“goal”", "是否想写“goals”？"),
        ('vars: {"a b": {ask: a, eg: b}}', (1, 8), "名字“a b”格式不对", "16 字"),
        ("updated: 2026-02-30", (1, 10), "“2026-02-30”不是真实的日期", "如 2026-11-23"),
        ("start_months: [13]", (1, 16), "“start_months”第 1 项不能大于 12", "例"),
        ("scene: 小区", (1, 8), "“scene”应是一个列表", "写成 [小区]"),
        ("summary:", (1, 9), "“summary”是空的", "删去这一行"),
        ("phases: [{overlap: maybe}]", (1, 20), "“overlap”应是 true 或 false", "是写 true"),
    ],
)
def test_a_mistake_is_told_at_its_place_with_its_replacement(
    text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    told = draft(Plan, parse_source(text, "x.yml")).findings
    (one,) = [one for one in told if (one.line, one.column) == place and message in one.message]
    assert hint in one.hint


def test_a_missing_item_is_called_by_its_title() -> None:
    told = draft(Plan, parse_source("number: 1", "x.yml")).findings
    assert "缺少“title”（名称）" in {one.message for one in told}


def test_a_misspelt_key_is_not_told_as_missing_too() -> None:
    told = draft(Plan, parse_source("local: {txet: [a], collect: [b]}", "x.yml")).findings
    assert not [one for one in told if "“text”（" in one.message]


def test_what_is_right_is_kept_beside_what_is_wrong() -> None:
    text = "title: 某方案\ntasks: [{id: T1, name: 清理, lead: 社区, steps: [a, [b]]}, 1]"
    read = draft(Plan, parse_source(text, "x.yml"))
    assert (read.record.title, read.record.tasks[0].name) == ("某方案", "清理")
    assert read.record.tasks[0].steps[0] == "a"
    assert read.record.tasks[1].name == ""
    assert read.is_broken(("tasks", 0, "id"))
    assert not read.is_broken(("tasks", 0, "name"))


def test_no_model_says_anything_in_english() -> None:
    for model in models(Plan):
        with pytest.raises(ValidationError) as raised:
            model.model_validate(1)
        for one in complaints(model, 1, raised.value.errors()):
            assert not ENGLISH.search(one.message + one.hint)
