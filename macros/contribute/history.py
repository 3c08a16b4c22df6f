"""What the repository's history says: where a change began, and files as they were then."""

import subprocess
from pathlib import Path

MAIN = ("origin/main", "main")
"""Where published records live, the forge's copy first."""


class NoBaseError(Exception):
    """There is nothing to compare with, and what to do about it."""


def git(root: Path, *arguments: str) -> str:
    """What a git command prints.

    Raises:
        NoBaseError: git is missing, this is no repository, or the command fails.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell; the names come from git and the caller
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the git on the path
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        raise NoBaseError("没有装 git，比不出改了什么") from None
    if done.returncode:
        raise NoBaseError((done.stderr.strip().splitlines() or ["git 没有说原因"])[-1])
    return done.stdout


def merge_base(root: Path, base: str = "") -> str:
    """The commit in which the present work left the published line.

    Args:
        root: the project's directory.
        base: a branch or commit; the main branch when left out.

    Raises:
        NoBaseError: with a way out, for a shallow copy or an unknown name.
    """
    for name in (base,) if base else MAIN:
        try:
            git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
            return git(root, "merge-base", name, "HEAD").strip()
        except NoBaseError:
            continue
    raise NoBaseError(
        f"找不到可比的起点（{base or '、'.join(MAIN)}）。只取了最近一次提交的副本里没有历史："
        "先运行 git fetch --unshallow，再运行 git fetch origin main"
    )


def files_at(root: Path, commit: str, folder: str) -> dict[str, str]:
    """The texts of all YAML files below a folder as they were at a commit, by path."""
    listed = git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", folder).split("\0")
    names = [name for name in listed if name.endswith((".yml", ".yaml"))]
    return {name: git(root, "show", f"{commit}:{name}") for name in names}
