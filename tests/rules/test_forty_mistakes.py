"""Many mistakes in one record are all told at once, each at its own line, and no others."""

import re
import shutil
from pathlib import Path

from conftest import Findings

FORTY = Path(__file__).parent.parent / "fixtures" / "forty.yml"


def marked() -> list[tuple[int, str]]:
    """Line and code of each mistake, as marked in the fixture."""
    lines = enumerate(FORTY.read_text("utf-8").splitlines(), start=1)
    return sorted(
        (number, code)
        for number, line in lines
        for code in re.findall(r"[EW]\d{3}", line.partition("# ←")[2])
    )


def test_forty_mistakes_give_forty_messages_each_at_its_line(
    root: Path, findings: Findings
) -> None:
    shutil.copy(FORTY, root / "data" / "plans" / "sample.yml")
    told = sorted((one.line, one.code) for one in findings())
    assert told == marked()
    assert len(told) >= 40


def test_every_message_is_chinese_and_shows_a_way_out(root: Path, findings: Findings) -> None:
    shutil.copy(FORTY, root / "data" / "plans" / "sample.yml")
    for one in findings():
        assert re.search(r"[\u4e00-\u9fff]", one.message)
        assert re.search(r"[\u4e00-\u9fff]", one.hint)
