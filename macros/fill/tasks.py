"""Tasks inside documents: the paragraph and the table row that each one makes.

The task itself says once who does it and by when; documents only name it.
"""

from collections.abc import Mapping
from typing import Any

Task = Mapping[str, Any]
Runs = list[Any]


def duty(task: Task) -> Runs:
    """Who does a task, by when and what comes of it: ``（牵头：…；配合：…；时间：…）``."""
    support = ["；配合：", *task["support"]] if task["support"] else []
    output = ["；交付：", *_listed(task["output"])] if task["output"] else []
    return ["（牵头：", *task["lead"], *support, "；时间：", ["w", task["when"]], *output, "）"]


def cell(task: Task, index: int, field: str) -> Runs:
    """What a table shows of a task.

    Args:
        task: one of the program's tasks.
        index: its row, from 1.
        field: ``name``, ``lead``, ``support``, ``when``, ``index``, or empty.
    """
    if field == "when":
        return [["w", task["when"]]]
    if field == "index":
        return [str(index)]
    return list(task[field]) if field else []


def _listed(texts: list[Runs]) -> Runs:
    joined = [run for text in texts for run in ("、", *text)]
    return joined[1:]
