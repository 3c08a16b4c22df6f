"""The sections a plan or report ends with."""

from macros.model.check import Result
from macros.views.blocks import Block, Item, given, inline
from macros.views.context import Context
from macros.views.opening import points


def measures(context: Context) -> tuple[Block, ...]:
    """工作要求."""
    return tuple(
        Item((*inline(entry.title), "。"), inline(entry.text), given=given(entry.given))
        for entry in context.plan.measures
    )


def effects(context: Context) -> tuple[Block, ...]:
    """预期效果."""
    return points(context.plan.effects)


def results(context: Context) -> tuple[Block, ...]:
    """成效, under their themes."""
    themes: dict[str, list[Result]] = {}
    for entry in context.plan.results:
        themes.setdefault(entry.theme, []).append(entry)
    return tuple(
        Item((*inline(theme), "。"), (), tuple(_result(entry) for entry in entries))
        for theme, entries in themes.items()
    )


def _result(entry: Result) -> Block:
    return Item((*inline(entry.title), "。"), inline(entry.text), key=entry.id)


def problems(context: Context) -> tuple[Block, ...]:
    """存在的问题."""
    return points(context.plan.problems)


def next_steps(context: Context) -> tuple[Block, ...]:
    """下步打算."""
    return points(context.plan.next)
