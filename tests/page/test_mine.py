"""我的方案: several, kept in this browser, carried by file, never lost by mistake."""

import json
from pathlib import Path
from typing import Any

import pytest
from page_support import PAGE, SLUG, download, field, open_form, told, until

pytestmark = pytest.mark.browser


def start(visit: Any, name: str = "阳光花园") -> Any:
    page = visit(PAGE)
    open_form(page)
    field(page, "小区").fill(name)
    page.click(".ps-mine summary")
    return page


def press(page: Any, name: str) -> None:
    page.locator(".ps-mine").get_by_role("button", name=name, exact=True).click()


def names(page: Any) -> list[str]:
    return list(page.locator("#ps-mine option").all_inner_texts())


def give(page: Any, button: str, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button, exact=True).first.click()
    chooser.value.set_files(path)


def test_values_are_there_again_after_a_visit(visit: Any) -> None:
    page = start(visit)
    page.reload()
    until(page, "document.querySelector('.ps-page .sheet-title').innerText.includes('阳光花园')")


def test_several_records_have_names_of_their_own(visit: Any) -> None:
    page = start(visit)
    press(page, "改名")
    page.fill("#ps-rename", "阳光花园一期")
    page.keyboard.press("Enter")
    press(page, "复制一份")
    assert names(page) == ["阳光花园一期", "阳光花园一期（副本）"]
    press(page, "新建")
    assert field(page, "小区").input_value() == ""
    page.select_option("#ps-mine", label="阳光花园一期")
    assert field(page, "小区").input_value() == "阳光花园"


def test_deleting_and_clearing_can_be_undone(visit: Any) -> None:
    page = start(visit)
    press(page, "复制一份")
    press(page, "删除")
    assert len(names(page)) == 1
    page.locator(".ps-told").get_by_role("button", name="撤销").click()
    assert len(names(page)) == 2
    press(page, "全部清空")
    press(page, "清空")
    assert page.evaluate("Object.keys(localStorage).filter(k => k.includes('mine')).length") == 0
    page.locator(".ps-told").get_by_role("button", name="撤销").click()
    assert len(names(page)) == 2
    assert field(page, "小区").input_value() == "阳光花园"


def test_a_record_travels_by_file_and_never_overwrites_unasked(visit: Any, tmp_path: Path) -> None:
    page = start(visit)
    press_path = download(page, ".ps-manage button:has-text('导出备份')", tmp_path)
    field(page, "小区").fill("改过的名字")
    give(page, "导入", press_path)
    page.wait_for_selector(".ps-inline button")
    assert field(page, "小区").input_value() == "改过的名字"
    press(page, "另存一份")
    assert field(page, "小区").input_value() == "阳光花园"
    assert len(names(page)) == 2
    other = visit(PAGE)
    open_form(other)
    other.click(".ps-mine summary")
    give(other, "导入", press_path)
    until(other, "document.querySelector('.ps-page .sheet-title').innerText.includes('阳光花园')")


BAD = {
    "no json": ("{", "不是 JSON"),
    "another thing": ("[]", "不是从“我的方案”导出"),
    "a later version": (json.dumps({"format": "plan-values", "schema": 9}), "别的版本"),
    "no name": (json.dumps({"format": "plan-values", "schema": 1, "id": "x", "plan": SLUG}), "缺少“name”"),
    "another plan": (
        json.dumps({"format": "plan-values", "schema": 1, "id": "x", "plan": "y", "name": "z"}),
        "另一种方案",
    ),
    "values that are no text": (
        json.dumps({"format": "plan-values", "schema": 1, "id": "x", "plan": SLUG, "name": "z", "vars": {"小区": 1}}),
        "不是文字",
    ),
    "a prototype": (
        '{"format": "plan-values", "schema": 1, "id": "x", "plan": "y", "name": "z", "vars": {"__proto__": 1}}',
        "另一种方案",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_a_bad_file_is_told_and_changes_nothing(
    visit: Any, tmp_path: Path, text: str, message: str
) -> None:
    page = start(visit)
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    give(page, "导入", path)
    until(page, "document.querySelector('.ps-told').innerText.includes('没有导入')")
    assert message in told(page)
    assert field(page, "小区").input_value() == "阳光花园"


def test_two_windows_keep_each_others_fields(visit: Any) -> None:
    page = start(visit)
    other = page.context.new_page()
    visit.watch(other)
    visit(PAGE, page=other)
    open_form(other)
    field(other, "户数").fill("860")
    until(page, "PS.bench.record.vars['户数'] === '860'")
    assert "另一个窗口" in told(page)
    assert field(page, "户数").input_value() == "860"
    field(page, "楼栋数").fill("18")
    until(other, "PS.bench.record.vars['楼栋数'] === '18'")
    assert other.evaluate("PS.bench.record.vars") == {
        "小区": "阳光花园",
        "户数": "860",
        "楼栋数": "18",
    }


def test_full_storage_is_told_once_and_nothing_typed_is_lost(visit: Any) -> None:
    page = start(visit)
    page.evaluate(
        """void (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); })"""
    )
    field(page, "户数").fill("860")
    assert "存储满了" in told(page)
    assert (
        page.evaluate("PS.mine.get(PS.bench.program.id, PS.bench.record.id).vars['户数']") == "860"
    )


def test_nothing_typed_stands_in_an_address(visit: Any) -> None:
    page = start(visit)
    assert "阳光" not in page.evaluate("decodeURIComponent(location.href)")
