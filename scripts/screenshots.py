"""Take the pictures in ``docs/screenshots`` from the site itself: ``make screenshots``."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.site.served import served
from scripts.browser import find, playwrights_own

OUT = ROOT / "docs" / "screenshots"
SLUG = "residential-cleanup-week"
PLAN = f"plans/{SLUG}/index.html"
SIZES = {"desktop": (1366, 900), "phone": (390, 844)}
START = "2026-12-07"
SHOTS = {
    "home": ("index.html", "", False),
    "plan-blank": (PLAN, "", False),
    "plan-filled": (PLAN, "#body", True),
    "timeline": (PLAN, "#timeline", True),
    "checklist": (PLAN, "#checklist", True),
    "compare": ("compare/index.html", "", False),
}
"""Name: page, what to scroll to, whether to fill the plan in first."""


def build(folder: Path) -> None:
    """Build the site with addresses that name files."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "DIRECTORY_URLS": "false"}, check=True)


def fill(page: Page) -> None:
    """Fill a plan's form with its own examples."""
    page.get_by_role("button", name="填写", exact=True).first.click()
    page.wait_for_selector("[data-field] input, [data-field] textarea")
    page.locator("[data-field=起始日] input").first.fill(START)
    for box in page.locator("[data-field] textarea, [data-field] input[placeholder]").all():
        hint = box.get_attribute("placeholder") or ""
        if hint.startswith("例：") and box.is_visible() and not box.input_value():
            box.fill(hint.removeprefix("例："))
    page.wait_for_timeout(500)


def tick(page: Page) -> None:
    """Tick a few tasks, so that progress shows."""
    for box in page.locator(
        "[data-checklist] input[data-key], .ps-checklist input[data-key]"
    ).all()[:4]:
        box.check()


def shoot(page: Page, address: str, name: str, path: Path) -> None:
    """Take one picture."""
    where, anchor, filled = SHOTS[name]
    page.goto(f"{address}{where}")
    if filled:
        fill(page)
        if name == "checklist":
            tick(page)
    if name == "compare":
        for index, choice in enumerate(page.locator("main select").all(), 1):
            choice.select_option(index=index)
    if anchor:
        page.evaluate("id => document.querySelector(id).scrollIntoView()", anchor)
    page.wait_for_timeout(300)
    page.screenshot(path=path)


def main() -> int:
    """Take every picture, in two sizes, light and dark."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=find() or playwrights_own(), args=["--no-sandbox", "--disable-gpu"]
        )
        with served(Path(folder)) as address:
            for size, (width, height) in SIZES.items():
                for scheme in ("light", "dark"):
                    context = browser.new_context(
                        viewport={"width": width, "height": height},
                        color_scheme="dark" if scheme == "dark" else "light",
                        locale="zh-CN",
                    )
                    page = context.new_page()
                    for name in SHOTS:
                        shoot(page, address, name, OUT / f"{name}-{size}-{scheme}.png")
                    context.close()
        browser.close()
    print(f"已存到 {OUT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
