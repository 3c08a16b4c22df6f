"""The JSON Schema of a plan: what an editor shows and completes while one is written.

It says what the types say and no more; the rules beyond types are the validator's.
"""

from typing import Any

from pydantic import BaseModel, TypeAdapter

from macros.model.base import OFFICES
from macros.model.fields import arms, doc, keys, whole
from macros.model.library import Library
from macros.model.plan import Plan
from macros.model.source import parse_source

Json = dict[str, Any]
ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def plan_schema(library: Library) -> Json:
    """The schema of a plan record.

    Args:
        library: its registers give the units and policies an editor offers.

    Returns:
        A JSON Schema (2020-12), with Chinese titles, descriptions and examples.
    """
    made = Plan.model_json_schema()
    parts = made["$defs"]
    for model in models(Plan):
        _describe(model, made if model is Plan else parts[model.__name__])
    _relax(made)
    parts |= _registers(library)
    return {"$schema": ADDRESS, **made}


def models(root: type[BaseModel]) -> list[type[BaseModel]]:
    """A model and all models inside it."""
    found: list[type[BaseModel]] = [root]
    for model in found:
        for field in keys(model).values():
            found += [one for one in _models_in(field.annotation) if one not in found]
    return found


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    found: dict[type[BaseModel], None] = {}
    todo = [annotation]
    while todo:
        for arm in arms(todo.pop()):
            if isinstance(arm, type) and issubclass(arm, BaseModel):
                found[arm] = None
            todo += [part for part in getattr(arm, "__args__", ()) if not isinstance(part, str)]
    return list(found)


def _describe(model: type[BaseModel], schema: Json) -> None:
    """Split each docstring into the title, description and example of its key."""
    title, _, about = (model.__doc__ or "").strip().rstrip("。").partition("：")
    schema |= {"title": title, "description": about or title}
    for key, field in keys(model).items():
        title, about, _ = doc(field)
        described = {"title": title, "description": about, "examples": [example(model, key)]}
        schema["properties"][key] |= described
        schema["properties"][key].pop("default", None)


def example(model: type[BaseModel], key: str) -> Any:
    """The example of a field as JSON, read as the field reads it.

    Raises:
        pydantic.ValidationError: when the docstring's example is not valid itself.
    """
    annotation = whole(keys(model)[key])
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    value = adapter.validate_python(parse_source(doc(keys(model)[key]).example, key).data)
    return adapter.dump_python(value, mode="json", by_alias=True, exclude_unset=True)


def _relax(schema: Any) -> None:
    """Name what is referred to, and let plain texts be numbers: scalars are read as typed."""
    if isinstance(schema, list):
        for part in schema:
            _relax(part)
    if not isinstance(schema, dict):
        return
    if "refers" in schema:
        schema["$ref"] = f"#/$defs/{schema.pop('refers')}"
    if schema.get("type") == "string" and not schema.keys() & {"enum", "const", "pattern"}:
        schema["type"] = ["string", "number"]
    for part in schema.values():
        _relax(part)


def _registers(library: Library) -> Json:
    """What may be referred to: units, policies, groups, posts."""
    unit, group, post = {"$ref": "#/$defs/单位"}, "^[a-z][a-z0-9-]*$", f"^[^/\\s]+/.*({OFFICES})$"
    return {
        "单位": {"title": "单位", "enum": list(library.units)},
        "政策": {"title": "政策", "enum": list(library.policies)},
        "牵头": {"title": "牵头", "anyOf": [unit, {"const": "各组"}, _text(group)]},
        "成员": {"title": "成员", "anyOf": [unit, _text(post)]},
    }


def _text(pattern: str) -> Json:
    return {"type": "string", "pattern": pattern}
