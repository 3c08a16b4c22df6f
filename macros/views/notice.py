"""印发通知: the covering notice a plan is issued with."""

from macros.views.blocks import Blank, Document, Enclosures, Inline, Paragraph, Signature, inline
from macros.views.context import Context


def notice(context: Context) -> Document:
    """A plan is issued by a 通知 and annexed to it (GB/T 9704-2012 knows no 方案)."""
    name: Inline = inline(context.plan.heading.replace("|", ""))
    title = (Blank("落款单位"), "|关于印发《", *name, "》的通知")
    blocks = (
        Paragraph((Blank("主送单位"), "：")),
        Paragraph(("现将《", *name, "》印发给你们，请结合实际抓好落实。")),
        Enclosures((name,)),
        Signature((Blank("落款单位"),), (Blank("成文日期"),)),
    )
    return Document("notice", "印发通知", title, blocks, "notice")
