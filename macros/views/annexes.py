"""附件: ledgers, score tables, sign-off sheets, letters — real pages, ready to fill."""

from collections.abc import Callable

from macros.model.check import Attachment
from macros.model.check import Column as Field
from macros.views.blocks import (
    Blank,
    Block,
    Column,
    Document,
    Inline,
    Paragraph,
    Signature,
    Table,
    TaskTable,
    inline,
)
from macros.views.context import Context

EMPTY_ROWS = 7
"""Lines of a ledger that is filled by hand: what fits a turned A4 page under its heading."""

WIDTHS = {"int": 1, "date": 2, "money": 2, "enum": 2, "sign": 2, "photo": 3, "text": 3}
"""Shares of the width by what a column holds."""


def annexes(context: Context) -> tuple[Document, ...]:
    """One document for each attachment of the record."""
    return tuple(_annex(context, entry) for entry in context.plan.attachments)


def _annex(context: Context, entry: Attachment) -> Document:
    kinds: dict[str, Callable[[Context, Attachment], tuple[Block, ...]]] = {
        "letter": _letter,
        "pledge": _text,
        "ext": _text,
    }
    scored = entry.kind == "score" and any(c.points for c in context.plan.criteria)
    build = _score if scored else kinds.get(entry.kind, _form)
    return Document(entry.id, entry.title, inline(entry.title), build(context, entry))


def _note(entry: Attachment) -> tuple[Block, ...]:
    return (Paragraph(("填写说明：", *inline(entry.note))),) if entry.note else ()


def _signed(entry: Attachment) -> tuple[Block, ...]:
    """Who vouches for a sign-off sheet as a whole."""
    line = f"验收单位（盖章）：{'　' * 12}年　　月　　日"
    return (Paragraph((line,)),) if entry.kind == "signoff" else ()


def _letter(_: Context, entry: Attachment) -> tuple[Block, ...]:
    """A letter: its paragraphs and the signature of who issues the plan."""
    body = tuple(Paragraph(inline(text)) for text in entry.body)
    sign = Signature((Blank("落款单位"),), (Blank("成文日期"),))
    return (*body, *_note(entry), sign)


def _text(_: Context, entry: Attachment) -> tuple[Block, ...]:
    """Paragraphs alone: a pledge others sign, or where to get somebody else's document."""
    body = tuple(Paragraph(inline(text)) for text in entry.body)
    return (*body, *_note(entry))


def _score(context: Context, entry: Attachment) -> tuple[Block, ...]:
    """评分表: the criteria that carry points and their sum, then what counts apart."""
    scored = [c for c in context.plan.criteria if c.points and not c.extra]
    apart = [c for c in context.plan.criteria if c.points and c.extra]
    columns = (
        Column("序号", 1, "int"), Column("评分标准", 5), Column("分值", 1, "int"),
        Column("检查办法", 3), Column("得分", 1, "int"),
    )  # fmt: skip
    rows: list[tuple[Inline, ...]] = [
        ((str(i),), inline(c.text), (str(c.points),), inline(c.how or ""), ())
        for i, c in enumerate(scored, 1)
    ]
    total = str(sum(c.points or 0 for c in scored))
    rows.append(((), ("合计",), (total,), (), ()))
    rows += [
        ((), ("另计：", *inline(c.text)), (f"{c.points:+d}",), inline(c.how or ""), ())
        for c in apart
    ]
    return (Table(columns, tuple(rows)), *_note(entry))


def _form(context: Context, entry: Attachment) -> tuple[Block, ...]:
    """A table to fill: a row for each task, unit, … or empty lines."""
    body = tuple(Paragraph(inline(text)) for text in entry.body)
    if not entry.cols:
        return (*body, *_note(entry))
    columns = (Column("序号", 1, "int"), *(_column(field) for field in entry.cols))
    rest = len(entry.cols) - 1
    if entry.per == "task":
        table: Block = TaskTable(columns, ("index", "name", *("",) * rest))
        return (*body, table, *_note(entry), *_signed(entry))
    rows = tuple(
        ((str(i),), subject, *((),) * rest)
        for i, subject in enumerate(_subjects(context, entry), 1)
    )
    return (*body, Table(columns, rows), *_note(entry), *_signed(entry))


def _column(field: Field) -> Column:
    name = f"{field.name}（{'/'.join(field.choices)}）" if field.choices else field.name
    return Column(name, WIDTHS[field.type], field.type)


def _subjects(context: Context, entry: Attachment) -> list[Inline]:
    """The first column: what each row is about; empty where people write it in."""
    plan = context.plan
    if entry.per == "criterion":
        return [inline(criterion.text) for criterion in plan.criteria]
    if entry.per == "unit":
        return [context.unit(key) for key in plan.units]
    if entry.per == "group" and plan.org:
        return [inline(group.name) for group in plan.org.groups]
    return [()] * EMPTY_ROWS
