"""The scripts with which a page fills a plan: the engine, its data, each plan's program.

All are classic scripts that add to one global, ``PS``: a page opened as a file may load
those, and nothing else, on demand. They may come in any order after the engine.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.model.library import Library
from macros.site.catalogue import ROOT
from macros.views.program import Program
from macros.writers.package import PARTS, fixed_parts

ENGINE = ROOT / "web" / "engine"
"""The engine's sources; ``order.txt`` lists them one a line, as they build on each other."""

WORKBENCH = ROOT / "web" / "workbench"
"""The sources of what a plan's page does with the engine, listed likewise."""

OVERVIEW = ROOT / "web" / "overview"
"""The sources of what is shown of one's own plans across all plans; some are the workbench's."""

SEARCH = ROOT / "web" / "search"
"""The sources of the search, listed likewise."""

_GLOBAL = "window.PS = window.PS || {};"
_ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end a script element or, before ES2019, a string."""


def engine_script() -> str:
    """The whole engine as one script."""
    return _joined(ENGINE)


def workbench_script() -> str:
    """Form, preview, export, checklist and the rest of a plan's page, as one script."""
    return _joined(WORKBENCH)


def overview_script() -> str:
    """One's own plans together, on the pages that show every plan, as one script."""
    return _joined(OVERVIEW)


def search_script() -> str:
    """The search box of the home page and what answers it, as one script."""
    return _joined(SEARCH)


def _joined(folder: Path) -> str:
    names = (folder / "order.txt").read_text(encoding="utf-8").split()
    return "".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in names)


def parts_script() -> str:
    """The unchanging parts of office packages: ``PS.parts[kind]`` is ``[[name, text], …]``."""
    kinds = sorted(folder.name for folder in PARTS.iterdir() if folder.is_dir())
    parts = {kind: [[name, data.decode()] for name, data in fixed_parts(kind)] for kind in kinds}
    return f"{_GLOBAL}\nPS.parts = {_json(parts)};\n"


def calendar_script(library: Library) -> str:
    """The working days of all known years: ``PS.calendars``."""
    known = [calendar for _, calendar in sorted(library.calendars.items())]
    calendars = {
        "years": [calendar.year for calendar in known],
        "off": sorted(day for calendar in known for days in calendar.off.values() for day in days),
        "work": sorted(day for calendar in known for day in calendar.work),
    }
    return f"{_GLOBAL}\nPS.calendars = {_json(calendars)};\n"


def program_script(program: Program) -> str:
    """A plan's program: ``PS.programs[id]``, the same value as in Python."""
    fields = (f"{_json(key)}:{_field(key, value)}" for key, value in program.items())
    programs = f"{_GLOBAL}\nPS.programs = PS.programs || {{}};\n"
    return f"{programs}PS.programs[{_json(program['id'])}] = {{{','.join(fields)}}};\n"


def _field(key: str, value: Any) -> str:
    """One part of a program; the lists of records, its bulk, as rows of a table."""
    if key not in {"vars", "tasks"}:
        return _json(value)
    keys = list(dict.fromkeys(name for record in value for name in record))
    rows = (f"[{','.join(_cells(record, keys))}]" for record in value)
    return f"PS.table({_json(keys)},[{','.join(rows)}])"


def _cells(record: Mapping[str, Any], keys: Sequence[str]) -> Iterator[str]:
    """A record's values in the order of the keys; a hole where it has none."""
    last = max(i for i, key in enumerate(keys) if key in record)
    return (_json(record[key]) if key in record else "" for key in keys[: last + 1])


def _json(value: Any) -> str:
    """Compact JSON that may stand in any script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "".join(_ESCAPES.get(char, char) for char in text)
