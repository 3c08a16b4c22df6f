"""References: what a plan points to must exist."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from macros.model.nearest import did_you_mean
from macros.model.source import Path
from macros.model.variable import UNIT_MARK
from macros.model.work import Task
from macros.rules.case import UNPRINTED, Case, Project
from macros.rules.registry import FileHit, Hit, project_rule, rule
from macros.rules.timing import phase_points
from macros.rules.units import ALL_GROUPS, MAY_BE_GROUPS, Units, unit_refs

_ID = re.compile(r"[a-z][a-z0-9-]*")
_UNIT = re.compile(rf"【{UNIT_MARK}([^【】]*)】")


def _missing(what: str, refs: Iterable[tuple[Path, str]], known: Iterable[str]) -> Iterator[Hit]:
    """A hit for each reference that is not among the known keys."""
    keys = [key for key in known if key]
    listed = f"已有：{'、'.join(keys)}" if keys else f"这份方案没有登记任何{what}"
    for path, ref in refs:
        if ref not in keys:
            yield Hit(path, f"{what}“{ref}”不存在", did_you_mean(ref, keys) or listed)


@rule("E201")
def units(case: Case) -> Iterator[Hit]:
    """Units and groups resolve; aliases are refused."""
    known, registered = Units(case), case.library.units
    groups_sound = case.sound("org", "groups", "id")
    for path, name in unit_refs(case.plan) if registered else ():
        is_group = name == ALL_GROUPS or name in known.groups
        if name in registered or (path[-1] in MAY_BE_GROUPS and known.knows(name)):
            continue
        if not groups_sound and (name == ALL_GROUPS or _ID.fullmatch(name)):
            continue
        if name == ALL_GROUPS and not known.groups:
            yield Hit(path, "写了“各组”，但没有设工作组", "在 org.groups 里设组，或改写单位")
        elif is_group:
            yield Hit(path, f"这里只能写单位，“{name}”是工作组", "改写组里的单位")
        else:
            yield Hit(path, f"单位或工作组“{name}”没有登记", known.hint(name))
    yield from _in_prose(case)


def _in_prose(case: Case) -> Iterator[Hit]:
    """Units that prose names resolve, and stand only in what is printed."""
    known, registered = Units(case), case.library.units
    for path, text, _ in case.search(_UNIT, everywhere=True) if registered else ():
        for name in _UNIT.findall(text):
            if not UNPRINTED.isdisjoint(path):
                yield Hit(path, f"这里不会印出来，不认【@{name}】", "直接写单位名称")
            elif name not in registered:
                yield Hit(path, f"单位“{name}”没有登记", known.hint(name))


@rule("E202")
def policies(case: Case) -> Iterator[Hit]:
    """Policies cited are registered."""
    plan, known = case.plan, case.library.policies
    if not known:  # the register could not be read, which has been said
        return
    for name in ("basis", "notices", "corrections"):
        for at, part in enumerate(getattr(plan, name)):
            if part.policy and part.policy not in known:
                near = did_you_mean(part.policy, known)
                hint = near or "已有的见 data/policies.yml，没有的核实后先在那里登记"
                yield Hit((name, at, "policy"), f"政策“{part.policy}”没有登记", hint)


@rule("E203")
def phases(case: Case) -> Iterator[Hit]:
    """Phases that tasks belong to or points refer to exist."""
    if case.sound("phases", "id"):
        refs = [(("tasks", at, "phase"), one.phase) for at, one in _tasks(case) if one.phase]
        yield from _missing("阶段", refs, (phase.id for phase in case.plan.phases))
    yield from phase_points(case)


@rule("E204")
def criteria(case: Case) -> Iterator[Hit]:
    """Criteria that tasks cover exist."""
    if case.sound("criteria", "id"):
        refs = [
            (("tasks", at, "covers", index), ref)
            for at, task in _tasks(case)
            for index, ref in enumerate(task.covers)
        ]
        yield from _missing("达标要求", refs, (one.id for one in case.plan.criteria))


@rule("E205")
def attachments(case: Case) -> Iterator[Hit]:
    """What looks like an attachment's id is one; other words are plain text."""
    if case.sound("attachments", "id"):
        refs = [
            (("tasks", at, "output", index), ref)
            for at, task in _tasks(case)
            for index, ref in enumerate(task.output)
            if _ID.fullmatch(ref)
        ]
        yield from _missing("附件", refs, (one.id for one in case.plan.attachments))


