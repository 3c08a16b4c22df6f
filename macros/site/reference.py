"""The reference pages: fields from the model, rules from the registry, parts from the macros."""

import inspect
import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from markupsafe import Markup
from mkdocs.structure.pages import Page
from pydantic import BaseModel

from macros.contribute.published import Published
from macros.model.fields import Doc, arms, doc, keys
from macros.model.load import REGISTERS
from macros.model.plan import Plan
from macros.model.registers import Calendar
from macros.model.schema import models
from macros.rules.catalogue import RuleText, catalogue
from macros.rules.registry import severity
from macros.site.catalogue import ROOT
from macros.site.render import Renderer

FILES: Mapping[str, tuple[str, Any]] = {
    "data/plans/": ("方案", Plan),
    "data/calendar/": ("放假安排", Calendar),
    **{f"data/{name}.yml": ("登记册", annotation) for name, annotation in REGISTERS.items()},
    "data/rules.yml": ("规则说明", RuleText),
    "data/published.yml": ("公布过的编号", Published),
}
"""Every file a contributor edits, and the type of what it holds."""


@dataclass(frozen=True)
class Field:
    """A line of the field reference."""

    key: str
    doc: Doc
    required: bool
    form: str
    choices: tuple[str, ...]
    parts: tuple["Kind", ...]


class Kind(NamedTuple):
    """A kind of record: its anchor, what it is called and what it is for."""

    anchor: str
    title: str
    about: str


def kind(model: type[BaseModel]) -> Kind:
    """What a model's docstring (``名：说明``) says of it."""
    title, _, about = (model.__doc__ or "").replace("`", "").strip(" .。\n").partition("：")
    return Kind(model.__name__, title, about)


def fields(model: type[BaseModel]) -> list[Field]:
    """What can be written in one kind of record, in order."""
    return [
        Field(
            key,
            doc(field),
            field.is_required(),
            _form(field.annotation),
            tuple(dict.fromkeys(_words(field.annotation))),
            tuple(map(kind, _parts(field.annotation))),
        )
        for key, field in keys(model).items()
    ]


def _form(annotation: Any) -> str:
    """How a value is written: 列表, 键和值, 是或否, 数字 or 文字."""
    kinds = {tuple: "列表", dict: "键和值", bool: "true 或 false", int: "数字"}
    first = next(iter(arms(annotation)))
    if isinstance(first, type) and issubclass(first, BaseModel):
        return "一组项"
    return kinds.get(get_origin(first) or first, "文字")


def _inner(annotation: Any) -> tuple[Any, ...]:
    """The types inside a list, a map or a union."""
    generic = get_origin(annotation) in {tuple, dict, Union, types.UnionType}
    return tuple(one for one in get_args(annotation) if one is not ...) if generic else ()


def _words(annotation: Any) -> list[str]:
    """The words of a closed list, wherever it stands in an annotation."""
    found: list[str] = []
    for arm in arms(annotation):
        if get_origin(arm) is Literal:
            found += get_args(arm)
        for one in _inner(arm):
            found += _words(one)
    return found


def _parts(annotation: Any) -> tuple[type[BaseModel], ...]:
    found: list[type[BaseModel]] = []
    for arm in arms(annotation):
        if isinstance(arm, type) and issubclass(arm, BaseModel):
            found.append(arm)
        for one in _inner(arm):
            found += _parts(one)
    return tuple(dict.fromkeys(found))


def all_models() -> list[type[BaseModel]]:
    """Every kind of record there is, each once, in the order of the files that hold them."""
    roots = (root for _, annotation in FILES.values() for root in _parts(annotation))
    return list(dict.fromkeys(model for root in roots for model in models(root)))


def _block(text: str) -> Markup:
    """Lines of YAML whose indents outlive the compacting of a fragment."""
    lines = (
        Markup("&#32;") * (len(line) - len(line.lstrip())) + line.lstrip()
        for line in text.rstrip().splitlines()
    )
    return Markup("\n").join(lines)


class Reference(Renderer):
    """The macros of the pages for contributors."""

    def field_reference(self) -> str:
        """字段参考：每个文件、每一项写什么。"""
        holds = {
            file: (title, [kind(model) for model in _parts(annotation)])
            for file, (title, annotation) in FILES.items()
        }
        kinds = [(kind(model), fields(model)) for model in all_models()]
        return self._render("field_reference", holds=holds, kinds=kinds)

    def rule_reference(self) -> str:
        """规则参考：每条规则要什么、为什么、错例和对例。"""
        texts, _ = catalogue(ROOT)
        return self._render("rule_reference", texts=texts, severity=severity, block=_block)

    def macro_reference(self, page: Page) -> str:
        """部件参考：每个部件写在页面里会出现什么。"""
        parts = [
            (name, method.__doc__ or "", list(inspect.signature(method).parameters))
            for name, method in inspect.getmembers(self, inspect.ismethod)
            if not name.startswith("_")
        ]
        first = next(iter(self._catalogue.entries))
        return self._render("macro_reference", parts=parts, first=first, link=self._link(page))
