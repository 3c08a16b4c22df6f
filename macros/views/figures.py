"""Figures and checks: 经费, 指标, 检查验收."""

from macros.model.check import Assess, Mode
from macros.model.money import BudgetLine, Metric
from macros.time.schedule import WhenAst
from macros.views.blocks import (
    Blank,
    Block,
    Column,
    Inline,
    Item,
    Moment,
    Paragraph,
    Table,
    given,
    inline,
    join,
)
from macros.views.context import Context

TOTAL = Blank("经费合计")
TOTAL_IN_WORDS = Blank("经费大写")


def budget(context: Context) -> tuple[Block, ...]:
    """经费安排: the computed total in figures and in words, then the lines."""
    money = context.plan.budget
    if money is None:
        return ()
    source = join(inline(text) for text in money.source)
    head: Inline = ("经费合计", TOTAL, money.unit, "（大写：", TOTAL_IN_WORDS, "）")
    head += ("，从", *source, "列支。") if source else ("。",)
    return (Paragraph(head), budget_table(context))


def budget_table(context: Context) -> Table:
    """One row a line, and the total."""
    money = context.plan.budget
    lines = money.lines if money else ()
    unit = money.unit if money else "元"
    columns = (
        Column("序号", 1, "int"), Column("事项", 4), Column(f"金额（{unit}）", 2, "money"), Column("测算与说明", 4),
    )  # fmt: skip
    rows: list[tuple[Inline, ...]] = [((str(i),), *_line(line)) for i, line in enumerate(lines, 1)]
    rows.append(((), ("合计",), (TOTAL,), ()))
    return Table(columns, tuple(rows))


def _line(line: BudgetLine) -> tuple[Inline, Inline, Inline]:
    note: Inline = inline(line.note or "")
    if line.quantity is not None and line.price is not None:
        note = (f"{line.quantity}×{line.price}", *(("；", *note) if note else ()))
    return inline(line.item), inline(str(line.amount)), note


def metrics(context: Context) -> tuple[Block, ...]:
    """量化指标, one row each."""
    entries = context.plan.metrics
    if not entries:
        return ()
    columns = [Column("指标", 3), Column("目标", 2), Column("数据来源", 3), Column("责任", 2)]
    if any(entry.baseline for entry in entries):
        columns.insert(1, Column("现状", 2))
    return (Table(tuple(columns), tuple(_metric(context, entry) for entry in entries)),)


def _metric(context: Context, entry: Metric) -> tuple[Inline, ...]:
    target: Inline = inline(entry.target)
    if entry.id in context.schedule.metrics:
        target += ("（", Moment(context.schedule.metrics[entry.id]), "）")
    owner: Inline = context.unit(entry.owner) if entry.owner else ()
    cells: list[Inline] = [inline(entry.name), target, inline(entry.how), owner]
    if any(other.baseline for other in context.plan.metrics):
        cells.insert(1, inline(entry.baseline or ""))
    return tuple(cells)


def assess(context: Context) -> tuple[Block, ...]:
    """检查验收: modes, grades, rewards and what follows a failure."""
    entry = context.plan.assess
    if entry is None:
        return ()
    closing = [Item((head,), text) for head, text in _closing(entry) if text]
    times = context.schedule.modes
    modes = (_mode(context, mode, times.get(i)) for i, mode in enumerate(entry.modes))
    return (*modes, *closing)


def _mode(context: Context, mode: Mode, when: WhenAst | None) -> Block:
    who: list[Inline] = []
    if mode.by:
        who.append(("由", *context.unit(mode.by), "负责"))
    if when:
        who.append((Moment(when),))
    text: Inline = (*inline(mode.how.rstrip("。")), "。")
    if who:
        text += ("（", *join(who, "；"), "）")
    return Item((*inline(mode.name), "。"), text, given=given(mode.given))


def _closing(entry: Assess) -> list[tuple[str, Inline]]:
    grades = "、".join(f"{grade.name}（{grade.min}分以上）" for grade in entry.grades)
    scale = f"满分{entry.full}分，{grades}。" if entry.full and grades else ""
    return [
        ("等次。", (scale,) if scale else ()),
        ("奖励。", _sentence(entry.rewards)),
        ("处理。", _sentence(entry.penalties)),
    ]


def _sentence(texts: tuple[str, ...]) -> Inline:
    return (*join((inline(text.rstrip("。")) for text in texts), "；"), "。") if texts else ()
