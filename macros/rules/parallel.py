"""Many plans at once: each is examined by itself, so processors can share them."""

import os
from collections.abc import Iterator, Sequence
from multiprocessing import get_all_start_methods, get_context

from macros.model.finding import Finding
from macros.rules.case import Case, Project
from macros.rules.registry import plan_findings

ENOUGH = 200
"""Plans from which on sharing is worth a tenth of a second."""

_projects: list[Project] = []
"""What the helpers look at: they are forked off with it, so nothing has to be sent to them."""


def examined(project: Project) -> Iterator[Finding]:
    """What the plan rules find in all plans of a project.

    Args:
        project: the loaded records; with many of them, and where a process can be forked
            (not on Windows), one helper for each processor takes its share.

    Yields:
        Findings, in no particular order.
    """
    plans = len(project.loaded.plans)
    helpers = min(os.cpu_count() or 1, 8)
    if plans < ENOUGH or helpers == 1 or "fork" not in get_all_start_methods():
        yield from _share(project, range(plans))
        return
    _projects.append(project)
    try:
        with get_context("fork").Pool(helpers) as pool:
            shares = [range(first, plans, helpers * 4) for first in range(helpers * 4)]
            for found in pool.imap_unordered(_of_share, shares):
                yield from found
    finally:
        _projects.pop()


def _of_share(share: range) -> list[Finding]:
    return list(_share(_projects[-1], share))


def _share(project: Project, share: Sequence[int]) -> Iterator[Finding]:
    for at in share:
        yield from plan_findings(Case(project.loaded.plans[at], project))
