"""Words people search with lead to one place only."""

from collections.abc import Iterator

from macros.rules.case import Project
from macros.rules.registry import FileHit, Hit, project_rule


@project_rule("W901")
def aliases(project: Project) -> Iterator[FileHit]:
    """An everyday name stands for one plan."""
    taken: dict[str, str] = {}
    for draft in project.loaded.plans:
        for at, alias in enumerate(draft.record.aliases):
            if alias in taken:
                message = f"说法“{alias}”已用于{taken[alias]}"
                yield FileHit(
                    draft, Hit(("aliases", at), message, "换一个更具体的说法，或删去一处")
                )
            taken.setdefault(alias, draft.source.file)


@project_rule("E902")
def synonyms(project: Project) -> Iterator[FileHit]:
    """A synonym belongs to one term."""
    draft = project.loaded.registers.get("glossary")
    owners: dict[str, str] = {}
    for key, term in project.library.terms.items():
        for at, word in enumerate(term.say):
            if draft and owners.setdefault(word, key) != key:
                message = f"“{word}”已经是“{owners[word]}”的平时说法"
                yield FileHit(draft, Hit((key, "say", at), message, "只留在一个术语下"))


@project_rule("E213")
def term_plans(project: Project) -> Iterator[FileHit]:
    """A term points to plans that exist."""
    draft = project.loaded.registers.get("glossary")
    for key, term in project.library.terms.items():
        for at, plan in enumerate(term.plans):
            if draft and plan not in project.library.plans:
                hit = Hit(
                    (key, "plans", at), f"方案“{plan}”不存在", "写 data/plans 里的文件名，不带 .yml"
                )
                yield FileHit(draft, hit)
