"""The engines that are compared, each behind the same four functions."""

import json
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from macros.bench.browser import Opened
from macros.bench.corpus import Sheet
from macros.bench.queries import Given
from macros.search.glossary import Glossary
from macros.search.pack import scripts
from macros.search.records import Records
from macros.site.scripts import search_script

_WAIT = 20_000
"""Milliseconds after which an answer that has not come counts as none."""


class Engine(ABC):
    """A search over plain pages of the same records."""

    name: str
    script = ""

    @abstractmethod
    def build(self, sheets: Sequence[Sheet], glossary: Glossary, folder: Path) -> None:
        """Make the pages and the index in an empty folder."""

    @abstractmethod
    def open(self, opened: Opened) -> None:
        """Open the page that holds the search."""

    @abstractmethod
    def ask(self, opened: Opened, query: str) -> tuple[Given, float]:
        """The plans found, and milliseconds from question to answer."""


class Own(Engine):
    """The search of this project."""

    name = "本站"

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


class Pagefind(Engine):
    """Pagefind, its pages with aliases."""

    name = "Pagefind（含叫法）"

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


class Material(Engine):
    """The search of Material for MkDocs, asked through its own box."""

    name = "Material＋jieba"
    aliases = False
    plugin = "search"
    # keeps what passes between the page and the worker that searches
    script = """
      const Plain = window.Worker;
      window.Worker = class extends Plain {
        constructor(...given) {
          super(...given);
          this.addEventListener("message", event => {
            if (event.data.type === 1) window.ready = true;
            if (event.data.type === 3) window.got = [performance.now(), event.data.data.items];
          });
        }
        postMessage(message, ...rest) {
          if (message.type === 2) window.asked = performance.now();
          super.postMessage(message, ...rest);
        }
      };
    """

    def build(self, sheets: Sequence[Sheet], glossary: Glossary, folder: Path) -> None:
        """A MkDocs project, and its site in ``folder``."""
        source = folder.with_name(f"{folder.name}-source")
        for sheet in sheets:
            page = source / "docs" / sheet.id / "index.md"
            page.parent.mkdir(parents=True)
            page.write_text(sheet.markdown(aliases=self.aliases), encoding="utf-8")
        (source / "docs" / "index.md").write_text("# 首页\n", encoding="utf-8")
        (source / "words.py").write_text(self.hook(glossary), encoding="utf-8")
        config = {
            "site_name": "-",
            "theme": {"name": "material", "language": "zh", "font": False},
            "plugins": ["search"],
            "hooks": ["words.py"],
            "nav": [{"首页": "index.md"}],
            "validation": {"omitted_files": "ignore"},
        }
        (source / "mkdocs.yml").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder)]
        subprocess.run(command, cwd=source, check=True, capture_output=True)

    def hook(self, glossary: Glossary) -> str:
        """A hook that tells jieba nothing."""
        del glossary
        return "\n"

    def open(self, opened: Opened) -> None:
        """The home page, its search ready."""
        opened.go("index.html")
        opened.page.click("input.md-search__input")
        opened.page.wait_for_function("window.ready")
        for pattern in ("search/search_index.json", "assets/javascripts/workers/search*.js"):
            for path in opened.folder.glob(pattern):  # fetched before counting began
                opened.note(opened.root + path.relative_to(opened.folder).as_posix())

    def ask(self, opened: Opened, query: str) -> tuple[Given, float]:
        """Types the query and takes what the worker answers."""
        page: Any = opened.page
        page.evaluate("window.got = null")
        page.fill("input.md-search__input", query)
        page.dispatch_event("input.md-search__input", "keyup")  # which is what the theme hears
        try:
            page.wait_for_function("window.got", timeout=_WAIT)
        except Exception:  # noqa: BLE001 - the browser library's own timeout, imported nowhere else
            return Given((), sure=False), float(_WAIT)
        items, took = page.evaluate("[window.got[1], window.got[0] - window.asked]")
        plans = [item[0]["location"].split("/")[0] for item in items]
        kept = [plan for plan in plans if plan]
        return Given(kept, bool(kept)), took


class Tuned(Material):
    """The same with aliases on the pages and the glossary's words known to jieba."""

    name = "Material＋jieba＋词典、叫法"
    aliases = True

    def hook(self, glossary: Glossary) -> str:
        """A hook that tells jieba every word of the glossary."""
        words = sorted({form for group in glossary.groups for form in group})
        return f"import jieba\nfor word in {words!r}:\n    jieba.add_word(word)\n"


ENGINES: tuple[type[Engine], ...] = (Material, Tuned, Pagefind, Own)
"""Every engine, in the order of the table."""
