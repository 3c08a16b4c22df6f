"""Every rule is explained, catches its bad example and leaves its good one alone."""

from pathlib import Path

import pytest
from conftest import MARK, Findings, Put

from macros.rules import registry
from macros.rules.catalogue import catalogue

ROOT = Path(__file__).parent.parent.parent
TEXTS, WRONG = catalogue(ROOT)


def test_the_catalogue_can_be_read() -> None:
    assert WRONG == ()


def test_each_checker_has_its_text_and_each_text_its_checker() -> None:
    assert set(TEXTS) == set(registry.codes())


def test_the_untouched_small_project_is_fine(findings: Findings) -> None:
    assert findings() == []


@pytest.mark.parametrize("code", registry.codes())
def test_the_bad_example_raises_exactly_its_code_at_the_marked_line(
    code: str, root: Path, put: Put, findings: Findings
) -> None:
    text = TEXTS[code]
    put(text.bad.replace("此处从略。", "此处从略。" * text.stretch), text.file)
    lines = (root / "data" / text.file).read_text("utf-8").splitlines()
    marked = [number for number, line in enumerate(lines, start=1) if MARK in line]
    assert [(one.code, one.file, one.line) for one in findings()] == [
        (code, f"data/{text.file}", *marked)
    ]


@pytest.mark.parametrize("code", registry.codes())
def test_the_good_example_raises_nothing(code: str, put: Put, findings: Findings) -> None:
    put(TEXTS[code].good, TEXTS[code].file)
    assert findings() == []
