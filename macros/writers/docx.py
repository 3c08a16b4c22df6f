"""Word files laid out by the figures of GB/T 9704-2012.

Page, line pitch and fonts stand in ``parts/docx``; this module writes
``word/document.xml``. Units are twips (1/20 pt) throughout.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Any

from macros.fill.settle import Grid, Line, Settled, Spans
from macros.writers.html import title_lines
from macros.writers.package import fixed_parts, package
from macros.writers.text import plain

CHAR = 315
"""The advance of one 三号 character: 16 pt less 0.25 pt, which sets 28 to a line of 156 mm."""

TEXT_WIDTH = 8844
"""156 mm (GB/T 9704-2012, 5.2.1)."""

WIDE_WIDTH = 12756
"""The text block's height, 225 mm, as the width of a turned page."""

WIDE_TABLE = 6
"""Tables with more columns than this turn their page."""

HALF, MARGINS = 120, 240
"""Half a character of a table, 12 pt; what a cell keeps free at its sides (216) and its borders."""

_HEAD, _CELL, _BY_HAND, _SHORT = 12, 44, 5, 6
"""Half characters: the least of a heading on one line, the most of a cell that counts, what a
share written by hand takes, and up to where a column is short."""

_CENTRED = '<w:jc w:val="center"/>'
_ALIGNED = {"int": _CENTRED, "date": _CENTRED, "enum": _CENTRED, "money": '<w:jc w:val="right"/>'}

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<cp:coreProperties "
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>{}</dc:description>'
    "</cp:coreProperties>\n"
)
"""The file's properties (ECMA-376 part 2, 11); 备注 is the one every system shows."""

_FONTS = {"h1": "黑体", "h2": "楷体_GB2312"}
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2C2"/>'


@dataclass(frozen=True)
class Page:
    """One document on pages of its own.

    Attributes:
        document: what it says.
        label: ``附件`` or ``附件1`` for an annex; empty for what stands alone.
    """

    document: Settled
    label: str = ""


def stamp(program: Mapping[str, Any]) -> str:
    """Which template a file was made from: ``模板 01@1.0``."""
    return f"模板 {program['number']:02d}@{program['version']}"


def docx(pages: Sequence[Page], origin: str = "") -> bytes:
    """Write documents one after another into one Word file.

    Args:
        pages: at least one; each begins on a new page, page numbers run on.
        origin: what the file's properties say it was made from; no page shows it.

    Returns:
        A ``.docx`` package.
    """
    body = "".join(_page(page, last=page is pages[-1]) for page in pages)
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {_NS}><w:body>{body}</w:body></w:document>\n"
    )
    core = _CORE.format(escape(origin, quote=False))
    written = (("word/document.xml", document.encode()), ("docProps/core.xml", core.encode()))
    return package([*fixed_parts("docx"), *written])


def standalone(document: Settled) -> list[Page]:
    """Layout 1: title, body, signature, date."""
    return [Page(document)]


def annexed(documents: Sequence[Settled]) -> list[Page]:
    """Layout 2: each document as 附件, numbered when there are several."""
    several = len(documents) > 1
    return [Page(doc, f"附件{i}" if several else "附件") for i, doc in enumerate(documents, 1)]


def issued(notice: Settled, plan: Settled) -> list[Page]:
    """Layout 3: the covering notice, then the plan as its annex."""
    return [Page(notice), Page(plan, "附件")]


def _page(page: Page, *, last: bool) -> str:
    wide = is_wide(page.document)
    width = WIDE_WIDTH if wide else TEXT_WIDTH
    head = [_paragraph("Label", _run(page.label)), _empty()] if page.label else []
    title = [_paragraph("Title", _runs(line)) for line in _title(page.document)]
    parts = _parts(page.document.parts, width, signed=not page.label)
    section = _section(wide=wide)
    close = (
        section
        if last
        else f'<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>{section}</w:pPr></w:p>'
    )
    return "".join([*head, *title, _empty(), *parts, close])


def is_wide(document: Settled) -> bool:
    """Whether a document holds a table too wide for an upright page."""
    grids = (part for part in document.parts if isinstance(part, Grid))
    return any(len(grid.columns) > WIDE_TABLE for grid in grids)


def _title(document: Settled) -> list[Spans]:
    """The title on one line where 20 characters of 二号 hold it, else at its marks."""
    lines = title_lines(document.title)
    whole = [span for line in lines for span in line]
    return [whole] if width(plain(whole)) <= 20 else lines


def width(text: str) -> float:
    """The width of a text in characters: ASCII counts half."""
    return sum(0.5 if " " <= char <= "~" else 1 for char in text)


def _parts(parts: Iterable[Line | Grid], width_: int, *, signed: bool) -> Iterator[str]:
    foot: list[Line] = []
    for part in parts:
        if isinstance(part, Grid):
            yield _table(part, width_)
        elif part.style in {"sign", "date"}:
            foot.append(part)
        elif part.style == "enclosure":
            yield (_empty() if part.number.startswith("附件") else "") + _enclosure(part)
        else:
            yield _line(part)
    if signed and len(foot) == 2:
        yield _signature(*foot)


