"""Cells of a worksheet: what they hold, how they look, and their XML.

A person's text is always an inline string in a cell marked as text, so that
``=cmd|…``, ``+86…`` and ``@SUM`` stay what they are: text.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from html import escape
from typing import NamedTuple

LONGEST = 32_767
"""Most UTF-16 code units a cell holds ("Excel specifications and limits", support.microsoft.com)."""

CUT = "……（过长，后面的见 Word 文件）"
"""Ends a text that a cell cannot hold whole."""

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What would be read as an escaped character (ECMA-376 part 1, 22.9.2.19, ST_Xstring)."""


class Style(IntEnum):
    """Looks of cells: positions in the ``cellXfs`` of ``parts/xlsx/xl/styles.xml``."""

    TITLE = 1
    HEADER = 2
    TEXT = 3
    CENTRED = 4
    DATE = 5
    DATE_TYPED = 6
    MONEY = 7
    AXIS = 8
    NOTE = 9
    NUMBER = 10
    BOLD = 11
    BAND = 12
    TYPED = 13


class Cell(NamedTuple):
    """One cell.

    Attributes:
        kind: ``s`` text, ``n`` number, ``f`` formula of a number, ``t`` formula of a
            text, ``e`` empty.
        value: the text, number or formula.
        style: how it looks.
        cached: a formula's value for readers that do not compute.
    """

    kind: str
    value: str
    style: Style
    cached: str = ""


def text(value: str, style: Style = Style.TEXT) -> Cell:
    """A text cell."""
    return Cell("s", value, style)


def number(value: int, style: Style = Style.NUMBER) -> Cell:
    """A cell that holds a whole number."""
    return Cell("n", str(value), style)


def empty(style: Style = Style.TEXT) -> Cell:
    """An empty cell that has a border."""
    return Cell("e", "", style)


def headings(names: Sequence[str]) -> list[Cell]:
    """A heading row."""
    return [text(name, Style.HEADER) for name in names]


def letter(index: int) -> str:
    """The name of a column from 1: A, B, … Z, AA."""
    name = ""
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_xml(ref: str, cell: Cell) -> str:
    """A cell at a place such as ``B2``."""
    start = f'<c r="{ref}" s="{cell.style.value}"'
    if not cell.value:
        return f"{start}/>"
    if cell.kind == "n":
        return f"{start}><v>{cell.value}</v></c>"
    if cell.kind == "s":
        return f'{start} t="inlineStr"><is><t xml:space="preserve">{_safe(cell.value)}</t></is></c>'
    kind = "" if cell.kind == "f" and cell.cached else ' t="str"'
    return f"{start}{kind}><f>{escape(cell.value, quote=False)}</f><v>{cell.cached}</v></c>"


def _safe(value: str) -> str:
    units = value.encode("utf-16-le")
    if len(units) > 2 * LONGEST:
        kept = units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore")
        value = kept + CUT
    return _ESCAPE.sub("_x005F_", escape(value, quote=False))
