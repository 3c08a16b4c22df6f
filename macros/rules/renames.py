"""Former names lead to one place."""

from collections.abc import Iterator

from macros.model.draft import Draft
from macros.model.plan import Plan
from macros.model.source import Path
from macros.rules.case import Project
from macros.rules.registry import FileHit, Hit, project_rule


@project_rule("E214")
def former_ids(project: Project) -> Iterator[FileHit]:
    """A former id is nobody's present id, and nobody else's former one."""
    plans = set(project.library.plans)
    for draft in project.loaded.plans:
        yield from _clashes(draft, (), draft.record.was, plans)
        plans |= set(draft.record.was)
        tasks = {task.id for task in draft.record.tasks}
        for at, task in enumerate(draft.record.tasks):
            yield from _clashes(draft, ("tasks", at), task.was, tasks)
            tasks |= set(task.was)


def _clashes(
    draft: Draft[Plan], path: Path, former: tuple[str, ...], taken: set[str]
) -> Iterator[FileHit]:
    for at, old in enumerate(former):
        if old in taken:
            hint = "删去，或核对改名前后的编号"
            yield FileHit(draft, Hit((*path, "was", at), f"曾用编号“{old}”还有别人在用", hint))