def _line(line: Line) -> str:
    if line.style == "caption":
        return _paragraph("Caption", _runs(line.text))
    heading = line.style[1:] if line.style[0] == "h" and not line.text else ""
    style = f"Heading{min(int(heading), 4)}" if heading else ""
    font = "" if heading else _FONTS.get(line.style, "")
    number = _run(line.number, font if line.head else "")
    return _paragraph(style, number + _runs(line.head, font) + _runs(line.text))


def _enclosure(line: Line) -> str:
    """附件说明: indented 2 characters, names aligned under each other (7.3.4)."""
    hanging = int(width(line.number) * CHAR)
    left = 5 * CHAR + (CHAR if line.number[-1] == "." else 0)
    indent = f'<w:ind w:left="{left}" w:hanging="{hanging}" w:firstLineChars="0"/>'
    return _paragraph("", _run(line.number) + _runs(line.text), indent)


def _signature(sign: Line, date: Line) -> str:
    """Signature and date without a seal (7.3.5.3): indents follow from their widths."""
    who, when = width(plain(sign.text)), width(plain(date.text))
    right, below = (2.0, who - when) if when <= who else (4 + when - who, 2.0)
    return (
        _empty()
        + _paragraph("Flush", _runs(sign.text), _right(right))
        + _paragraph("Flush", _runs(date.text), _right(below))
    )


def _right(chars: float) -> str:
    return f'<w:ind w:right="{int(max(chars, 0) * CHAR)}"/><w:jc w:val="right"/>'


def _table(grid: Grid, width_: int) -> str:
    widths = column_widths(grid, width_)
    aligned = [_ALIGNED.get(column[2], "") for column in grid.columns]
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    names = [_paragraph("CellHead", _run(column[0])) for column in grid.columns]
    rows = [_row(names, widths, "<w:tblHeader/>")]
    for row in grid.rows:
        cells = zip(row, aligned, strict=True)
        rows.append(_row([_paragraph("Cell", _runs(cell), side) for cell, side in cells], widths))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width_}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def column_widths(grid: Grid, width_: int) -> list[int]:
    """Split a width among a table's columns.

    Returns:
        Twips: short columns have what they need, the others share the rest by what they
        hold or, where people write, by their share; the last takes what rounding leaves.
    """
    cells = zip(*grid.rows, strict=True) if grid.rows else [()] * len(grid.columns)
    needs = [_need(column, inside) for column, inside in zip(grid.columns, cells, strict=True)]
    short = [need * HALF + MARGINS if need <= _SHORT else 0 for need in needs]
    if all(short):
        short = [0] * len(needs)
    shared = sum(need for need, taken in zip(needs, short, strict=True) if not taken)
    room = width_ - sum(taken or MARGINS for taken in short)
    pairs = zip(needs, short, strict=True)
    widths = [taken or MARGINS + room * need // shared for need, taken in pairs]
    return [*widths[:-1], width_ - sum(widths[:-1])]


def _need(column: Sequence[Any], cells: Iterable[Spans]) -> int:
    """What a column needs, in half characters; its heading may take three lines."""
    longest = max((int(2 * width(plain(cell))) for cell in cells), default=0)
    title = int(2 * width(column[0]))
    named = max(min(title, _HEAD), -(-title // 3))
    return max(named, min(longest, _CELL) if longest else _BY_HAND * column[1])


def _row(cells: Sequence[str], widths: Sequence[int], extra: str = "") -> str:
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{cell}</w:tc>"
        for cell, w in zip(cells, widths, strict=True)
    )
    height = '<w:trHeight w:val="480" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{extra}</w:trPr>{filled}</w:tr>"


_UPRIGHT = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984"'
    ' w:left="1588" w:header="851" w:footer="1440" w:gutter="0"/>'
)
_TURNED = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" w:right="2098"'
    ' w:bottom="1474" w:left="1984" w:header="851" w:footer="964" w:gutter="0"/>'
)


def _section(*, wide: bool) -> str:
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="even" r:id="rId5"/><w:type w:val="nextPage"/>'
        f'{_TURNED if wide else _UPRIGHT}<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    )


def _paragraph(style: str, runs: str, properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    ppr = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{ppr}{runs}</w:p>"


def _empty() -> str:
    return '<w:p><w:pPr><w:pStyle w:val="Flush"/></w:pPr></w:p>'


def _runs(spans: Spans, font: str = "") -> str:
    """Neighbours that look alike become one run."""
    groups = groupby(spans, key=lambda span: span.kind in "bd")
    return "".join(_run(plain([*group]), font, open_=open_) for open_, group in groups)


def _run(text: str, font: str = "", *, open_: bool = False) -> str:
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
