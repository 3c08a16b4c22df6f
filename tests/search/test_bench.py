"""The comparison says plainly what it could not measure."""

from typing import Any

import pytest

from macros.bench import search
from macros.bench.engines import ENGINES
from macros.bench.engines.engine import UnreadyError
from macros.bench.engines.own import Own
from macros.bench.queries import load
from macros.model.library import Library

CELLS = search.COSTS.splitlines()[0].count("|")


def test_an_engine_whose_tools_are_missing_is_a_row_that_says_so(library: Library) -> None:
    class Missing(Own):
        needs = "no-such-command"

    row = search.compare(Missing(), library, load(), 14)
    assert "没有 no-such-command" in row
    assert row.count("|") == CELLS


def test_an_engine_that_is_not_ready_in_time_is_a_row_with_its_size(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: Any) -> list[str]:
        raise UnreadyError(size=5_000_000, seconds=120)

    monkeypatch.setattr(search, "_cells", never)
    row = search.compare(Own(), library, load(), 14)
    assert "5,000 KB | 超过120秒" in row
    assert row.count("|") == CELLS


def test_every_engine_says_where_its_index_lies() -> None:
    assert len({engine.name for engine in ENGINES}) == len(ENGINES)
    assert all(engine.index for engine in ENGINES)
