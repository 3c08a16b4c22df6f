"""Check the records: ``python scripts/validate.py [--format text|json|github] [PATH…]``."""

import gc
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.rules.command import main

if __name__ == "__main__":
    gc.disable()  # records hold no cycles, and this process ends when they are checked
    sys.exit(main(ROOT, sys.argv[1:]))
