"""A settled document as Markdown or plain text."""

import re
from collections.abc import Iterator

from macros.fill.settle import Grid, Line, Settled, Spans
from macros.writers.html import title_lines

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def plain(spans: Spans) -> str:
    """Spans as text; an open blank stays visible as ``【待填：…】``."""
    return "".join(f"【待填：{span.text}】" if span.kind in "bd" else span.text for span in spans)


def txt(document: Settled) -> str:
    """The document as plain text, one paragraph a line, tables tab-separated.

    Returns:
        Text that ends in a line feed.
    """
    lines = ["".join(plain(line) for line in title_lines(document.title)), ""]
    for part in document.parts:
        lines += _grid_txt(part) if isinstance(part, Grid) else [_line_txt(part)]
    return "\n".join(lines) + "\n"


def _line_txt(line: Line) -> str:
    indent = "" if line.style in {"sign", "date", "caption"} else "　　"
    return indent + line.number + plain(line.head) + plain(line.text)


def _grid_txt(grid: Grid) -> Iterator[str]:
    yield "\t".join(name for name, _, _ in grid.columns)
    for row in grid.rows:
        yield "\t".join(plain(cell).replace("\n", " ") for cell in row)


def markdown(document: Settled) -> str:
    """The document as Markdown; what a person typed cannot become markup.

    Returns:
        CommonMark with pipe tables, ending in a line feed.
    """
    title = "".join(_escaped(line) for line in title_lines(document.title))
    parts = [
        _grid_md(part) if isinstance(part, Grid) else _line_md(part) for part in document.parts
    ]
    return "\n\n".join([f"# {title}", *parts]) + "\n"


def _escaped(spans: Spans) -> str:
    return _MARKUP.sub(r"\\\1", plain(spans))


def _line_md(line: Line) -> str:
    head, text = _escaped(line.head), _escaped(line.text)
    if line.style == "h1":
        return f"## {line.number}{head}" + (f"\n\n{_breaks(text)}" if text else "")
    number = line.number.replace(".", "\\.")
    emphasised = f"**{number}{head}**" if head else number
    return _breaks(f"{emphasised}{text}")


def _breaks(text: str) -> str:
    return text.replace("\n", "  \n")


def _grid_md(grid: Grid) -> str:
    names = [name for name, _, _ in grid.columns]
    rows = [[_escaped(cell).replace("\n", " ") or " " for cell in row] for row in grid.rows]
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
