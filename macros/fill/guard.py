"""The localisation guard: what to look at again before a plan is handed in.

Warnings, never refusals. They follow from what happens to people who hand in
somebody else's plan: names of another place left in, examples not replaced, no
facts of one's own; and from the rules against needless work at the grass roots
(整治形式主义为基层减负若干规定: special-task documents of at most 4,000 characters,
no new coordinating bodies, few ledgers and reports).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.fill.derive import Filling
from macros.fill.places import foreign
from macros.fill.settle import Grid, Settled, Spans, settle, spans

LONGEST = 4000
"""Characters of a document for one special task, spaces not counted."""

_REPORT = re.compile("报告|汇报|总结|简报|专报|[日周月季]报")


@dataclass(frozen=True)
class Notice:
    """Something to look at again; ``name`` is the blank it is about, if one."""

    message: str
    name: str = ""

    def __str__(self) -> str:
        """The message."""
        return self.message


def guard(filling: Filling) -> Iterator[Notice]:
    """Look a filling over.

    Args:
        filling: the plan and the values.

    Returns:
        Notices: facts first, then places, length and burdens.
    """
    yield from _facts(filling)
    yield from _examples(filling)
    yield from _places(filling)
    yield from _length(filling)
    yield from _burdens(filling)


def _facts(filling: Filling) -> Iterator[Notice]:
    missing = [name for name in filling.program["local"] if filling.blank(name) is None]
    if missing:
        text = f"本地情况还没写：{'、'.join(missing)}。方案要有本地的事实，不能只有套话"
        yield Notice(text, missing[0])


def _examples(filling: Filling) -> Iterator[Notice]:
    for name, text in filling.values.vars.items():
        if "某某" in text:
            yield Notice(f"“{name}”里还留着示例的“某某”，请换成真实的名称", name)


def _places(filling: Filling) -> Iterator[Notice]:
    for name, place in foreign(filling):
        text = f"“{name}”里出现“{place}”，和这份方案填的地名不一样，请核对是不是别处的"
        yield Notice(text, name)


def _length(filling: Filling) -> Iterator[Notice]:
    body = next(doc for doc in filling.program["docs"] if doc["key"] == "plan")
    count = length(settle(filling, body))
    if count > LONGEST:
        yield Notice(f"正文约{count}字，超过{LONGEST}字：专项工作的文件要短，可删的请删")


def length(document: Settled) -> int:
    """How many characters a document prints, spaces not counted."""
    return sum(len("".join(text.split())) for text in _texts(document))


def _texts(document: Settled) -> Iterator[str]:
    yield _shown(document.title).replace("|", "")
    for part in document.parts:
        if isinstance(part, Grid):
            yield from (_shown(cell) for row in part.rows for cell in row)
        else:
            yield part.number + _shown(part.head) + _shown(part.text)


def _shown(parts: Spans) -> str:
    return "".join(f"【{span.text}】" if span.kind in "bd" else span.text for span in parts)


def _burdens(filling: Filling) -> Iterator[Notice]:
    for entry in filling.program["vars"]:
        if entry.get("choices") and "领导小组" in (filling.blank(entry["name"]) or ""):
            text = "选了设领导小组：能由一个科室牵头的，不另设议事协调机构"
            yield Notice(text, entry["name"])
    names = [doc["name"] for doc in filling.program["docs"] if "台账" in doc["name"]]
    if len(names) > 1:
        yield Notice(f"有{len(names)}本台账（{'、'.join(names)}）：能合成一本的请合成一本")
    outputs = [_shown(spans(filling, out)) for task in filling.tasks for out in task["output"]]
    reports = list(dict.fromkeys(text for text in outputs if _REPORT.search(text)))
    if len(reports) > 1:
        yield Notice(f"要交{len(reports)}份材料（{'、'.join(reports)}）：能合并的请合并")
