"""The built site, and a page that tells what goes wrong in it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.site.served import served

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the offline edition has it: every address names a file."""
    folder = tmp_path_factory.mktemp("site")
    environment = {**os.environ, "DIRECTORY_URLS": "false", "SITE_URL": ""}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site over http, on this machine only."""
    with served(site) as root:
        yield root


@pytest.fixture
def visit(chromium: Any, address: str, site: Path) -> Iterator[Callable[..., Any]]:
    """Open an address of the site; afterwards nothing may have gone wrong on the page.

    ``visit("plans/x/index.html")`` gives a Playwright page; ``scheme="file"`` opens the
    file itself, ``page=`` goes on in an open page, other words go to the new context.
    """
    wrong: list[str] = []
    contexts = []

    def watch(page: Any) -> None:
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: foreign(request.url))

    def foreign(url: str) -> None:
        if not url.startswith((address, site.as_uri(), "blob:", "data:")):
            wrong.append(f"asked another host: {url}")

    def open_(path: str, *, scheme: str = "http", page: Any = None, **options: Any) -> Any:
        if page is None:
            contexts.append(chromium.new_context(accept_downloads=True, locale="zh-CN", **options))
            page = contexts[-1].new_page()
            watch(page)
        page.goto(f"{address if scheme == 'http' else site.as_uri() + '/'}{path}")
        return page

    open_.watch = watch  # type: ignore[attr-defined]
    yield open_
    for context in contexts:
        context.close()
    assert wrong == []
