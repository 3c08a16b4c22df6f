"""Fill a plan and take it away: one file, a set, or a batch from a table of places."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.writers.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], ROOT))
