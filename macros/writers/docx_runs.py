"""Paragraphs and runs of WordprocessingML (ECMA-376 part 1, 17.3)."""

from html import escape
from itertools import groupby

from macros.fill.settle import Spans
from macros.writers.text import plain

_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2C2"/>'


def width(text: str) -> float:
    """The width of a text in characters: ASCII counts half."""
    return sum(0.5 if " " <= char <= "~" else 1 for char in text)


def paragraph(style: str, inside: str, properties: str = "") -> str:
    """A paragraph of a style of ``parts/docx/styles.xml``; the body's own when empty."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    ppr = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{ppr}{inside}</w:p>"


def empty() -> str:
    """An empty line."""
    return '<w:p><w:pPr><w:pStyle w:val="Flush"/></w:pPr></w:p>'


def runs(spans: Spans, font: str = "") -> str:
    """Spans as runs; neighbours that look alike become one."""
    groups = groupby(spans, key=lambda span: span.kind in "bd")
    return "".join(run(plain([*group]), font, open_=open_) for open_, group in groups)


def run(text: str, font: str = "", *, open_: bool = False) -> str:
    """A text in one font; shaded while it is open, nothing when it is empty."""
    if not text:
        return ""
    fonts = (
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}" w:hint="eastAsia"/>'
        if font
        else '<w:rFonts w:hint="eastAsia"/>'
    )
    safe = escape(text, quote=False).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return (
        f"<w:r><w:rPr>{fonts}{_SHADE if open_ else ''}</w:rPr>"
        f'<w:t xml:space="preserve">{safe}</w:t></w:r>'
    )
