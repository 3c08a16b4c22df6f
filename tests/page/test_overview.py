"""我的方案 across plans: what is stored, on one axis, and what is due this week."""

import json
from typing import Any

import pytest
from page_support import PAGE, SLUG, until
from test_access import AXE

from macros.site.scripts import OVERVIEW, overview_script

pytestmark = pytest.mark.browser

OTHER = "street-governance-taskforces"
TIMELINES, CHECKLISTS = "timelines/index.html", "checklists/index.html"
NOON = "2026-11-25T12:00:00"
"""A Wednesday; its week runs from 23 to 29 November."""
STORE = "records => records.forEach(r => localStorage.setItem(`ps:mine:1:${r.plan}:${r.id}`, JSON.stringify(r)))"


def record(plan: str, name: str, start: str, *done: str, **parts: Any) -> dict[str, Any]:
    base = {"format": "plan-values", "schema": 1, "id": f"{plan}-{name}", "plan": plan, "version": "0",
            "name": name, "start": start, "vars": {}, "units": {}, "done": dict.fromkeys(done, 1),
            "notes": {}}  # fmt: skip
    return {**base, **parts}


WEEK = record(SLUG, "阳光花园", "2026-11-19", "t-letter")
LONG = record(OTHER, "东风街道", "2026-10-12")


def overview(
    visit: Any, *records: dict[str, Any], path: str = TIMELINES, at: str = NOON, **options: Any
) -> Any:
    """The page on a day that stands still, with plans stored before it opens."""
    scheme = options.pop("scheme", "http")
    page = visit("about/index.html", scheme=scheme, **options)
    page.clock.set_fixed_time(at)
    page.evaluate(STORE, list(records))
    visit(path, page=page, scheme=scheme)
    if records:
        page.wait_for_selector("#mine:visible")
    return page


def duties(page: Any, kind: str) -> list[str]:
    keys = page.locator(f"[data-duties={kind}] input[data-key]")
    return list(keys.evaluate_all("boxes => boxes.map(box => box.dataset.key)"))


def box(page: Any, key: str) -> Any:
    return page.locator(f"[data-duties] input[data-key={key}]")


def stored(page: Any, plan: dict[str, Any]) -> dict[str, Any]:
    text = page.evaluate(
        "key => localStorage.getItem(key)", f"ps:mine:1:{plan['plan']}:{plan['id']}"
    )
    return dict(json.loads(text))


@pytest.mark.parametrize("path", [TIMELINES, CHECKLISTS])
def test_with_nothing_stored_nothing_shows_and_nothing_is_loaded(visit: Any, path: str) -> None:
    page = overview(visit, path=path)
    page.wait_for_load_state("load")
    assert page.locator("[data-mine]").is_hidden()
    assert page.evaluate("typeof PS.plans") == "object"
    assert page.evaluate("typeof PS.Filling") == "undefined"


def test_a_plan_without_a_start_alone_shows_nothing(visit: Any) -> None:
    page = overview(visit)
    page.evaluate(STORE, [record(SLUG, "阳光花园", "")])
    page.reload()
    assert page.locator("[data-mine]").is_hidden()
    page.evaluate(STORE, [record(SLUG, "阳光花园", "某天")])
    page.reload()
    until(
        page,
        "typeof PS.Filling === 'function' && 'residential-cleanup-week' in (PS.programs || {})",
    )
    assert page.locator("[data-mine]").is_hidden()


@pytest.mark.parametrize("path", [TIMELINES, CHECKLISTS])
def test_two_plans_of_two_types_stand_on_one_axis(visit: Any, path: str) -> None:
    page = overview(visit, WEEK, LONG, path=path)
    lines = page.locator("[data-mine-plans] tr")
    assert lines.count() == 2
    assert "2026年11月19日起" in lines.filter(has_text="阳光花园").inner_text()
    assert "已完成1/" in lines.filter(has_text="阳光花园").inner_text()
    axis = page.locator("[data-mine-axis]")
    assert axis.locator(".ps-row-plan th").all_inner_texts() == ["阳光花园", "东风街道"]
    assert axis.locator("thead .label.today").count() == 1
    assert axis.locator("tbody tr").count() == axis.locator("tbody .ps-track").count()
    assert axis.locator("tbody tr").count() == axis.locator("tbody rect.today").count()
    assert axis.locator(".ps-row-plan").first.locator("rect.off").count() == 10  # five weekends


def test_the_bars_stand_where_their_days_are(visit: Any) -> None:
    page = overview(visit, WEEK, LONG)
    bar = page.locator("[data-mine-axis] .ps-row-plan").first.locator("rect.bar")
    left, width = (float(bar.get_attribute(name).rstrip("%")) for name in ("x", "width"))
    assert left == pytest.approx(3 / 35 * 100, abs=0.02)  # 19 November, from Monday the 16th on
    assert width == pytest.approx(7 / 35 * 100, abs=0.02)


