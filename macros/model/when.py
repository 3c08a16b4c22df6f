"""When something happens, as a contributor writes it (relative to the start T)."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from macros.model.base import Record, Text

Duration = Annotated[str, StringConstraints(pattern=r"^(P\d+[DWMY]|\d+WD)$")]
"""ISO 8601 duration of one unit (P7D, P1W, P1M), or working days (5WD)."""

Point = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""A point in time; its grammar is in :mod:`macros.time.points`."""

Kind = Literal["window", "deadline", "open", "recurring", "trigger", "show"]


class When(Record):
    """时间：时段、截止、长期、频次、触发，或只显示的说法。"""

    start: Point | None = None
    """开始｜时段的第一天；阶段省略时接上一阶段的次日｜T"""
    end: Point | None = None
    """结束｜时段的最后一天；“..”表示长期｜T+P6D"""
    for_: Annotated[Duration | None, Field(alias="for")] = None
    """时长｜含首尾两天；与 end 二选一｜P1W"""
    rrule: Text | None = None
    """频次｜RFC 5545 规则，须说明落在哪天｜FREQ=WEEKLY;BYDAY=FR"""
    by: Text | None = None
    """几点前｜频次当天的时刻｜12:00"""
    roll: Literal["none", "prev", "next"] = "none"
    """遇休息日｜none 不动，prev 提前，next 顺延｜prev"""
    on: Text | None = None
    """触发｜什么情况一出现就开始计时｜发现新增违建"""
    within: Duration | None = None
    """触发后限时｜从触发次日起算｜P7D"""
    show: Text | None = None
    """说法｜算不出日期时照此显示；也可覆盖自动生成的说法｜赶场日和夜间"""

    @property
    def kind(self) -> Kind:
        """Which of the six legal combinations this is."""
        if self.rrule:
            return "recurring"
        if self.on:
            return "trigger"
        if self.end == "..":
            return "open"
        if self.end or self.for_:
            return "window" if self.start or self.for_ else "deadline"
        return "open" if self.start else "show"

    @model_validator(mode="after")
    def _is_legal(self) -> Self:
        if not (self.rrule or self.on or self.start or self.end or self.for_ or self.show):
            raise ValueError("时间是空的：写 start/end/for、rrule、on 或 show 中的一种")
        if self.end and self.for_:
            raise ValueError("end 与 for 只能写一个")
        if self.on and (self.rrule or self.start or self.end or self.for_):
            raise ValueError("触发（on）不与时段、频次同写")
        if self.within and not self.on:
            raise ValueError("within 要和 on 一起写")
        if (self.by or self.roll != "none") and not self.rrule:
            raise ValueError("by、roll 只用于频次（rrule）")
        return self
