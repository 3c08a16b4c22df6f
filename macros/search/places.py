"""What of a plan can be found: named places on its page, each with its words."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.model.outline import Section
from macros.model.plan import Plan
from macros.model.work import Step

SECTIONS = ("local", "guiding", "goals", "scope", "effects", "problems", "next")
"""Parts of a plan that are plain paragraphs."""

WEIGHTS = {
    "方案": (8, 3),
    "叫法": (7, 0),
    "任务": (4, 2),
    "要求": (3, 2),
    "清单": (4, 2),
    "成效": (4, 2),
    "指标": (2, 1),
    "附件": (2, 1),
    "分工": (2, 1),
    "正文": (1, 1),
    "提醒": (1, 1),
}
"""How much a word counts in a place's name and in its text."""


NAMED = ("方案", "叫法")
"""Kinds of places that say what a plan is as a whole."""


class Place(NamedTuple):
    """A spot on a plan's page.

    Attributes:
        kind: a key of :data:`WEIGHTS`, shown before the name.
        anchor: the element to go to; empty for the page's head.
        name: what the place is called.
        text: the rest of its words.
    """

    kind: str
    anchor: str
    name: str
    text: str


def places(plan: Plan, terms: Iterable[str] = ()) -> list[Place]:
    """All places of a plan, its head first.

    Args:
        plan: the record.
        terms: words of the glossary that stand for this plan.
    """
    names = [Place("叫法", "", name, "") for name in (*plan.aliases, *terms)]
    found = [_head(plan), *names, *_work(plan), *_sections(plan), *_rest(plan)]
    gone = {f"s-{kind}" for kind in _spread(plan.sections)}
    return [
        Place(kind, "body" if anchor in gone else anchor, _bare(name), _bare(text))
        for kind, anchor, name, text in found
    ]


def _spread(sections: tuple[Section, ...], *, inside: bool = False) -> Iterator[str]:
    """The kinds of sections that stand in another one without a heading to go to."""
    for section in sections:
        if inside and section.kind and not section.title:
            yield section.kind
        yield from _spread(section.sections, inside=True)


def _bare(text: str) -> str:
    """Blanks read as their names; the mark where a heading breaks is no word."""
    return text.replace("【@", "").replace("【", "").replace("】", "").replace("|", "")


def _head(plan: Plan) -> Place:
    return Place("方案", "", plan.title, f"{plan.summary}{plan.scenario}。")


def _work(plan: Plan) -> Iterator[Place]:
    for task in plan.tasks:
        steps = (step.do if isinstance(step, Step) else step for step in task.steps)
        ways_out = (way.if_ for way in task.escalate)
        text = "；".join([*steps, *ways_out])
        yield Place("任务", f"c-{task.id}", task.name, f"{task.detail or ''}{text}")
    for aim in plan.criteria:
        yield Place("要求", "assess", aim.title or "", f"{aim.text}。{aim.how or ''}")
    for phase in plan.phases:
        yield Place("正文", f"s-{phase.id}", phase.name, phase.gist or "")


def _sections(plan: Plan) -> Iterator[Place]:
    for key in SECTIONS:
        value = getattr(plan, key)
        texts = value.text if key == "local" else value
        if texts:
            yield Place("正文", f"s-{key}", "", "；".join(texts))
    for entry in plan.lists:
        yield Place("清单", f"s-{entry.id}", entry.name, "；".join(entry.items))
    for result in plan.results:
        yield Place("成效", f"s-{result.id}", result.title, result.text)
    for measure in plan.measures:
        yield Place("正文", "s-measures", measure.title, measure.text)
    if plan.org:
        for role in plan.org.roles:
            yield Place("分工", f"s-{role.id}", role.title, role.duty)


def _rest(plan: Plan) -> Iterator[Place]:
    for metric in plan.metrics:
        yield Place("指标", "metrics", metric.name, metric.how)
    if plan.budget:
        items = "、".join(line.item for line in plan.budget.lines)
        yield Place("正文", "budget", "经费", f"{items}。{'；'.join(plan.budget.source)}")
    for annex in plan.attachments:
        columns = "、".join(column.name for column in annex.cols)
        yield Place("附件", f"a-{annex.id}", annex.title, f"{columns}{''.join(annex.body)}")
    for notice in plan.notices:
        yield Place("提醒", "", "", notice.text)
