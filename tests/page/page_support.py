"""What a person does on a plan's page."""

from pathlib import Path
from typing import Any

SLUG = "residential-cleanup-week"
PAGE = f"plans/{SLUG}/index.html"
VALUES = {
    "小区": "阳光花园", "街道名": "东风街道", "社区名": "和平社区", "楼栋数": "18", "单元数": "52",
    "户数": "860", "管理方式": "由业主自治管理", "堆放点数": "34", "久停车辆数": "6", "疑似违建数": "9",
    "重点部位": "3号楼北侧车棚", "居民诉求": "楼道堆旧家具", "室外加工事项": "晾晒虾壳",
    "上级文件": "《环境秩序整治年度安排》", "公示栏位置": "东门内", "停车点位": "南门两侧",
    "大件投放点": "西北角", "牵头科室": "市容科", "落款单位": "临河县城市管理局",
}  # fmt: skip


def until(page: Any, expression: str) -> None:
    """Wait until an expression holds; asked from outside, since the page's policy knows no eval."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


def field(page: Any, name: str) -> Any:
    """The input of a blank."""
    part = "start" if name == "起始日" else "vars"
    return page.locator(f"[id='ps-{part}-{name}']")


def open_form(page: Any) -> None:
    page.click("[data-action=fill]")
    page.wait_for_selector(".ps-fields .ps-field")


def fill_all(page: Any, start: str = "2026-12-01") -> None:
    """Fill every blank that is open."""
    open_form(page)
    field(page, "起始日").fill(start)
    for name, text in VALUES.items():
        field(page, name).fill(text)
    field(page, "成文日期").fill("2026-11-25")
    until(page, "PS.openBlanks(PS.bench.filling).length === 0")


def download(page: Any, selector: str, folder: Path) -> Path:
    """Press a button and keep the file it gives; go past what it asks."""
    with page.expect_download() as started:
        page.click(selector)
        if page.locator(".ps-asking").count():
            page.click(".ps-asking p .ps-button:not(.ps-primary)")
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def told(page: Any) -> str:
    """What the page says at the moment."""
    return str(page.locator(".ps-told span").inner_text())
