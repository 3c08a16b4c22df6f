"""Every complaint of the type checker, in Chinese, with the way out."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from macros.model import base, money, plan, variable, when
from macros.model.fields import along, arms, choices, doc, field_at, keys, model_in
from macros.model.source import Path


class Complaint(NamedTuple):
    """One thing that is wrong: where, what and the way out.

    ``key`` says that the key is meant, not its value; ``own`` that the parts are right in
    themselves and only their combination is not; ``silent`` that another complaint says it.
    """

    path: Path
    message: str
    hint: str
    key: bool = False
    own: bool = False
    silent: bool = False


def complaints(annotation: Any, data: Any, errors: Iterable[ErrorDetails]) -> list[Complaint]:
    """Turn pydantic's errors into complaints about places in the file.

    Args:
        annotation: the type that was wanted.
        data: the values as read.
        errors: what pydantic found, each with a location that may name union arms.

    Returns:
        One complaint for each place, in the order of the errors.
    """
    placed: dict[Path, ErrorDetails] = {}
    for error in errors:
        path = source_path(data, error)
        if path not in placed or _weight(error) < _weight(placed[path]):
            placed[path] = error
    parents = {path[:end] for path in placed for end in range(len(path))}
    meant = {_meant(annotation, path) for path, error in placed.items() if _is_extra(error)}
    return [
        _complaint(annotation, path, error)._replace(silent=path in meant)
        for path, error in placed.items()
        if not (path in parents and error["type"] in _OTHER_ARM)
    ]


_OTHER_ARM = {"string_type", "model_type", "model_attributes_type", "decimal_type"}
"""Said of the arm of a union that was not meant, when another arm was looked into."""


def _weight(error: ErrorDetails) -> int:
    """Of several errors at one place the one said by the arm that was meant comes first."""
    return 1 if error["type"] in _OTHER_ARM else 0


def source_path(data: Any, error: ErrorDetails) -> Path:
    """The place in the file: pydantic's location without the names of union arms."""
    path: Path = ()
    for at, part in enumerate(error["loc"]):
        last = at == len(error["loc"]) - 1
        if _has(data, part):
            path, data = (*path, part), data[part]
        elif last and error["type"] == "missing":
            path = (*path, part)
    return path


