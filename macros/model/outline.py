"""Sections: which parts a document has, in which order, under which headings."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.model.base import Record, Text
from macros.model.variable import Var, VarName

SectionKind = Literal[
    "preamble", "basis", "local", "guiding", "goals", "scope", "org", "criteria", "lists",
    "tables", "tasks", "routine", "phases", "budget", "metrics", "assess", "measures",
    "effects", "results", "problems", "next",
]  # fmt: skip
"""The parts a plan may have; their default headings are in ``data/outlines.yml``."""

OutlineName = Literal["整治", "创建", "治理", "专班", "分工", "汇报"]


class Section(Record):
    """一节：要么是一种内容（kind），要么是几节合成一节（sections）。"""

    kind: SectionKind | None = None
    """内容｜这一节印什么｜tasks"""
    title: Text | None = None
    """标题｜省略则用通用标题｜重点任务"""
    by: Literal["flat", "phase", "group", "unit", "theme"] | None = None
    """任务怎样排｜省略则由纲目决定｜theme"""
    sections: tuple[Annotated["Section", Field()], ...] = ()
    """合并｜没写 title 的并列展开｜[{kind: org}, {kind: measures}]"""

    @model_validator(mode="after")
    def _is_leaf_or_container(self) -> Self:
        if bool(self.kind) == bool(self.sections):
            raise ValueError("一节里 kind 与 sections 写且只写一个")
        if self.sections and not self.title:
            raise ValueError("合并的一节要写 title")
        return self


class Outline(Record):
    """通用纲目。"""

    about: Text
    """用途｜什么样的方案用它｜集中整治类"""
    sections: tuple[Section, ...]
    """章节｜按顺序；没有数据的自动略去｜[{kind: local}, {kind: tasks}]"""


class Outlines(Record):
    """``data/outlines.yml``."""

    titles: dict[SectionKind, Text]
    """通用标题｜每种内容的默认标题｜{tasks: 重点任务}"""
    outlines: dict[OutlineName, Outline]
    """纲目｜六种｜{整治: {about: 集中整治, sections: [{kind: tasks}]}}"""
    vars: dict[VarName, Var]
    """通用变量｜落款、日期等每份文件都有的空白｜{落款单位: {ask: 落款写哪个单位？, eg: 某某街道办事处}}"""
