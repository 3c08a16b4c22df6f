"""Changed records raise their version; what a change does to the documents can be read."""

import subprocess
from pathlib import Path

import pytest
from contribute_support import copy_of_data

from macros.contribute.changes import summary
from macros.contribute.history import NoBaseError, merge_base
from macros.contribute.versions import unraised

PLAN = "data/plans/residential-cleanup-week.yml"
SENTENCE = "清理楼道和空地的堆放物"


def git(root: Path, *arguments: str) -> None:
    command = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository whose work stands on a branch of its own."""
    copy_of_data(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "feat: records")
    git(tmp_path, "switch", "-qc", "change")
    return tmp_path


def change(project: Path, old: str, new: str) -> None:
    path = project / PLAN
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def raised(project: Path) -> None:
    change(project, 'version: "1.0"\n', 'version: "1.1"\n')
    change(
        project, "changelog: [", 'changelog: [{version: "1.1", date: 2026-11-23, note: 改说法}, '
    )


def test_a_changed_record_that_keeps_its_version_is_named_at_its_version(project: Path) -> None:
    change(project, SENTENCE, "收拾楼道和空地")
    (found,) = unraised(project, merge_base(project))
    assert found.file == PLAN
    line = (project / PLAN).read_text("utf-8").splitlines()[found.line - 1]
    assert line == 'version: "1.0"'
    assert 'version 改成 "1.1"' in found.hint


def test_the_work_of_a_branch_counts_whether_committed_or_not(project: Path) -> None:
    change(project, SENTENCE, "收拾楼道和空地")
    git(project, "commit", "-qam", "fix: words")
    assert len(unraised(project, merge_base(project))) == 1


def test_a_record_with_a_higher_version_may_say_something_else(project: Path) -> None:
    change(project, SENTENCE, "收拾楼道和空地")
    raised(project)
    assert unraised(project, merge_base(project)) == []


def test_layout_and_comments_need_no_new_version(project: Path) -> None:
    path = project / PLAN
    path.write_text("# 说明\n" + path.read_text("utf-8") + "\n# 末尾\n", "utf-8")
    assert unraised(project, merge_base(project)) == []


def test_a_new_record_and_one_that_cannot_be_read_are_left_to_the_other_checks(
    project: Path,
) -> None:
    (project / "data" / "plans" / "new.yml").write_text("id: new\n", "utf-8")
    (project / PLAN).write_text("id: [", "utf-8")
    assert unraised(project, merge_base(project)) == []


def test_what_main_did_meanwhile_is_not_held_against_a_branch(project: Path) -> None:
    git(project, "switch", "-q", "main")
    change(project, SENTENCE, "收拾楼道和空地")
    git(project, "commit", "-qam", "fix: words")
    git(project, "switch", "-q", "change")
    assert unraised(project, merge_base(project)) == []


def test_a_copy_without_history_is_told_plainly(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shallow = tmp_path_factory.mktemp("shallow") / "copy"
    git(project, "commit", "--allow-empty", "-qm", "chore: one more")
    source = project.as_uri()
    git(project, "clone", "-q", "--depth", "1", "--branch", "change", source, str(shallow))
    with pytest.raises(NoBaseError, match="--unshallow"):
        merge_base(shallow)


def test_a_folder_that_is_no_repository_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(NoBaseError, match="找不到可比的起点"):
        merge_base(tmp_path)


def test_the_summary_shows_the_sentence_before_and_after(project: Path) -> None:
    change(project, SENTENCE, "收拾楼道和空地")
    raised(project)
    told = summary(project, merge_base(project)).splitlines()
    assert told[0].endswith("1 份方案的成文有变化。")
    assert told[2] == "01@1.0 → 01@1.1 住宅小区环境秩序一周集中整治工作方案（改说法）"
    assert any(line.startswith("-") and SENTENCE in line for line in told)
    assert any(line.startswith("+") and "收拾楼道和空地" in line for line in told)


def test_a_summary_of_nothing_says_so(project: Path) -> None:
    assert summary(project, merge_base(project)).endswith("0 份方案的成文有变化。\n")


def test_a_plan_taken_away_is_said_in_one_line_and_its_text(project: Path) -> None:
    (project / PLAN).unlink()
    assert "删去 residential-cleanup-week" in summary(project, merge_base(project))


def test_records_with_errors_are_sent_to_the_validator_first(project: Path) -> None:
    change(project, "number: 1", "number: 一")
    assert "先让 python scripts/validate.py 通过" in summary(project, merge_base(project))
