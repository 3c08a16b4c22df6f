"""What the tests of filling share."""

import csv
import io
from pathlib import Path

SLUG = "residential-cleanup-week"


def table(rows: list[dict[str, str]]) -> str:
    """Rows as CSV text."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def left_over(folder: Path) -> list[str]:
    """What stands in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())
