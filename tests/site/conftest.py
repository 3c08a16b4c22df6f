"""The site as it is published, its pages parsed, and pages in a browser that may ask nobody else."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import html

from macros.model.library import Library
from macros.model.load import load_library
from macros.site.catalogue import ROOT
from macros.site.served import served

OPEN = Callable[..., Any]


def run(*command: str, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as it is published."""
    folder = tmp_path_factory.mktemp("published")
    run("-m", "mkdocs", "build", "--strict", "-d", str(folder), DIRECTORY_URLS="true")
    return folder


@pytest.fixture(scope="session")
def offline_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline edition, made by its own command."""
    folder = tmp_path_factory.mktemp("dist")
    run("scripts/offline.py", str(folder))
    return next(folder.glob("*.zip"))


@pytest.fixture(scope="session")
def offline_site(offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the offline edition unpacks to."""
    folder = tmp_path_factory.mktemp("offline")
    with ZipFile(offline_zip) as archive:
        archive.extractall(folder)
    return next(folder.iterdir())


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(ROOT).partial


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served, with a slash at its end."""
    with served(site) as root:
        yield root


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Any]:
    """Every HTML page by its path below the site, parsed."""
    found = sorted(site.rglob("*.html"))
    return {
        str(path.relative_to(site)): html.fromstring(path.read_text(encoding="utf-8"))
        for path in found
    }


@pytest.fixture
def visit(chromium: Any, address: str) -> Iterator[OPEN]:
    """Open a path in a fresh context; a foreign request or an error on the page fails the test.

    Keyword arguments go to the context: ``viewport``, ``color_scheme``, …
    """
    contexts, troubles = [], []

    def visit(path: str, root: str = address, **options: Any) -> Any:
        context = chromium.new_context(**{"viewport": {"width": 1366, "height": 768}, **options})
        contexts.append(context)
        page = context.new_page()
        home = root if root.startswith("file:") else address
        page.on(
            "request",
            lambda r: r.url.startswith((home, "data:", "blob:")) or troubles.append(r.url),
        )
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda m: m.type == "error" and troubles.append(m.text))
        page.goto(root + path)
        page.wait_for_load_state("load")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not troubles
