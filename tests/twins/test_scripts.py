"""The scripts that a page loads when someone begins to fill."""

import gzip
from typing import Any

import pytest

from macros.site.catalogue import ROOT
from macros.site.scripts import ENGINE, calendar_script, engine_script, parts_script, program_script

PLANS = sorted(path.stem for path in (ROOT / "data" / "plans").glob("*.yml"))
LARGEST = 10 * 1024
"""Bytes of a plan's script on the wire."""


@pytest.mark.parametrize("slug", PLANS)
def test_a_plans_script_is_small_on_the_wire(slug: str, catalogue: Any) -> None:
    script = program_script(catalogue[slug].program).encode()
    assert len(gzip.compress(script)) < LARGEST


def test_no_text_can_end_a_script_element_or_a_string(catalogue: Any) -> None:
    program = {**catalogue[PLANS[0]].program, "title": "</script>\u2028\u2029<!--"}
    scripts = [program_script(program), calendar_script(catalogue.library), parts_script()]
    assert "</script>" not in "".join(scripts)
    assert not {"<", "\u2028", "\u2029"} & set("".join(scripts))


def test_the_engine_holds_every_source_once() -> None:
    listed = (ENGINE / "order.txt").read_text(encoding="utf-8").split()
    assert sorted(listed) == sorted(path.stem for path in ENGINE.glob("*.js"))
    assert engine_script().count('"use strict"') == len(listed)
