"""Pagefind."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.bench.browser import Opened
from macros.bench.corpus import Sheet
from macros.bench.engines.engine import Engine
from macros.bench.queries import Given
from macros.search.glossary import Glossary


class Pagefind(Engine):
    """Pagefind, its pages with aliases."""

    name = "Pagefind（含叫法）"
    index = "pagefind/**/*"

    def build(self, sheets: Sequence[Sheet], glossary: Glossary, folder: Path) -> None:
        """HTML pages and Pagefind's own index of them."""
        del glossary  # it knows no synonyms
        for sheet in sheets:
            (folder / sheet.id).mkdir()
            text = sheet.html(aliases=True)
            (folder / sheet.id / "index.html").write_text(text, encoding="utf-8")
        (folder / "index.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            str(folder),
            "--force-language",
            "zh",
        ]
        subprocess.run(command, check=True, capture_output=True)

    def open(self, opened: Opened) -> None:
        """An empty page with Pagefind loaded."""
        opened.go("index.html")
        opened.page.evaluate(
            "async () => { window.pf = await import('/pagefind/pagefind.js'); await pf.init(); }"
        )

    def ask(self, opened: Opened, query: str) -> tuple[Given, float]:
        """Asks, and fetches what a list of ten results shows."""
        urls, took = opened.page.evaluate(
            """async query => {
              const start = performance.now(), found = await pf.search(query);
              const shown = await Promise.all(found.results.slice(0, 10).map(r => r.data()));
              return [shown.map(data => data.url), performance.now() - start];
            }""",
            query,
        )
        plans = [url.strip("/").split("/")[-1] for url in urls]
        return Given(plans, bool(plans)), took
