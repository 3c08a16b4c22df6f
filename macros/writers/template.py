"""The blank table for a batch: one column a blank, questions and examples above the rows."""

import io
from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from macros.fill.entry import START


def template(program: Mapping[str, Any]) -> bytes:
    """Write the table a person fills with one place a row.

    Args:
        program: the plan.

    Returns:
        An ``.xlsx``: headings in the first row, each with its question and
        example as a note; choices as drop-downs.
    """
    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = "一行一个地方"
    columns = [{"name": START, "ask": "从哪天开始？", "eg": "2026-12-01", "type": "date"}]
    for index, column in enumerate([*columns, *program["vars"]], 1):
        cell = sheet.cell(1, index, column["name"])
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E7F0F2")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.comment = Comment(f"{column['ask']}\n例：{column['eg']}", "方案骨架库")
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = max(12, 2 * len(column["name"]) + 4)
        sheet.column_dimensions[letter].number_format = "@"
        if column.get("choices"):
            choices = DataValidation("list", f'"{",".join(column["choices"])}"', allow_blank=True)
            choices.add(f"{letter}2:{letter}1000")
            sheet.add_data_validation(choices)
    sheet.freeze_panes = "B2"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
