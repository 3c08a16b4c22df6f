"""One headless browser with the filling engine in it, on an empty page and without a network."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from macros.model.load import load_library
from macros.site.catalogue import ROOT, Catalogue
from macros.site.scripts import calendar_script, engine_script, parts_script


class Host:
    """A page with the engine: the other host of every program."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.loaded: set[str] = set()

    def load(self, script: str) -> None:
        if script not in self.loaded:
            self.page.add_script_tag(content=script)
            self.loaded.add(script)

    def call(self, function: str, argument: Any = None) -> Any:
        """Calls a function of the page with one argument, as JSON both ways.

        JSON texts cross, not values: these carry lone surrogates unharmed.
        """
        body = f"text => JSON.stringify(({function})(JSON.parse(text)))"
        found = self.page.evaluate(body, json.dumps(argument))
        return None if found is None else json.loads(found)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue(load_library(ROOT).partial)


@pytest.fixture(scope="session")
def host(chromium: Any, catalogue: Catalogue) -> Iterator[Host]:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto("about:blank")
    started = Host(page)
    for script in (engine_script(), parts_script(), calendar_script(catalogue.library)):
        started.load(script)
    yield started
    context.close()
