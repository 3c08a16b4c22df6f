"""One headless browser with the filling engine in it, on an empty page and without a network."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from macros.model.library import Library
from macros.model.load import load_library
from macros.site.catalogue import ROOT
from macros.site.scripts import engine_script, parts_script
from scripts.browser import find, playwrights_own

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Evaluate = Callable[..., Any]


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(ROOT).partial


@pytest.fixture(scope="session")
def evaluate() -> Iterator[Evaluate]:
    """Calls a function of the page with one argument, as JSON both ways.

    JSON texts cross, not values: a protocol of its own may not carry lone surrogates.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - few runs need it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find() or playwrights_own(), args=[*OPTIONS]
        )
        page = browser.new_context(offline=True).new_page()
        page.goto("about:blank")
        for script in (engine_script(), parts_script()):
            page.add_script_tag(content=script)

        def call(function: str, argument: Any = None) -> Any:
            body = f"text => JSON.stringify(({function})(JSON.parse(text)))"
            found = page.evaluate(body, json.dumps(argument))
            return None if found is None else json.loads(found)

        yield call
        browser.close()
