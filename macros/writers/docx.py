"""Word files laid out by the figures of GB/T 9704-2012.

Page, line pitch and fonts stand in ``parts/docx``; this module writes
``word/document.xml``. Units are twips (1/20 pt) throughout.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from macros.fill.settle import Grid, Settled, Spans
from macros.writers.docx_lines import body
from macros.writers.docx_runs import empty, paragraph, run, runs, width
from macros.writers.html import title_lines
from macros.writers.package import fixed_parts, package
from macros.writers.text import plain

TEXT_WIDTH = 8844
"""156 mm (GB/T 9704-2012, 5.2.1)."""

WIDE_WIDTH = 12756
"""The text block's height, 225 mm, as the width of a turned page."""

WIDE_TABLE = 6
"""Tables with more columns than this turn their page."""

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
    written = "".join(_page(page, last=page is pages[-1]) for page in pages)
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {_NS}><w:body>{written}</w:body></w:document>\n"
    )
    core = _CORE.format(escape(origin, quote=False))
    files = (("word/document.xml", document.encode()), ("docProps/core.xml", core.encode()))
    return package([*fixed_parts("docx"), *files])


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
    room = WIDE_WIDTH if wide else TEXT_WIDTH
    head = [paragraph("Label", run(page.label)), empty()] if page.label else []
    title = [paragraph("Title", runs(line)) for line in _title(page.document)]
    parts = body(page.document.parts, room, signed=not page.label)
    section = _section(wide=wide)
    close = (
        section
        if last
        else f'<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>{section}</w:pPr></w:p>'
    )
    return "".join([*head, *title, empty(), *parts, close])


def is_wide(document: Settled) -> bool:
    """Whether a document holds a table too wide for an upright page."""
    grids = (part for part in document.parts if isinstance(part, Grid))
    return any(len(grid.columns) > WIDE_TABLE for grid in grids)


def _title(document: Settled) -> list[Spans]:
    """The title on one line where 20 characters of 二号 hold it, else at its marks."""
    lines = title_lines(document.title)
    whole = [span for line in lines for span in line]
    return [whole] if width(plain(whole)) <= 20 else lines


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
