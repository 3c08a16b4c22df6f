"""What a model knows about one of its fields: its annotation and its three texts."""

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


class Doc(NamedTuple):
    """A field docstring ``标题｜说明｜例`` in its three parts."""

    title: str
    about: str
    example: str


def doc(field: FieldInfo) -> Doc:
    """The three texts of a field; parts that were not written are empty."""
    parts = [part.strip() for part in (field.description or "").split("｜", 2)]
    return Doc(*[*parts, "", "", ""][:3])


@cache
def keys(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """A model's fields by the key a contributor writes (``for``, not ``for_``)."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def whole(field: FieldInfo) -> Any:
    """A field's annotation together with its constraints."""
    if not field.metadata:
        return field.annotation
    return Annotated[field.annotation, *field.metadata]


def bare(annotation: Any) -> Any:
    """An annotation without its constraints."""
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def arms(annotation: Any) -> Iterator[Any]:
    """The alternatives an annotation allows, ``None`` and constraints left out."""
    annotation = bare(annotation)
    if get_origin(annotation) in {Union, UnionType}:
        for arm in get_args(annotation):
            yield from arms(arm)
    elif annotation is not NoneType:
        yield annotation


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model an annotation allows, if there is one."""
    models = (arm for arm in arms(annotation) if isinstance(arm, type))
    return next((arm for arm in models if issubclass(arm, BaseModel)), None)


def choices(annotation: Any) -> tuple[str, ...]:
    """The words an annotation allows, when it is a closed list."""
    found: list[str] = []
    for arm in arms(annotation):
        if get_origin(arm) is Literal:
            found += get_args(arm)
    return tuple(found)


def inside(annotation: Any, part: str | int) -> Any:
    """The annotation of one element or key; ``None`` where there is none."""
    for arm in arms(annotation):
        origin, args = get_origin(arm), get_args(arm)
        if origin is tuple and isinstance(part, int):
            return args[0]
        if origin is dict and isinstance(part, str):
            return args[1]
        if isinstance(arm, type) and issubclass(arm, BaseModel) and part in keys(arm):
            return whole(keys(arm)[str(part)])
    return None


def along(annotation: Any, path: tuple[str | int, ...]) -> Any:
    """The annotation of the value at ``path``; ``None`` where there is none."""
    for part in path:
        annotation = inside(annotation, part)
    return annotation


def field_at(annotation: Any, path: tuple[str | int, ...]) -> FieldInfo | None:
    """The field whose value stands at ``path``, if the place is a field."""
    parent = model_in(along(annotation, path[:-1])) if path else None
    return keys(parent).get(str(path[-1])) if parent else None
