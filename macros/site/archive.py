"""The offline edition, when one has been made: what a page says of it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

DIST = Path(__file__).resolve().parents[2] / "dist"
"""Where ``make offline`` leaves the edition."""


@dataclass(frozen=True)
class Archive:
    """A zip file and what people need to know of it."""

    path: Path

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    @property
    def size(self) -> str:
        """The file's size in words."""
        return f"{self.path.stat().st_size / 1_000_000:.1f} MB"

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal digits."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    @property
    def checksum(self) -> str:
        """The text of the ``.sha256`` file, as ``sha256sum -c`` reads it."""
        return f"{self.digest}  {self.name}\n"


def newest(folder: Path = DIST) -> Archive | None:
    """The offline edition in a folder, if there is one."""
    found = sorted(folder.glob("plan-skeletons-offline-*.zip"))
    return Archive(found[-1]) if found else None
