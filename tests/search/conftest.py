"""The search in Python, and the site in a browser, served and opened from the disk."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.model.library import Library
from macros.model.load import load_library
from macros.search.records import Records
from macros.site import served as serving
from macros.site.catalogue import ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(ROOT).partial


@pytest.fixture(scope="session")
def records(library: Library) -> Records:
    return Records.of(library)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with addresses that name files, so that it works from the disk too."""
    folder = tmp_path_factory.mktemp("search")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DIRECTORY_URLS": "false"},
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="session")
def served(folder: Path) -> Iterator[str]:
    with serving.served(folder) as address:
        yield address


@pytest.fixture
def home(chromium: Any, served: str) -> Iterator[Any]:
    """The home page over http; an error on the page fails the test."""
    context, troubles = chromium.new_context(), []
    page = context.new_page()
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: message.type == "error" and troubles.append(message.text))
    page.goto(f"{served}index.html")
    yield page
    context.close()
    assert not troubles
