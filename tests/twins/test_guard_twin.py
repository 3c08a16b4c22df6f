"""The browser warns of the same things and gives files the same names as Python."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from macros.fill.derive import Filling
from macros.fill.filename import filename
from macros.fill.guard import guard
from macros.fill.values import make_values
from macros.time.calendar import WorkCalendar

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parent.parent / "fill"
sys.path.insert(0, str(FOLDER))
from guard_support import program  # noqa: E402 - a test's helper beside the vectors

VECTORS = json.loads((FOLDER / "guard_vectors.json").read_text(encoding="utf-8"))
GUARD = """a => {
  const filling = new PS.Filling(a.program, PS.makeValues("2026-12-01", a.vars, {}));
  return PS.guard(filling).map(n => [n.name, n.message]); }"""


def test_both_hosts_give_the_same_notices_in_the_same_words(host: Any) -> None:
    for case in VECTORS["guard"]:
        asked = {"program": program(case), "vars": case["vars"]}
        values = make_values("2026-12-01", case["vars"])
        told = guard(Filling(asked["program"], values, WorkCalendar({})))
        assert host.call(GUARD, asked) == [[n.name, n.message] for n in told], case["about"]


def test_both_hosts_name_files_alike(host: Any) -> None:
    titles = [*(case["title"] for case in VECTORS["filename"]), "长" * 500, "😀" * 90, "a\ud800b"]
    named = host.call('titles => titles.map(t => PS.filename(t, "（未填完）"))', titles)
    assert named == [filename(title, "（未填完）") for title in titles]
