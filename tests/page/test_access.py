"""The workbench for everybody: no barriers, no sideways scrolling, the keyboard alone."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from page_support import PAGE, field, open_form, told, until

pytestmark = pytest.mark.browser

AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
LOOKS = [{}, {"dark": True}, {"contrast": True}, {"dark": True, "contrast": True}, {"large": True}]


@pytest.mark.parametrize("look", LOOKS, ids=json.dumps)
def test_form_panel_and_messages_have_no_barriers(visit: Any, look: dict[str, bool]) -> None:
    page = visit(PAGE)
    page.evaluate("look => localStorage.setItem('ps:look', look)", json.dumps(look))
    page.reload()
    open_form(page)
    field(page, "户数").fill("约八百")
    page.click("[data-action=more]")
    page.click(".ps-mine summary")
    page.click(".ps-fields details summary")
    page.click("[data-action=docx]")
    page.evaluate("PS.tell('已删除', {label: '撤销', run: () => {}})")
    page.evaluate(AXE)
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
    scope = ["[data-form]", ".ps-asking", "[data-more]", ".ps-told", "[data-checklist]"]
    found = page.evaluate(
        "a => axe.run({include: a[0].map(s => [s])}, {runOnly: a[1]})", [scope, rules]
    )["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []


@pytest.mark.parametrize("width", [360, 768, 1366])
def test_the_open_workbench_never_scrolls_sideways(visit: Any, width: int) -> None:
    page = visit(PAGE, viewport={"width": width, "height": 740})
    open_form(page)
    page.click("[data-action=more]")
    page.click(".ps-mine summary")
    field(page, "小区").fill("长" * 200)
    page.click("[data-action=docx]")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def press_on(page: Any, selector: str, key: str = "Enter") -> None:
    """Walk with Tab until something has the focus, then press."""
    for _ in range(400):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
    raise AssertionError(selector)


def test_fill_export_and_tick_by_keyboard_alone(visit: Any, tmp_path: Path) -> None:
    page = visit(PAGE)
    press_on(page, "[data-action=fill]")
    until(page, "document.activeElement.id === 'ps-start-起始日'")
    press_on(page, "[id='ps-vars-小区']", "Home")
    page.keyboard.type("阳光花园")
    press_on(page, "[data-checklist] input[data-key]", "Space")
    until(page, "document.querySelector('[data-progress]').innerText.includes('已完成1/')")
    page.keyboard.press("Control+Home")
    page.evaluate("document.activeElement.blur()")
    press_on(page, "[data-action=docx]")
    until(page, "document.activeElement.id === 'ps-asking'")
    with page.expect_download() as started:
        press_on(page, ".ps-asking p .ps-button:not(.ps-primary)")
    assert "阳光花园" in started.value.suggested_filename
    started.value.save_as(tmp_path / "x.docx")
    assert "已下载" in told(page)


def test_the_count_is_spoken_once_typing_rests_not_at_each_key(visit: Any) -> None:
    page = visit(PAGE)
    open_form(page)
    page.evaluate(
        """() => { window.spoken = [];
        new MutationObserver(() => window.spoken.push(1))
          .observe(document.querySelector('.ps-filled [aria-live]'), {childList: true}); }"""
    )
    field(page, "小区").click()
    page.keyboard.type("某某花园某某花园", delay=40)
    page.wait_for_timeout(2000)
    assert 1 <= page.evaluate("window.spoken.length") <= 2
