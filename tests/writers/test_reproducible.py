"""Equal values give equal bytes: whatever the clock, the time zone and the run."""

import os
import subprocess
import sys

import pytest

from macros.site.catalogue import ROOT

RUN = """
import hashlib
from macros.fill.derive import Filling
from macros.fill.settle import settle
from macros.fill.values import make_values
from macros.model.load import load_library
from macros.site.catalogue import ROOT, Catalogue
from macros.writers.docx import annexed, docx
from macros.writers.ics import ics
for entry in Catalogue(load_library(ROOT).partial).entries.values():
    examples = {var["name"]: var["eg"] for var in entry.program["vars"]}
    filling = Filling(entry.program, make_values("2026-12-01", examples), entry.calendar)
    documents = [settle(filling, document) for document in entry.program["docs"]]
    print(entry.plan.id, *(hashlib.sha256(file).hexdigest() for file in (docx(annexed(documents)), ics(filling))))
"""


def _run(zone: str, seed: str) -> str:
    env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", RUN]
    return subprocess.run(
        command, env=env, cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout


@pytest.mark.parametrize(("zone", "seed"), [("America/New_York", "1"), ("Pacific/Kiritimati", "2")])
def test_files_are_the_same_in_another_run_and_time_zone(zone: str, seed: str) -> None:
    there = _run(zone, seed)
    assert there == _run("Asia/Shanghai", "0")
    assert len(there.splitlines()) == len(list((ROOT / "data" / "plans").glob("*.yml")))
