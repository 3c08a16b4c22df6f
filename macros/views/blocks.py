"""The neutral block tree: what a document says, before any file format.

A view turns a record into blocks; a writer turns blocks into a file. No block
carries a number: numbers follow from depth and order. Runs stay open (blanks,
times, unit names, money) until values are filled in, so that one tree serves
the blank page, the filled file and the browser alike.

Every block and run has a JSON form, a list whose first item is a letter; the
browser reads that form, see :mod:`macros.views.program`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.model.variable import BLANK, UNIT_MARK

Json = Any
"""A value that :mod:`json` writes."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A place the user fills: ``【小区】``."""

    name: str

    def json(self) -> Json:
        """``["b", name]``."""
        return ["b", self.name]


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit's printed name, which the user may change once for all places."""

    key: str

    def json(self) -> Json:
        """``["u", key]``."""
        return ["u", self.key]


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in words, from its compiled form."""

    when: Json

    def json(self) -> Json:
        """``["w", when]``."""
        return ["w", self.when]


Run = str | Blank | UnitName | Moment
Inline = tuple[Run, ...]
Given = tuple[str, str] | None
"""``(variable, choice)``: the block is there only when that choice is made."""


def inline(text: str) -> Inline:
    """Split prose at its blanks: ``整治【小区】环境`` gives three runs; ``【@城管局】`` is a unit."""
    parts = BLANK.split(text)
    runs = (_named(part) if i % 2 else part for i, part in enumerate(parts))
    return tuple(run for run in runs if run)


def _named(name: str) -> Blank | UnitName:
    return UnitName(name[1:]) if name.startswith(UNIT_MARK) else Blank(name)


def join(parts: Iterable[Inline], separator: str = "、") -> Inline:
    """Chain inlines with a separator between them."""
    chained: list[Run] = []
    for part in parts:
        if chained:
            chained.append(separator)
        chained.extend(part)
    return tuple(chained)


def given(text: str | None) -> Given:
    """Parse ``变量=选项``."""
    if text is None:
        return None
    name, _, choice = text.partition("=")
    return name, choice


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A plain paragraph."""

    text: Inline
    given: Given = None

    def json(self) -> Json:
        """``["p", runs, given]``."""
        return ["p", runs_json(self.text), self.given]


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered paragraph: an emphasised head that runs into its text."""

    head: Inline
    text: Inline = ()
    children: tuple["Block", ...] = ()
    key: str = ""
    given: Given = None

    def json(self) -> Json:
        """``["i", head, text, children, key, given]``."""
        children = [child.json() for child in self.children]
        return ["i", runs_json(self.head), runs_json(self.text), children, self.key, self.given]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading on a line of its own, with what stands under it."""

    title: Inline
    children: tuple["Block", ...]
    key: str = ""
    given: Given = None

    def json(self) -> Json:
        """``["s", title, children, key, given]``."""
        children = [child.json() for child in self.children]
        return ["s", runs_json(self.title), children, self.key, self.given]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its heading, its share of the width, what its cells hold."""

    name: str
    width: int = 1
    type: str = "text"

    def json(self) -> Json:
        """``[name, width, type]``."""
        return [self.name, self.width, self.type]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with typed columns; ``rows`` may be empty lines to be filled by hand."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Inline, ...], ...]
    caption: str = ""

    def json(self) -> Json:
        """``["t", columns, rows, caption]``."""
        rows = [[runs_json(cell) for cell in row] for row in self.rows]
        return ["t", [column.json() for column in self.columns], rows, self.caption]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs and when, at the foot of a document."""

    who: Inline
    date: Inline

    def json(self) -> Json:
        """``["g", who, date]``."""
        return ["g", runs_json(self.who), runs_json(self.date)]


@dataclass(frozen=True, slots=True)
class Enclosures:
    """附件说明: the titles of what is attached."""

    titles: tuple[Inline, ...]

    def json(self) -> Json:
        """``["e", titles]``."""
        return ["e", [runs_json(title) for title in self.titles]]


@dataclass(frozen=True, slots=True)
class TaskItem:
    """A task as a numbered paragraph: its name, what it says, who does it and by when."""

    task: str
    text: Inline

    def json(self) -> Json:
        """``["k", task, text]``."""
        return ["k", self.task, runs_json(self.text)]


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A table with a row for each task.

    Attributes:
        columns: its columns.
        fields: what each shows: ``name``, ``lead``, ``support`` or ``when`` of the task,
            its ``index`` or nothing.
    """

    columns: tuple[Column, ...]
    fields: tuple[str, ...]

    def json(self) -> Json:
        """``["r", columns, fields]``."""
        return ["r", [column.json() for column in self.columns], list(self.fields)]


Block = Paragraph | Item | Section | Table | Signature | Enclosures | TaskItem | TaskTable


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a plan's set.

    Attributes:
        key: ``notice``, ``plan``, ``duties``, ``summary`` or an attachment's id.
        name: what people call it: 方案, 任务分工表, …
        title: its heading; ``|`` marks where a line should break.
        blocks: what it says.
        role: ``body`` for the plan, ``notice`` for its covering notice,
            ``annex`` for whatever follows it as 附件.
    """

    key: str
    name: str
    title: Inline
    blocks: tuple[Block, ...]
    role: str = "annex"

    def json(self) -> Json:
        """The document as one JSON object."""
        return {
            "key": self.key,
            "name": self.name,
            "title": runs_json(self.title),
            "blocks": [block.json() for block in self.blocks],
            "role": self.role,
        }


def runs_json(text: Inline) -> Json:
    """An inline as JSON: strings stay strings, neighbours among them become one."""
    runs: list[Json] = []
    for run in text:
        if isinstance(run, str) and runs and isinstance(runs[-1], str):
            runs[-1] += run
        else:
            runs.append(run if isinstance(run, str) else run.json())
    return runs
