"""What a filled plan is taken away as: one file, or its whole set in a ZIP."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from macros.fill.derive import Filling
from macros.fill.filename import filename
from macros.fill.settle import Grid, Line, Settled, enclosures, settle
from macros.writers.docx import Page, annexed, docx, issued, stamp, standalone
from macros.writers.html import title_lines
from macros.writers.ics import ics
from macros.writers.package import package
from macros.writers.text import markdown, plain, txt
from macros.writers.xlsx import xlsx


class Documents:
    """The documents of a filling's set, each settled only when it is asked for."""

    def __init__(self, filling: Filling) -> None:
        self._filling = filling
        self._open = {document["key"]: document for document in filling.program["docs"]}

    def __contains__(self, key: str) -> bool:
        """Whether the set has a document."""
        return key in self._open

    def __getitem__(self, key: str) -> Settled:
        """One document, settled."""
        return settle(self._filling, self._open[key])

    def __iter__(self) -> Iterator[Settled]:
        """All documents, in the order in which they are handed in."""
        return (self[key] for key in self._open)

    @property
    def annexes(self) -> list[Settled]:
        """What follows the plan."""
        return [self[key] for key, one in self._open.items() if one["role"] == "annex"]


def _issued(documents: Documents) -> list[Page]:
    if "notice" not in documents:
        return standalone(documents["plan"])
    return issued(documents["notice"], documents["plan"])


def _everything(documents: Documents) -> list[Page]:
    """The notice, then the plan and all that follows it as numbered annexes."""
    plan, annexes = documents["plan"], documents.annexes
    if "notice" not in documents:
        return [*standalone(enclosing(plan, annexes)), *annexed(annexes)]
    annexes = [enclosing(plan, []), *annexes]
    return [*standalone(enclosing(documents["notice"], annexes)), *annexed(annexes)]


def enclosing(document: Settled, annexes: list[Settled]) -> Settled:
    """The document with a 附件说明 that lists these annexes and no others."""
    titles = [[span for line in title_lines(annex.title) for span in line] for annex in annexes]
    lines = [part for part in document.parts if isinstance(part, Grid) or part.style != "enclosure"]
    signed = sum(isinstance(part, Line) and part.style in {"sign", "date"} for part in lines)
    at = len(lines) - signed
    return replace(document, parts=[*lines[:at], *enclosures(titles), *lines[at:]])


LAYOUTS: Mapping[str, Callable[[Documents], list[Page]]] = {
    "standalone": lambda documents: standalone(documents["plan"]),
    "annex": lambda documents: annexed([documents["plan"]]),
    "issued": _issued,
    "all": _everything,
}
"""How a Word file is put together: the plan alone, as an annex, under its notice, everything."""


def whole_set(filling: Filling) -> bytes:
    """Every document as a Word file of its own, with the tables and the calendar."""
    files = [
        (f"{i:02d}-{_called(doc)}.docx", docx(standalone(doc), stamp(filling.program)))
        for i, doc in enumerate(Documents(filling), 1)
    ]
    files.append((f"{len(files) + 1:02d}-任务台账.xlsx", xlsx(filling)))
    files.append((f"{len(files) + 1:02d}-日历.ics", ics(filling)))
    return package(files)


def _called(document: Settled) -> str:
    """What people call a document: 方案; an annex by its own title."""
    title = "".join(plain(line) for line in title_lines(document.title))
    return filename(title) if document.role == "annex" else document.name


def _word(filling: Filling, layout: str) -> bytes:
    return docx(LAYOUTS[layout](Documents(filling)), stamp(filling.program))


FORMATS: Mapping[str, tuple[str, Callable[[Filling, str], bytes]]] = {
    "docx": (".docx", _word),
    "xlsx": (".xlsx", lambda filling, _: xlsx(filling)),
    "ics": (".ics", lambda filling, _: ics(filling)),
    "md": (".md", lambda filling, _: markdown(Documents(filling)["plan"]).encode()),
    "txt": (".txt", lambda filling, _: txt(Documents(filling)["plan"]).encode()),
    "set": (".zip", lambda filling, _: whole_set(filling)),
}
"""Each format's file ending and writer; the second argument is the Word layout."""


def open_blanks(filling: Filling) -> list[str]:
    """The blanks still open, in the order of the form, the start date first."""
    found = ["起始日"] if filling.values.start is None else []
    names = (entry["name"] for entry in filling.program["vars"])
    return found + [name for name in names if filling.blank(name) is None]
