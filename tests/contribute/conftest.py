"""A copy of the project's data, to be changed by tests."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A directory with this project's registers and plans."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path
