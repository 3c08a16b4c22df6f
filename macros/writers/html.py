"""A settled document as HTML: the sheet on a plan's page, and what is copied.

The browser draws the same sheet with the same markup, so the page does not
jump when filling begins.
"""

from collections.abc import Iterator
from html import escape

from macros.fill.settle import Grid, Line, Settled, Span, Spans

_CLASSES = {"v": "value", "w": "moment", "b": "blank", "d": "pending"}
_HEADINGS = {"h1": "h3", "h2": "p", "h3": "p", "h4": "p", "h5": "p"}


def spans_html(spans: Spans) -> str:
    """Spans as HTML; an open blank is ``<span class="blank" data-blank=…>【…】</span>``."""
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    safe = escape(span.text).replace("\n", "<br>")
    if span.kind == "t":
        return safe
    shown, name = (f"【{safe}】", safe) if span.kind in "bd" else (safe, escape(span.name))
    origin = f' data-blank="{name}"' if name else ""
    return f'<span class="{_CLASSES[span.kind]}"{origin}>{shown}</span>'


def sheet_html(document: Settled, prefix: str = "") -> str:
    """The whole document.

    Args:
        document: what to show.
        prefix: put before every id, to keep ids unique on one page.

    Returns:
        One ``<div class="sheet">`` without blank lines.
    """
    title = "<br>".join(spans_html(part) for part in title_lines(document.title))
    parts = "".join(_part(part, prefix) for part in document.parts)
    return f'<div class="sheet" lang="zh-CN"><p class="sheet-title">{title}</p>{parts}</div>'


def title_lines(spans: Spans) -> list[Spans]:
    """A title cut at its ``|`` marks; values are never cut."""
    lines: list[Spans] = [[]]
    for span in spans:
        pieces = span.text.split("|") if span.kind == "t" else [span.text]
        for i, piece in enumerate(pieces):
            if i:
                lines.append([])
            if piece:
                lines[-1].append(span._replace(text=piece))
    return [line for line in lines if line]


def _part(part: Line | Grid, prefix: str) -> str:
    return _grid(part) if isinstance(part, Grid) else _line(part, prefix)


def _line(line: Line, prefix: str) -> str:
    tag = _HEADINGS.get(line.style, "p")
    anchor = f' id="{prefix}{line.key}"' if line.key and prefix else ""
    head = f'<span class="head">{spans_html(line.head)}</span>' if line.head else ""
    number = f'<span class="number">{line.number}</span>' if line.number else ""
    return f'<{tag} class="line {line.style}"{anchor}>{number}{head}{spans_html(line.text)}</{tag}>'


def _grid(grid: Grid) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name, _, _ in grid.columns)
    rows = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in grid.rows)
    return (
        '<div class="table-wrap" tabindex="0"><table class="grid">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(row: list[Spans]) -> Iterator[str]:
    for cell in row:
        yield f"<td>{spans_html(cell)}</td>"
