"""Say what a change does to the documents: ``python scripts/plan_diff.py [BASE]``."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.contribute.changes import summary
from macros.contribute.history import NoBaseError, merge_base


def main(arguments: list[str]) -> int:
    """Print the summary; return 2 when there is nothing to compare with."""
    try:
        print(summary(ROOT, merge_base(ROOT, *arguments[:1])), end="")
    except NoBaseError as error:
        print(f"比不出改动：{error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
