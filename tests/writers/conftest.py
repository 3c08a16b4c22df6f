"""Filled plans for the writers."""

from collections.abc import Callable

import pytest

from macros.fill.derive import Filling
from macros.fill.values import make_values
from macros.model.load import load_library
from macros.site.catalogue import ROOT, Catalogue

Fill = Callable[..., Filling]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue(load_library(ROOT).partial)


def _example(var: dict[str, str], year: int | None) -> str:
    return f"{year}{var['eg'][4:]}" if year and var["type"] == "date" else var["eg"]


@pytest.fixture(scope="session")
def filled(catalogue: Catalogue) -> Fill:
    """Fills a plan with its examples, all or some of them replaced, from a usual month of a year."""

    def fill(slug: str, year: int | None = 2026, every: str | None = None, **vars_: str) -> Filling:
        entry = catalogue[slug]
        month = min(entry.program["months"] or [12])
        start = f"{year}-{month}-01" if year else None
        typed = {var["name"]: every or _example(var, year) for var in entry.program["vars"]}
        return Filling(entry.program, make_values(start, {**typed, **vars_}), entry.calendar)

    return fill
