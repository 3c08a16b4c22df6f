"""The blank table for a batch: one column a blank, its question and example shown on a click."""

from collections.abc import Mapping
from html import escape
from typing import Any

from macros.fill.entry import START
from macros.writers.cell import Style, headings, letter
from macros.writers.sheet import Sheet
from macros.writers.xlsx import packed

LAST_ROW = 100_001
"""Down to where drop-downs and questions reach."""

_START = {"name": START, "ask": "从哪天开始？", "eg": "2026-12-01"}
_PROMPT = 250
"""A prompt holds 255 characters."""


def template(program: Mapping[str, Any]) -> bytes:
    """Write the table a person fills with one place a row.

    Args:
        program: the plan.

    Returns:
        An ``.xlsx``: headings in the first row; cells that keep what is typed as text,
        each with its question and example; choices as drop-downs.
    """
    blanks = [_START, *program["vars"]]
    return packed([
        Sheet(
            "一行一个地方", [max(12, 2 * len(blank["name"]) + 4) for blank in blanks],
            [headings([blank["name"] for blank in blanks])], left=1, typed=Style.TYPED,
            validations=[_asked(letter(i), blank) for i, blank in enumerate(blanks, 1)],
        )
    ])  # fmt: skip


def _asked(column: str, blank: Mapping[str, Any]) -> str:
    """The question of a column, and its choices if it has any."""
    prompt = f"{blank['ask']}\n例：{blank['eg']}"[:_PROMPT]
    listed = escape(",".join(blank.get("choices", ())).replace('"', '""'), quote=False)
    kind = ' type="list"' if listed else ""
    rule = f'<formula1>"{listed}"</formula1>' if listed else ""
    return (
        f'<dataValidation{kind} allowBlank="1" showInputMessage="1"'
        f' promptTitle="{escape(blank["name"][:30])}" prompt="{_attribute(prompt)}"'
        f' sqref="{column}2:{column}{LAST_ROW}">{rule}</dataValidation>'
    )


def _attribute(text: str) -> str:
    return escape(text).replace("\n", "&#10;")
