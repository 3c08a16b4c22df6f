"""How well the search answers, what it costs, and how others do on the same pages.

``python scripts/bench.py search`` asks this project's search and the yardstick all queries;
``--compare`` builds the same pages for the other engines too and asks them in a browser, at
each ``--size`` (records; beyond the real ones they are made up from them).
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import which
from statistics import median, quantiles
from time import perf_counter

from macros.bench.baseline import baseline
from macros.bench.browser import browser
from macros.bench.corpus import Sheet, sheets
from macros.bench.engines import ENGINES
from macros.bench.engines.engine import Engine, UnreadyError
from macros.bench.queries import OUT, Given, Query, Score, load, score
from macros.model.library import Library
from macros.model.load import load_library
from macros.search.glossary import Glossary
from macros.search.records import Records

ROOT = Path(__file__).resolve().parents[2]

Search = Callable[[str], Given]

HEAD = "| | 题数 | 首位 | 前三 | MRR | 误称没有 | 没有的直说 |\n|---|--:|--:|--:|--:|--:|--:|"
COSTS = (
    "| 记录 | 引擎 | 首位 | 前三 | 没有的直说 | 首次回答的下载 | 下载后到回答 |"
    " 每次按键（中位／95%） | 索引 | 建索引 | file:// |\n|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|:-:|"
)


def main(arguments: list[str]) -> int:
    """Measure and print tables in Markdown."""
    parser = argparse.ArgumentParser(prog="bench.py search")
    parser.add_argument("--compare", action="store_true", help="与别的引擎并排")
    parser.add_argument("--size", type=int, action="append", help="记录数，可写几次")
    parser.add_argument("--engine", action="append", help="只比这几个（类名）")
    options = parser.parse_args(arguments)
    library, queries = load_library(ROOT).partial, load()
    print(f"{len(queries)}个问题，{len(library.plans)}份记录\n")
    relevance(library, queries)
    if options.compare:
        chosen = [e for e in ENGINES if not options.engine or e.__name__ in options.engine]
        print(f"\n{COSTS}")
        for size in options.size or [len(library.plans)]:
            for engine in chosen:
                print(compare(engine(), library, queries, size), flush=True)
    return 0


def relevance(library: Library, queries: Sequence[Query]) -> None:
    """Both halves, each kind, for this search; the yardstick beside it."""
    texts = {sheet.id: sheet.text(aliases=False) for sheet in sheets(library, len(library.plans))}
    for title, search in (("本站", own(library)), ("字对 BM25", baseline(texts))):
        print(f"\n### {title}\n\n{HEAD}")
        for half, name in ((True, "调参的一半"), (False, "没看的一半")):
            mine = [query for query in queries if query.tuning == half]
            print(_row(f"**{name}**", score(mine, search)))
            for kind in dict.fromkeys(query.kind for query in mine):
                print(_row(kind, score([q for q in mine if q.kind == kind], search)))


def own(library: Library) -> Search:
    """This project's search, in Python."""
    searcher, ids = Records.of(library).searcher, list(library.plans)

    def search(query: str) -> Given:
        answer = searcher.search(query)
        return Given([ids[found.plan] for found in answer.found], answer.sure)

    return search


def compare(engine: Engine, library: Library, queries: Sequence[Query], size: int) -> str:
    """A row of the table of costs: one engine at one size."""
    if engine.needs and not which(engine.needs):
        return f"| {size:,} | {engine.name} |{' – |' * 7} 没有 {engine.needs} | – |"
    some = list(sheets(library, size))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        folder.mkdir()
        start = perf_counter()
        engine.build(some, Glossary(library.terms), folder)
        built = f"{perf_counter() - start:,.0f} s"
        files = [path for path in folder.glob(engine.index) if path.is_file()]
        index = f"{sum(path.stat().st_size for path in files) / 1e6:,.1f} MB"
        try:
            cells = _cells(engine, folder, some, queries)
        except UnreadyError as error:
            cells = [*["–"] * 3, f"{error.size / 1000:,.0f} KB", f"超过{error.seconds}秒", "–", "–"]
    return f"| {size:,} | {engine.name} | {' | '.join([*cells[:-1], index, built, cells[-1]])} |"


def _cells(
    engine: Engine, folder: Path, some: Sequence[Sheet], queries: Sequence[Query]
) -> list[str]:
    first = [_first(engine, folder, query.text) for query in _openers(queries)]
    found, took = _asked(engine, folder, some, queries)
    return [
        *(f"{share:.1%}" for share in (found.top1, found.top3, found.honest)),
        f"{max(size for size, _ in first) / 1000:,.0f} KB",
        f"{max(ms for _, ms in first):,.0f} ms",
        f"{median(took):.0f}／{quantiles(took, n=20)[-1]:.0f} ms",
        "是" if _from_disk(engine, folder, queries[0].text) else "否",
    ]


def _openers(queries: Sequence[Query]) -> list[Query]:
    """Queries to begin with: some, and the one that is longest."""
    return [*_sample(queries, 8), max(queries, key=lambda query: len(query.text))]


def _asked(
    engine: Engine, folder: Path, some: Sequence[Sheet], queries: Sequence[Query]
) -> tuple[Score, list[float]]:
    """All queries, and milliseconds a keystroke for some typed character by character.

    Records made from a plan count as that plan: the first of them stands for it.
    """
    types = {sheet.id: sheet.type for sheet in some}
    took: list[float] = []
    with browser(folder, engine.script) as opened:
        engine.open(opened)
        for query in _sample(queries, 20):
            typed = (query.text[:end] for end in range(1, len(query.text) + 1))
            took += [engine.ask(opened, text)[1] for text in typed]

        def search(text: str) -> Given:
            given = engine.ask(opened, text)[0]
            plans = (types[plan] for plan in given.plans if plan in types)
            return Given(list(dict.fromkeys(plans)), given.sure)

        return score(queries, search), took


def _sample(queries: Sequence[Query], number: int) -> list[Query]:
    inside = [query for query in queries if query.kind != OUT]
    return inside[:: len(inside) // number][:number]


def _first(engine: Engine, folder: Path, query: str) -> tuple[int, float]:
    """Bytes fetched for the first answer, nothing being in the cache; milliseconds it took."""
    with browser(folder, engine.script) as opened:
        engine.open(opened)
        took = engine.ask(opened, query)[1]
        return sum(opened.fetched.values()), took


def _from_disk(engine: Engine, folder: Path, query: str) -> bool:
    """Whether the same pages answer when opened as files."""
    with browser(folder, engine.script, as_file=True) as opened:
        opened.page.set_default_timeout(5_000)
        try:
            engine.open(opened)
            return bool(engine.ask(opened, query)[0].plans)
        except Exception:  # noqa: BLE001 - whatever it is, it does not work
            return False


def _row(name: str, found: Score) -> str:
    if not found.asked:
        return f"| {name} | – | – | – | – | – | {found.honest:.1%} |"
    honest = f"{found.honest:.1%}" if name.startswith("*") else "–"
    return (
        f"| {name} | {found.asked} | {found.top1:.1%} | {found.top3:.1%} | {found.mrr:.3f} |"
        f" {found.doubted:.1%} | {honest} |"
    )