def test_the_whole_time_is_there_for_the_asking(visit: Any) -> None:
    page = overview(visit, WEEK, LONG)
    axis = page.locator("[data-mine-axis]")
    assert axis.get_by_text("长期建设").count() == 0
    page.get_by_role("button", name="全程").click()
    assert axis.get_by_text("长期建设").count() == 1
    assert page.get_by_role("button", name="全程").get_attribute("aria-pressed") == "true"
    assert axis.locator("thead .label").first.text_content() == "10月"


def test_plans_of_next_year_are_drawn_whole_without_a_choice(visit: Any) -> None:
    page = overview(visit, record(SLUG, "阳光花园", "2027-03-01"))
    assert page.locator("[data-mine-axis] tbody tr").count() > 5
    assert page.locator("[data-span]:visible").count() == 0
    assert page.locator("[data-mine-axis] tbody rect.today").count() == 0
    assert page.locator("[data-mine-none]").is_visible()
    assert duties(page, "week") == duties(page, "late") == []


def test_what_is_due_this_week_is_listed_with_who_and_where(visit: Any) -> None:
    page = overview(visit, WEEK, LONG)
    week = duties(page, "week")
    assert {"t-handover", "t-cars", "t-food"} <= set(week)
    item = page.locator("[data-duties=week] li:has([data-key=t-handover])")
    assert "城市管理局" in item.inner_text()
    assert "11月25日" in item.inner_text()
    href = item.get_by_role("link").get_attribute("href")
    assert href == f"../plans/{SLUG}/index.html#c-t-handover"
    item.get_by_role("link").click()
    page.wait_for_url("**#c-t-handover")
    assert page.locator("#c-t-handover").is_visible()


def test_what_ended_undone_is_late_and_what_was_done_is_not(visit: Any) -> None:
    page = overview(visit, WEEK)
    late = duties(page, "late")
    assert "t-meeting" in late
    assert "t-letter" not in late
    assert "t-food" not in late
    page.locator("[data-duties=late] summary").click()
    assert "逾期6天" in page.locator("li:has([data-key=t-meeting])").inner_text()


def test_the_plan_s_page_names_the_same_tasks_due(visit: Any) -> None:
    page = overview(visit, LONG)
    here = {*duties(page, "week"), *duties(page, "going")}
    visit(f"plans/{OTHER}/index.html", page=page)
    until(page, "window.PS && PS.bench && PS.bench.filling")
    page.click("[data-filter=week]")
    shown = page.locator("[data-checklist] [data-task]:visible")
    there = set(shown.evaluate_all("tasks => tasks.map(task => task.dataset.task)"))
    assert here == there
    assert here


def test_a_tick_here_is_a_tick_on_the_plan_s_page_and_back(visit: Any) -> None:
    page = overview(visit, WEEK)
    box(page, "t-cars").check()
    assert "已完成2/" in page.locator("[data-mine-plans]").inner_text()
    assert "没办" in page.locator("[data-mine] [role=status]").inner_text()
    visit(PAGE, page=page)
    there = page.locator("[data-checklist] input[data-key=t-cars]")
    until(page, "document.querySelector('[data-checklist] input[data-key=t-cars]').checked")
    there.uncheck()
    page.locator("[data-checklist] input[data-key=t-handover]").check()
    visit(TIMELINES, page=page)
    page.wait_for_selector("#mine:visible")
    assert not box(page, "t-cars").is_checked()
    assert box(page, "t-handover").is_checked()


def test_a_tick_keeps_what_else_is_stored(visit: Any) -> None:
    full = {**WEEK, "vars": {"小区": "阳光花园"}, "notes": {"t-cars": {"text": "等回话", "at": 1}}}
    page = overview(visit, full)
    box(page, "t-cars").check()
    now = stored(page, full)
    assert set(now["done"]) == {"t-letter", "t-cars"}
    assert (now["vars"], now["notes"], now["start"]) == (full["vars"], full["notes"], full["start"])


def test_a_tick_under_an_old_name_can_be_taken_away(visit: Any) -> None:
    page = overview(visit, record(SLUG, "阳光花园", "2026-11-19", "t-old"))
    page.evaluate(
        """([slug, plan]) => { PS.programs[slug].renamed = {'t-old': 't-cars'};
        const record = PS.migrated(PS.mine.get(slug, plan), PS.programs[slug]);
        delete record.done['t-cars']; PS.mine.saveField(record, 'done', 't-cars'); }""",
        [SLUG, f"{SLUG}-阳光花园"],
    )
    assert stored(page, WEEK)["done"] == {}


