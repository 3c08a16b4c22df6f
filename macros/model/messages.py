"""Every complaint of the type checker, in Chinese, with the way out."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from macros.model.fields import along, doc, field_at, keys, model_in
from macros.model.nearest import did_you_mean, nearest
from macros.model.phrasing import advice, called, pattern, phrased, short
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
        _complaint(annotation, path, error)._replace(
            silent=error["type"] == "missing" and path in meant
        )
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
        return Complaint(path, f"缺少“{path[-1]}”（{title}）", advice(about, example))
    if error["input"] in ("", None):
        return Complaint(path, f"{called(path)}是空的", "填上内容，或删去这一行")
    own = error["type"] == "value_error" and isinstance(error["input"], dict)
    return Complaint(path, *phrased(annotation, path, error), own=own)


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
    _, hint = pattern(annotation, path, error)
    return Complaint(path, f"名字“{short(path[-1])}”格式不对", hint, key=True)
