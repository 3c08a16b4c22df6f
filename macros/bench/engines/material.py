"""The search of Material for MkDocs, plain and with all it can be told."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from macros.bench.browser import Opened
from macros.bench.corpus import Sheet
from macros.bench.engines.engine import Engine, UnreadyError
from macros.bench.queries import Given
from macros.search.glossary import Glossary

_READY = 120
"""Seconds after which it is given up that the search becomes ready."""

_WAIT = 20_000
"""Milliseconds after which an answer that has not come counts as none."""


class Material(Engine):
    """The search of Material for MkDocs, asked through its own box."""

    name = "Material＋jieba"
    index = "search/*"
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
        try:
            opened.page.wait_for_function("window.ready", timeout=_READY * 1000)
        except Exception as error:  # the browser library's own timeout, imported nowhere else
            index = opened.folder / "search" / "search_index.json"
            raise UnreadyError(index.stat().st_size, _READY) from error
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
