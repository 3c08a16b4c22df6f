"""Begin a new plan type: ``python scripts/new_plan.py dog-manners --title 社区文明养犬工作方案``."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.contribute.command import main

if __name__ == "__main__":
    sys.exit(main(ROOT, sys.argv[1:]))
