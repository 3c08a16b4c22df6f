"""Nothing is left over: tasks have a time, units work, parts are printed."""

from collections.abc import Iterator

from macros.model.outline import Section
from macros.model.source import Path
from macros.rules.case import Case
from macros.rules.registry import Hit, rule
from macros.rules.units import ALL_GROUPS, Units, task_refs, unit_refs

MAX_CHARACTERS = 4000
"""部署专项工作的文件一般不超过 4,000 字（《整治形式主义为基层减负若干规定》）."""
MAX_COLUMNS = 8
"""A ledger people fill by hand on one sheet of paper."""

_KINDS = (
    "preamble", "basis", "local", "guiding", "goals", "scope", "org", "criteria", "lists", "tables",
    "phases", "tasks", "metrics", "budget", "assess", "measures", "effects", "results", "problems",
    "next",
)  # fmt: skip


@rule("E401")
def timed(case: Case) -> Iterator[Hit]:
    """A task says when: a time of its own, or a phase."""
    for at, task in enumerate(case.plan.tasks):
        path: Path = ("tasks", at, "when")
        if not task.when and not task.phase and not case.draft.is_broken(("tasks", at, "phase")):
            hint = "写 when（时段、截止、频次或触发），或归入某阶段 phase"
            yield Hit(path, f"任务“{task.name}”没有完成时限", hint)


@rule("E402")
def lead_once(case: Case) -> Iterator[Hit]:
    """Who leads a task does not also support it."""
    for at, task in enumerate(case.plan.tasks):
        for index, unit in enumerate(task.support):
            if unit == task.lead:
                path = ("tasks", at, "support", index)
                yield Hit(path, f"“{unit}”既牵头又配合", "从 support 里删去")


@rule("W403")
def in_matrix(case: Case) -> Iterator[Hit]:
    """Units that work on tasks stand in ``units``, the columns of the matrix."""
    listed, units = set(case.plan.units), Units(case)
    if not listed or not case.sound("units"):
        return
    listed |= {units.meant(unit) for unit in listed}
    for at, task in enumerate(case.plan.tasks):
        for path, name in task_refs(task, ("tasks", at)):
            if name in case.library.units and name not in listed:
                listed.add(name)
                yield Hit(path, f"单位“{name}”有任务，但不在 units 里", f"在 units 里加上“{name}”")


def _working(case: Case) -> set[str]:
    """Units and groups with something to do; members of a working group work."""
    units = Units(case)
    heads = {"tasks", "metrics", "assess"}
    working = {units.meant(name) for path, name in unit_refs(case.plan) if path[0] in heads}
    for group in case.plan.org.groups if case.plan.org else ():
        if group.id in working or ALL_GROUPS in working:
            working |= {group.id, *group.members, *(one.unit for one in group.headcount)}
            working.add((group.head or "").partition("/")[0])
    return working


@rule("W404")
def idle_units(case: Case) -> Iterator[Hit]:
    """A column of the matrix is not empty."""
    if not case.plan.tasks or not case.sound("tasks") or _tasks_lost(case):
        return
    working = _working(case)
    for at, unit in enumerate(case.plan.units):
        if unit in case.library.units and unit not in working:
            message = f"单位“{unit}”没有承担或配合任何任务"
            yield Hit(("units", at), message, "删去，或给它派任务")


def _tasks_lost(case: Case) -> bool:
    """Whether a part of a task that names units could not be read."""
    parts = ("lead", "support", "steps", "escalate")
    return not all(case.sound("tasks", part) for part in parts)


@rule("W405")
def idle_groups(case: Case) -> Iterator[Hit]:
    """A working group leads something."""
    if not case.plan.tasks or not case.sound("tasks") or _tasks_lost(case):
        return
    working = _working(case)
    for at, group in enumerate(case.plan.org.groups if case.plan.org else ()):
        if group.id not in working and ALL_GROUPS not in working:
            message = f"工作组“{group.name}”没有牵头任何任务"
            yield Hit(("org", "groups", at), message, "不设这个组，或让它牵头")


@rule("W801")
def covered(case: Case) -> Iterator[Hit]:
    """Something is done for every state that is to be reached."""
    known = {one.id for one in case.plan.criteria}
    refs = {ref for task in case.plan.tasks for ref in task.covers}
    if not case.plan.tasks or refs - known or not case.sound("tasks", "covers"):
        return
    for at, one in enumerate(case.plan.criteria):
        if one.id not in refs:
            message = f"达标要求“{one.title or one.text[:16]}”没有任务去做"
            yield Hit(("criteria", at), message, f"在负责它的任务里写 covers: [{one.id}]")


@rule("W802")
def filled_phases(case: Case) -> Iterator[Hit]:
    """A phase has tasks, or says what is done in it."""
    known = {phase.id for phase in case.plan.phases}
    used = {task.phase for task in case.plan.tasks if task.phase}
    if used - known or not case.sound("tasks", "phase"):
        return
    for at, phase in enumerate(case.plan.phases):
        if phase.id not in used and not phase.gist and case.sound("phases", "gist"):
            hint = "把任务归入它（phase），或写 gist，或删去"
            yield Hit(("phases", at), f"阶段“{phase.name}”里没有任务", hint)


@rule("E803")
def all_printed(case: Case) -> Iterator[Hit]:
    """Every part that has data has a section that prints it."""
    plan = case.plan
    if not (case.sound("outline") and case.sound("sections")) or not case.library.outlines.outlines:
        return
    if not plan.outline and not plan.sections:
        yield Hit(
            ("outline",),
            "没有写 outline，也没有写 sections，正文会是空的",
            "写 outline: 整治 等六种之一",
        )
        return
    shown = set(_shown(case.library.sections(plan)))
    for kind in _KINDS:
        if getattr(plan, kind) and kind not in shown:
            message = f"填了“{kind}”，但章节里没有这一节，正文里会丢"
            yield Hit(
                (kind,), message, f"在 sections 里加上 {{kind: {kind}}}，或删去这项", key=True
            )


def _shown(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        if section.kind:
            yield section.kind
        yield from _shown(section.sections)


@rule("W903")
def length(case: Case) -> Iterator[Hit]:
    """A skeleton stays short."""
    apart = {"attachments", "summary", "scenario", "audience", "title"}
    prose = (text for path, text in case.printed if path[0] not in apart)
    printed = sum(len(text) for text in prose if not text.isascii())
    if printed > MAX_CHARACTERS:
        message = f"全文约 {printed} 字，超过 {MAX_CHARACTERS} 字"
        yield Hit(("title",), message, "只写骨架：删去套话，细节放进附件")


@rule("W904")
def ledgers(case: Case) -> Iterator[Hit]:
    """One ledger at most, of at most eight columns."""
    ledger = None
    for at, one in enumerate(case.plan.attachments):
        if one.kind != "ledger":
            continue
        if len(one.cols) > MAX_COLUMNS:
            message = f"台账“{one.title}”有 {len(one.cols)} 列，超过 {MAX_COLUMNS} 列"
            yield Hit(("attachments", at, "cols"), message, "只留必须当场填写的列")
        if ledger:
            message = f"台账不止一本（另有“{ledger}”）"
            yield Hit(("attachments", at, "kind"), message, "并成一本，已有系统数据不重复填")
        ledger = one.title
