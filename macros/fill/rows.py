"""Tables of places, one row a place: CSV in the encodings offices use, or Excel."""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.datetime import from_excel

MAX_UNZIPPED = 200_000_000
"""Bytes an Excel file may unfold to; an ordinary table of 100,000 rows stays below."""

SERIAL_DAYS = range(20_000, 80_000)
"""Excel's serial numbers of the days from 1954 to 2119."""


class TableError(Exception):
    """A table that cannot be read; the message is for the user."""


Row = tuple[int, dict[str, str]]
"""A row's number in the sheet (the header is 1) and its cells by column name."""


def read_rows(path: Path) -> Iterator[Row]:
    """Read a table row by row.

    Args:
        path: a ``.csv`` in UTF-8 (with or without BOM) or GB18030, or an ``.xlsx``.

    Yields:
        Rows that have any content; cells as text, dates as ``2026-12-01``.

    Raises:
        TableError: the file cannot be read as a table.
    """
    if path.suffix.lower() not in {".csv", ".xlsx"}:
        raise TableError(f"{path.name} 不是 .csv 或 .xlsx 文件，请另存为其中一种")
    try:
        lines = _xlsx(path) if path.suffix.lower() == ".xlsx" else _csv(path)
        yield from _named(path, lines)
    except OSError as error:
        raise TableError(f"{path.name} 读不了：检查文件是否存在、是否正被打开") from error


def _named(path: Path, lines: Iterator[list[str]]) -> Iterator[Row]:
    header = next(lines, None)
    if not header or not any(header):
        raise TableError(f"{path.name} 第 1 行没有列名，请用空白表填写")
    names = [name.strip() for name in header]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise TableError(f"{path.name} 第 1 行的列名重复：{'、'.join(twice)}")
    for number, cells in enumerate(lines, 2):
        if any(cell.strip() for cell in cells):
            extra = [cell for cell in cells[len(names) :] if cell.strip()]
            if extra:
                raise TableError(
                    f"{path.name} 第 {number} 行比列名多出“{extra[0]}”，检查有没有多余的逗号"
                )
            yield number, {n: c for n, c in zip(names, cells, strict=False) if n}


def _csv(path: Path) -> Iterator[list[str]]:
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        try:
            yield from csv.reader(io.StringIO(text, newline=""), strict=True)
        except csv.Error:
            raise TableError(f"{path.name} 的引号没有配对，请检查后再试") from None
        return
    raise TableError(f"{path.name} 的编码认不出，请另存为“CSV UTF-8”")


def _xlsx(path: Path) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNZIPPED:
                raise TableError(f"{path.name} 解开后过大，不像正常的表格，没有打开")
        book = load_workbook(path, read_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError):
        raise TableError(f"{path.name} 不是完好的 Excel 文件，请重新保存") from None
    for number, cells in enumerate(book.worksheets[0].iter_rows(), 1):
        yield [_text(path, number, cell) for cell in cells]
    book.close()


def _text(path: Path, number: int, cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise TableError(f"{path.name} 第 {number} 行有公式“{value}”，请复制后“粘贴为数值”")
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def serial_date(text: str) -> str:
    """``46357`` as ``2026-12-01``: a date cell that lost its format; other text as it is."""
    if text.isdecimal() and int(text) in SERIAL_DAYS:
        return f"{from_excel(int(text)):%Y-%m-%d}"
    return text