def test_a_link_opens_the_plan_it_names_not_another_of_its_type(visit: Any) -> None:
    page = overview(visit, WEEK, record(SLUG, "和平小区", "2026-11-23"))
    page.locator("[data-mine-plans]").get_by_role("link", name="和平小区").click()
    until(page, "window.PS && PS.bench && PS.bench.record")
    assert page.evaluate("PS.bench.record.name") == "和平小区"
    assert "和平" not in page.evaluate("decodeURIComponent(location.href)")


def test_equal_names_are_told_apart_by_their_type(visit: Any) -> None:
    page = overview(visit, {**WEEK, "name": "我的方案"}, {**LONG, "name": "我的方案"})
    names = page.locator("[data-mine-axis] .ps-row-plan th").all_inner_texts()
    assert len(set(names)) == 2


def test_another_window_s_change_is_seen(visit: Any) -> None:
    page = overview(visit, WEEK)
    other = page.context.new_page()
    visit.watch(other)
    visit("about/index.html", page=other)
    other.evaluate(STORE, [{**WEEK, "done": {}}, LONG])
    until(page, "document.querySelectorAll('[data-mine-plans] tr').length === 2")
    assert "已完成0/" in page.locator("[data-mine-plans] tr").first.inner_text()
    other.evaluate("localStorage.clear()")
    page.wait_for_selector("[data-mine]", state="hidden")


def test_only_the_stored_plans_programs_are_loaded(visit: Any) -> None:
    page = overview(visit, WEEK)
    names = page.evaluate("Array.from(document.scripts).map(script => script.src)")
    assert [name.split("/")[-2] for name in names if name.endswith("program.js")] == [SLUG]


def test_what_is_broken_or_of_no_known_type_is_left_alone(visit: Any) -> None:
    page = overview(visit, WEEK, record("unknown-plan", "甲", "2026-11-19"))
    page.evaluate("slug => localStorage.setItem(`ps:mine:1:${slug}:x`, '{')", SLUG)
    page.reload()
    page.wait_for_selector("#mine:visible")
    assert page.locator("[data-mine-plans] tr").count() == 1


def test_names_are_text_never_markup(visit: Any) -> None:
    page = overview(visit, {**WEEK, "name": "<img src=x>", "vars": {"小区": "<b>甲</b>"}})
    assert page.locator("[data-mine] img, [data-mine] b").count() == 0
    assert "<img src=x>" in page.locator("[data-mine-plans]").inner_text()


@pytest.mark.parametrize("path", [TIMELINES, CHECKLISTS])
def test_all_of_it_works_from_a_file(visit: Any, path: str) -> None:
    page = overview(visit, WEEK, LONG, path=path, scheme="file")
    assert page.locator("[data-mine-axis] .ps-row-plan").count() == 2
    box(page, "t-handover").check()
    page.reload()
    page.wait_for_selector("#mine:visible")
    assert box(page, "t-handover").is_checked()


@pytest.mark.parametrize("look", [{}, {"dark": True}, {"contrast": True}], ids=json.dumps)
def test_the_section_has_no_barriers(visit: Any, look: dict[str, bool]) -> None:
    page = overview(visit, WEEK, LONG, record(SLUG, "和平小区", ""))
    page.evaluate("look => localStorage.setItem('ps:look', look)", json.dumps(look))
    page.reload()
    page.wait_for_selector("#mine:visible")
    page.locator("[data-mine] details").evaluate_all("all => all.forEach(x => { x.open = true; })")
    page.evaluate(AXE)
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
    found = page.evaluate("only => axe.run({runOnly: only})", rules)["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"][:3]]) for v in found] == []


@pytest.mark.parametrize("look", [{}, {"large": True}], ids=json.dumps)
@pytest.mark.parametrize("width", [360, 768, 1366])
def test_the_section_never_scrolls_sideways(visit: Any, width: int, look: dict[str, bool]) -> None:
    size = {"width": width, "height": 740}
    page = overview(visit, {**WEEK, "name": "长" * 60}, LONG, viewport=size)
    page.evaluate("look => localStorage.setItem('ps:look', look)", json.dumps(look))
    page.reload()
    page.wait_for_selector("#mine:visible")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_paper_shows_the_lists_unfolded_and_no_buttons(visit: Any) -> None:
    page = overview(visit, WEEK)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("[data-duties=late] li").first.is_visible()
    assert page.locator("[data-mine] button:visible").count() == 0


def test_the_script_holds_every_source_of_its_own_once() -> None:
    listed = (OVERVIEW / "order.txt").read_text(encoding="utf-8").split()
    own = [name for name in listed if "/" not in name]
    assert sorted(own) == sorted(path.stem for path in OVERVIEW.glob("*.js"))
    assert overview_script().count('"use strict"') == len(listed)
