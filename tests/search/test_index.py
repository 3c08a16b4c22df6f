"""The index stays small however many plans there are, and keeps the plans that say most."""

from macros.bench.corpus import sheets
from macros.model.library import Library
from macros.search.glossary import Glossary
from macros.search.index import build
from macros.search.pack import packed
from macros.search.places import Place
from macros.search.records import Records

FILE = 300
OTHER = [[Place("正文", "", "", "门店")]] * (9 * FILE)


def _plans(number: int) -> list[list[Place]]:
    """Each plan says 楼道 once more often than the one before, among as many other words."""
    lines = ("，".join(["楼道"] * n + ["街巷"] * (number - n)) for n in range(1, number + 1))
    return [[Place("正文", "", "", line)] for line in lines]


def test_a_common_pair_leads_to_the_plans_that_say_it_most(records: Records) -> None:
    index = build([*_plans(FILE), *OTHER], Glossary({}), records.letters)
    found = index.postings["楼", "道"]
    assert [plan for plan, _ in found.hits] == list(range(FILE - 100, FILE))
    assert len(packed(found)) == 201


def test_of_plans_that_say_it_alike_the_first_are_kept(records: Records) -> None:
    alike = [[Place("正文", "", "", "楼道")]] * FILE
    index = build([*alike, *OTHER], Glossary({}), records.letters)
    assert [plan for plan, _ in index.postings["楼", "道"].hits] == list(range(100))


def test_made_up_records_are_the_same_every_time_and_like_their_own_kind(library: Library) -> None:
    real = len(library.plans)
    found = list(sheets(library, real + 3))
    assert [sheet.type for sheet in found[real:]] == list(library.plans)[:3]
    for made, base in zip(found[real:], found, strict=False):
        assert made.text(aliases=True) != base.text(aliases=True)
        assert [p.kind for p in made.places] == [p.kind for p in base.places]
    assert found == list(sheets(library, real + 3)), "the same ones every time"
