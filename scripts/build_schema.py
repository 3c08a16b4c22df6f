"""Write ``data/schema/plan.schema.json`` from the model and the registers."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.model.load import load_library
from macros.model.schema import plan_schema

TARGET = ROOT / "data" / "schema" / "plan.schema.json"


def text() -> str:
    """The schema as it is committed."""
    return json.dumps(plan_schema(load_library(ROOT).partial), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text(), encoding="utf-8")
    print(f"已写好 {TARGET.relative_to(ROOT)}")
