"""Tables and calls of the command for the tests of filling by table."""

from collections.abc import Callable
from typing import Any

import pytest
from batch_support import SLUG

from macros.model.load import load_library
from macros.site.catalogue import ROOT, Catalogue
from macros.writers import command

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue(load_library(ROOT).partial)


@pytest.fixture(scope="session")
def examples(catalogue: Catalogue) -> dict[str, str]:
    """A whole row: the start and every blank of the plan."""
    program = catalogue[SLUG].program
    return {"起始日": "2026-12-01", **{var["name"]: var["eg"] for var in program["vars"]}}


@pytest.fixture
def call(capsys: Any, monkeypatch: Any, catalogue: Catalogue) -> Call:
    """Runs the command in this process: its status, what it says, what it complains about."""
    entry = catalogue[SLUG]
    monkeypatch.setattr(command, "_program", lambda _slug, _root: (entry.program, entry.calendar))

    def run(*arguments: Any) -> tuple[int, str, str]:
        status = command.main([SLUG, *map(str, arguments)], ROOT)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
