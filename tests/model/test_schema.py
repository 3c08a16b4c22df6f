"""The JSON Schema editors use: current, complete and in Chinese."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from macros.model.fields import doc, keys
from macros.model.load import REGISTERS, load_library
from macros.model.outline import Outlines
from macros.model.plan import Plan
from macros.model.registers import Calendar, Phrase, Policy, Term, Unit
from macros.model.schema import example, models, plan_schema

ROOT = Path(__file__).parent.parent.parent
SCHEMA = ROOT / "data" / "schema" / "plan.schema.json"
ALL = [
    one for root in (Plan, Unit, Policy, Term, Calendar, Phrase, Outlines) for one in models(root)
]
FIELDS = sorted({(model, key) for model in ALL for key in keys(model)}, key=str)


def committed() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return found


def test_the_committed_schema_is_current() -> None:
    assert committed() == plan_schema(load_library(ROOT).partial)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(committed())


@pytest.mark.parametrize(("model", "key"), FIELDS)
def test_every_key_has_title_description_and_a_valid_example(
    model: type[BaseModel], key: str
) -> None:
    texts = doc(keys(model)[key])
    assert all(texts), texts
    assert re.search(r"[\u4e00-\u9fff]", texts.title + texts.about)
    assert example(model, key) is not None


def test_units_and_policies_are_offered() -> None:
    library = load_library(ROOT).partial
    parts = committed()["$defs"]
    assert parts["单位"]["enum"] == list(library.units)
    assert parts["政策"]["enum"] == list(library.policies)
    assert committed()["properties"]["issuer"]["items"] == {"$ref": "#/$defs/单位"}
    assert {"$ref": "#/$defs/政策"} in parts["Basis"]["properties"]["policy"]["anyOf"]


def test_a_misspelt_key_and_an_unknown_unit_are_refused() -> None:
    validator = Draft202012Validator(committed())
    paths = {tuple(one.path) for one in validator.iter_errors({"issuer": ["环卫站"], "titel": "x"})}
    assert paths >= {("issuer", 0), ()}


def test_every_register_is_loaded() -> None:
    assert set(REGISTERS) <= set(load_library(ROOT).registers)
