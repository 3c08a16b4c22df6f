"""Keys in the order of the model."""

import re
from collections.abc import Iterator

import yaml

from macros.model.fields import along, keys, model_in
from macros.model.plan import Plan
from macros.rules.fix.edits import Edit, places

Span = tuple[int, int]

_COMMENT = re.compile(r"[ \t]*#(?! yaml-language-server)")


def order(text: str) -> Iterator[Edit]:
    """The parts of a record in the order in which the reference lists them.

    A part moves together with the comment lines directly above it and the comment behind
    it; blank lines between parts stay where they are.

    Args:
        text: a plan's YAML.

    Yields:
        One edit for each mapping that is out of order. Mappings inside each other give
        edits that overlap; run again for the inner ones.
    """
    for path, node in places(text):
        model = model_in(along(Plan, path))
        if model is None or not isinstance(node, yaml.MappingNode):
            continue
        names = [key.value for key, _ in node.value]
        rank = {name: at for at, name in enumerate(keys(model))}
        wanted = sorted(range(len(names)), key=lambda at: rank.get(names[at], len(rank)))
        if wanted != sorted(wanted):
            moved = next(names[at] for place, at in enumerate(wanted) if place != at)
            yield _reordered(text, node, wanted, f"调整次序：“{moved}”提前")


def _reordered(text: str, node: yaml.MappingNode, wanted: list[int], note: str) -> Edit:
    find = _in_line if node.flow_style else _in_lines
    spans = [find(text, key, value) for key, value in node.value]
    parts, at = [], spans[0][0]
    for (start, end), place in zip(spans, wanted, strict=True):
        parts += [text[at:start], text[slice(*spans[place])]]
        at = end
    return Edit(spans[0][0], spans[-1][1], "".join(parts), note)


def _in_line(_: str, key: yaml.Node, value: yaml.Node) -> Span:
    return key.start_mark.index, value.end_mark.index


def _in_lines(text: str, key: yaml.Node, value: yaml.Node) -> Span:
    """From the comment above a key to the end of the last line of its value."""
    stop = _said_until(text, key.start_mark.index, value)
    end = text.find("\n", stop)
    return _comment_above(text, key), len(text) if end < 0 else end


def _comment_above(text: str, key: yaml.Node) -> int:
    """Where the comment lines directly above a key begin, or the key where there are none."""
    top = key.start_mark.index - key.start_mark.column
    if text[top : key.start_mark.index].strip():  # the key follows the dash of a list
        return int(key.start_mark.index)
    while top and _COMMENT.match(text, above := text.rfind("\n", 0, top - 1) + 1):
        top = above
    return top + len(text[top:]) - len(text[top:].lstrip())


def _said_until(text: str, start: int, value: yaml.Node) -> int:
    """Where a value's last word ends; a block's node ends only where the next one begins."""
    said = text[start : value.end_mark.index].rstrip()
    while not isinstance(value, yaml.ScalarNode) and _COMMENT.match(said, said.rfind("\n") + 1):
        said = said[: said.rfind("\n")].rstrip()
    return start + len(said)
