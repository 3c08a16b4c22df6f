"""The search of this project."""

from collections.abc import Sequence
from pathlib import Path

from macros.bench.browser import Opened
from macros.bench.corpus import Sheet
from macros.bench.engines.engine import Engine
from macros.bench.queries import Given
from macros.search.glossary import Glossary
from macros.search.pack import scripts
from macros.search.records import Records
from macros.site.scripts import search_script


class Own(Engine):
    """The search of this project."""

    name = "本站"
    index = "search/*"

    def build(self, sheets: Sequence[Sheet], glossary: Glossary, folder: Path) -> None:
        """The files of the search beside an empty page."""
        records = Records([sheet.places for sheet in sheets], glossary)
        cards = [{"id": s.id, "title": s.places[0].name, "scenario": ""} for s in sheets]
        (folder / "search").mkdir()
        for name, text in scripts(records, cards):
            (folder / "search" / name).write_text(text, encoding="utf-8")
        (folder / "search.js").write_text(search_script(), encoding="utf-8")
        page = '<!doctype html><meta charset="utf-8"><script src="search.js"></script>'
        (folder / "index.html").write_text(page, encoding="utf-8")

    def open(self, opened: Opened) -> None:
        """An empty page."""
        opened.go("index.html")
        opened.note(f"{opened.root}search.js")

    def ask(self, opened: Opened, query: str) -> tuple[Given, float]:
        """Asks the script behind the search box; time spent on downloads is not counted."""
        plans, sure, took = opened.page.evaluate(
            """async query => {
              performance.clearResourceTimings();
              const start = performance.now(), answer = await PS.rank.search(query);
              let took = performance.now() - start, until = start;
              performance.getEntriesByType("resource").forEach(one => {
                took -= Math.max(0, one.responseEnd - Math.max(until, one.startTime));
                until = Math.max(until, one.responseEnd);
              });
              return [answer.found.map(f => PS.search.part("p" + f.plan).id), answer.sure, took];
            }""",
            query,
        )
        return Given(plans, sure), took
