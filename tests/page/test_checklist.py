"""The checklist: ticks, notes, filters, and handing it over."""

import json
from pathlib import Path
from typing import Any

import pytest
from page_support import PAGE, SLUG, download, field, open_form, until

pytestmark = pytest.mark.browser

BOX = "[data-checklist] input[data-key]"


def tick(page: Any, index: int) -> str:
    box = page.locator(
        "[data-checklist] [data-task] > * > label > input[data-key], [data-checklist] .ps-task-main > label input"
    ).nth(index)
    box.check()
    return str(box.get_attribute("data-key"))


def test_the_first_tick_counts_and_is_there_again(visit: Any) -> None:
    page = visit(PAGE)
    key = tick(page, 0)
    until(page, "document.querySelector('[data-progress]').innerText.includes('已完成1/')")
    page.reload()
    until(page, "document.querySelector('[data-progress]').innerText.includes('已完成1/')")
    assert page.locator(f"{BOX}[data-key='{key}']").is_checked()


def test_filters_narrow_the_list_by_unit_and_by_week(visit: Any) -> None:
    page = visit(PAGE)
    tasks = page.locator("[data-checklist] [data-task]:visible")
    whole = tasks.count()
    page.select_option("[data-filter=unit]", index=2)
    page.wait_for_selector(".ps-told span")
    assert 0 < tasks.count() < whole
    unit = page.locator("[data-filter=unit]").input_value()
    assert all(
        unit in text.split() for text in tasks.evaluate_all("n => n.map(x => x.dataset.units)")
    )
    page.select_option("[data-filter=unit]", index=0)
    page.click("[data-filter=week]")
    assert page.evaluate("document.activeElement.id") == "ps-start-起始日"
    field(page, "起始日").fill("2019-01-07")
    page.click("[data-filter=week]")
    page.wait_for_timeout(400)
    past = tasks.count()
    field(page, "起始日").fill(page.evaluate("PS.date.iso(PS.today())"))
    page.wait_for_timeout(400)
    assert past < tasks.count() <= whole


def test_a_note_is_kept_with_its_task(visit: Any) -> None:
    page = visit(PAGE)
    tick(page, 0)
    until(page, "window.PS && PS.bench && PS.bench.record")
    note = page.locator("[data-checklist] .ps-task-note").first
    note.locator("summary").click()
    note.locator("textarea").fill("等电梯公司回话")
    note.locator("textarea").blur()
    page.reload()
    until(page, "document.querySelector('.ps-noted') !== null")
    assert note.locator("textarea").input_value() == "等电梯公司回话"


def test_two_peoples_progress_becomes_one(visit: Any, tmp_path: Path) -> None:
    mine, theirs = visit(PAGE), visit(PAGE)
    keys = {tick(mine, 0), tick(theirs, 1)}
    until(theirs, "window.PS && PS.bench && PS.bench.record")
    file = download(theirs, "[data-action=export-progress]", tmp_path)
    until(mine, "window.PS && PS.bench && PS.bench.record")
    with mine.expect_file_chooser() as chooser:
        mine.click("[data-action=merge-progress]")
    chooser.value.set_files(file)
    until(mine, "document.querySelector('[data-progress]').innerText.includes('已完成2/')")
    assert set(mine.evaluate("Object.keys(PS.bench.record.done)")) == keys


def record(**parts: Any) -> dict[str, Any]:
    base = {"format": "plan-values", "schema": 1, "id": "a", "plan": SLUG, "version": "0", "name": "甲",
            "start": "", "vars": {}, "units": {}, "done": {}, "notes": {}}  # fmt: skip
    return {**base, **parts}


def ready(visit: Any) -> Any:
    page = visit(PAGE)
    open_form(page)
    return page


def test_of_two_notes_the_newer_stays_and_ticks_unite(visit: Any) -> None:
    mine = record(done={"a": 1}, notes={"a": {"text": "旧", "at": 1}, "b": {"text": "新", "at": 9}})
    theirs = record(
        done={"b": 2}, notes={"a": {"text": "新", "at": 2}, "b": {"text": "旧", "at": 3}}
    )
    merged = ready(visit).evaluate("pair => PS.merged(pair[0], pair[1])", [mine, theirs])
    assert merged["done"] == {"a": 1, "b": 2}
    assert {key: note["text"] for key, note in merged["notes"].items()} == {"a": "新", "b": "新"}


def test_ids_that_changed_are_followed_and_unknown_ones_kept(visit: Any) -> None:
    old = record(
        done={"t-old": 1, "t-old/2": 2, "t-gone": 3, "t-new2": 4, "t-old2": 5},
        notes={"t-old": {"text": "话", "at": 1}},
    )
    program = {"version": "2.0", "renamed": {"t-old": "t-new", "t-old2": "t-new2"}}
    moved = ready(visit).evaluate("pair => PS.migrated(pair[0], pair[1])", [old, program])
    assert moved["done"] == {"t-new": 1, "t-new/2": 2, "t-gone": 3, "t-new2": 4}
    assert moved["notes"] == {"t-new": {"text": "话", "at": 1}}
    assert moved["version"] == "2.0"


def test_a_progress_file_holds_no_telephone_number(visit: Any, tmp_path: Path) -> None:
    page = ready(visit)
    field(page, "重点部位").fill("找 13812345678")
    page.evaluate("PS.bench.set('notes', 't', {text: '打 13912345678', at: 1})")
    page.evaluate("PS.bench.set('notes', 'u', {text: '等回话', at: 1})")
    file = download(page, "[data-action=export-progress]", tmp_path)
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["vars"] == {}
    assert "139" not in json.dumps(kept["notes"], ensure_ascii=False)
    assert kept["notes"]["u"]["text"] == "等回话"


def test_printing_picks_one_part_of_the_page(visit: Any) -> None:
    page = ready(visit)
    page.evaluate(
        "window.print = () => { window.printed = document.documentElement.dataset.print; }"
    )
    page.click("[data-action=print-checklist]")
    assert page.evaluate("window.printed") == "checklist"
    page.emulate_media(media="print")
    assert page.locator("[data-part=checklist]").is_visible()
    assert not page.locator("[data-part=body]").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("'print' in document.documentElement.dataset") is False
