"""What is to be reached and done: 达标要求, 清单, 任务, 阶段."""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import TypeVar

from macros.model.work import Criterion, Escalation, Phase, Step, Task
from macros.time.schedule import WhenAst
from macros.time.wording import duration
from macros.views.blocks import (
    Block,
    Column,
    Inline,
    Item,
    Moment,
    Table,
    TaskItem,
    inline,
    join,
)
from macros.views.context import Context

Entry = TypeVar("Entry")


def criteria(context: Context) -> tuple[Block, ...]:
    """达标要求, under their themes where they have some."""
    return _grouped(context.plan.criteria, lambda entry: entry.theme, _criterion)


def _criterion(entry: Criterion) -> Block:
    head: Inline = (*inline(entry.title), "。") if entry.title else ()
    return Item(head, (*inline(entry.text.rstrip("。")), "。"), key=entry.id)


def lists(context: Context) -> tuple[Block, ...]:
    """有名字的清单."""
    return tuple(
        Item(
            (f"{entry.name}。",),
            inline(entry.gist or ""),
            tuple(Item((), (*inline(text.rstrip("。")), "。")) for text in entry.items),
            entry.id,
        )
        for entry in context.plan.lists
    )


def tables(context: Context) -> tuple[Block, ...]:
    """正文小表."""
    return tuple(
        Table(
            tuple(Column(name) for name in sheet.cols),
            tuple(tuple(map(context.cell, row)) for row in sheet.rows),
            sheet.title,
        )
        for sheet in context.plan.tables
    )


def tasks(context: Context, by: str | None, *, routine: bool | None) -> tuple[Block, ...]:
    """任务.

    Args:
        context: the plan.
        by: ``flat``, ``phase``, ``theme``, ``unit`` or ``group``.
        routine: only recurring tasks, only the others, or (None) all.
    """
    chosen = [
        task
        for task in context.plan.tasks
        if routine is None or context.is_routine(task) is routine
    ]
    heads: dict[str, Callable[[Task], str | None]] = {
        "theme": lambda task: task.theme,
        "phase": lambda task: _phase_name(context, task),
        "unit": lambda task: context.library.unit_name(context.plan, task.lead),
        "group": lambda task: context.library.unit_name(context.plan, task.lead),
    }
    return _grouped(chosen, heads.get(by or "flat", lambda _: None), lambda t: _task(context, t))


def _phase_name(context: Context, task: Task) -> str | None:
    return next((phase.name for phase in context.plan.phases if phase.id == task.phase), None)


def _grouped(
    entries: Iterable[Entry],
    head: Callable[[Entry], str | None],
    block: Callable[[Entry], Block],
) -> tuple[Block, ...]:
    """Entries of one head under one item, in the order in which heads first appear."""
    groups: dict[str | None, list[Block]] = {}
    for entry in entries:
        groups.setdefault(head(entry), []).append(block(entry))
    return tuple(
        part
        for name, blocks in groups.items()
        for part in (blocks if name is None else [Item((*inline(name), "。"), (), tuple(blocks))])
    )


def _task(context: Context, task: Task) -> Block:
    body: Inline = ()
    if task.detail:
        body += inline(task.detail if task.detail.endswith("。") else f"{task.detail}。")
    if task.steps:
        times = (context.schedule.steps.get((task.id, i)) for i in range(len(task.steps)))
        said = map(_step, repeat(context), task.steps, times)
        body += (*join(said, "；"), "。")
    for entry in task.escalate:
        body += _escalation(context, entry)
    return TaskItem(task.id, body)


def _step(context: Context, step: Step | str, when: WhenAst | None) -> Inline:
    if isinstance(step, str):
        return inline(step.rstrip("。"))
    notes: list[Inline] = []
    if step.who:
        notes.append(context.unit(step.who))
    if when:
        notes.append((Moment(when),))
    text = inline(step.do.rstrip("。"))
    return (*text, "（", *join(notes, "，"), "）") if notes else text


def _escalation(context: Context, entry: Escalation) -> Inline:
    text: Inline = (*inline(entry.if_), "的，")
    if entry.within:
        text += (f"{duration(entry.within)}内",)
    return (*text, "报", *context.unit(entry.to), "。")


def phases(context: Context) -> tuple[Block, ...]:
    """实施步骤: each phase with its time, gist and the tasks that fall into it."""
    return tuple(_phase(context, phase) for phase in context.plan.phases)


def _phase(context: Context, phase: Phase) -> Block:
    name = phase.name if phase.name.endswith("阶段") else f"{phase.name}阶段"
    head: Inline = (*inline(name), "（", Moment(context.schedule.phases[phase.id]), "）。")
    body: Inline = inline(f"{phase.gist.rstrip('。')}。") if phase.gist else ()
    inside = [
        inline(task.name)
        for task in context.plan.tasks
        if task.phase == phase.id and not task.given  # which choice is made is not known here
    ]
    if inside:
        body += ("主要任务：", *join(inside), "。")
    return Item(head, body, key=phase.id)
