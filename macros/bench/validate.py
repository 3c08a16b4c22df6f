"""How long checking takes, side by side with check-jsonschema on the same files."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100, 1_000, 10_000)
COMPARED = 1_000
"""The largest number of records the other tool is given, unless ``--all``: it takes minutes."""


class Took(NamedTuple):
    """Seconds by the clock, and seconds of processor time (which a busy machine leaves alone)."""

    clock: float
    cpu: float


class Row(NamedTuple):
    """One size: records, what this validator took, what the other took (or nothing)."""

    records: int
    own: Took
    other: Took | None

    def as_markdown(self) -> str:
        """A line of the table."""
        own, other = self.own, self.other
        cells = [f"{self.records:,}", f"{own.clock:.1f}", f"{own.cpu:.1f}"]
        cells.append(f"{own.cpu / self.records * 1000:.1f}")
        if other is None:
            cells += ["未测"] * 2 + ["—"] * 2
        else:
            cells += [f"{other.clock:.1f}", f"{other.cpu:.1f}"]
            cells += [f"{other.clock / own.clock:.1f}", f"{other.cpu / own.cpu:.1f}"]
        return f"| {' | '.join(cells)} |"


HEAD = (
    "| 记录 | 本项目，全部规则：秒 | 其中处理器 | 每份毫秒 "
    "| check-jsonschema，只查类型：秒 | 其中处理器 | 快几倍（按钟表） | 快几倍（按处理器） |\n"
    "|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def corpus(folder: Path, records: int) -> Path:
    """Copies of the plans under new ids, numbers and everyday names, with all registers.

    Args:
        folder: where a project is made; what was there is removed.
        records: how many plans it is to have.

    Returns:
        The project.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "data", folder / "data")
    sources = sorted((ROOT / "data" / "plans").glob("*.yml"))
    texts = [path.read_text("utf-8") for path in sources]
    for path in (folder / "data" / "plans").glob("*.yml"):
        path.unlink()
    for at in range(records):
        source, text = sources[at % len(sources)], texts[at % len(sources)]
        slug = f"{source.stem}-{at}"
        changes = {
            "id: .*": f"id: {slug}",
            "number: .*": f"number: {at + 1}",
            "aliases: .*": f"aliases: [{slug}]",
        }
        for old, new in changes.items():
            text = re.sub(f"^{old}$", new, text, count=1, flags=re.MULTILINE)
        (folder / "data" / "plans" / f"{slug}.yml").write_text(text, "utf-8")
    return folder


def own(project: Path) -> list[str]:
    """The command that checks a project with all rules."""
    script = "import sys; from pathlib import Path; from macros.rules.command import main; "
    return [sys.executable, "-c", script + "sys.exit(main(Path(sys.argv[1]), []))", str(project)]


def other(project: Path) -> list[str]:
    """The command that checks its plans with check-jsonschema and the JSON Schema."""
    schema = ROOT / "data" / "schema" / "plan.schema.json"
    files = sorted(str(path) for path in (project / "data" / "plans").glob("*.yml"))
    tool = str(Path(sys.executable).with_name("check-jsonschema"))
    return [tool, "--schemafile", str(schema), *files]


def took(command: Sequence[str]) -> Took:
    """How long a command takes with all its helpers; it may find mistakes, but not break.

    Raises:
        RuntimeError: the command broke.
    """
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    clock, after = time.perf_counter() - start, os.times()
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stderr[-2000:])
    user = after.children_user - before.children_user
    return Took(clock, user + after.children_system - before.children_system)


def measure(folder: Path, records: int, *, compare: bool) -> Row:
    """Both tools on one corpus, one after the other."""
    project = corpus(folder, records)
    return Row(records, took(own(project)), took(other(project)) if compare else None)


def main(arguments: Sequence[str]) -> int:
    """Print the table; ``--sizes 100 1000``, ``--all`` to compare at every size."""
    parser = argparse.ArgumentParser(prog="bench.py validate")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args(arguments)
    sys.stdout.write(HEAD + "\n")
    with tempfile.TemporaryDirectory() as folder:
        for records in options.sizes:
            compare = options.all or records <= COMPARED
            row = measure(Path(folder) / "project", records, compare=compare)
            sys.stdout.write(row.as_markdown() + "\n")
            sys.stdout.flush()
    return 0
