"""What all kinds of tests share: one browser. Playwright allows one a process, so nobody starts another."""

from collections.abc import Iterator
from typing import Any

import pytest

from scripts.browser import find, playwrights_own

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One headless browser for the whole run."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - few runs need it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find() or playwrights_own(), args=OPTIONS
        )
        yield browser
        browser.close()
