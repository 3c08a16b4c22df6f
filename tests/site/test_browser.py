"""Claims about the pages as a browser shows them."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Visit = Callable[..., Any]

PLAN = "plans/residential-cleanup-week/"
HEAVY = "plans/street-governance-taskforces/"
COMPARED = "compare/?a=residential-cleanup-week&b=estate-renovation"
PAGES = [
    "", PLAN, HEAVY, "checklists/", "timelines/", COMPARED,
    "policies/", "glossary/", "contribute/", "offline/", "api/", "about/",
]  # fmt: skip
WIDTHS = (360, 683, 768, 1366, 1920)
"""683 is an office screen of 1366 at a zoom of 200 %."""
LOOKS = {
    "dark": {"dark": True},
    "contrast": {"contrast": True},
    "dark contrast": {"dark": True, "contrast": True},
}
AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def look(page: Any, choices: dict[str, bool]) -> None:
    page.evaluate("look => localStorage.setItem('ps:look', look)", json.dumps(choices))
    page.reload()
    page.wait_for_load_state("load")


def violations(page: Any, *rules: str) -> list[str]:
    """What axe-core finds: of the named rules, or of WCAG 2.1 AA and good practice."""
    page.evaluate(AXE)
    only = list(rules) or ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
    found = page.evaluate("only => axe.run({runOnly: only})", only)["violations"]
    return [f"{v['id']}: {[n['target'] for n in v['nodes'][:3]]}" for v in found]


def overflow(page: Any) -> int:
    """How far the page scrolls sideways, in pixels, once it has settled after a resize."""
    page.evaluate("() => new Promise(done => setTimeout(done, 300))")
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def shown(page: Any) -> int:
    return int(page.locator(".ps-card:visible").count())


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_at_any_width(path: str, visit: Visit) -> None:
    page = visit(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 768})
        assert overflow(page) <= 0, width


@pytest.mark.parametrize("path", ["", PLAN, "compare/", "policies/"])
def test_large_text_does_not_scroll_a_phone_sideways(path: str, visit: Visit) -> None:
    page = visit(path, viewport={"width": 360, "height": 740})
    look(page, {"large": True})
    assert overflow(page) <= 0


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_barriers(path: str, visit: Visit) -> None:
    assert not violations(visit(path))


@pytest.mark.parametrize("path", ["", PLAN, "timelines/", COMPARED, "policies/", "glossary/"])
def test_contrast_is_enough_in_every_look(path: str, visit: Visit) -> None:
    page = visit(path)
    for name, choices in LOOKS.items():
        look(page, choices)
        assert not violations(page, "color-contrast"), name


@pytest.mark.parametrize("path", ["", PLAN, "policies/"])
def test_no_phone_page_has_barriers(path: str, visit: Visit) -> None:
    page = visit(path, viewport={"width": 360, "height": 740})
    assert not violations(page)


@pytest.mark.parametrize("path", ["", PLAN, "timelines/", "checklists/"])
def test_no_text_is_smaller_than_16_pixels(path: str, visit: Visit) -> None:
    page = visit(path)
    small = page.evaluate(
        """() => { const found = []; const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) { const node = walk.currentNode, box = node.parentElement;
          if (node.data.trim() && box.getClientRects().length && parseFloat(getComputedStyle(box).fontSize) < 15.9)
            found.push(node.data.trim().slice(0, 20)); } return found; }"""
    )
    assert not small


def test_a_facet_narrows_the_cards_and_goes_into_the_address(visit: Visit) -> None:
    page = visit("")
    everything = shown(page)
    page.get_by_label("村", exact=True).check(force=True)
    assert 0 < shown(page) < everything
    assert "scene=" in page.url
    assert page.locator("[data-count]").inner_text() == f"符合的有{shown(page)}类，共{everything}类"


def test_an_address_with_facets_shows_the_same_cards_again(visit: Visit) -> None:
    page = visit("")
    page.get_by_label("有经费", exact=True).check(force=True)
    page.get_by_label("全年", exact=True).check(force=True)
    again = visit(page.url.split("/", 3)[3])
    assert shown(again) == shown(page)
    assert again.get_by_label("有经费", exact=True).is_checked()


def test_clearing_the_facets_shows_every_card_and_clears_the_address(visit: Visit) -> None:
    page = visit("?scene=村&genre=方案")
    narrowed = shown(page)
    page.get_by_text("清除筛选").click()
    page.wait_for_function("!location.search")
    assert shown(page) > narrowed


def test_a_choice_that_leaves_nothing_is_not_offered(visit: Visit) -> None:
    page = visit("?genre=汇报")
    assert shown(page) == 1
    assert page.get_by_label("有经费", exact=True).is_disabled()


def test_an_unknown_value_in_the_address_is_ignored(visit: Visit) -> None:
    page = visit("?scene=<b>月球</b>&x=1")
    assert shown(page) == len(page.query_selector_all(".ps-card"))


def test_policies_narrow_by_status_and_a_link_into_the_list_still_arrives(visit: Visit) -> None:
    page = visit("policies/?status=废止")
    assert 0 < page.locator(".ps-policy:visible").count() < 40
    page.evaluate("location.hash = 'minfadian'")
    page.wait_for_selector("#minfadian:visible")


def test_two_plans_stand_side_by_side_and_the_address_keeps_them(visit: Visit) -> None:
    page = visit("compare/")
    page.get_by_label("左边").select_option(index=1)
    page.get_by_label("右边").select_option(index=2)
    assert page.locator(".ps-side thead th").count() == 2
    assert "a=" in page.url
    assert "b=" in page.url


@pytest.mark.parametrize("name", ["大字", "高对比", "深色"])
def test_a_display_switch_lasts_from_page_to_page(name: str, visit: Visit) -> None:
    page = visit("")
    button = page.get_by_role("button", name=name)
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    page.get_by_role("link", name="术语").first.click()
    page.wait_for_load_state("load")
    assert page.get_by_role("button", name=name).get_attribute("aria-pressed") == "true"


def test_the_system_s_dark_look_is_followed_until_a_person_chooses(visit: Visit) -> None:
    page = visit("", color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.get_by_role("button", name="深色").click()
    assert page.evaluate(background) != dark


def test_home_to_plan_by_keyboard_alone(visit: Visit) -> None:
    page = visit("")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('.ps-card')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/plans/**")
    assert page.locator("h1").count() == 1


def test_the_keyboard_s_place_is_always_visible(visit: Visit) -> None:
    page = visit(PLAN)
    for _ in range(40):
        page.keyboard.press("Tab")
        width = page.evaluate(
            """() => { const width = e => e ? parseFloat(getComputedStyle(e).outlineWidth) : 0;
            return Math.max(width(document.activeElement), width(document.activeElement.nextElementSibling)); }"""
        )
        assert width >= 2, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


@pytest.mark.parametrize("path", ["", PLAN])
def test_nothing_moves_when_the_scripts_arrive(path: str, visit: Visit) -> None:
    page = visit("about/")
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { window.moved += e.value; }))"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(page.url.replace("about/", path))
    page.wait_for_timeout(800)
    assert page.evaluate("window.moved") < 0.01


def test_without_javascript_everything_is_read_and_nothing_dead_is_shown(visit: Visit) -> None:
    page = visit("", java_script_enabled=False)
    assert page.locator(".ps-card:visible").count() == page.locator(".ps-card").count()
    assert page.locator(".ps-facets:visible, .ps-find:visible, .ps-switches:visible").count() == 0
    page.goto(page.url + PLAN)
    assert page.locator("button:visible, select:visible").count() == 0
    assert page.locator(".sheet").first.is_visible()
    with page.expect_download() as download:
        page.locator("a[data-blank=docx]").click()
    assert download.value.suggested_filename.endswith("（空白）.docx")


def test_without_javascript_the_system_s_dark_look_is_followed(visit: Visit) -> None:
    light = visit("", java_script_enabled=False)
    dark = visit("", java_script_enabled=False, color_scheme="dark")
    background = "() => getComputedStyle(document.body).backgroundColor"
    assert light.evaluate(background) != dark.evaluate(background)


def test_paper_has_the_document_and_no_controls(visit: Visit) -> None:
    page = visit(PLAN)
    page.emulate_media(media="print")
    assert page.locator(".sheet").first.is_visible()
    for selector in (".ps-header", ".ps-strip", ".ps-footer", ".ps-actions", ".ps-sections"):
        assert not page.locator(selector).is_visible(), selector
    assert page.locator(".ps-sign").is_visible()


def test_a_printed_checklist_is_the_checklist_alone(visit: Visit) -> None:
    page = visit(PLAN)
    page.evaluate("document.documentElement.dataset.print = 'checklist'")
    page.emulate_media(media="print")
    assert page.locator("[data-part=checklist]").is_visible()
    assert not page.locator("[data-part=body]").is_visible()


def test_a_timeline_on_a_phone_keeps_its_table_roles(visit: Visit) -> None:
    page = visit(PLAN, viewport={"width": 360, "height": 740})
    table = page.locator(".ps-timeline")
    assert table.get_by_role("row").count() > 5
    assert table.get_by_role("rowheader").count() > 5


@pytest.mark.parametrize("path", PAGES)
def test_the_offline_edition_opens_from_a_folder(
    path: str, visit: Visit, offline_site: Path
) -> None:
    target, _, query = path.partition("?")
    page = visit(f"{target}index.html?{query}", root=f"{offline_site.as_uri()}/")
    assert page.locator("h1").is_visible()
    page.get_by_role("button", name="深色").click()
    assert page.get_by_role("button", name="深色").get_attribute("aria-pressed") == "true"


def test_the_offline_edition_s_links_work_from_a_folder(visit: Visit, offline_site: Path) -> None:
    page = visit("index.html", root=f"{offline_site.as_uri()}/")
    page.locator(".ps-card a").first.click()
    page.wait_for_url("**/index.html")
    assert "/plans/" in page.url
    page.get_by_role("link", name="时间轴总览").click()
    page.wait_for_url("**/timelines/index.html")
