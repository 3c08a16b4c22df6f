"""Money and measurable targets."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.model.base import Id, LeadRef, Record, Text
from macros.model.when import When

Amount = Decimal | Annotated[str, StringConstraints(pattern=r"^【[^【】]+】$")]
"""A sum, or a blank for one."""

Quantity = Annotated[
    str,
    StringConstraints(
        pattern=r"^(≥|≤|=|<|>|约)? ?(\d+(\.\d+)?|\d+/\d+|【[^【】]+】) ?[^\d\s]{0,6}(/[^/]{1,8})?$"
    ),
]
"""``≥ 70 %``, ``≥ 4 次/年``, ``1 人/300 人``, ``≥ 2/3 户``."""


class BudgetLine(Record):
    """经费一行。"""

    id: Id
    """编号｜稳定不变｜b1"""
    item: Text
    """事项｜花在什么上｜阵地改造"""
    amount: Amount
    """金额｜数字，或【金额变量】｜10"""
    quantity: Decimal | None = None
    """数量｜与单价相乘须等于金额｜4"""
    price: Decimal | None = None
    """单价｜与数量相乘须等于金额｜2.5"""
    task: Id | None = None
    """对应任务｜tasks 的编号｜t1"""
    note: Text | None = None
    """说明｜测算依据、采购方式｜先有预算后购买"""


class Budget(Record):
    """经费：合计与大写由程序算。"""

    unit: Literal["元", "万元"]
    """单位｜元或万元｜万元"""
    source: tuple[Text, ...] = ()
    """来源｜钱从哪里来｜[街道年度预算]"""
    lines: tuple[BudgetLine, ...]
    """分项｜一行一项｜[{id: b1, item: 清运, amount: 2}]"""
    total: Decimal | None = None
    """合计（核对用）｜须等于分项之和；有变量时不写｜60"""


class Metric(Record):
    """量化指标。"""

    id: Id
    """编号｜稳定不变｜m1"""
    name: Text
    """名称｜量什么｜居民健康行为形成率"""
    target: Quantity
    """目标｜方向、数、单位｜≥ 70 %"""
    baseline: Quantity | None = None
    """现状｜起点｜= 4 户"""
    how: Text
    """怎么算｜数据从哪来｜抽样问卷"""
    owner: LeadRef | None = None
    """谁负责｜单位或工作组｜文卫科"""
    when: When | None = None
    """时间｜何时达到｜{end: Y}"""
