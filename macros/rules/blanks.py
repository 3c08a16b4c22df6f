"""Blanks: what is printed as 【…】 is declared, and what is declared is used."""

import re
from collections.abc import Iterator
from functools import partial

from macros.model.nearest import did_you_mean, nearest
from macros.model.variable import BLANK, COMPUTED, UNIT_MARK
from macros.rules.case import Case, Placed
from macros.rules.registry import Hit, rule
from macros.rules.units import unit_refs

_LEFTOVER = re.compile(  # begins with the mark itself, so that a search is quick
    r"[2xX×○_＊*](?:(?<=2)0\s?[xX×*＊]{2}|(?<=○)○+|(?<=_)__+|(?<=[＊*])[＊*]+"
    r"|(?<=[xX×])(?<![A-Za-z\d][xX×])(?:[xX×]+(?![A-Za-z])|\s?[年月日号栋]))"
)


def _known(case: Case) -> set[str]:
    return {*case.plan.vars, *COMPUTED, *case.library.outlines.vars}


def _used(case: Case) -> Iterator[Placed]:
    """Each blank that is printed, with the place that prints it."""
    for path, text, _ in case.search(BLANK, everywhere=True):
        names = (name for name in BLANK.findall(text) if not name.startswith(UNIT_MARK))
        yield from ((path, name) for name in names)
    units = case.library.units
    for path, unit in unit_refs(case.plan):
        if unit in units and "【" in units[unit].name:
            yield from ((path, name) for name in BLANK.findall(units[unit].name))


def _givens(case: Case) -> Iterator[tuple[Placed, str, str]]:
    """Each condition, taken apart: the place with the text, the variable, the choice."""
    for path, text in case.texts:
        if path[-1:] in {("given",), ("coordinator_given",)} and not case.draft.is_broken(path):
            name, _, choice = text.partition("=")
            yield (path, text), name, choice


@rule("E601")
def declared(case: Case) -> Iterator[Hit]:
    """What is used is declared."""
    known = _known(case)
    said: set[str] = set()
    for path, name in _used(case):
        if name not in known and name not in said:
            said.add(name)
            near = nearest(name, known)
            hint = f"是否想写【{near}】？" if near else f"在 vars 里加上 {name}: {{ask: …, eg: …}}"
            yield Hit(path, f"占位符【{name}】没有在 vars 声明", hint)


@rule("E602")
def used(case: Case) -> Iterator[Hit]:
    """What is declared is used: in a text, a unit's name, a date or a condition."""
    known = _known(case)
    guess = partial(nearest, allowed=list(case.plan.vars))
    seen = {name if name in known else guess(name) for _, name in _used(case)}
    seen |= {name if name in known else guess(name) for _, name, _ in _givens(case)}
    for name in case.plan.vars:
        if name not in seen:
            message = f"变量【{name}】声明了却没有用到"
            yield Hit(("vars", name), message, "删去，或在正文里写上", key=True)


@rule("E603")
def leftovers(case: Case) -> Iterator[Hit]:
    """A blank is 【…】, not 20xx, ×× or ___."""
    for path, _, found in case.search(_LEFTOVER, everywhere=True):
        if "avoid" not in path:
            hint = "要填的写成【变量】并在 vars 声明；年份写【年份】"
            yield Hit(path, f"有没填的占位“{found[0]}”", hint)


@rule("E604")
def conditions(case: Case) -> Iterator[Hit]:
    """A condition names a variable with choices, and one of them."""
    variables = case.plan.vars
    for (path, text), name, choice in _givens(case):
        var = variables.get(name)
        if var is None:
            hint = did_you_mean(name, variables) or "在 vars 里声明，type: enum 并写 choices"
            yield Hit(path, f"条件“{text}”里的变量“{name}”没有声明", hint)
        elif choice not in var.choices and not case.draft.is_broken(("vars", name, "choices")):
            hint = (
                did_you_mean(choice, var.choices)
                or f"可选：{'、'.join(var.choices) or '（没有写 choices）'}"
            )
            yield Hit(path, f"“{name}”没有“{choice}”这个选项", hint)


@rule("E605")
def local(case: Case) -> Iterator[Hit]:
    """The part on local facts leaves at least two of them to be filled."""
    if case.sound("local", "text"):
        blanks = {name for text in case.plan.local.text for name in BLANK.findall(text)}
        if len(blanks) < 2:
            message = f"本地情况只有 {len(blanks)} 处要填的事实，至少两处"
            yield Hit(("local", "text"), message, "用【变量】留出点位数、户数、问题等本地数字")


@rule("E606")
def choices(case: Case) -> Iterator[Hit]:
    """A variable of type enum offers choices, and only such a one does."""
    for name, var in case.plan.vars.items():
        if var.type == "enum" and len(var.choices) < 2:
            message = f"变量“{name}”的类型是 enum，选项不足两个"
            yield Hit(("vars", name, "choices"), message, "写 choices: [甲, 乙]，或改成别的类型")
        if var.choices and var.type != "enum":
            message = f"变量“{name}”有选项，类型却是 {var.type}"
            yield Hit(("vars", name, "type"), message, "写 type: enum，或删去 choices")
        if var.choices and var.default and var.default not in var.choices:
            message = f"默认值“{var.default}”不在选项里"
            yield Hit(("vars", name, "default"), message, f"可选：{'、'.join(var.choices)}")


_UNWRITTEN = re.compile("待写[：:]?")


@rule("W607")
def unwritten(case: Case) -> Iterator[Hit]:
    """Nothing is left as the scaffold wrote it."""
    for path, text, found in case.search(_UNWRITTEN, everywhere=True):
        asked = text[found.end() :].strip("（）")
        yield Hit(path, "这里还没有写", f"换成自己的话：{asked}" if asked else "换成自己的话")
