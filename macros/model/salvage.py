"""What is good of a record with mistakes, so that the rest can still be checked.

A strict reading stops at the first level that is wrong. Salvaging keeps every value
that is right in itself and puts an empty one in the place of each that is not;
rules then look at all of it, and what they would say about an emptied place is
left out because its path is known to be broken.
"""

from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.model.fields import arms, inside, keys, model_in, whole


def salvage(annotation: Any, value: Any) -> Any:
    """Build a value of a type from input that may be wrong at any depth.

    Args:
        annotation: the type wanted.
        value: strings, lists and dicts as read from YAML.

    Returns:
        The value where it is right, else one with empty parts where it is not.
        Never raises; a model built this way has not run its own checks.
    """
    try:
        return _adapter(annotation).validate_python(value)
    except ValidationError:
        return _rebuilt(annotation, value)


def _rebuilt(annotation: Any, value: Any) -> Any:
    model = model_in(annotation)
    if model is not None and isinstance(value, dict):
        return _built(model, value)
    for arm in arms(annotation):
        if get_origin(arm) is tuple and isinstance(value, list):
            return tuple(salvage(get_args(arm)[0], item) for item in value)
        if get_origin(arm) is dict and isinstance(value, dict):
            return {key: salvage(inside(arm, key), item) for key, item in value.items()}
    return empty(annotation)


def _built(model: type[BaseModel], value: dict[str, Any]) -> BaseModel:
    parts: dict[str, Any] = {}
    for key, field in keys(model).items():
        if key in value:
            parts[key] = salvage(whole(field), value[key])
        elif field.is_required():
            parts[key] = empty(whole(field))
    return model.model_construct(**parts)


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def empty(annotation: Any) -> Any:
    """The emptiest value of a type: ``None``, ``""``, ``()``, ``{}``, 0 or an empty model."""
    try:
        return _adapter(annotation).validate_python(None)
    except ValidationError:
        first = next(arms(annotation))
    model = model_in(first)
    if model is not None:
        return _built(model, {})
    origin = get_origin(first) or first
    return origin() if origin in {tuple, dict, int, bool, Decimal} else ""
