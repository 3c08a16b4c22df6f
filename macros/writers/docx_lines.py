"""The lines of a document: headings, run-in heads, 附件说明, signature and date."""

from collections.abc import Iterable, Iterator

from macros.fill.settle import Grid, Line
from macros.writers.docx_runs import empty, paragraph, run, runs, width
from macros.writers.docx_table import table
from macros.writers.text import plain

CHAR = 315
"""The advance of one 三号 character: 16 pt less 0.25 pt, which sets 28 to a line of 156 mm."""

_FONTS = {"h1": "黑体", "h2": "楷体_GB2312"}


def body(parts: Iterable[Line | Grid], width_: int, *, signed: bool) -> Iterator[str]:
    """The paragraphs and tables of a document; the signature comes last, if it is signed."""
    foot: list[Line] = []
    for part in parts:
        if isinstance(part, Grid):
            yield table(part, width_)
        elif part.style in {"sign", "date"}:
            foot.append(part)
        elif part.style == "enclosure":
            yield (empty() if part.number.startswith("附件") else "") + _enclosure(part)
        else:
            yield _line(part)
    if signed and len(foot) == 2:
        yield _signature(*foot)


def _line(line: Line) -> str:
    if line.style == "caption":
        return paragraph("Caption", runs(line.text))
    heading = line.style[1:] if line.style[0] == "h" and not line.text else ""
    style = f"Heading{min(int(heading), 4)}" if heading else ""
    font = "" if heading else _FONTS.get(line.style, "")
    number = run(line.number, font if line.head else "")
    return paragraph(style, number + runs(line.head, font) + runs(line.text))


def _enclosure(line: Line) -> str:
    """附件说明: indented 2 characters, names aligned under each other (7.3.4)."""
    hanging = int(width(line.number) * CHAR)
    left = 5 * CHAR + (CHAR if line.number[-1] == "." else 0)
    indent = f'<w:ind w:left="{left}" w:hanging="{hanging}" w:firstLineChars="0"/>'
    return paragraph("", run(line.number) + runs(line.text), indent)


def _signature(sign: Line, date: Line) -> str:
    """Signature and date without a seal (7.3.5.3): indents follow from their widths."""
    who, when = width(plain(sign.text)), width(plain(date.text))
    right, below = (2.0, who - when) if when <= who else (4 + when - who, 2.0)
    return (
        empty()
        + paragraph("Flush", runs(sign.text), _right(right))
        + paragraph("Flush", runs(date.text), _right(below))
    )


def _right(chars: float) -> str:
    return f'<w:ind w:right="{int(max(chars, 0) * CHAR)}"/><w:jc w:val="right"/>'
