"""对比: which plan has what, and what two plans say side by side."""

from collections.abc import Callable

from macros.fill.settle import spans
from macros.site.catalogue import Entry
from macros.site.facts import cycle, facts
from macros.writers.text import plain

Cell = bool | str
Row = tuple[str, list[str]]

COLUMNS: dict[str, Callable[[Entry], Cell]] = {
    "周期": cycle,
    "任务": lambda entry: str(len(entry.plan.tasks) or ""),
    "单位": lambda entry: str(len(entry.plan.units) or ""),
    "要填": lambda entry: str(len(entry.plan.vars) or ""),
    "分阶段": lambda entry: bool(entry.plan.phases),
    "工作组": lambda entry: bool(entry.plan.org and entry.plan.org.groups),
    "达标要求": lambda entry: bool(entry.plan.criteria),
    "指标": lambda entry: bool(entry.plan.metrics),
    "经费": lambda entry: bool(entry.plan.budget),
    "检查验收": lambda entry: bool(entry.plan.assess and entry.plan.assess.modes),
    "评分": lambda entry: any(item.points for item in entry.plan.criteria),
    "台账": lambda entry: any(item.kind == "ledger" for item in entry.plan.attachments),
    "居民信": lambda entry: any(item.kind == "letter" for item in entry.plan.attachments),
    "红线提醒": lambda entry: bool(entry.plan.notices),
}
"""The columns of the matrix: a figure, a word, or whether there is such a part."""


def cells(entry: Entry) -> list[Cell]:
    """A plan's line in the matrix."""
    return [column(entry) for column in COLUMNS.values()]


def details(entry: Entry) -> list[Row]:
    """What two plans are compared by: labels, and one or more texts each."""
    plan, policies = entry.plan, entry.library.policies
    rows: list[Row] = [("什么时候用", [plan.scenario]), ("给谁用", ["、".join(plan.audience)])]
    rows += [(label, [value]) for label, value in facts(entry)]
    rows += [
        ("阶段", [phase.name for phase in plan.phases]),
        ("要做的事", [plain(spans(entry.blank, task["name"])) for task in entry.program["tasks"]]),
        ("参加的单位", ["、".join(entry.library.unit_name(plan, key) for key in plan.units)]),
        ("附件", [item.title for item in plan.attachments]),
        ("依据", [f"《{policies[item.policy].title}》" for item in plan.basis if item.policy]),
    ]
    return [(label, texts) for label, texts in rows if any(texts)]
