"""A browser on a folder that is served, and the bytes it asks for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.site.served import served
from scripts.browser import find, playwrights_own


@dataclass
class Opened:
    """A page, and what it has fetched: bytes by address."""

    page: Any
    folder: Path
    root: str
    fetched: dict[str, int] = field(default_factory=dict)

    def go(self, path: str) -> None:
        """Open a page; what it fetches from now on is counted from zero."""
        self.page.goto(self.root + path)
        self.page.wait_for_load_state("load")
        self.fetched.clear()

    def note(self, url: str) -> None:
        """Count a file that was asked for, as large as it lies on the disk."""
        path = self.folder / url.removeprefix(self.root).split("?")[0]
        if url.startswith(self.root) and path.is_file():
            self.fetched[url] = path.stat().st_size


@contextmanager
def browser(folder: Path, script: str = "", *, as_file: bool = False) -> Iterator[Opened]:
    """Chromium on a folder, over http or from the disk.

    Args:
        folder: what to serve.
        script: runs in the page before anything else.
        as_file: open the pages as files instead.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a browser is not always asked for

    with served(folder) as address, sync_playwright() as playwright:
        root = f"{folder.as_uri()}/" if as_file else address
        chromium = playwright.chromium.launch(
            executable_path=find() or playwrights_own(), args=["--no-sandbox", "--disable-gpu"]
        )
        context = chromium.new_context()  # with an empty cache
        context.add_init_script(script or ";")
        opened = Opened(context.new_page(), folder, root)
        context.on("request", lambda request: opened.note(request.url))
        try:
            yield opened
        finally:
            chromium.close()
