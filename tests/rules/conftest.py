"""A small project of two plans, to be changed by tests."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from macros.model.finding import Finding
from macros.model.load import load_library
from macros.rules.run import check

BASE = Path(__file__).parent.parent / "fixtures" / "base"
TODAY = date(2026, 11, 23)
MARK = "# ←"

# seven tests change records: 7 × 300 are more than two thousand changes
_LENIENT = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("usual", max_examples=300, deadline=None, suppress_health_check=_LENIENT)
settings.register_profile("full", max_examples=2000, deadline=None, suppress_health_check=_LENIENT)

Put = Callable[[str, str], None]
Findings = Callable[[], list[Finding]]


def spliced(base: str, fragment: str) -> str:
    """The base text with the fragment's top-level keys in the place of its own."""
    key = re.compile(r"^([^\s#{}\[\]-][^:\n]*):", re.MULTILINE)
    replaced = set(key.findall(fragment))
    blocks = re.split(r"^(?=[^\s#])", base, flags=re.MULTILINE)
    kept = [one for one in blocks if not (found := key.match(one)) or found[1] not in replaced]
    return "".join(kept).rstrip("\n") + "\n" + fragment


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def put(root: Path) -> Put:
    """Replace top-level keys of a file of the small project."""

    def change(fragment: str, file: str = "plans/sample.yml") -> None:
        path = root / "data" / file
        path.write_text(spliced(path.read_text("utf-8"), fragment), "utf-8")

    return change


@pytest.fixture
def findings(root: Path) -> Findings:
    def found() -> list[Finding]:
        result = load_library(root)
        return sorted({*result.findings, *check(result, TODAY)})

    return found
