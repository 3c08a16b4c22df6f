"""From the blank page to files that other programs read."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import icalendar
import openpyxl
import pytest
from page_support import PAGE, VALUES, download, field, fill_all, open_form, told

from macros.site.catalogue import ROOT

pytestmark = pytest.mark.browser


def text_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def sheets(data: bytes) -> int:
    return len(openpyxl.load_workbook(io.BytesIO(data)).sheetnames)


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_filled_plan_leaves_in_every_format(visit: Any, tmp_path: Path, scheme: str) -> None:
    page = visit(PAGE, scheme=scheme)
    fill_all(page)
    page.click("[data-action=more]")
    for output in ("docx", "issued", "annex", "all"):
        file = download(page, f"[data-output={output}]", tmp_path)
        text = text_of(file.read_bytes())
        assert "阳光花园" in text, output
        assert "待填" not in text, output
        assert ("关于印发《" in text) == (output in {"issued", "all"}), output
    calendar = icalendar.Calendar.from_ical(
        download(page, "[data-output=ics]", tmp_path).read_bytes()
    )
    assert len([part for part in calendar.walk() if part.name == "VEVENT"]) > 5
    assert sheets(download(page, "[data-output=xlsx]", tmp_path).read_bytes()) > 1
    markdown = download(page, "[data-output=md]", tmp_path).read_text(encoding="utf-8")
    assert markdown.startswith("# 阳光花园环境秩序")
    assert "2026年12月1日" in download(page, "[data-output=txt]", tmp_path).read_text("utf-8")
    assert {path.suffix for path in tmp_path.iterdir()} >= {".docx", ".ics", ".md", ".txt"}
    assert all("阳光花园" in path.name for path in tmp_path.iterdir())


def test_the_whole_set_is_one_zip_of_files_that_open(visit: Any, tmp_path: Path) -> None:
    page = visit(PAGE)
    fill_all(page)
    page.click("[data-action=more]")
    with zipfile.ZipFile(download(page, "[data-output=set]", tmp_path)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        words = [name for name in names if name.endswith(".docx")]
        assert {"印发通知", "方案", "任务分工表", "总结提纲"} <= {n[3:-5] for n in words}
        assert all(text_of(archive.read(name)) for name in words)
        assert any(name.endswith("日历.ics") for name in names)
        tables = [name for name in names if name.endswith(".xlsx")]
        assert [sheets(archive.read(name)) > 1 for name in tables] == [True]


PLANS = sorted(path.stem for path in (ROOT / "data" / "plans").glob("*.yml"))


@pytest.mark.slow
@pytest.mark.parametrize("slug", PLANS)
def test_every_plan_gives_its_whole_set(visit: Any, tmp_path: Path, slug: str) -> None:
    page = visit(f"plans/{slug}/index.html")
    open_form(page)
    field(page, "起始日").fill("2026-12-01")
    page.click("[data-action=more]")
    with zipfile.ZipFile(download(page, "[data-output=set]", tmp_path)) as archive:
        assert archive.testzip() is None
        kinds = [name.rpartition(".")[2] for name in archive.namelist()]
        assert kinds.count("docx") == page.evaluate("PS.bench.program.docs.length")
        assert kinds[-2:] == ["xlsx", "ics"]
    assert page.locator("[data-output=issued]").count() == page.evaluate(
        "PS.bench.program.docs.filter(doc => doc.key === 'notice').length"
    )


def test_an_export_with_blanks_asks_and_says_so_in_the_name(visit: Any, tmp_path: Path) -> None:
    page = visit(PAGE)
    page.click("[data-action=docx]")
    page.wait_for_selector(".ps-asking")
    assert page.locator(".ps-open li").count() == page.evaluate(
        "PS.openBlanks(PS.bench.filling).length"
    )
    assert page.evaluate("document.activeElement.id") == "ps-asking"
    page.click(".ps-asking .ps-primary")
    assert page.evaluate("document.activeElement.id") == "ps-start-起始日"
    file = download(page, "[data-action=docx]", tmp_path)
    assert file.stem.endswith("（未填完）")
    assert "【待填：户数】" in text_of(file.read_bytes())


def test_another_places_name_is_pointed_at_but_not_refused(visit: Any, tmp_path: Path) -> None:
    page = visit(PAGE)
    fill_all(page)
    field(page, "重点部位").fill("西山街道后巷")
    page.click("[data-action=docx]")
    assert "西山街道" in page.locator(".ps-look").inner_text()
    page.click(".ps-look .ps-link")
    assert page.evaluate("document.activeElement.id") == "ps-vars-重点部位"
    assert "西山街道" in text_of(download(page, "[data-action=docx]", tmp_path).read_bytes())


def test_a_calendar_without_a_start_leads_to_the_start(visit: Any) -> None:
    page = visit(PAGE)
    page.click("[data-action=ics]")
    page.click(".ps-asking p .ps-button:not(.ps-primary)")
    assert "先填从哪一天开始" in told(page)
    assert page.evaluate("document.activeElement.id") == "ps-start-起始日"


@pytest.mark.parametrize("way", ["event", "clipboard", "by hand"])
def test_the_whole_text_is_copied_whatever_the_browser_allows(visit: Any, way: str) -> None:
    page = visit(PAGE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill_all(page)
    if way != "event":
        page.evaluate("document.execCommand = () => false")
    if way == "by hand":
        page.evaluate("window.ClipboardItem = undefined")
    page.click("[data-action=copy]")
    page.wait_for_selector(".ps-told span")
    if way == "by hand":
        assert "Ctrl+C" in told(page)
        assert "阳光花园" in page.evaluate(
            "getSelection().toString() || document.activeElement.value"
        )
        return
    html = page.evaluate(
        "navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())"
    )
    assert "<h2" in html
    assert "<table" in html or "<td" in html or "一、" in html
    plain = page.evaluate("navigator.clipboard.readText()")
    assert VALUES["居民诉求"] in plain


HOSTILE = {
    "script": "</script><script>window.hit=1</script>", "image": '<img src=x onerror="window.hit=1">',
    "pattern": "$& {{x}} 【户数】 \\1", "emoji": "😀👨‍👩‍👧𠮷", "formula": "=cmd|' /C calc'!A0",
    "calendar": "END:VEVENT\nBEGIN:VEVENT", "path": "../../CON:a*b", "control": "a\u0007b\u202e",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_stay_text_everywhere(visit: Any, tmp_path: Path, text: str) -> None:
    page = visit(PAGE)
    open_form(page)
    field(page, "小区").fill(text)
    field(page, "起始日").fill("2026-12-01")
    page.wait_for_timeout(400)
    assert page.evaluate("window.hit") is None
    cleaned = page.evaluate("t => PS.clean(t)", text)
    shown = page.evaluate("document.querySelector('.sheet-title .value').textContent")
    assert shown == cleaned.replace("\n", "")
    file = download(page, "[data-action=docx]", tmp_path)
    assert file.parent == tmp_path
    assert cleaned.split("\n")[0] in text_of(file.read_bytes())
    calendar = download(page, "[data-action=ics]", tmp_path).read_bytes()
    events = [p for p in icalendar.Calendar.from_ical(calendar).walk() if p.name == "VEVENT"]
    assert len(events) == calendar.count(b"\r\nBEGIN:VEVENT\r\n")


def test_forty_thousand_characters_are_taken_and_given_back(visit: Any, tmp_path: Path) -> None:
    page = visit(PAGE)
    open_form(page)
    field(page, "居民诉求").fill("长" * 40000)
    page.wait_for_timeout(300)
    assert text_of(download(page, "[data-action=docx]", tmp_path).read_bytes()).count("长" * 40000)
    page.reload()
    open_form(page)
    assert len(field(page, "居民诉求").input_value()) == 40000
