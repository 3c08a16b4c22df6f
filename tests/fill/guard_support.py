"""A small program for the guard, the same in both hosts."""

from typing import Any

VARS = [
    {"name": "街道名", "type": "text", "ask": "哪个街道？", "eg": "某某街道"},
    {"name": "户数", "type": "int", "ask": "多少户？", "eg": "860"},
    {"name": "问题", "type": "text", "ask": "什么问题？", "eg": "乱堆乱放"},
    {"name": "组织方式", "type": "enum", "ask": "谁牵头？", "eg": "由科室牵头",
     "choices": ["由科室牵头", "设领导小组"]},
]  # fmt: skip
SPAN = {"k": "window", "s": ["T"], "e": ["for", ["T"], 1, "W"]}


def program(case: dict[str, Any]) -> dict[str, Any]:
    """The program a case speaks of."""
    blocks = [["p", ["字" * case.get("extra", 10)], None]]
    plan = {"key": "plan", "name": "方案", "title": ["方案"], "blocks": blocks, "role": "body"}
    more = [{**plan, "key": name, "name": name} for name in case.get("docs", [])]
    task = {
        "id": "t", "name": ["清理"], "lead": [], "support": [], "when": SPAN, "given": None,
        "output": [[text] for text in case.get("outputs", [])],
    }  # fmt: skip
    return {
        "id": "sample", "vars": VARS, "local": ["户数", "问题"], "span": SPAN, "columns": [],
        "units": {}, "months": [], "phases": [], "tasks": [task], "budget": None, "docs": [plan, *more],
    }  # fmt: skip
