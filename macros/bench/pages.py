"""What a first visit costs: bytes, layout shift, and the time a typed character takes.

The peer is a bare Material site that holds the same text. Bytes are counted as
a server with gzip would send them.
"""

import gzip
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, Response, sync_playwright

from macros.site.served import served
from scripts.browser import find, playwrights_own

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = 1.25
"""How much heavier than bare Material a first visit may be."""

FRAME = 16.0
"""Milliseconds of one frame at 60 Hz."""

BARE = """site_name: bare
strict: false
theme: {name: material, language: zh, font: false}
"""
_SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 800);
})"""
_DRAWN = "() => performance.getEntriesByName('ps-draw', 'measure').map(m => m.duration)"
"""The workbench marks each redraw of the sheet."""


def first_visit(browser: Browser, url: str) -> tuple[int, float, str]:
    """Open a page in an empty browser.

    Returns:
        Bytes of all answers after gzip, the sum of layout shifts, the main text.
    """
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page, sizes = context.new_page(), list[int]()

    def count(answer: Response) -> None:
        if answer.ok:
            sizes.append(len(gzip.compress(answer.body(), 9)))

    page.on("response", count)
    page.goto(url, wait_until="networkidle")
    shift = float(page.evaluate(_SHIFT))
    text = page.locator("main").inner_text()
    context.close()
    return sum(sizes), shift, text


def typing(page: Page, url: str) -> list[float]:
    """Milliseconds each redraw takes while a person types into a plan's form, sorted."""
    page.goto(url)
    page.get_by_role("button", name="填写", exact=True).first.click()
    box = page.locator(".ps-fields textarea").first
    box.click()
    page.evaluate("performance.clearMeasures()")
    page.keyboard.type("某某街道某某社区某某路某某小区某某号楼", delay=60)
    page.wait_for_timeout(300)
    return sorted(page.evaluate(_DRAWN))


def _build(project: Path, out: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(out)]
    env = {**os.environ, "DIRECTORY_URLS": "false", "SITE_URL": ""}
    subprocess.run(command, cwd=project, env=env, check=True, capture_output=True)


def _bare(text: dict[str, str], folder: Path) -> Path:
    """A Material site with the given texts as plain pages."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(BARE, encoding="utf-8")
    for name, lines in text.items():
        body = "\n\n".join(line for line in lines.splitlines() if line.strip())
        (folder / "docs" / f"{name}.md").write_text(f"# {name}\n\n{body}\n", encoding="utf-8")
    _build(folder, folder / "site")
    return folder / "site"


def heaviest(site: Path) -> str:
    """The plan page with the most HTML, as an address below the site."""
    pages = (site / "plans").glob("*/index.html")
    return max(pages, key=lambda path: path.stat().st_size).relative_to(site).as_posix()


def measure(folder: Path, browser: Browser) -> list[tuple[str, ...]]:
    """Rows of the table: page, bytes, bytes of the peer, ratio, layout shift."""
    _build(ROOT, folder / "ours")
    addresses = {"index": "index.html", "plan": heaviest(folder / "ours")}
    with served(folder / "ours") as ours:
        own = {name: first_visit(browser, f"{ours}{path}") for name, path in addresses.items()}
        took = typing(browser.new_page(), f"{ours}{addresses['plan']}")
    bare = _bare({name: text for name, (_, _, text) in own.items()}, folder / "bare")
    rows = []
    with served(bare) as peer:
        for name, (size, shift, _) in own.items():
            other, _, _ = first_visit(browser, f"{peer}{_page_of(name)}")
            ratio = f"{size / other:.2f}（上限 {ALLOWED}）"
            rows.append((addresses[name], f"{size:,}", f"{other:,}", ratio, f"{shift:.3f}"))
    middle = f"中位 {took[len(took) // 2]:.1f} ms，最长 {took[-1]:.1f} ms（一帧 {FRAME:.0f} ms）"
    return [*rows, ("键入一字重绘", middle, "—", "—", "—")]


def _page_of(name: str) -> str:
    return "index.html" if name == "index" else f"{name}/index.html"


def main(_: Sequence[str] = ()) -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find() or playwrights_own(), args=["--no-sandbox", "--disable-gpu"]
        )
        rows = measure(Path(folder), browser)
        browser.close()
    print(
        "| 页面 | 首次访问字节（gzip） | 同样文字的 Material | 比值 | 布局偏移 |\n|---|---|---|---|---|"
    )
    for row in rows:
        print(f"| {' | '.join(row)} |")
    return 0
