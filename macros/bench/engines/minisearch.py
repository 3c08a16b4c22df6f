"""MiniSearch: a small engine that could work from the disk, on pairs of characters."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from macros.bench.browser import Opened
from macros.bench.corpus import Sheet
from macros.bench.engines.engine import Engine
from macros.bench.queries import Given
from macros.search.glossary import Glossary
from macros.search.places import NAMED

_PACKAGE = Path(__file__).with_name("minisearch_npm")


class MiniSearch(Engine):
    """MiniSearch with aliases boosted and the glossary's words for one another."""

    name = "MiniSearch＋字对、叫法、词条"
    index = "index.js"
    needs = "npm"

    def build(self, sheets: Sequence[Sheet], glossary: Glossary, folder: Path) -> None:
        """The index as a script, made by Node with the locked package."""
        work = folder.with_name(f"{folder.name}-npm")
        shutil.copytree(_PACKAGE, work)
        subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=work, check=True, capture_output=True)
        (work / "sheets.json").write_text(json.dumps([*map(_record, sheets)]), encoding="utf-8")
        command = ["node", "pairs.js", "sheets.json", str(folder / "index.js")]
        subprocess.run(command, cwd=work, check=True)
        shutil.copy(work / "node_modules/minisearch/dist/umd/index.js", folder / "minisearch.js")
        shutil.copy(work / "pairs.js", folder)
        known = f"Pairs.know({json.dumps(glossary.groups, ensure_ascii=False)});\n"
        (folder / "words.js").write_text(known, encoding="utf-8")
        page = '<!doctype html><meta charset="utf-8"><title>-</title>'
        (folder / "index.html").write_text(page, encoding="utf-8")

    def open(self, opened: Opened) -> None:
        """An empty page, then the library and the index."""
        opened.go("index.html")
        for name in ("minisearch.js", "pairs.js", "words.js", "index.js"):
            opened.page.add_script_tag(url=opened.root + name)
        opened.page.evaluate("() => { window.index = MiniSearch.loadJS(INDEX, Pairs.options); }")

    def ask(self, opened: Opened, query: str) -> tuple[Given, float]:
        """The ten best."""
        plans, took = opened.page.evaluate(
            """query => {
              const start = performance.now(), found = Pairs.ask(window.index, query);
              return [found.slice(0, 10), performance.now() - start];
            }""",
            query,
        )
        return Given(plans, bool(plans)), took


def _record(sheet: Sheet) -> dict[str, str]:
    named = [place.name for place in sheet.places if place.kind == NAMED[1]]
    return {
        "id": sheet.id,
        "title": sheet.places[0].name,
        "names": " ".join(named),
        "text": sheet.text(aliases=True),
    }
