"""Tables that look across the tasks: 任务分工表, 责任矩阵, 总结提纲."""

from macros.model.plan import Plan
from macros.model.work import Task
from macros.views.blocks import (
    Block,
    Column,
    Document,
    Inline,
    Paragraph,
    Section,
    Table,
    TaskTable,
    inline,
)
from macros.views.context import EVERY_GROUP, Context

LEADS, SUPPORTS, THROUGH_GROUP = "●", "○", "△"


def duties() -> Document:
    """任务分工表: who does what by when."""
    columns = (
        Column("序号", 1, "int"), Column("任务", 3), Column("牵头", 2), Column("配合", 3), Column("时间", 3),
    )  # fmt: skip
    table = TaskTable(columns, ("index", "name", "lead", "support", "when"))
    return Document("duties", "任务分工表", ("任务分工表",), (table,))


def mark(plan: Plan, task: Task, unit: str) -> str:
    """How a unit takes part in a task.

    Returns:
        ``●`` it leads, ``○`` it supports, ``△`` a group it belongs to leads,
        or an empty string.
    """
    if task.lead == unit:
        return LEADS
    if unit in task.support:
        return SUPPORTS
    groups = plan.org.groups if plan.org else ()
    leading = (g for g in groups if task.lead in {g.id, EVERY_GROUP})
    return THROUGH_GROUP if any(unit in group.members for group in leading) else ""


def summary(context: Context) -> Document:
    """总结提纲: what to report when the plan is done, task by task, target by target."""
    done = (Column("任务", 4), Column("完成情况", 4), Column("未完成的原因", 3))
    table = TaskTable(done, ("name", "", ""))
    sections: list[Block] = [Section(("任务完成情况",), (table,))]
    if context.plan.metrics:
        columns = (Column("指标", 4), Column("目标", 3), Column("实际", 2), Column("差距与原因", 3))
        rows: tuple[tuple[Inline, ...], ...] = tuple(
            (inline(m.name), inline(m.target), (), ()) for m in context.plan.metrics
        )
        sections.append(Section(("指标完成情况",), (Table(columns, rows),)))
    sections += [
        Section(("居民有什么变化",), (Paragraph(("写看得见的变化和居民原话，不写形容词。",)),)),
        Section(("存在的问题和没做成的事",), (Paragraph(("逐条写清原因、责任单位和补做时间。",)),)),
        Section(("长期保持的办法",), (Paragraph(("写清由谁、多久做一次、经费从哪来。",)),)),
    ]
    return Document("summary", "总结提纲", ("总结提纲",), tuple(sections))
