"""What a forge runs is the project's own commands, pinned, and safe for forks."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from contribute_support import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
NAMES = [path.name for path in WORKFLOWS]
TOOLS = {"gh", "make", ".venv/bin/python", "echo", "head", "{", "}", "if", "fi", "number=$(gh"}
"""What a runner brings, and the project's own commands."""


def load(path: Path) -> Any:
    """A YAML file with every scalar a string, so that ``on`` stays a word."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings only


def jobs(path: Path) -> list[dict[str, Any]]:
    return list(load(path)["jobs"].values())


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(path) for step in job["steps"]]


def runs(path: Path) -> list[str]:
    return [step["run"] for step in steps(path) if "run" in step]


def test_there_is_a_workflow_for_each_task() -> None:
    assert NAMES == ["comment.yml", "deploy.yml", "preview.yml", "tests.yml", "validate.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_every_command_is_the_projects_own_or_the_runners(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")
    for command in (line.strip() for run in runs(path) for line in run.splitlines()):
        assert command.split()[0] in TOOLS, command
        for script in re.findall(r"scripts/\w+\.py", command):
            assert (ROOT / script).exists(), script
        for target in re.findall(r"make (\S+)", command):
            assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_an_action_is_pinned_by_its_full_commit_and_says_its_version(path: Path) -> None:
    lines = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert len(lines) == sum("uses" in step for step in steps(path))
    for line in lines:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_one_action_is_pinned_to_one_commit_everywhere() -> None:
    pins = {use for path in WORKFLOWS for step in steps(path) if (use := step.get("uses"))}
    names = [pin.partition("@")[0] for pin in pins]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_nothing_may_be_written_unless_a_job_says_so(path: Path) -> None:
    assert load(path)["permissions"] in ({}, "", {"contents": "read"})
    granted = {
        key
        for job in jobs(path)
        for key, may in job.get("permissions", {}).items()
        if may == "write"
    }
    assert granted == {"comment.yml": {"pull-requests"}, "deploy.yml": {"pages", "id-token"}}.get(
        path.name, set()
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_a_fork_gets_neither_secrets_nor_a_token_to_write_with(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_no_command_is_put_together_from_what_a_stranger_typed(path: Path) -> None:
    assert not [run for run in runs(path) if "${{" in run]


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_a_job_ends(path: Path) -> None:
    assert all(1 <= int(job["timeout-minutes"]) <= 60 for job in jobs(path))


def test_the_job_that_may_comment_runs_nobodys_code() -> None:
    path = ROOT / ".github" / "workflows" / "comment.yml"
    assert list(load(path)["on"]) == ["workflow_run"]
    assert not [step for step in steps(path) if "uses" in step]
    assert not re.search(r"python|make |checkout|sh [a-z]", "\n".join(runs(path)))
    assert "sed 's/^/    /'" in "\n".join(runs(path))
    assert "--edit-last --create-if-none" in "\n".join(runs(path))


def test_the_comment_waits_for_the_workflow_that_writes_its_text() -> None:
    folder = ROOT / ".github" / "workflows"
    preview, comment = load(folder / "preview.yml"), load(folder / "comment.yml")
    assert comment["on"]["workflow_run"]["workflows"] == [preview["name"]]
    uploaded = [
        step["with"]["name"]
        for step in steps(folder / "preview.yml")
        if "upload" in step.get("uses", "")
    ]
    assert uploaded == ["site", "changes"]
    assert "--name changes" in runs(folder / "comment.yml")[0]


def test_findings_are_annotated_where_they_stand() -> None:
    commands = runs(ROOT / ".github" / "workflows" / "validate.yml")
    assert ".venv/bin/python scripts/validate.py --strict --format github" in commands


def test_only_main_is_deployed() -> None:
    assert load(ROOT / ".github" / "workflows" / "deploy.yml")["on"] == {
        "push": {"branches": ["main"]},
        "workflow_dispatch": "",
    }


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_is_one(path: Path) -> None:
    form = load(path)
    assert all(re.search(r"[\u4e00-\u9fff]", form[key]) for key in ("name", "description"))
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    ids = [part["id"] for part in asked]
    assert len(ids) == len(set(ids)) >= 3
    assert all(part["attributes"]["label"] for part in asked)
    assert {part["type"] for part in asked} <= {"input", "textarea", "dropdown"}


def test_the_three_reasons_to_write_have_a_form_each() -> None:
    assert [load(path)["name"] for path in FORMS] == ["改一处", "新模板", "依据过期"]


def test_hooks_run_the_same_commands_and_download_nothing() -> None:
    config = load(ROOT / ".pre-commit-config.yaml")
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    hooks = config["repos"][0]["hooks"]
    assert "scripts/validate.py --strict" in hooks[0]["entry"]
    for hook in hooks:
        assert hook["language"] == "system"
        assert (ROOT / hook["entry"].split()[0]).exists()
        assert all((ROOT / part).exists() for part in hook["entry"].split() if part.endswith(".py"))


def test_owners_are_named_for_paths_that_exist() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for _, owner in rules)
    assert all(path == "*" or (ROOT / path.strip("/")).exists() for path, _ in rules)


def test_the_editor_knows_the_schema_of_every_record() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    ((schema, patterns),) = settings["yaml.schemas"].items()
    assert (ROOT / schema).exists()
    found = {path for pattern in patterns for path in ROOT.glob(pattern)}
    assert found >= set((ROOT / "data" / "plans").glob("*.yml"))
    for path in found:
        first = path.read_text("utf-8").splitlines()[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named, path
        assert (path.parent / named[1]).resolve() == (ROOT / schema).resolve()
