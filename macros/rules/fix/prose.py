"""Punctuation and spacing of Chinese prose."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

import yaml

from macros.model.base import Text
from macros.model.fields import along
from macros.model.plan import Plan
from macros.model.source import Path
from macros.rules.fix.edits import Edit, places

_HAN = r"[\u4e00-\u9fff]"
_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
_MARK = re.compile(rf"(?<={_HAN})[,;:?!](?={_HAN})|(?<={_HAN})\((?=[^()\n]*\))")
_SPACE = re.compile(
    rf"(?<={_HAN})[ \t]+(?=\d)|(?<=\d)[ \t]+(?={_HAN})|(?<=[，。；：、])[ \t]+(?={_HAN})"
)

UNTOUCHED = frozenset({"avoid", "choices", "default"})
"""Fields that quote what is wrong, or that a condition repeats letter by letter."""


def prose(text: str) -> Iterator[Edit]:
    """Full-width marks between 汉字, and no space between 汉字 and digits.

    Only prose is touched: quantities (``≥ 4 次/年``), rules and ids have their own grammar.

    Args:
        text: a plan's YAML.

    Yields:
        The edits, each inside one value.
    """
    for path, node in places(text):
        if isinstance(node, yaml.ScalarNode) and _is_prose(path):
            yield from _in_span(text, node.start_mark.index, node.end_mark.index)


def _in_span(text: str, start: int, end: int) -> Iterator[Edit]:
    for found in _MARK.finditer(text, start, end):
        full = found[0].translate(_MARKS)
        yield Edit(*found.span(), full, f"半角“{found[0]}”改为全角“{full}”")
        if full == "（":
            close = text.index(")", found.end(), end)
            yield Edit(close, close + 1, "）", "半角“)”改为全角“）”")
    for found in _SPACE.finditer(text, start, end):
        before, after = text[found.start() - 1], text[found.end()]
        yield Edit(*found.span(), "", f"删去“{before}{found[0]}{after}”里的空格")


@cache
def _is_prose(path: Path) -> bool:
    annotation = along(Plan, path)
    return UNTOUCHED.isdisjoint(path) and Text in (annotation, *get_args(annotation))
