"""Writing many files so that nothing half-written is ever left behind."""

import os
import shutil
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from macros.writers.package import entry


class Sink(Protocol):
    """Somewhere named contents go."""

    def add(self, name: str, content: bytes) -> None:
        """Take one file."""


class Names:
    """Gives repeated file names a number: 甲.docx, 甲（2）.docx."""

    def __init__(self, taken: Iterator[str] | tuple[str, ...] = ()) -> None:
        self._taken = {name.casefold() for name in taken}
        self._next: Counter[str] = Counter()

    def free(self, name: str) -> str:
        """The name itself when it is new, else the first numbered one that is."""
        path, wanted = Path(name), name
        while wanted.casefold() in self._taken:
            self._next[name.casefold()] += 1
            number = self._next[name.casefold()] + 1
            wanted = f"{path.stem}（{number}）{path.suffix}"
        self._taken.add(wanted.casefold())
        return wanted


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive, self._names = archive, Names()

    def add(self, name: str, content: bytes) -> None:
        self._archive.writestr(entry(self._names.free(name)), content)


class _Folder:
    def __init__(self, folder: Path, names: Names) -> None:
        self._folder, self._names = folder, names

    def add(self, name: str, content: bytes) -> None:
        (self._folder / self._names.free(name)).write_bytes(content)


@contextmanager
def zipped(out: Path) -> Iterator[Sink]:
    """Collect files in a ZIP that appears under its name only when complete.

    Raises:
        OSError: the folder cannot be written to.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, partial = tempfile.mkstemp(dir=out.parent, prefix=".unfinished-")
    try:
        with os.fdopen(handle, "wb") as stream, zipfile.ZipFile(stream, "w") as archive:
            yield _Zip(archive)
        _publish(Path(partial), out)
    finally:
        Path(partial).unlink(missing_ok=True)


@contextmanager
def foldered(out: Path) -> Iterator[Sink]:
    """Collect files beside a folder and move them in together; nothing is overwritten.

    Raises:
        OSError: the folder cannot be written to; then nothing new is left in it.
    """
    new = not out.exists()
    out.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(dir=out.parent, prefix=".unfinished-"))
    moved: list[Path] = []
    try:
        yield _Folder(partial, Names(path.name for path in out.iterdir()))
        for path in sorted(partial.iterdir()):
            moved.append(path.replace(out / path.name))  # noqa: PERF401 - known when one fails
    except BaseException:
        for path in moved:
            path.unlink()
        if new:
            out.rmdir()
        raise
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _publish(partial: Path, out: Path) -> None:
    """Give a complete file its name and the rights that a temporary file lacks."""
    partial.chmod(0o644)
    partial.replace(out)


def write_whole(out: Path, content: bytes) -> None:
    """Write one file completely or not at all.

    Raises:
        OSError: the folder cannot be written to.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, partial = tempfile.mkstemp(dir=out.parent, prefix=".unfinished-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        _publish(Path(partial), out)
    finally:
        Path(partial).unlink(missing_ok=True)
