"""Settling: a document's open blocks become numbered lines and tables.

This is the one place where numbers are given out: 一、（一）1.（1）
(GB/T 9704-2012, 7.3.3), by depth and order, so that what a condition leaves
out closes up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from macros.fill.derive import BUILT_IN, Filling
from macros.fill.numbers import number
from macros.fill.tasks import cell, duty


class Span(NamedTuple):
    """A stretch of text and where it comes from.

    ``t`` the template, ``v`` a value, ``w`` a time, ``b`` a blank still open
    (its text is the blank's name), ``d`` a computed figure still open. ``name``
    is the blank a value was typed into.
    """

    kind: str
    text: str
    name: str = ""


Spans = list[Span]


@dataclass(frozen=True)
class Line:
    """One paragraph.

    Attributes:
        style: ``title``, ``h1`` to ``h5``, ``p``, ``enclosure``, ``sign``, ``date``
            or ``caption``.
        number: its literal number, such as ``（一）``.
        head: the emphasised head (all of a heading).
        text: what follows.
        key: the id of the task, criterion … it shows, or the section's kind.
    """

    style: str
    text: Spans
    head: Spans
    number: str = ""
    key: str = ""


@dataclass(frozen=True)
class Grid:
    """A table: columns as ``[name, width, type]``, rows of cells."""

    columns: list[list[Any]]
    rows: list[list[Spans]]


@dataclass(frozen=True)
class Settled:
    """A document ready for a writer."""

    key: str
    name: str
    role: str
    title: Spans
    parts: list[Line | Grid]


def settle(filling: Filling, document: dict[str, Any]) -> Settled:
    """Settle one document of a program.

    Args:
        filling: the program and the values.
        document: one of the program's ``docs``.

    Returns:
        Numbered lines and tables, every run a span.
    """
    title = spans(filling, document["title"])
    parts = list(_blocks(filling, document["blocks"], 1))
    return Settled(document["key"], document["name"], document["role"], title, parts)


def spans(filling: Filling, runs: list[Any]) -> Spans:
    """Close the runs of an inline; a value is never searched for blanks again."""
    return [span for run in runs for span in _span(filling, run)]


def _span(filling: Filling, run: Any) -> Iterator[Span]:
    if isinstance(run, str):
        yield Span("t", run)
    elif run[0] == "w":
        yield Span("w", filling.words(run[1]))
    elif run[0] == "u":
        yield from _unit(filling, run[1])
    else:
        yield _blank(filling, run[1])


def _unit(filling: Filling, key: str) -> Iterator[Span]:
    renamed = filling.values.units.get(key)
    if renamed is not None:
        yield Span("v", renamed)
    else:
        yield from spans(filling, filling.program["units"][key])


def _blank(filling: Filling, name: str) -> Span:
    text = filling.blank(name)
    if text is None:
        return Span("d" if name in BUILT_IN and name != "起始日" else "b", name)
    return Span("v", text, name)


def _blocks(filling: Filling, blocks: list[Any], depth: int) -> Iterator[Line | Grid]:
    index = 0
    for block in blocks:
        if block[0] not in "sik":
            yield from _plain(filling, block)
            continue
        item = _item(filling, block)
        if _shows(filling, item):
            index += 1
            yield from _numbered(filling, item, depth, number(depth, index))


def _item(filling: Filling, block: Any) -> Any:
    """A section or task as the item it is: ``["i", head, text, children, key, given]``."""
    if block[0] == "s":
        return ["i", block[1], [], *block[2:]]
    if block[0] == "k":
        task = next(task for task in filling.program["tasks"] if task["id"] == block[1])
        text = [*block[2], *duty(task)]
        return ["i", [*task["name"], "。"], text, [], task["id"], task["given"]]
    return block


def _shows(filling: Filling, item: Any) -> bool:
    """Whether an item is there: not when its condition fails, nor when all below it do."""
    _, _, text, children, _, given = item
    inside = (child[0] not in "sik" or _shows(filling, _item(filling, child)) for child in children)
    return filling.holds(given) and (bool(text) or not children or any(inside))


def _numbered(filling: Filling, item: Any, depth: int, label: str) -> Iterator[Line | Grid]:
    _, head, text, children, key, _ = item
    yield Line(f"h{min(depth, 5)}", spans(filling, text), spans(filling, head), label, key)
    yield from _blocks(filling, children, depth + 1)


def _plain(filling: Filling, block: Any) -> Iterator[Line | Grid]:
    kind = block[0]
    if kind == "p" and filling.holds(block[2]):
        yield Line("p", spans(filling, block[1]), [])
    elif kind == "t":
        if block[3]:
            yield Line("caption", [Span("t", block[3])], [])
        yield Grid(block[1], [[spans(filling, cell) for cell in row] for row in block[2]])
    elif kind == "r":
        tasks = enumerate(filling.tasks, 1)
        yield Grid(
            block[1], [[spans(filling, cell(task, i, f)) for f in block[2]] for i, task in tasks]
        )
    elif kind == "e":
        yield from enclosures([spans(filling, title) for title in block[1]])
    elif kind == "g":
        yield Line("sign", spans(filling, block[1]), [])
        yield Line("date", spans(filling, block[2]), [])


def enclosures(titles: Sequence[Spans]) -> Iterator[Line]:
    """附件说明 (GB/T 9704-2012, 7.3.4): one title, or numbered from 1."""
    for i, title in enumerate(titles, 1):
        label = "附件：" if i == 1 else ""
        if len(titles) > 1:
            label += f"{i}."
        yield Line("enclosure", title, [], label)
