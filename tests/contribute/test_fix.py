"""``validate.py --fix``: what it puts right, and what it leaves alone."""

import json
from pathlib import Path

import pytest
from contribute_support import ROOT, copy_of_data
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.model.load import load_library, yaml_files
from macros.model.source import parse_source
from macros.rules.command import main
from macros.rules.fix.fixer import fixed

PAIRS = ROOT / "tests" / "fixtures" / "fix"
NAMES = sorted(path.name.removesuffix(".before.yml") for path in PAIRS.glob("*.before.yml"))
PLANS = yaml_files(ROOT / "data" / "plans")
LIBRARY = load_library(ROOT).partial


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_data(tmp_path)


def fix(text: str) -> str:
    return fixed(text, "x.yml", LIBRARY).text


@pytest.mark.parametrize("name", NAMES)
def test_what_was_wrong_is_put_right_and_nothing_else_changes(name: str) -> None:
    before = (PAIRS / f"{name}.before.yml").read_text("utf-8")
    assert fix(before) == (PAIRS / f"{name}.after.yml").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_fixing_twice_is_fixing_once(name: str) -> None:
    after = (PAIRS / f"{name}.after.yml").read_text("utf-8")
    assert fixed(after, "x.yml", LIBRARY) == (after, ())


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_published_plan_is_clean_already(path: Path) -> None:
    text = path.read_text("utf-8")
    assert fixed(text, path.name, LIBRARY) == (text, ())


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
@settings(max_examples=5, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_top_level_parts_in_any_order_come_back_in_the_models(path: Path, random: object) -> None:
    data = parse_source(path.read_text("utf-8"), path.name).data
    names = list(data)
    random.shuffle(names)  # type: ignore[attr-defined]
    text = "".join(f"{name}: {json.dumps(data[name], ensure_ascii=False)}\n" for name in names)
    assert list(parse_source(fix(text), "x.yml").data) == list(data)


@pytest.mark.parametrize(
    "text",
    [
        'goals: ["楼道,门厅]\n',
        "goals: [&a 楼道,门厅, *a]\n",
        "a: 1\na: 汉,汉\n",
        "",
        "\t汉,汉: 1\n",
    ],
)
def test_a_file_that_cannot_be_read_is_never_touched(text: str, project: Path) -> None:
    path = project / "data" / "plans" / "residential-cleanup-week.yml"
    path.write_text(text, "utf-8")
    assert main(project, ["--fix", str(path)]) == 1
    assert path.read_text("utf-8") == text


def test_line_ends_of_another_system_stay() -> None:
    assert fix("id: a\r\ngoals: [楼道有 3 处]  \r\n") == "id: a\r\ngoals: [楼道有3处]\r\n"


def test_every_change_is_said_with_its_place(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "data" / "plans" / "residential-cleanup-week.yml"
    text = path.read_text("utf-8").replace("issuer: [城管局]", "issuer: [城管部门]")
    path.write_text(text, "utf-8")
    assert main(project, ["--fix"]) == 0
    line = text[: text.index("issuer:")].count("\n") + 1
    told = capsys.readouterr().out
    assert told.splitlines()[0] == (
        f"data/plans/residential-cleanup-week.yml:{line}: “城管部门”统一为“城管局”"
    )
    assert "issuer: [城管局]" in path.read_text("utf-8")


def test_only_the_plans_asked_for_are_fixed(project: Path) -> None:
    one, other = (project / "data" / "plans" / path.name for path in PLANS[:2])
    for path in (one, other):
        path.write_text(path.read_text("utf-8") + "# 末尾   \n", "utf-8")
    main(project, ["--fix", str(one)])
    assert not one.read_text("utf-8").endswith("   \n")
    assert other.read_text("utf-8").endswith("   \n")


def test_a_list_of_findings_stays_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "data" / "plans" / PLANS[0].name
    path.write_text(path.read_text("utf-8") + "# 末尾   \n", "utf-8")
    main(project, ["--fix", "--format", "json"])
    told = capsys.readouterr()
    assert isinstance(json.loads(told.out), list)
    assert "删去行末空格" in told.err
