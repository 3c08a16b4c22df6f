"""What each type of pydantic error is called in Chinese, and what helps."""

from collections.abc import Callable
from typing import Any

from pydantic_core import ErrorDetails

from macros.model import base, money, plan, variable, when
from macros.model.fields import along, arms, choices, doc, field_at, model_in
from macros.model.nearest import did_you_mean
from macros.model.source import Path


def called(path: Path) -> str:
    """What a place is called in a message: ``“lead”`` or ``“steps”第 2 项``."""
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return "记录"
    last = path[-1]
    return f"“{names[-1]}”第 {last + 1} 项" if isinstance(last, int) else f"“{last}”"


def short(value: Any, limit: int = 24) -> str:
    """A value in a few characters, on one line."""
    text = str(value).replace("\n", " ")
    return text if len(text) <= limit else text[:limit] + "……"


def advice(about: str, example: str) -> str:
    """A field's description and example as one hint."""
    return "；".join(part for part in (about, f"例：{example}" if example else "") if part)


def example(annotation: Any, path: Path) -> str:
    """What the field at a place is for, with its example."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    field = field_at(annotation, path)
    return advice(doc(field).about, doc(field).example) if field else "照样例填写"


Word = Callable[[Any, Path, ErrorDetails], tuple[str, str]]


def _anything(_: Any, path: Path, __: ErrorDetails) -> tuple[str, str]:
    return f"{called(path)}的写法不对", ""


def _says(text: str, hint: str = "") -> Word:
    def word(_: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
        limits = error.get("ctx") or {}
        return called(path) + text.format(**limits, input=short(error["input"])), hint

    return word


def _literal(annotation: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    allowed = choices(along(annotation, path))
    listed = f"可选：{'、'.join(allowed)}"
    near = did_you_mean(str(error["input"]), allowed)
    return f"{called(path)}不能是“{short(error['input'])}”", f"{near}{listed}"


def _own(_: Any, __: Path, error: ErrorDetails) -> tuple[str, str]:
    text = str((error.get("ctx") or {}).get("error", ""))
    message, _, hint = text.partition("：")
    return message, hint or "改成其中一种写法"


def pattern(_: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    """A text that has not the form it should have."""
    form = str((error.get("ctx") or {}).get("pattern", ""))
    return f"{called(path)}“{short(error['input'])}”格式不对", _FORMS.get(form, "")


def _amount(_: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    hint = "只写数字（如 4 或 2.5），单位写在 unit；待定的写【变量】"
    return f"{called(path)}“{short(error['input'])}”不是数字", hint


def _text_wanted(_: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    kind = "一个列表" if isinstance(error["input"], list) else "一组“键: 值”"
    return f"{called(path)}应是一句话，现在是{kind}", ""


def _list_wanted(annotation: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    hint = f"写成 [{short(error['input'])}]" if isinstance(error["input"], str) else ""
    model = model_in(along(annotation, (*path, 0)))
    return f"{called(path)}应是一个列表", "每一项以“- ”开头另起一行" if model else hint


def _group_wanted(annotation: Any, path: Path, _: ErrorDetails) -> tuple[str, str]:
    either = "一句话，或" if len(list(arms(along(annotation, path)))) > 1 else ""
    return f"{called(path)}应是{either}一组“键: 值”", ""


_WORDS: dict[str, Word] = {
    "string_type": _text_wanted,
    "string_too_short": _says("是空的", "填上内容，或删去这一行"),
    "string_too_long": _says("太长，最多 {max_length} 个字"),
    "string_pattern_mismatch": pattern,
    "literal_error": _literal,
    "tuple_type": _list_wanted,
    "dict_type": _says("应是一组“键: 值”"),
    "model_type": _group_wanted,
    "model_attributes_type": _group_wanted,
    "int_type": _says("应是一个整数"),
    "int_parsing": _says("应是一个整数，现在是“{input}”", "只写数字，不写单位"),
    "int_parsing_size": _says("的数字太大"),
    "int_from_float": _says("应是一个整数，现在是“{input}”"),
    "bool_type": _says("应是 true 或 false", "是写 true，不是就删去这一行"),
    "bool_parsing": _says("应是 true 或 false，现在是“{input}”", "是写 true，不是就删去这一行"),
    "decimal_type": _amount,
    "decimal_parsing": _amount,
    "finite_number": _amount,
    "greater_than_equal": _says("不能小于 {ge}，现在是 {input}"),
    "less_than_equal": _says("不能大于 {le}，现在是 {input}"),
    "value_error": _own,
}
"""The types our models can raise; any other falls back to a plain sentence."""


def phrased(annotation: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    """What is wrong with a value, and the way out.

    Args:
        annotation: the type of the whole record.
        path: where the value stands.
        error: what pydantic says of it.

    Returns:
        Message and hint, both Chinese, whatever the error's type.
    """
    what, hint = _WORDS.get(error["type"], _anything)(annotation, path, error)
    return what, hint or example(annotation, path)


def _form(annotated: Any) -> str:
    return str(annotated.__metadata__[0].pattern)


_FORMS = {
    _form(base.Slug): "只用小写字母、数字和短横，如 village-cleanup",
    _form(base.Id): "以小写字母开头，只用小写字母、数字和短横，如 t-clear",
    _form(base.PolicyRef): "写 policies.yml 里的键，只有小写字母、数字和短横",
    _form(base.Post): "写作“单位/职务”，职务用“负责人、主任、科长”等，不写姓名",
    _form(base.Given): "写作“变量=选项”，如 组织方式=设领导小组",
    _form(base.Date): "写作 年-月-日，如 2026-11-23",
    _form(when.Duration): "如 P7D（7 天）、P2W、P1M；工作日写 5WD",
    _form(money.Quantity): "写作 方向、数、单位，如 ≥ 70 %、≥ 4 次/年、≥ 2/3 户",
    _form(plan.VersionText): "写作 主版本.次版本，如 1.0",
    _form(variable.VarName): "变量名不超过 16 字，不含空格、等号、@ 和【】",
}
"""What a form looks like, by its pattern."""
