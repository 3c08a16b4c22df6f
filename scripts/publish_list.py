"""Add what is new to ``data/published.yml``; with ``--check`` only say what has vanished."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.contribute.published import FILE, Published, merged, present, read, text, vanished
from macros.model.load import load_library


def main(arguments: list[str]) -> int:
    """Return 1 when something published leads nowhere."""
    library = load_library(ROOT).library
    if library is None:
        print("记录有错误，先让 python scripts/validate.py 通过", file=sys.stderr)
        return 2
    now = present(library, ROOT / "docs")
    listed = read(ROOT) if (ROOT / FILE).exists() else Published(plans={}, pages=())
    lost = vanished(listed, now, library.plans)
    for line in lost:
        print(line)
    if lost:
        return 1
    if "--check" not in arguments:
        (ROOT / FILE).write_text(text(merged(listed, now)), encoding="utf-8")
        print(f"已写好 {FILE.as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