@rule("E206")
def budget_tasks(case: Case) -> Iterator[Hit]:
    """Tasks that budget lines pay for exist."""
    if case.plan.budget and case.sound("tasks", "id"):
        lines = enumerate(case.plan.budget.lines)
        refs = [(("budget", "lines", at, "task"), one.task) for at, one in lines if one.task]
        yield from _missing("任务", refs, (task.id for task in case.plan.tasks))


def _tasks(case: Case) -> Iterator[tuple[int, Task]]:
    return enumerate(case.plan.tasks)


@rule("E207")
def unique_ids(case: Case) -> Iterator[Hit]:
    """An id stands once in its list."""
    first: dict[tuple[str | int, ...], Path] = {}
    for path, text in case.texts:
        if path[-1:] != ("id",) or len(path) < 3:
            continue
        place = (*path[:-2], text)
        if place in first:
            line = case.draft.source.at(first[place])[0]
            yield Hit(path, f"编号“{text}”重复", f"前一次在第 {line} 行，改成另一个编号")
        first.setdefault(place, path)


@project_rule("E208")
def unique_numbers(project: Project) -> Iterator[FileHit]:
    """A plan's number is its own."""
    taken: dict[int, str] = {}
    free = max((one.record.number for one in project.loaded.plans), default=0) + 1
    for draft in project.loaded.plans:
        number = draft.record.number
        if not draft.is_broken(("number",)) and number in taken:
            hint = f"{taken[number]} 已用了这个序号，改成 {free}"
            yield FileHit(draft, Hit(("number",), f"序号 {number} 重复", hint))
        taken.setdefault(number, draft.source.file)


@rule("E209")
def file_name(case: Case) -> Iterator[Hit]:
    """A plan's file is called by its id."""
    stem = PurePath(case.draft.source.file).stem
    if case.plan.id != stem:
        message = f"id“{case.plan.id}”与文件名“{stem}”不同"
        yield Hit(("id",), message, f"改成 id: {stem}，或给文件改名（已发布的不要改名）")


@rule("E210")
def version(case: Case) -> Iterator[Hit]:
    """Version and date are those of the latest change."""
    plan = case.plan
    if not case.sound("changelog", "version") or not case.sound("changelog", "date"):
        return
    if not plan.changelog:
        yield Hit(("changelog",), "修改记录是空的", "写上这一版的 version、date、note")
        return
    latest = plan.changelog[0]
    if latest.version != plan.version:
        message = f"version 是 {plan.version}，修改记录最新一条是 {latest.version}"
        yield Hit(("version",), message, "改了内容就把版本加上去，并在 changelog 最前面记一条")
    if latest.date != plan.updated:
        message = f"updated 是 {plan.updated}，修改记录最新一条是 {latest.date}"
        yield Hit(("updated",), message, f"改成 {latest.date}，或补上这次的修改记录")


@project_rule("E211")
def replacements(project: Project) -> Iterator[FileHit]:
    """What replaces a policy is registered."""
    draft = project.loaded.registers.get("policies")
    for key, policy in project.library.policies.items():
        for at, ref in enumerate(policy.replaced_by):
            if draft and ref not in project.library.policies:
                hint = did_you_mean(ref, project.library.policies) or "先登记这份政策"
                hit = Hit((key, "replaced_by", at), f"政策“{ref}”没有登记", hint)
                yield FileHit(draft, hit)


@project_rule("E212")
def unit_names(project: Project) -> Iterator[FileHit]:
    """A unit's other name means one unit only."""
    draft = project.loaded.registers.get("units")
    owners = {key: key for key in project.library.units}
    for key, unit in project.library.units.items():
        for field in ("alias", "was"):
            for at, name in enumerate(getattr(unit, field)):
                if draft and owners.setdefault(name, key) != key:
                    message = f"“{name}”已经用来指“{owners[name]}”"
                    hit = Hit((key, field, at), message, "一个别称只能指一个单位，删去一处")
                    yield FileHit(draft, hit)
