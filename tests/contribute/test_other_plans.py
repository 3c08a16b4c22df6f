"""Plans of other kinds than the fourteen: the model holds them, the views print them."""

from datetime import date
from pathlib import Path

import pytest
from contribute_support import ROOT

from macros.fill.derive import Filling
from macros.fill.settle import Grid, Settled
from macros.fill.values import Values
from macros.model.load import load_library, yaml_files
from macros.model.plan import Plan
from macros.rules.run import validate
from macros.site.catalogue import Catalogue, Entry
from macros.writers.outputs import FORMATS
from macros.writers.text import plain

FOLDER = ROOT / "tests" / "fixtures" / "plans"
FILES = yaml_files(FOLDER)
LOADED = load_library(ROOT, tuple(FILES))
CATALOGUE = Catalogue(LOADED.partial)


def plan(slug: str) -> Plan:
    return LOADED.partial.plans[slug]


def words(document: Settled) -> str:
    """All that a document says, a line for each part or row."""
    lines = [plain(document.title)]
    for part in document.parts:
        if isinstance(part, Grid):
            lines += ["\t".join(plain(cell) for cell in row) for row in part.rows]
        else:
            lines.append(part.number + plain(part.head) + plain(part.text))
    return "\n".join(lines)


def entry(slug: str) -> Entry:
    return CATALOGUE[slug]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_plan_of_another_kind_is_valid_without_a_warning(path: Path) -> None:
    assert validate(ROOT, [path]) == []


@pytest.mark.parametrize("slug", [path.stem for path in FILES])
def test_every_document_of_it_can_be_printed(slug: str) -> None:
    keys = [document["key"] for document in entry(slug).program["docs"]]
    assert "plan" in keys
    for key in keys:
        assert len(words(entry(slug).document(key))) > 30


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("slug", [path.stem for path in FILES])
def test_it_can_be_taken_away_in_every_format(slug: str, form: str) -> None:
    for start in (None, date(2027, 3, 1)):
        filling = Filling(entry(slug).program, Values(start=start), entry(slug).calendar)
        assert len(FORMATS[form][1](filling, "all")) > (500 if start else 250)  # no date, no event


def test_a_plan_may_have_cycles_and_no_phases() -> None:
    assert not plan("dog-manners").phases
    rules = " ".join(task.when.rrule or "" for task in plan("dog-manners").tasks if task.when)
    assert all(frequency in rules for frequency in ("WEEKLY", "MONTHLY", "BYMONTH=3,6,9,12"))
    said = words(entry("dog-manners").document("plan"))
    assert "每周二、周六" in said
    assert "实施步骤" not in said


def test_phases_may_be_months_only_and_overlap_on_purpose() -> None:
    said = words(entry("flood-season").document("plan"))
    assert "汛前准备阶段（3—5月）" in said
    assert "汛期值守阶段（5—9月）" in said
    assert "灾后恢复阶段（7—10月）" in said


def test_a_plan_may_start_from_the_day_it_is_issued() -> None:
    assert plan("building-stewards").span.for_ == "P30D"
    assert (
        entry("building-stewards").blank.words(entry("building-stewards").program["span"])
        == "自印发之日起30天"
    )


def test_several_bodies_may_issue_a_plan() -> None:
    assert plan("elder-canteen").issuer == ("民政局", "卫生健康局", "市场监管局")


def test_targets_have_a_direction() -> None:
    said = words(entry("elder-canteen").document("plan"))
    assert "≥ 60 %" in said
    assert "≤ 5 %" in said


def test_points_outside_the_hundred_are_counted_apart() -> None:
    rows = words(entry("volunteer-points").document("score")).splitlines()
    assert "\t合计\t100\t\t" in rows
    assert any("另计：突发事件中带队服务\t+10" in row for row in rows)
    assert any("另计：虚报一次时长\t-20" in row for row in rows)


def test_a_quota_follows_the_number_of_households() -> None:
    assert "61至120户\t1名\t1名" in words(entry("building-stewards").document("plan"))


def test_roles_keep_their_own_titles() -> None:
    said = words(entry("flood-season").document("plan"))
    assert all(title in said for title in ("巡堤员。", "叫应人。", "转移责任人。"))


def test_a_forwarding_notice_has_the_plan_as_its_annex() -> None:
    said = words(entry("volunteer-points").document("notice"))
    assert "关于转发【待填：原发文机关】《志愿服务积分工作方案》的通知" in said.replace("|", "")
    assert "转发给你们" in said
    assert "印发" not in said
