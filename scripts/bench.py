"""Measure something: ``python scripts/bench.py search [options]``.

Each measurement is a module of ``macros.bench`` with ``main(arguments) -> int``.
"""

import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.bench import MEASUREMENTS


def main(arguments: list[str]) -> int:
    """Run the measurement named first; the rest are its options."""
    name = arguments[0] if arguments else ""
    if name not in MEASUREMENTS:
        print("用法：python scripts/bench.py 名称 [选项]；名称是下面之一：")
        for known, about in MEASUREMENTS.items():
            print(f"  {known}  {about}")
        return 2
    return int(import_module(f"macros.bench.{name}").main(arguments[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
