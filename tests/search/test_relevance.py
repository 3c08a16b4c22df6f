"""Search finds what people mean. A question more or less is half a point: the gates leave one."""

from collections.abc import Callable

import pytest

from macros.bench.baseline import baseline
from macros.bench.corpus import sheets
from macros.bench.queries import OUT, Given, Query, load, score
from macros.bench.search import own
from macros.model.library import Library

QUERIES = load()
HALVES = {
    "tuned on": [query for query in QUERIES if query.tuning],
    "not looked at": [query for query in QUERIES if not query.tuning],
}

Search = Callable[[str], Given]


@pytest.fixture(scope="session")
def search(library: Library) -> Search:
    return own(library)


@pytest.mark.parametrize("half", HALVES)
def test_the_first_plan_answers_nearly_every_question(search: Search, half: str) -> None:
    found = score(HALVES[half], search)
    assert found.top1 >= 0.94
    assert found.top3 >= 0.985


@pytest.mark.parametrize("half", HALVES)
def test_other_words_for_the_same_thing_are_understood(search: Search, half: str) -> None:
    assert score([q for q in HALVES[half] if q.kind == "synonym"], search).top1 >= 0.9


@pytest.mark.parametrize("half", HALVES)
def test_what_is_not_here_is_said_to_be_not_here(search: Search, half: str) -> None:
    found = score(HALVES[half], search)
    assert found.honest >= 0.85
    assert found.doubted <= 0.08


def test_it_does_far_better_than_pairs_of_characters_alone(
    search: Search, library: Library
) -> None:
    texts = {s.id: s.text(aliases=False) for s in sheets(library, len(library.plans))}
    plain, ours = score(QUERIES, baseline(texts)), score(QUERIES, search)
    assert ours.top1 - plain.top1 > 0.2


@pytest.mark.parametrize(
    ("query", "plan"),
    [
        ("车子乱停", "residential-cleanup-week"),
        ("楼道里堆东西", "residential-cleanup-week"),
        ("电动摩托", "residential-cleanup-week"),
        ("业主自治", "model-estate-selection"),
        ("一个礼拜搞完", "residential-cleanup-week"),
        ("衛生死角", "village-environment-phases"),
        ("迎检", "property-civic-city"),
        ("wangge", "rural-three-governance"),
    ],
)
def test_the_words_people_really_type_lead_to_a_right_plan_at_once(
    search: Search, query: str, plan: str
) -> None:
    right = next(known for known in QUERIES if known.text == query).plans
    assert plan in right
    assert search(query).plans[0] in right
    assert search(query).sure


def test_the_set_is_large_enough_and_its_plans_exist(library: Library) -> None:
    assert len(QUERIES) >= 200
    assert sum(query.kind == OUT for query in QUERIES) >= 30
    assert {plan for query in QUERIES for plan in query.plans} <= set(library.plans)
    assert len({query.text for query in QUERIES}) == len(QUERIES)


def test_every_question_with_an_answer_names_it(library: Library) -> None:
    def fits(query: Query) -> bool:
        return bool(query.plans) == (query.kind != OUT) and len(query.plans) <= len(library.plans)

    assert all(fits(query) for query in QUERIES)
    assert all(len(query.plans) <= 4 for query in QUERIES)
