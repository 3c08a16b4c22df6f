"""Named entries, from the command line or a row of a table, become a plan's values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.fill.amount import parse_amount
from macros.fill.derive import BUILT_IN
from macros.fill.values import Values, clean, make_values, parse_date
from macros.model.nearest import did_you_mean

START = "起始日"
UNIT = "单位."
"""``单位.物业`` gives the unit 物业 another name."""


@dataclass(frozen=True)
class Problem:
    """An entry that cannot be used: its name, what is wrong, the way out."""

    name: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """``“户数”：…（…）``."""
        return f"“{self.name}”：{self.message}" + (f"（{self.hint}）" if self.hint else "")


def names(program: Mapping[str, Any]) -> list[str]:
    """Every name a plan takes a value for: the start, its blanks, its units."""
    blanks = [entry["name"] for entry in program["vars"]]
    return [START, *blanks, *(f"{UNIT}{key}" for key in program["columns"])]


def read_entries(entries: Mapping[str, str]) -> Values:
    """Turn entries into values.

    Args:
        entries: texts by the names of :func:`names`.
    """
    units = {k.removeprefix(UNIT): text for k, text in entries.items() if k.startswith(UNIT)}
    blanks = {k: text for k, text in entries.items() if not k.startswith(UNIT) and k != START}
    return make_values(entries.get(START), blanks, units)


def problems(program: Mapping[str, Any], entries: Mapping[str, str]) -> Iterator[Problem]:
    """Everything wrong with the entries, all at once."""
    variables = {entry["name"]: entry for entry in program["vars"]}
    yield from unknown(program, entries)
    for name, raw in entries.items():
        text = clean(raw)
        if name == START and text and parse_date(text) is None:
            yield Problem(START, f"“{text}”不是真实的日期", "写成 2026-12-01")
        elif name in variables and text:
            yield from _typed(name, variables[name], text)


def unknown(program: Mapping[str, Any], given: Iterable[str]) -> Iterator[Problem]:
    """Names that the plan takes no value for."""
    known = names(program)
    for name in given:
        if name in BUILT_IN and name != START:
            yield Problem(name, "由程序计算，不用填", "删去这一项")
        elif name not in known:
            hint = did_you_mean(name, known) or "用空白表里的列名"
            yield Problem(name, "这份方案没有这一项", hint)


def cautions(program: Mapping[str, Any], start: date | None) -> Iterator[str]:
    """What to look at again before writing: a start in a month the plan is not made for."""
    if start and program["months"] and start.month not in program["months"]:
        months = "、".join(f"{month}月" for month in program["months"])
        yield f"这份方案宜在{months}开始，{start.month}月开始会错过按季节定的任务"


def _typed(name: str, variable: Mapping[str, Any], text: str) -> Iterator[Problem]:
    kind, choices = variable["type"], variable.get("choices", ())
    if kind == "date" and parse_date(text) is None:
        yield Problem(name, f"“{text}”不是真实的日期", "写成 2026-12-01")
    elif kind == "int" and not (text.isascii() and text.isdecimal()):
        yield Problem(name, f"“{text}”不是整数", "只写数字，不带单位")
    elif kind == "money" and parse_amount(text) is None:
        yield Problem(name, f"“{text}”不是金额", "只写数字，最多两位小数")
    elif choices and text not in choices:
        yield Problem(name, f"没有“{text}”这个选项", f"可选：{'、'.join(choices)}")
