"""The one registry of rules: a checker for every code."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from macros.model.draft import Draft
from macros.model.finding import Finding, Severity
from macros.model.source import Path
from macros.rules.case import Case, Project


class Hit(NamedTuple):
    """What a checker found: where, what, the way out, and whether the key is meant."""

    path: Path
    message: str
    hint: str
    key: bool = False


class FileHit(NamedTuple):
    """A hit in one of the files a project rule looks at."""

    draft: Draft[Any]
    hit: Hit


PlanChecker = Callable[[Case], Iterator[Hit]]
ProjectChecker = Callable[[Project], Iterator[FileHit]]

_PLAN: dict[str, PlanChecker] = {}
_PROJECT: dict[str, ProjectChecker] = {}

READING = ("E001", "E002", "E101")
"""Codes that reading a file raises itself, before any checker runs."""


def rule(code: str) -> Callable[[PlanChecker], PlanChecker]:
    """Register a checker that looks at one plan.

    Args:
        code: ``E`` or ``W`` and three digits; its text stands in ``data/rules.yml``.

    Returns:
        The decorator; the checker yields a :class:`Hit` for each mistake.
    """

    def register(checker: PlanChecker) -> PlanChecker:
        _PLAN[code] = checker
        return checker

    return register


def project_rule(code: str) -> Callable[[ProjectChecker], ProjectChecker]:
    """Register a checker that looks across files; see :func:`rule`."""

    def register(checker: ProjectChecker) -> ProjectChecker:
        _PROJECT[code] = checker
        return checker

    return register


def codes() -> tuple[str, ...]:
    """All codes there are, in order."""
    return tuple(sorted({*READING, *_PLAN, *_PROJECT}, key=lambda code: (code[1:], code)))


def severity(code: str) -> Severity:
    """``E`` blocks the build, ``W`` only under ``--strict``."""
    return "error" if code.startswith("E") else "warning"


def plan_findings(case: Case) -> Iterator[Finding]:
    """What the plan rules find in one plan, broken places left out."""
    for code, checker in _PLAN.items():
        yield from _findings(code, case.draft, checker(case))


def project_findings(project: Project) -> Iterator[Finding]:
    """What the project rules find across files."""
    for code, checker in _PROJECT.items():
        for draft, hit in checker(project):
            yield from _findings(code, draft, iter([hit]))


def _findings(code: str, draft: Draft[Any], hits: Iterator[Hit]) -> Iterator[Finding]:
    for path, message, hint, key in hits:
        if not draft.is_broken(path):
            yield draft.source.finding(code, path, message, hint, key=key, severity=severity(code))


def registered() -> Mapping[str, PlanChecker | ProjectChecker]:
    """Every checker by its code."""
    return {**_PLAN, **_PROJECT}
