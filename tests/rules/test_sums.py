"""What a list's name promises."""

import pytest

from macros.rules.sums import _counts


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("五个看不见", {5}),
        ("门前三包", {3}),
        ("七个一", {7, 8}),
        ("四和一美", {4, 5}),
        ("一约四会", {5}),
        ("十二条约定", {12}),
        ("8件实事", {8}),
        ("第一书记的事", set()),
        ("一封信的要点", set()),
        ("24小时值守", set()),
        ("12345热线流程", set()),
        ("日常要点", set()),
    ],
)
def test_a_name_promises_its_first_numeral_or_their_sum(name: str, allowed: set[int]) -> None:
    assert _counts(name) == allowed
