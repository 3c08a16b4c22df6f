"""The scripts with which a page fills a plan: the engine, its data, each plan's program.

All are classic scripts that add to one global, ``PS``: a page opened as a file may load
those, and nothing else, on demand. They may come in any order after the engine.
"""

import json
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

_GLOBAL = "window.PS = window.PS || {};"
_ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end a script element or, before ES2019, a string."""


def engine_script() -> str:
    """The whole engine as one script."""
    return _joined(ENGINE)


def workbench_script() -> str:
    """Form, preview, export, checklist and the rest of a plan's page, as one script."""
    return _joined(WORKBENCH)


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
    """A plan's program: ``PS.programs[id]``."""
    programs = f"{_GLOBAL}\nPS.programs = PS.programs || {{}};\n"
    return f"{programs}PS.programs[{_json(program['id'])}] = {_json(program)};\n"


def _json(value: Any) -> str:
    """Compact JSON that may stand in any script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "".join(_ESCAPES.get(char, char) for char in text)
