"""A settled document as Markdown or plain text."""

import re
from collections.abc import Iterator

from macros.fill.settle import Grid, Line, Settled, Spans
from macros.writers.html import title_lines

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")
_LEADING = re.compile(r"(^|\n)([ \t]*)(?:([-+=])|([0-9]+)([.)]))")
"""What makes a list or an underlined heading of a line that begins with it."""


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
        yield "\t".join(re.sub("[\n\t]", " ", plain(cell)) for cell in row)


def markdown(document: Settled) -> str:
    """The document as Markdown; what a person typed cannot become markup.

    Returns:
        CommonMark with pipe tables, ending in a line feed.
    """
    title = _one_line("".join(_escaped(line) for line in title_lines(document.title)))
    parts = [
        _grid_md(part) if isinstance(part, Grid) else _line_md(part) for part in document.parts
    ]
    return "\n\n".join([f"# {title}", *parts]) + "\n"


def _escaped(spans: Spans) -> str:
    return _MARKUP.sub(r"\\\1", plain(spans))


def _line_md(line: Line) -> str:
    head, text = _escaped(line.head), _escaped(line.text)
    if line.style == "h1":
        return f"## {line.number}{_one_line(head)}" + (f"\n\n{_lines(text)}" if text else "")
    number = line.number.replace(".", "\\.")
    # A full stop before the closing ** and a 汉字 after it would keep it from closing
    # (CommonMark 0.31, 6.2, right-flanking delimiter runs).
    stop = "。" if head.endswith("。") else ""
    emphasised = f"**{number}{head.removesuffix('。')}**{stop}" if head else number
    return _lines(f"{emphasised}{text}")


def _lines(text: str) -> str:
    """Hard line breaks, and no line that begins a list or underlines the one before it."""
    return _LEADING.sub(r"\1\2\4\\\3\5", text).replace("\n", "  \n")


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _grid_md(grid: Grid) -> str:
    names = [_MARKUP.sub(r"\\\1", name) for name, _, _ in grid.columns]
    rows = [[_one_line(_escaped(cell)) or " " for cell in row] for row in grid.rows]
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
