"""印发通知: the covering notice a plan is issued with."""

from macros.views.blocks import Blank, Document, Enclosures, Inline, Paragraph, Signature, inline
from macros.views.context import Context


def notice(context: Context) -> Document:
    """A plan is issued by a 通知 and annexed to it (GB/T 9704-2012 knows no 方案).

    So is the plan of another body that is only passed on.
    """
    name: Inline = inline(context.plan.heading.replace("|", ""))
    forwards = context.plan.forwards
    verb, whose = ("转发", inline(forwards)) if forwards else ("印发", ())
    marked = inline(context.plan.heading)
    title = (Blank("落款单位"), f"|关于{verb}", *whose, "《", *marked, "》的通知")
    blocks = (
        Paragraph((Blank("主送单位"), "：")),
        Paragraph(("现将", *whose, "《", *name, f"》{verb}给你们，请结合实际抓好落实。")),
        Enclosures((name,)),
        Signature((Blank("落款单位"),), (Blank("成文日期"),)),
    )
    return Document("notice", f"{verb}通知", title, blocks, "notice")
