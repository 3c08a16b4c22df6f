"""Equal values give equal bytes: whatever the clock, the time zone and the run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.site.catalogue import ROOT

RUN = """
import hashlib, sys
from pathlib import Path
from macros.fill.derive import Filling
from macros.fill.settle import settle
from macros.fill.values import make_values
from macros.model.load import load_library
from macros.site.catalogue import Catalogue
from macros.writers.docx import annexed, docx
from macros.writers.ics import ics
for entry in Catalogue(load_library(Path(sys.argv[1])).partial).entries.values():
    examples = {var["name"]: var["eg"] for var in entry.program["vars"]}
    filling = Filling(entry.program, make_values("2026-12-01", examples), entry.calendar)
    documents = [settle(filling, document) for document in entry.program["docs"]]
    print(entry.plan.id, *(hashlib.sha256(file).hexdigest() for file in (docx(annexed(documents)), ics(filling))))
"""


def _run(root: Path, zone: str, seed: str) -> str:
    env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", RUN, str(root)]
    ran = subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True, text=True)
    return ran.stdout


@pytest.mark.parametrize(("zone", "seed"), [("America/New_York", "1"), ("Pacific/Kiritimati", "2")])
def test_files_are_the_same_in_another_run_and_time_zone(
    zone: str, seed: str, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")  # nobody may change it meanwhile
    there = _run(tmp_path, zone, seed)
    assert there == _run(tmp_path, "Asia/Shanghai", "0")
    assert len(there.splitlines()) == len(list((tmp_path / "data" / "plans").glob("*.yml")))
