"""What a change does to the documents people read, as text."""

import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from macros.contribute.history import files_at
from macros.model.library import Library
from macros.model.load import load_library
from macros.site.catalogue import Catalogue, Entry
from macros.writers.text import txt

LONGEST = 400
"""Lines told of one plan: a summary is read, a listing is not."""


def summary(root: Path, commit: str) -> str:
    """The changes between a commit and the present files, plan by plan.

    Both sides are rendered by the present program, so what is told comes from the records.

    Args:
        root: the project's directory.
        commit: what to compare with.

    Returns:
        Plain text; a first line that says how many plans changed.
    """
    with tempfile.TemporaryDirectory() as folder:
        before = _as_it_was(root, commit, Path(folder))
    after = load_library(root).library
    if after is None:
        return "现在的记录有错误，先让 python scripts/validate.py 通过。\n"
    if before is None:
        return f"{commit[:8]} 的记录用现在的程序读不通（字段变了），没有可比的正文。\n"
    told = [part for key in _keys(before, after) if (part := _plan(key, before, after))]
    head = f"与 {commit[:8]} 相比，{len(told)} 份方案的成文有变化。\n"
    return head + "".join(f"\n{part}" for part in told)


def _as_it_was(root: Path, commit: str, folder: Path) -> Library | None:
    for name, text in files_at(root, commit, "data").items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_library(folder).library


def _keys(before: Library, after: Library) -> list[str]:
    return list(dict.fromkeys((*after.plans, *before.plans)))


def _plan(key: str, before: Library, after: Library) -> str:
    old, new = _documents(key, before), _documents(key, after)
    lines = [line for name in {**new, **old} for line in _diff(name, old, new)]
    if not lines:
        return ""
    left = len(lines) - LONGEST
    kept = [*lines[:LONGEST], *([f"……另有 {left} 行"] if left > 0 else [])]
    return "\n".join([_head(key, before, after), *kept]) + "\n"


def _head(key: str, before: Library, after: Library) -> str:
    old, new = before.plans.get(key), after.plans.get(key)
    if new is None:
        return f"删去 {key}"
    if old is None:
        return f"新增 {new.number:02d}@{new.version} {new.title}"
    note = new.changelog[0].note if new.changelog and new.version != old.version else "没有加版本"
    return f"{new.number:02d}@{old.version} → {new.number:02d}@{new.version} {new.title}（{note}）"


def _documents(key: str, library: Library) -> dict[str, str]:
    """A plan's documents as plain text, by their names."""
    entry: Entry | None = Catalogue(library).entries.get(key)
    if entry is None:
        return {}
    return {doc["name"]: txt(entry.document(doc["key"])) for doc in entry.program["docs"]}


def _diff(name: str, old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    texts = (old.get(name, "").splitlines(), new.get(name, "").splitlines())
    lines = list(unified_diff(*texts, n=0, lineterm=""))[2:]
    if lines:
        yield f"【{name}】"
    yield from (line for line in lines if not line.startswith("@@"))
