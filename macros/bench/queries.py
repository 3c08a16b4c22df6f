"""The query set, cut in two halves, and what is measured of a search."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

FILE = Path(__file__).resolve().parents[2] / "tests" / "search" / "queries.yml"
OUT = "out"
"""The kind of queries that nothing here answers."""


class Query(NamedTuple):
    """A query: how it is put, what was typed, and the plans that answer it."""

    kind: str
    text: str
    plans: tuple[str, ...]

    @property
    def tuning(self) -> bool:
        """Whether it belongs to the half that search may be tuned on."""
        return hashlib.sha256(self.text.encode()).digest()[-1] % 2 == 0


class Given(NamedTuple):
    """What a search gave: plans, best first, and whether it called them an answer."""

    plans: Sequence[str]
    sure: bool


def load(path: Path = FILE) -> list[Query]:
    """All queries in the order of the file."""
    kinds = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Query(kind, one["q"], tuple(one["plans"])) for kind in kinds for one in kinds[kind]]


@dataclass(frozen=True)
class Score:
    """What a search reached on some queries; shares are 0 to 1.

    Attributes:
        asked: how many queries have an answer here.
        top1, top3: share of those whose first, or one of whose first three plans answers it.
        mrr: mean reciprocal rank of the first right plan.
        doubted: share of those that were called not covered.
        honest: share of the queries without an answer that were called not covered.
    """

    asked: int
    top1: float
    top3: float
    mrr: float
    doubted: float
    honest: float


def score(queries: Iterable[Query], search: Callable[[str], Given]) -> Score:
    """Ask all queries and judge what comes back."""
    results = [(query, search(query.text)) for query in queries]
    inside = [(query, given) for query, given in results if query.kind != OUT]
    outside = [given for query, given in results if query.kind == OUT]
    ranks = [_rank(query, given) for query, given in inside]
    return Score(
        asked=len(inside),
        top1=_mean(rank == 1 for rank in ranks),
        top3=_mean(0 < rank <= 3 for rank in ranks),
        mrr=_mean(1 / rank if rank else 0 for rank in ranks),
        doubted=_mean(not given.sure for _, given in inside),
        honest=_mean(not given.sure for given in outside),
    )


def _rank(query: Query, given: Given) -> int:
    """The place of the first right plan, counted from 1; 0 when there is none."""
    ranks = (at for at, plan in enumerate(given.plans, 1) if plan in query.plans)
    return next(ranks, 0)


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known) if known else 0.0
