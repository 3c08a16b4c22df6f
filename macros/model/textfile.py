"""A file's text, or a finding that says why it cannot be read."""

import stat
from pathlib import Path

from macros.model.finding import Finding

MAX_BYTES = 1_000_000
BOM = b"\xef\xbb\xbf"


class SourceError(Exception):
    """A file that cannot be used at all; carries the findings to show."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(finding.as_text() for finding in findings))
        self.findings = findings


def unusable(name: str, line: int, column: int, message: str, hint: str) -> SourceError:
    """The error of a file that breaks at one place (code E001)."""
    return SourceError(Finding(name, line, column, "E001", "error", message, hint))


def read_text(path: Path, name: str) -> str:
    """Read a UTF-8 file.

    Args:
        path: the file on disk.
        name: how messages call it, relative to the project.

    Returns:
        Its text.

    Raises:
        SourceError: with one E001 finding, for anything but a readable UTF-8 file of
            at most ``MAX_BYTES`` bytes.
    """
    raw = _read_bytes(path, name)
    if len(raw) > MAX_BYTES:
        raise unusable(name, 1, 1, "文件超过 1 MB", "一份方案只写骨架，删去粘贴进来的内容")
    if raw.startswith(BOM):
        raise unusable(name, 1, 1, "文件开头有 BOM 标记", "用编辑器另存为“UTF-8 无 BOM”")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise unusable(
            name, line, 1, "不是 UTF-8 编码（可能是 GBK）", "用编辑器另存为 UTF-8"
        ) from None


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise unusable(name, 1, 1, "这是一个文件夹，不是文件", "删去或改名")
        if not stat.S_ISREG(mode):  # a pipe would be waited on for ever
            raise unusable(name, 1, 1, "这不是普通文件", "换成普通的文本文件")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise unusable(name, 1, 1, "文件不存在", "检查文件名，或删去失效的链接") from None
    except (OSError, ValueError):
        raise unusable(name, 1, 1, "文件读不了", "检查权限，或文件是否被占用") from None
