"""Prose may name a unit by its key, so that its name follows when the user changes it."""

import pytest
from conftest import Findings, Put

from macros.views.blocks import Blank, UnitName, inline


def test_a_unit_in_prose_is_printed_by_its_name() -> None:
    assert inline("由【@城管局】【科室】牵头") == ("由", UnitName("城管局"), Blank("科室"), "牵头")


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        ("goals: [由【@街道】牵头]", ""),
        ("goals: [由【@办事处】牵头]", "单位“办事处”没有登记"),
        ("hints: {goals: [先问【@街道】]}", "这里不会印出来，不认【@街道】"),
    ],
)
def test_it_must_be_registered_and_printed(
    fragment: str, said: str, put: Put, findings: Findings
) -> None:
    put(fragment)
    told = [one for one in findings() if one.code == "E201"]
    assert [one.message for one in told] == ([said] if said else [])
    assert not any(one.code == "E601" for one in findings()), "it is no blank"
    assert all(one.hint for one in told)
