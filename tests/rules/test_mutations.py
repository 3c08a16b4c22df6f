"""Records changed at random: no traceback, the changed line is named, the rest is silent."""

import copy
import dataclasses
import os
import pathlib
from typing import Any

import pytest
import yaml
from conftest import TODAY
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.model.draft import draft
from macros.model.fields import along, model_in
from macros.model.finding import Finding
from macros.model.load import load_library, yaml_files
from macros.model.plan import Plan
from macros.model.source import Path, Source, parse_source
from macros.model.textfile import SourceError, read_text
from macros.rules.case import Case, Project
from macros.rules.registry import plan_findings, project_findings

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

ROOT = pathlib.Path(__file__).parent.parent.parent
LOADED = load_library(ROOT)
FILES = yaml_files(ROOT / "data" / "plans")
TEXTS = [file.read_text("utf-8") for file in FILES]
DATA = [parse_source(text, "x.yml").data for text in TEXTS]
JUNK: list[Any] = [[[[]]], [{"a": [{}]}], {"a": {"b": {}}}]

plans = st.sampled_from(range(len(DATA)))


def dumped(data: Any) -> str:
    return yaml.dump(data, allow_unicode=True, sort_keys=False, width=10**6)


def told(text: str, number: int) -> tuple[list[Finding], Source]:
    """The findings about one text in the place of a record, and where its parts stand."""
    name = f"data/plans/{FILES[number].name}"
    source = parse_source(text, name)
    others = tuple(one for one in LOADED.plans if one.source.file != name)
    read = draft(Plan, source)
    project = Project(dataclasses.replace(LOADED, plans=(*others, read)), TODAY)
    across = [one for one in project_findings(project) if one.file == name]
    return [*read.findings, *plan_findings(Case(read, project)), *across], source


def paths(data: Any, path: Path = ()) -> list[Path]:
    """The places of a record, in order."""
    if isinstance(data, dict):
        inner = [place for key, item in data.items() for place in paths(item, (*path, key))]
    elif isinstance(data, list):
        inner = [place for at, item in enumerate(data) for place in paths(item, (*path, at))]
    else:
        inner = []
    return [path, *inner] if path else inner


def at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def changed(data: Any, path: Path, value: Any) -> Any:
    """A copy of a record with another value at one place."""
    made = copy.deepcopy(data)
    at(made, path[:-1])[path[-1]] = value
    return made


def without(data: Any, path: Path) -> Any:
    made = copy.deepcopy(data)
    del at(made, path[:-1])[path[-1]]
    return made


def is_field(path: Path) -> bool:
    return isinstance(path[-1], str) and model_in(along(Plan, path[:-1])) is not None


FIELDS = [[path for path in paths(data) if is_field(path)] for data in DATA]
PLACES = [paths(data) for data in DATA]


@pytest.mark.parametrize("number", range(len(DATA)))
def test_a_record_written_out_again_says_what_it_said_before(number: int) -> None:
    before = [one.code for one in told(TEXTS[number], number)[0]]
    after = [one.code for one in told(dumped(DATA[number]), number)[0]]
    assert sorted(after) == sorted(before)


@given(plans, st.data())
def test_a_renamed_key_is_named_at_its_line(number: int, choose: st.DataObject) -> None:
    path = choose.draw(st.sampled_from(FIELDS[number]))
    made = copy.deepcopy(DATA[number])
    parent = at(made, path[:-1])
    renamed = {key + "q" if key == path[-1] else key: item for key, item in parent.items()}
    parent.clear()
    parent.update(renamed)
    findings, source = told(dumped(made), number)
    line = source.keys[*path[:-1], f"{path[-1]}q"][0]
    assert ("E101", line) in {(one.code, one.line) for one in findings}


@given(plans, st.sampled_from(JUNK), st.data())
def test_a_wrong_type_is_named_where_it_stands(
    number: int, junk: Any, choose: st.DataObject
) -> None:
    path = choose.draw(st.sampled_from(PLACES[number]))
    findings, source = told(dumped(changed(DATA[number], path, junk)), number)
    lines = {one.line for one in findings if one.code == "E101"}
    places = {**source.values, **{(*place, ""): at for place, at in source.keys.items()}}
    assert lines & {line for place, (line, _) in places.items() if place[: len(path)] == path}


@given(plans, st.data())
def test_a_dropped_part_never_breaks_the_tool(number: int, choose: st.DataObject) -> None:
    path = choose.draw(st.sampled_from(PLACES[number]))
    findings, _ = told(dumped(without(DATA[number], path)), number)
    assert all(one.message and one.line >= 1 for one in findings)


@given(plans, plans, st.data())
def test_a_part_of_another_record_never_breaks_the_tool(
    number: int, other: int, choose: st.DataObject
) -> None:
    here = choose.draw(st.sampled_from(PLACES[number]))
    there = choose.draw(st.sampled_from(PLACES[other]))
    made = changed(DATA[number], here, copy.deepcopy(at(DATA[other], there)))
    findings, _ = told(dumped(made), number)
    assert all(one.message and one.line >= 1 for one in findings)


@given(plans, st.randoms(use_true_random=False))
def test_keys_in_another_order_say_the_same(number: int, random: Any) -> None:
    keys = list(DATA[number])
    random.shuffle(keys)
    made = {key: DATA[number][key] for key in keys}
    before = sorted((one.code, one.message) for one in told(TEXTS[number], number)[0])
    assert sorted((one.code, one.message) for one in told(dumped(made), number)[0]) == before


@given(plans, st.data())
def test_text_cut_or_doubled_anywhere_never_breaks_the_tool(
    number: int, choose: st.DataObject
) -> None:
    text = TEXTS[number]
    start = choose.draw(st.integers(0, len(text)))
    end = choose.draw(st.integers(start, min(len(text), start + 200)))
    made = text[:start] + choose.draw(st.sampled_from(["", text[start:end] * 2])) + text[end:]
    try:
        findings, _ = told(made, number)
    except SourceError as error:
        findings = list(error.findings)
    assert all(one.message and one.line >= 1 for one in findings)


@given(plans, st.sampled_from(["gbk", "utf-16", "utf-8-sig", "big5", "shift-jis", "utf-32"]))
def test_another_encoding_is_refused_by_name(number: int, encoding: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        raw = TEXTS[number].encode(encoding, "replace")
        patch.setattr("macros.model.textfile._read_bytes", lambda *_: raw)
        with pytest.raises(SourceError) as raised:
            read_text(FILES[number], "x.yml")
    assert {one.code for one in raised.value.findings} == {"E001"}
