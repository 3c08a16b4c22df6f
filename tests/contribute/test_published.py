"""Addresses and ids that were published stay, or lead to what took their place."""

import re
from pathlib import Path

import pytest
from contribute_support import ROOT, copy_of_data

from macros.contribute.published import Published, merged, present, read, text, vanished
from macros.model.draft import draft
from macros.model.library import Library
from macros.model.load import load_library
from macros.model.source import parse_source
from macros.site.redirects import redirects
from macros.views.context import Context
from macros.views.program import compile_program

PLAN = "residential-cleanup-week"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_data(tmp_path)


def library(root: Path) -> Library:
    loaded = load_library(root)
    assert loaded.library is not None, [one.as_text() for one in loaded.findings]
    return loaded.library


def lost(root: Path, listed: Published) -> list[str]:
    found = library(root)
    return vanished(listed, present(found, ROOT / "docs"), found.plans)


def change(root: Path, old: str, new: str) -> None:
    path = root / "data" / "plans" / f"{PLAN}.yml"
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new), "utf-8")


def task() -> str:
    return read(ROOT).plans[PLAN].tasks[0]


def test_nothing_published_has_vanished() -> None:
    assert lost(ROOT, read(ROOT)) == []


def test_all_there_is_is_on_the_list() -> None:
    listed = read(ROOT)
    assert merged(listed, present(library(ROOT), ROOT / "docs")) == listed


def test_the_list_is_committed_as_the_command_writes_it() -> None:
    committed = (ROOT / "data" / "published.yml").read_text("utf-8")
    assert text(read(ROOT)) == committed
    assert draft(Published, parse_source(committed, "x")).record == read(ROOT)


def test_a_task_renamed_without_a_word_is_missed(project: Path) -> None:
    change(project, f"id: {task()}\n", "id: t-other\n")
    (said,) = lost(project, read(ROOT))
    assert said.startswith(f"{PLAN}/{task()} 公布过")
    assert "was" in said


def test_a_task_that_names_its_former_id_is_found_and_its_ticks_follow(project: Path) -> None:
    change(project, f"id: {task()}\n", f"id: t-other\n    was: [{task()}]\n")
    assert lost(project, read(ROOT)) == []
    found = library(project)
    program = compile_program(Context(found.plans[PLAN], found))
    assert program["renamed"] == {task(): "t-other"}


def test_a_plan_that_moved_leads_from_its_former_address(project: Path) -> None:
    change(project, f"id: {PLAN}\n", f"id: cleanup-week\nwas: [{PLAN}]\n")
    path = project / "data" / "plans" / f"{PLAN}.yml"
    path.rename(path.with_name("cleanup-week.yml"))
    assert lost(project, read(ROOT)) == []
    ((address, page),) = redirects(library(project).plans["cleanup-week"])
    assert address == f"plans/{PLAN}/index.html"
    assert re.findall(r'(?:url=|href=")([^"]+)', page) == ["../cleanup-week/index.html"] * 3
    assert "script" not in page


def test_a_plan_taken_away_is_missed_until_the_list_says_why(project: Path) -> None:
    (project / "data" / "plans" / f"{PLAN}.yml").unlink()
    listed = read(ROOT)
    assert [line.partition(" ")[0] for line in lost(project, listed)] == [PLAN]
    said = listed.model_copy(update={"gone": {PLAN: "并入另一份"}})
    assert lost(project, said) == []


def test_a_page_taken_away_is_missed() -> None:
    listed = read(ROOT).model_copy(update={"pages": ("/old/",)})
    assert [line.partition(" ")[0] for line in lost(ROOT, listed)] == ["/old/（网页）"]


def test_the_list_only_grows() -> None:
    listed = read(ROOT)
    now = Published(plans={"new-plan": {"tasks": ["t-new"]}}, pages=("/new/",))  # type: ignore[dict-item]
    grown = merged(listed, now)
    assert set(grown.plans) == {*listed.plans, "new-plan"}
    assert grown.pages == (*listed.pages, "/new/")
