"""正文: the plan itself, its sections in the order of its outline."""

from collections.abc import Callable

from macros.model.outline import Section as Entry
from macros.views import closing, figures, opening, organisation, work
from macros.views.blocks import (
    Blank,
    Block,
    Document,
    Enclosures,
    Section,
    Signature,
    inline,
)
from macros.views.context import Context

View = Callable[[Context], tuple[Block, ...]]

PARTS: dict[str, View] = {
    "preamble": opening.preamble,
    "basis": opening.basis,
    "local": opening.local,
    "guiding": opening.guiding,
    "goals": opening.goals,
    "scope": opening.scope,
    "org": organisation.org,
    "criteria": work.criteria,
    "lists": work.lists,
    "tables": work.tables,
    "phases": work.phases,
    "budget": figures.budget,
    "metrics": figures.metrics,
    "assess": figures.assess,
    "measures": closing.measures,
    "effects": closing.effects,
    "results": closing.results,
    "problems": closing.problems,
    "next": closing.next_steps,
}
"""Every kind of section but tasks and routine, which need to know of each other."""

UNTITLED = {"preamble", "basis"}
"""Kinds that open a document without a heading, unless a record gives them one."""


def body(context: Context) -> Document:
    """The plan as a document."""
    entries = context.library.sections(context.plan)
    split = any(entry.kind == "routine" for entry in _leaves(entries))
    blocks = [block for entry in entries for block in _section(context, entry, split=split)]
    blocks += _foot(context)
    title = inline(context.plan.heading)
    return Document("plan", context.plan.genre, title, tuple(blocks), "body")


def _leaves(entries: tuple[Entry, ...]) -> list[Entry]:
    return [
        leaf for entry in entries for leaf in ([entry] if entry.kind else _leaves(entry.sections))
    ]


def _section(context: Context, entry: Entry, *, split: bool) -> tuple[Block, ...]:
    """A leaf under its heading, or a container; nothing when there is no data."""
    if entry.sections:
        inside = tuple(
            block for leaf in entry.sections for block in _inside(context, leaf, split=split)
        )
        return (Section(inline(entry.title or ""), inside),) if inside else ()
    blocks = _part(context, entry, split=split)
    if not blocks or (entry.kind in UNTITLED and not entry.title):
        return blocks
    return (Section(inline(_title(context, entry)), blocks, entry.kind or ""),)


def _inside(context: Context, entry: Entry, *, split: bool) -> tuple[Block, ...]:
    """In a container an untitled leaf spreads its blocks beside its siblings."""
    if entry.kind and not entry.title:
        return _part(context, entry, split=split)
    return _section(context, entry, split=split)


def _part(context: Context, entry: Entry, *, split: bool) -> tuple[Block, ...]:
    if entry.kind == "tasks":
        return work.tasks(context, entry.by, routine=False if split else None)
    if entry.kind == "routine":
        return work.tasks(context, entry.by, routine=True)
    return PARTS[entry.kind or ""](context)


def _title(context: Context, entry: Entry) -> str:
    return entry.title or context.library.outlines.titles[entry.kind or "preamble"]


def _foot(context: Context) -> list[Block]:
    titles = tuple(inline(entry.title) for entry in context.plan.attachments)
    foot: list[Block] = [Enclosures(titles)] if titles else []
    return [*foot, Signature((Blank("落款单位"),), (Blank("成文日期"),))]
