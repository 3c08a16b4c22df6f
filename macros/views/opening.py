"""The sections a plan opens with: why, on what basis, where things stand, what for."""

from itertools import pairwise

from macros.model.plan import Basis
from macros.views.blocks import Block, Inline, Item, Paragraph, inline
from macros.views.context import Context


def paragraphs(texts: tuple[str, ...]) -> tuple[Block, ...]:
    """Each text as a plain paragraph."""
    return tuple(Paragraph(inline(text)) for text in texts)


def points(texts: tuple[str, ...]) -> tuple[Block, ...]:
    """Several texts as numbered points, a single one as a plain paragraph."""
    sentences = tuple(text if text.endswith(("。", "？", "！")) else f"{text}。" for text in texts)
    if len(sentences) == 1:
        return paragraphs(sentences)
    return tuple(Item((), inline(text)) for text in sentences)


def preamble(context: Context) -> tuple[Block, ...]:
    """引言."""
    return paragraphs(context.plan.preamble)


def basis(context: Context) -> tuple[Block, ...]:
    """依据, as one sentence: names in 《》 side by side, blanks after 、, the last after 和."""
    cited = [_cited(context, entry) for entry in context.plan.basis]
    if not cited:
        return ()
    text = cited[0]
    for before, entry in pairwise(cited):
        text += (*_link(before, entry, last=entry is cited[-1]), *entry)
    return (Paragraph(("本", context.plan.genre, "依据", *text, "制定。")),)


def _link(before: Inline, entry: Inline, *, last: bool) -> Inline:
    if last:
        return ("和",)
    named = str(before[-1]).endswith("》") and str(entry[0]).startswith("《")
    return () if named else ("、",)


def _cited(context: Context, entry: Basis) -> Inline:
    if entry.text:
        return inline(entry.text)
    title = context.library.policies[entry.policy or ""].title
    return (f"《{title.strip('《》')}》{entry.art or ''}",)


def local(context: Context) -> tuple[Block, ...]:
    """本地情况."""
    return paragraphs(context.plan.local.text)


def guiding(context: Context) -> tuple[Block, ...]:
    """总体要求."""
    return paragraphs(context.plan.guiding)


def goals(context: Context) -> tuple[Block, ...]:
    """目标."""
    return points(context.plan.goals)


def scope(context: Context) -> tuple[Block, ...]:
    """范围."""
    return points(context.plan.scope)
