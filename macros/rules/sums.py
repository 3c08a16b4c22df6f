"""Figures that must agree with each other."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from macros.rules.case import Case
from macros.rules.registry import Hit, rule

_DIGITS: dict[str, int] = dict(zip("一二三四五六七八九十两", [*range(1, 11), 2], strict=True))
_NUMERAL = re.compile(
    r"(?<![第\d一二三四五六七八九十两])(?:[一二三四五六七八九十两]+|\d{1,2})(?![\d]|小时|分钟|[天日周月年岁米元人户点])"
)
_TYPED_COUNT = re.compile(
    r"[一二三四五六七八九十两]{1,3}(?:项|个|大|条)(?:方面)?"
    r"(?:重点|任务|主要任务|措施|阶段|步骤|专项行动|工作要求)"
)


@rule("E501")
def total(case: Case) -> Iterator[Hit]:
    """The lines of a budget add up to its total."""
    budget = case.plan.budget
    if budget is None or not (
        case.sound("budget", "lines", "amount") and case.sound("budget", "total")
    ):
        return
    amounts = [line.amount for line in budget.lines]
    path = ("budget", "total")
    if any(isinstance(amount, str) for amount in amounts):
        if budget.total is not None:
            yield Hit(path, "分项里有变量，合计要等填好才知道", "删去 total，合计自动算出")
        return
    said = _plain(sum((Decimal(amount) for amount in amounts), Decimal(0)))
    if budget.total is None:
        yield Hit(path, "经费没有写合计 total（核对用）", f"加上 total: {said}")
    elif _plain(budget.total) != said:
        message = f"分项合计 {said} {budget.unit}，total 写的是 {_plain(budget.total)}"
        yield Hit(path, message, f"改成 {said}；大写自动生成，不要手写")


@rule("E502")
def products(case: Case) -> Iterator[Hit]:
    """Quantity times price is the amount."""
    for at, line in enumerate(case.plan.budget.lines if case.plan.budget else ()):
        parts = line.quantity, line.price
        if isinstance(line.amount, str) or None in parts:
            continue
        product = Decimal(line.quantity or 0) * Decimal(line.price or 0)
        if product != line.amount and _all_read(case, at):
            message = f"数量×单价是 {_plain(product)}，金额写的是 {_plain(line.amount)}"
            yield Hit(
                ("budget", "lines", at, "amount"),
                message,
                f"改成 {_plain(product)}，或改数量、单价",
            )


def _all_read(case: Case, at: int) -> bool:
    parts = ("quantity", "price", "amount")
    return not any(case.draft.is_broken(("budget", "lines", at, part)) for part in parts)


def _plain(number: Decimal) -> str:
    """A sum without exponent or trailing zeros."""
    return f"{number.normalize():f}"


@rule("E503")
def full_score(case: Case) -> Iterator[Hit]:
    """Points add up to the full score, where one is given."""
    assess = case.plan.assess
    points = [one.points for one in case.plan.criteria if one.points is not None and not one.extra]
    if not (points and assess and assess.full is not None and case.sound("criteria", "points")):
        return
    if sum(points) != assess.full:
        message = f"各项分值合计 {sum(points)}，full 写的是 {assess.full}"
        yield Hit(("assess", "full"), message, "改分值或满分；加分、扣分项写 extra: true")


@rule("E504")
def grade_floors(case: Case) -> Iterator[Hit]:
    """Grades descend, each with a lower floor than the one before."""
    grades = case.plan.assess.grades if case.plan.assess else ()
    if not case.sound("assess", "grades", "min"):
        return
    for at, (upper, lower) in enumerate(pairwise(grades), start=1):
        if lower.min >= upper.min:
            message = (
                f"“{lower.name}”最低 {lower.min} 分，不低于前一等“{upper.name}”的 {upper.min} 分"
            )
            yield Hit(("assess", "grades", at, "min"), message, "等次由高到低写，最低分逐级减小")


@rule("E505")
def named_counts(case: Case) -> Iterator[Hit]:
    """A list called 五个… has five entries."""
    for at, named in enumerate(case.plan.lists):
        allowed = _counts(named.name)
        if allowed and len(named.items) not in allowed and case.sound("lists", "items"):
            message = f"“{named.name}”应有 {max(allowed)} 条，写了 {len(named.items)} 条"
            yield Hit(("lists", at, "items"), message, "补齐或合并条目，或改名字里的数")


def _counts(name: str) -> set[int]:
    """How many entries a name promises: its first numeral, or all of them together.

    ``七个一`` means seven, ``四和一美`` four and one; a lone ``一`` promises nothing.
    """
    numbers = [_number(found) for found in _NUMERAL.findall(name)]
    if not numbers or (numbers[0] < 2 and len(numbers) == 1):
        return set()
    return {numbers[0], sum(numbers)} - {1}


def _number(numeral: str) -> int:
    """The value of ``8``, ``八``, ``十二`` or ``二十``."""
    if numeral.isdigit():
        return int(numeral)
    if "十" not in numeral:
        return sum(_DIGITS[digit] for digit in numeral)
    tens, _, ones = numeral.partition("十")
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


@rule("W506")
def typed_counts(case: Case) -> Iterator[Hit]:
    """A count that the program can make is not typed."""
    for path, _, found in case.search(_TYPED_COUNT):
        if path[0] != "lists":
            hint = "由列表长度生成（如【任务数】），避免与实际条数不符"
            yield Hit(path, f"手写了数目“{found[0]}”", hint)


@rule("E507")
def rows(case: Case) -> Iterator[Hit]:
    """A row has a cell for each column."""
    for at, sheet in enumerate(case.plan.tables):
        if case.draft.is_broken(("tables", at, "cols")):
            continue
        for index, row in enumerate(sheet.rows):
            if len(row) != len(sheet.cols):
                message = f"这一行有 {len(row)} 格，表头有 {len(sheet.cols)} 格"
                yield Hit(("tables", at, "rows", index), message, "补齐，空格写“—”")
