"""What the tests of contributing share."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def copy_of_data(folder: Path) -> Path:
    """A directory with this project's registers and plans, to be changed by a test."""
    shutil.copytree(ROOT / "data", folder / "data")
    return folder
