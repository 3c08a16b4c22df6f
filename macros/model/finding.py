"""A finding: what is wrong, where, and the way out."""

from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One message about one place in a file (line and column count from 1)."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""

    def as_text(self) -> str:
        """``文件:行:列: 错误 E101 …`` and, on a line of its own, ``  提示：…``."""
        word = "错误" if self.severity == "error" else "警告"
        line = f"{self.file}:{self.line}:{self.column}: {word} {self.code} {self.message}"
        return f"{line}\n  提示：{self.hint}" if self.hint else line

    def as_dict(self) -> dict[str, str | int]:
        """The finding as one JSON object."""
        return asdict(self)
