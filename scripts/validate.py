"""Check the records: ``python scripts/validate.py [--format text|json|github] [PATH…]``."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.rules.command import main

if __name__ == "__main__":
    sys.exit(main(ROOT, sys.argv[1:]))
