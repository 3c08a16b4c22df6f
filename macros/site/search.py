"""The search of the site: its script and its index."""

from collections.abc import Iterator

from macros.search.pack import scripts
from macros.search.records import Records
from macros.site.catalogue import Catalogue
from macros.site.scripts import search_script


def search_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The files of the search: address below the site and text."""
    yield "assets/search.js", search_script()
    plans = catalogue.library.plans.values()
    cards: list[dict[str, object]] = [
        {key: getattr(plan, key) for key in ("id", "title", "scenario")} for plan in plans
    ]
    for name, text in scripts(Records.of(catalogue.library), cards):
        yield f"assets/search/{name}", text
