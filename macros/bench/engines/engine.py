"""What every engine that is compared has to do."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

from macros.bench.browser import Opened
from macros.bench.corpus import Sheet
from macros.bench.queries import Given
from macros.search.glossary import Glossary


class UnreadyError(TimeoutError):
    """An engine was not ready to be asked in time.

    Attributes:
        size: bytes of its index, all of which it fetches first.
        seconds: how long it was given.
    """

    def __init__(self, size: int, seconds: int) -> None:
        """Say what was waited for, and how long."""
        super().__init__(f"{size} bytes, {seconds} s")
        self.size, self.seconds = size, seconds


class Engine(ABC):
    """A search over plain pages of the same records.

    Attributes:
        name: what it is called in the table.
        index: a pattern of the files that make up its index.
        script: runs in the page before anything else.
        needs: a command without which it can't be built.
    """

    name: str
    index: str
    script = ""
    needs = ""

    @abstractmethod
    def build(self, sheets: Sequence[Sheet], glossary: Glossary, folder: Path) -> None:
        """Make the pages and the index in an empty folder."""

    @abstractmethod
    def open(self, opened: Opened) -> None:
        """Open the page that holds the search."""

    @abstractmethod
    def ask(self, opened: Opened, query: str) -> tuple[Given, float]:
        """The plans found, and milliseconds from question to answer."""
