"""Variables: the blanks a user fills."""

import re
from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.model.base import Record, Text

VarName = Annotated[str, StringConstraints(pattern=r"^[^【】\s=@]{1,16}$")]
"""A blank's name: what stands between 【 and 】."""

BLANK = re.compile(r"【([^【】]+)】")
"""A blank, or a unit, in prose."""

UNIT_MARK = "@"
"""What a unit's key begins with between 【 and 】: its printed name, as the user may change it."""


class Var(Record):
    """变量：要使用者填的一处空白。"""

    type: Literal["text", "date", "int", "money", "unit", "post", "list", "enum", "docno"] = "text"
    """类型｜决定怎样填、怎样查｜int"""
    ask: Text
    """问题｜问使用者什么｜整治哪个小区？"""
    eg: Text
    """例｜示意，不是真名｜某某花园"""
    default: Text | None = None
    """默认｜不填就用它｜5"""
    choices: tuple[Text, ...] = ()
    """选项｜type 为 enum 时写，第一项是首选｜[由科室牵头, 设领导小组]"""
    optional: bool = False
    """可空｜可以不填的写 true｜true"""


COMPUTED = ("起始日", "结束日", "年份", "半年", "任务数", "单位数", "经费合计", "经费大写")
"""Blanks the program fills from the record itself: no plan declares them."""