def _has(data: Any, part: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(part, int) and part < len(data)
    return isinstance(data, dict) and part in data


def _complaint(annotation: Any, path: Path, error: ErrorDetails) -> Complaint:
    is_key = error["loc"][-1:] == ("[key]",)
    if _is_extra(error):
        return _unknown_key(annotation, path)
    if is_key:
        return _bad_key(annotation, path, error)
    if error["type"] == "missing":
        field = field_at(annotation, path)
        title, about, example = doc(field) if field else ("", "", "")
        return Complaint(path, f"缺少“{path[-1]}”（{title}）", _fill(about, example))
    if error["input"] in ("", None):
        return Complaint(path, f"{_called(path)}是空的", "填上内容，或删去这一行")
    what, hint = _WORDS.get(error["type"], _anything)(annotation, path, error)
    own = error["type"] == "value_error" and isinstance(error["input"], dict)
    return Complaint(path, what, hint or _example(annotation, path), own=own)


def _is_extra(error: ErrorDetails) -> bool:
    return error["type"] == "extra_forbidden"


def _meant(annotation: Any, path: Path) -> Path:
    """The place a misspelt key was meant for: that it is missing need not be said too."""
    model = model_in(along(annotation, path[:-1]))
    return (*path[:-1], nearest(str(path[-1]), keys(model) if model else ()))


def _unknown_key(annotation: Any, path: Path) -> Complaint:
    model = model_in(along(annotation, path[:-1]))
    allowed = list(keys(model)) if model else []
    hint = did_you_mean(str(path[-1]), allowed) or f"可用的有：{'、'.join(allowed)}"
    return Complaint(path, f"不认识的项“{path[-1]}”", hint, key=True)


def _bad_key(annotation: Any, path: Path, error: ErrorDetails) -> Complaint:
    if error["type"] == "literal_error":
        allowed = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
        words = [word.strip(" '") for word in allowed.split(",")]
        hint = did_you_mean(str(path[-1]), words) or f"可用的有：{'、'.join(words)}"
        return Complaint(path, f"不认识的项“{path[-1]}”", hint, key=True)
    _, hint = _pattern(annotation, path, error)
    return Complaint(path, f"名字“{_short(path[-1])}”格式不对", hint, key=True)


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """``是否想写“lead”？`` for the nearest allowed word, or nothing."""
    near = nearest(word, allowed)
    return f"是否想写“{near}”？" if near else ""


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The allowed word most like this one, or an empty string when none is like it."""
    return next(iter(get_close_matches(word, list(allowed), n=1, cutoff=0.5)), "")


def _called(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return "记录"
    last = path[-1]
    return f"“{names[-1]}”第 {last + 1} 项" if isinstance(last, int) else f"“{last}”"


def _short(value: Any, limit: int = 24) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= limit else text[:limit] + "……"


def _fill(about: str, example: str) -> str:
    return "；".join(part for part in (about, f"例：{example}" if example else "") if part)


def _example(annotation: Any, path: Path) -> str:
    while path and isinstance(path[-1], int):
        path = path[:-1]
    field = field_at(annotation, path)
    return _fill(doc(field).about, doc(field).example) if field else "照样例填写"


Word = Callable[[Any, Path, ErrorDetails], tuple[str, str]]


def _anything(_: Any, path: Path, __: ErrorDetails) -> tuple[str, str]:
    return f"{_called(path)}的写法不对", ""


def _says(text: str, hint: str = "") -> Word:
    def word(_: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
        limits = error.get("ctx") or {}
        return _called(path) + text.format(**limits, input=_short(error["input"])), hint

    return word


def _literal(annotation: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    allowed = choices(along(annotation, path))
    listed = f"可选：{'、'.join(allowed)}"
    near = did_you_mean(str(error["input"]), allowed)
    return f"{_called(path)}不能是“{_short(error['input'])}”", f"{near}{listed}"


def _own(_: Any, __: Path, error: ErrorDetails) -> tuple[str, str]:
    text = str((error.get("ctx") or {}).get("error", ""))
    message, _, hint = text.partition("：")
    return message, hint or "改成其中一种写法"


def _pattern(_: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    form = str((error.get("ctx") or {}).get("pattern", ""))
    return f"{_called(path)}“{_short(error['input'])}”格式不对", _FORMS.get(form, "")


def _amount(_: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    hint = "只写数字（如 4 或 2.5），单位写在 unit；待定的写【变量】"
    return f"{_called(path)}“{_short(error['input'])}”不是数字", hint


def _text_wanted(_: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    kind = "一个列表" if isinstance(error["input"], list) else "一组“键: 值”"
    return f"{_called(path)}应是一句话，现在是{kind}", ""


def _list_wanted(annotation: Any, path: Path, error: ErrorDetails) -> tuple[str, str]:
    hint = f"写成 [{_short(error['input'])}]" if isinstance(error["input"], str) else ""
    model = model_in(along(annotation, (*path, 0)))
    return f"{_called(path)}应是一个列表", "每一项以“- ”开头另起一行" if model else hint


def _group_wanted(annotation: Any, path: Path, _: ErrorDetails) -> tuple[str, str]:
    either = "一句话，或" if len(list(arms(along(annotation, path)))) > 1 else ""
    return f"{_called(path)}应是{either}一组“键: 值”", ""


_WORDS: dict[str, Word] = {
    "string_type": _text_wanted,
    "string_too_short": _says("是空的", "填上内容，或删去这一行"),
    "string_too_long": _says("太长，最多 {max_length} 个字"),
    "string_pattern_mismatch": _pattern,
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
    _form(variable.VarName): "变量名不超过 16 字，不含空格、等号和【】",
}
"""What a form looks like, by its pattern."""
