"""Former names lead to one place."""

from collections.abc import Iterator

from macros.model.source import Path
from macros.rules.case import Case
from macros.rules.registry import Hit, rule


@rule("E214")
def former_ids(case: Case) -> Iterator[Hit]:
    """A former id is nobody's present id, and nobody else's former one."""
    plans = case.library.plans.values()
    taken = {plan.id for plan in plans}
    taken |= {old for plan in plans if plan.id != case.plan.id for old in plan.was}
    yield from _clashes((), case.plan.was, taken)
    taken = {task.id for task in case.plan.tasks}
    for at, task in enumerate(case.plan.tasks):
        yield from _clashes(("tasks", at), task.was, taken)
        taken |= set(task.was)


def _clashes(path: Path, former: tuple[str, ...], taken: set[str]) -> Iterator[Hit]:
    for at, old in enumerate(former):
        if old in taken:
            hint = "删去，或核对改名前后的编号"
            yield Hit((*path, "was", at), f"曾用编号“{old}”还有别人在用", hint)
