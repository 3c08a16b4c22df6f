"""Every fact and figure a plan type carries is still there after an edit."""

from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PLANS = sorted(path.stem for path in (ROOT / "tests/facts").glob("*.yml"))


def leaves(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [text for key, value in node.items() for text in (str(key), *leaves(value))]
    if isinstance(node, list):
        return [text for value in node for text in leaves(value)]
    return [str(node)]


def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings only


@pytest.mark.parametrize("slug", PLANS)
def test_every_fact_of_the_plan_type_is_carried(slug: str) -> None:
    text = "\n".join(leaves(load(ROOT / f"data/plans/{slug}.yml")))
    facts = load(ROOT / f"tests/facts/{slug}.yml")["facts"]
    lost = [f"{entry['fact']}：{entry['find']}" for entry in facts if entry["find"] not in text]
    assert not lost
    assert len(facts) >= 20
