"""``new_plan.py``: a record to begin with."""

from datetime import date
from pathlib import Path

import pytest
from contribute_support import copy_of_data

from macros.contribute.command import main
from macros.contribute.scaffold import OUTLINES, ScaffoldError, new_plan
from macros.model.load import load_library
from macros.rules.fix.fixer import fixed
from macros.rules.run import validate

TODAY = date(2026, 11, 23)
TITLE = "社区文明养犬工作"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_data(tmp_path)


def title(outline: str) -> str:
    return TITLE + ("汇报" if outline == "汇报" else "方案")


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_new_record_is_valid_and_only_its_blanks_are_warned_about(
    outline: str, project: Path
) -> None:
    path = new_plan(project, "dog-manners", title(outline), outline, TODAY)
    findings = validate(project, [path])
    assert {one.code for one in findings} == {"W607"}
    assert len(findings) == path.read_text("utf-8").count("待写") - 1  # the comment explains it


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_new_record_needs_no_formatting(outline: str, project: Path) -> None:
    path = new_plan(project, "dog-manners", title(outline), outline, TODAY)
    text = path.read_text("utf-8")
    assert fixed(text, path.name, load_library(project).partial) == (text, ())
    assert text.endswith("\n")


def test_a_new_record_takes_the_next_free_number(project: Path) -> None:
    numbers = [plan.number for plan in load_library(project).partial.plans.values()]
    for slug in ("dog-one", "dog-two"):
        new_plan(project, slug, title("整治"), "整治", TODAY)
    plans = load_library(project).partial.plans
    assert plans["dog-one"].number == max(numbers) + 1
    assert plans["dog-two"].number == max(numbers) + 2


def test_the_command_says_what_to_do_next(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = 1 + max(plan.number for plan in load_library(project).partial.plans.values())
    assert main(project, ["dog-manners", "--title", title("整治")]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"已写好 data/plans/dog-manners.yml（第 {number} 号）")
    assert "python scripts/validate.py data/plans/dog-manners.yml" in told
    assert "make serve" in told


@pytest.mark.parametrize(
    "slug",
    ["Dog", "dog_manners", "文明养犬", "../dog", "dog/manners", "-dog", "dog-", "", "1dog", "d" * 61, "dog\n"],
)  # fmt: skip
def test_a_slug_that_is_no_address_is_refused(slug: str, project: Path) -> None:
    with pytest.raises(ScaffoldError, match="编号"):
        new_plan(project, slug, title("整治"), "整治", TODAY)


@pytest.mark.parametrize(
    "name", ["养犬方案", "社区文明养犬", "《社区文明养犬方案》", "a: b #方案", "社区 文明养犬方案"]
)
def test_a_title_that_says_too_little_or_is_no_title_is_refused(name: str, project: Path) -> None:
    with pytest.raises(ScaffoldError, match="名称"):
        new_plan(project, "dog-manners", name, "整治", TODAY)


def test_an_existing_file_is_never_overwritten(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "data" / "plans" / "estate-renovation.yml"
    before = path.read_bytes()
    assert main(project, ["estate-renovation", "--title", title("整治")]) == 2
    assert "已有 data/plans/estate-renovation.yml" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_an_unknown_outline_is_refused_with_what_there_is(project: Path) -> None:
    with pytest.raises(ScaffoldError, match="可选整治、创建"):
        new_plan(project, "dog-manners", title("整治"), "突击", TODAY)


def test_a_missing_title_is_asked_for_in_chinese(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(project, ["dog-manners"])
    assert left.value.code == 2
    assert "还缺这些参数：--title" in capsys.readouterr().err
