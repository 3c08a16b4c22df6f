"""The measurement measures what it says: the same files for both tools."""

from pathlib import Path

from contribute_support import ROOT

from macros.bench.validate import Row, Took, corpus, other, own, took
from macros.rules.run import validate


def test_the_copies_are_plans_without_mistakes_of_their_own(tmp_path: Path) -> None:
    project = corpus(tmp_path / "project", 20)
    found = [one for one in validate(project) if one.file.startswith("data/plans/")]
    assert found == [one for one in validate(ROOT) if one.file.startswith("data/plans/")]
    assert len(list((project / "data" / "plans").glob("*.yml"))) == 20


def test_both_commands_are_given_every_copy(tmp_path: Path) -> None:
    project = corpus(tmp_path / "project", 15)
    assert str(project) in own(project)
    files = [Path(part) for part in other(project) if part.endswith(".yml")]
    assert sorted(files) == sorted((project / "data" / "plans").glob("*.yml"))
    assert took(own(project)).cpu > 0
    assert took(other(project)).cpu > 0


def test_a_line_of_the_table_says_how_many_times_faster() -> None:
    line = Row(1000, Took(10, 12), Took(60, 60)).as_markdown()
    assert line == "| 1,000 | 10.0 | 12.0 | 12.0 | 60.0 | 60.0 | 6.0 | 5.0 |"
