"""ZIP packages whose bytes depend on their content alone.

Entries are stored, not deflated: two hosts that agree on the content agree on
every byte, and a browser needs twenty lines to do the same.
"""

import io
import zipfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PARTS = Path(__file__).parent / "parts"
"""The parts of office packages that no value changes."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP entry can carry (APPNOTE.TXT 4.4.6)."""


def package(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Zip named contents in the order given.

    Args:
        entries: names (``/`` between folders) and contents.

    Returns:
        The archive; equal entries give equal bytes, whatever the clock and system.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in entries:
            archive.writestr(entry(name), content)
    return stream.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    """A stored entry that tells nothing of the clock and the system."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.create_system = 0
    info.external_attr = 0o600 << 16  # what zipfile would write for nothing
    return info


@cache
def fixed_parts(kind: str) -> tuple[tuple[str, bytes], ...]:
    """The unchanging parts of a ``docx`` or ``xlsx`` package, in their order."""
    root = PARTS / kind
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return tuple((path.relative_to(root).as_posix(), path.read_bytes()) for path in files)
