"""Filling: what one types is seen, counted, checked and found again."""

from typing import Any

import pytest
from page_support import PAGE, field, fill_all, open_form, told, until

from macros.site.catalogue import ROOT

pytestmark = pytest.mark.browser

"""Milliseconds a screen gives between two pictures at 60 Hz."""


def test_the_document_follows_what_one_types_and_the_place_stays(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    before = page.locator(".sheet .blank").count()
    field(page, "小区").click()
    page.keyboard.type("阳光花园")
    until(page, "document.querySelector('.ps-page .sheet-title').innerText.startsWith('阳光花园')")
    assert page.locator(".sheet .blank").count() < before
    assert page.evaluate("document.activeElement.id") == "ps-vars-小区"
    assert page.locator(".sheet .ps-here").first.inner_text() == "阳光花园"


def test_the_count_falls_and_leads_through_every_open_blank(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    count = page.locator(".ps-left")
    left = page.evaluate("PS.openBlanks(PS.bench.filling)")
    assert f"还有{len(left)}处待填" in count.inner_text()
    visited = []
    for _ in left:
        count.click()
        visited.append(page.evaluate("document.activeElement.closest('.ps-field').dataset.field"))
    assert sorted(visited) == sorted(left)
    field(page, left[-2]).fill("甲")
    assert f"还有{len(left) - 1}处待填" in count.inner_text()


def test_a_click_on_a_blank_of_the_document_leads_to_its_field(visit: Any) -> None:
    page = visit(PAGE)
    page.click(".sheet .blank[data-blank=户数] >> nth=0")
    until(page, "document.activeElement.id === 'ps-vars-户数'")
    assert page.locator("[data-form]").is_visible()


def test_a_wrong_value_is_told_and_kept(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    field(page, "户数").fill("约八百")
    assert "不是整数" in page.locator("[data-field=户数] .ps-say").inner_text()
    assert field(page, "户数").get_attribute("aria-invalid") == "true"
    page.reload()
    open_form(page)
    assert field(page, "户数").input_value() == "约八百"


def test_a_date_that_is_none_is_shown_as_it_was_typed(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    page.evaluate("PS.bench.record.start = '2026-02-30'; PS.bench.open(PS.bench.record)")
    assert field(page, "起始日").input_value() == "2026-02-30"
    assert "不是真实的日期" in page.locator("[data-field=起始日] .ps-say").inner_text()


def test_a_long_text_is_in_sight_when_the_form_opens_again(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    field(page, "居民诉求").fill("楼道堆旧家具，" * 30)
    tall = field(page, "居民诉求").bounding_box()["height"]
    page.reload()
    open_form(page)
    assert field(page, "居民诉求").bounding_box()["height"] == tall > 60


def test_half_a_date_is_told(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    field(page, "成文日期").click()
    page.keyboard.type("1")
    field(page, "成文日期").blur()
    assert "没有填完整" in page.locator("[data-field=成文日期] .ps-say").inner_text()


def test_a_year_without_holidays_and_a_wrong_month_are_told(visit: Any) -> None:
    page = visit("plans/street-seasonal-cleanup/index.html")
    open_form(page)
    field(page, "起始日").fill("2031-06-01")
    said = page.locator("[data-field=起始日] .ps-say").inner_text()
    assert "2031年放假安排未收录" in said
    assert "宜在3月开始" in said


def test_a_unit_renamed_once_is_renamed_in_document_and_checklist(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    key = page.evaluate("PS.bench.program.columns[0]")
    page.click(".ps-fields details summary")
    page.fill(f"[id='ps-units-单位.{key}']", "红叶物业公司")
    until(page, "document.querySelector('.ps-matrix').innerText.includes('红叶物业公司')")
    assert "红叶物业公司" in page.locator(".ps-page").inner_text()
    assert "红叶物业公司" in page.locator("[data-checklist]").inner_text()


def test_dates_reach_timeline_and_checklist_once_the_start_is_known(visit: Any) -> None:
    page = visit(PAGE)
    assert "12月1日" not in page.locator("[data-timeline]").inner_text()
    fill_all(page)
    until(page, "document.querySelector('[data-timeline]').innerText.includes('12月1日')")
    assert "12月1日" in page.locator("[data-checklist]").inner_text()
    assert page.locator("[data-timeline] rect.off").count() > 0
    assert page.locator(".ps-facts").inner_text().find("12月7日") > 0


def test_today_is_drawn_on_a_timeline_that_holds_it(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    field(page, "起始日").fill(page.evaluate("PS.date.iso(PS.today() - 2)"))
    page.wait_for_selector("[data-timeline] tbody rect.today", state="attached")
    assert page.locator("[data-legend=today]").is_visible()


def test_the_form_works_by_keyboard_alone(visit: Any) -> None:
    page = visit(PAGE)
    page.locator("[data-action=fill]").focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'ps-start-起始日'")
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.id"))
    assert {"ps-vars-小区", "ps-vars-户数", "ps-vars-居民诉求"} <= seen
    page.locator("[data-action=docx]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.locator(".ps-asking").count() == 0
    assert page.evaluate("document.activeElement.dataset.action") == "docx"


def test_every_input_has_a_name_for_screen_readers(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    unnamed = page.evaluate(
        """[...document.querySelectorAll('[data-form] input, [data-form] textarea, [data-form] select')]
        .filter(n => !n.labels.length && !n.getAttribute('aria-label')).map(n => n.outerHTML)"""
    )
    assert unnamed == []


def longest() -> str:
    sizes = {path.stem: path.stat().st_size for path in (ROOT / "data" / "plans").glob("*.yml")}
    return max(sizes, key=lambda slug: sizes[slug])


def test_typing_into_the_longest_plan_draws_it_again(visit: Any) -> None:
    page = visit(f"plans/{longest()}/index.html")
    page.click("[data-action=fill]")
    page.wait_for_selector(".ps-fields textarea")
    page.locator(".ps-fields textarea").first.click()
    page.keyboard.type("某某街道某某社区某某路", delay=60)
    page.wait_for_function(
        "() => document.querySelector('[data-sheet=plan]').innerText.includes('某某街道某某社区某某路')"
    )
    assert page.evaluate("performance.getEntriesByName('ps-draw', 'measure').length") > 3


def test_a_telephone_number_is_told_and_not_stored(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    for number in (
        "13812345678",
        "138 1234 5678",
        "１３８１２３４５６７８",
        "110101199003074514",
        "0451-87654321",
    ):
        field(page, "重点部位").fill(f"找 {number}")
        assert "不保存" in page.locator("[data-field=重点部位] .ps-say").inner_text(), number
        stored = page.evaluate("JSON.stringify(localStorage)")
        assert number not in stored
    field(page, "重点部位").fill("热线 12345")
    assert "热线 12345" in page.evaluate("JSON.stringify(localStorage)")


def test_blocked_storage_is_told_and_the_page_goes_on(visit: Any) -> None:
    page = visit("index.html")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})"
    )
    visit(PAGE, page=page)
    open_form(page)
    field(page, "小区").fill("阳光花园")
    assert "不允许保存" in told(page)
    until(page, "document.querySelector('.ps-page .sheet-title').innerText.includes('阳光花园')")
    assert page.locator("#ps-mine option").count() == 1
