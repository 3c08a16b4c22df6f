"""Tables of places, one row a place: CSV in the encodings offices use, or Excel."""

import csv
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils.datetime import from_excel

MAX_UNZIPPED = 200_000_000
"""Bytes an Excel file may unfold to; an ordinary table of 100,000 rows stays below."""

SERIAL_DAYS = range(20_000, 80_000)
"""Excel's serial numbers of the days from 1954 to 2119."""

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, SyntaxError)
"""What openpyxl raises for a damaged file; broken XML is a :class:`SyntaxError`."""


Lines = Generator[list[str], None, None]


class TableError(Exception):
    """A table that cannot be read; the message is for the user."""


class Row(NamedTuple):
    """One row of a table.

    Attributes:
        number: in the sheet; the heading is 1.
        cells: texts by column name, dates as ``2026-12-01``.
        faults: what is wrong with its cells, for the user.
    """

    number: int
    cells: dict[str, str]
    faults: tuple[str, ...] = ()


class Formula(str):
    """A cell that holds a formula, whose value nobody can know here."""

    __slots__ = ()


def read_rows(path: Path) -> Iterator[Row]:
    """Read a table row by row.

    Args:
        path: a ``.csv`` in UTF-8 (with or without BOM), UTF-16 or GB18030, or an ``.xlsx``.

    Yields:
        Rows that have any content.

    Raises:
        TableError: the file cannot be read as a table.
    """
    readers = {".csv": _csv, ".xlsx": _xlsx}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise TableError(f"{path.name} 不是 .csv 或 .xlsx 文件，请另存为其中一种")
    try:
        with closing(reader(path)) as lines:
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
            yield _row(number, names, cells)


def _row(number: int, names: list[str], cells: list[str]) -> Row:
    places = [*names, *[""] * (len(cells) - len(names))]
    kept, faults = {}, []
    for name, cell in zip(places, cells, strict=False):
        if isinstance(cell, Formula):
            faults.append(f"“{name or '没有列名'}”是公式“{cell}”，请复制后“粘贴为数值”")
        elif name:
            kept[name] = cell
        elif cell.strip():
            faults.append(f"“{cell.strip()[:20]}”上面没有列名，检查有没有多余的逗号")
    return Row(number, kept, tuple(faults))


def _csv(path: Path) -> Lines:
    with path.open(encoding=_encoding(path), newline="") as stream:
        lines = csv.reader(stream, strict=True)
        try:
            yield from lines
        except csv.Error:
            place = f"{path.name} 第 {lines.line_num} 行附近"
            raise TableError(f"{place}不是完好的 CSV：引号没有配对，或混进了别的内容") from None


def _encoding(path: Path) -> str:
    with path.open("rb") as stream:
        if stream.read(2) in {b"\xff\xfe", b"\xfe\xff"}:
            return "utf-16"
    for encoding in ("utf-8-sig", "gb18030"):
        if _reads(path, encoding):
            return encoding
    raise TableError(f"{path.name} 的编码认不出，请另存为“CSV UTF-8”")


def _reads(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, newline="") as stream:
            while stream.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return False
    return True


def _xlsx(path: Path) -> Lines:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNZIPPED:
                raise TableError(f"{path.name} 解开后过大，不像正常的表格，没有打开")
        with closing(load_workbook(path, read_only=True)) as book:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # a wrong size would add thousands of empty cells a row
            for cells in sheet.iter_rows():
                yield [_text(cell) for cell in cells]
    except _BROKEN as error:
        raise TableError(f"{path.name} 不是完好的 Excel 文件，请重新保存") from error


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Formula(value)
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
