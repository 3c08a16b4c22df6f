"""Units by the names they are registered under."""

from collections.abc import Iterator
from typing import Any

import yaml

from macros.model.draft import Draft
from macros.model.library import Library
from macros.model.plan import Plan
from macros.model.source import Path
from macros.rules.fix.edits import Edit, places, raw
from macros.rules.units import unit_refs


def aliases(text: str, draft: Draft[Plan], library: Library) -> Iterator[Edit]:
    """A unit's other names become its key.

    Args:
        text: the plan's YAML.
        draft: the record in it, as far as it could be read.
        library: its units know their aliases and former names.

    Yields:
        The edits. An alias beside its own key in one list stays: which of the two goes is
        not for a program to say.
    """
    nodes = {path: node for path, node in places(text) if isinstance(node, yaml.ScalarNode)}
    for path, name in unit_refs(draft.record):
        key = library.other_names.get(name, "")
        if name in library.units or not key or path not in nodes:
            continue
        if _stands_beside(draft.source.data, path, key):
            continue
        start = nodes[path].start_mark.index + raw(text, nodes[path]).index(name)
        yield Edit(start, start + len(name), key, f"“{name}”统一为“{key}”")


def _stands_beside(data: Any, path: Path, key: str) -> bool:
    for part in path[:-1]:
        data = data[part]
    return isinstance(data, list) and key in data
