"""What is said about each rule: ``data/rules.yml``, for people who want to know why."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from macros.model.base import Record, Text
from macros.model.draft import Draft, draft
from macros.model.finding import Finding
from macros.model.source import read_source
from macros.model.textfile import SourceError
from macros.rules.registry import severity

RULES = Path("data") / "rules.yml"


class RuleText(Record):
    """一条检查规则的说明。"""

    title: Text
    """要求｜一句话，不带句号｜阶段要存在"""
    why: Text
    """为什么｜一两句｜任务归入一个没有的阶段，就没有时间了。"""
    bad: Text
    """错例｜出错的一行标“# ←”｜basis: [{policy: wuyee}]"""
    good: Text
    """对例｜改对以后的样子｜basis: [{policy: wuye}]"""
    file: Text = "plans/sample.yml"
    """文件｜样例改的是哪个文件｜policies.yml"""
    stretch: Annotated[int, Field(ge=1)] = 1
    """拉长｜“此处从略。”重复几遍｜900"""


def catalogue(root: Path) -> tuple[dict[str, RuleText], tuple[Finding, ...]]:
    """The texts of all rules by code, and what is wrong with their file.

    Args:
        root: the project's directory.
    """
    try:
        read: Draft[dict[str, RuleText]] = draft(
            dict[str, RuleText], read_source(root / RULES, RULES.as_posix())
        )
    except SourceError as error:
        return {}, error.findings
    return (read.record if isinstance(read.record, dict) else {}), read.findings


def explained(code: str, text: RuleText) -> str:
    """A rule told in full, for ``--explain``."""
    word = "错误" if severity(code) == "error" else "警告"
    outcome = "会挡住发布" if word == "错误" else "加 --strict 时算不通过"
    return (
        f"{code} {text.title}（{word}，{outcome}）\n\n{text.why}\n\n"
        f"这样不行：\n{_indented(text.bad)}\n\n这样可以：\n{_indented(text.good)}\n"
    )


def _indented(block: str) -> str:
    return "\n".join(f"  {line}" for line in block.rstrip().splitlines())
