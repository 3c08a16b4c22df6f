"""Pages and files that exist because a record exists."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from macros.model.plan import Plan
from macros.site.archive import Archive
from macros.site.catalogue import ROOT, Catalogue, Entry
from macros.site.redirects import redirects
from macros.site.scripts import (
    calendar_script,
    engine_script,
    overview_script,
    parts_script,
    program_script,
    workbench_script,
)
from macros.site.search import search_files
from macros.views.program import documents
from macros.writers.docx import annexed, docx, stamp, standalone
from macros.writers.xlsx import xlsx

PARTS: tuple[tuple[str, str, str, Callable[[Plan], object], bool], ...] = (
    ("timeline", "时间轴", "timeline", lambda plan: plan.tasks or plan.phases, False),
    ("checklist", "任务清单", "checklist", lambda plan: plan.tasks, False),
    ("matrix", "责任矩阵", "duty_matrix", lambda plan: plan.tasks and plan.units, False),
    ("budget", "经费", "budget", lambda plan: plan.budget, False),
    ("metrics", "指标", "metrics", lambda plan: plan.metrics, False),
    ("assess", "检查", "assess", lambda plan: plan.criteria or plan.assess, False),
    ("attachments", "附件", "attachments", lambda plan: plan.attachments, False),
    ("basis", "依据", "basis", lambda plan: plan.basis, True),
    ("corrections", "别再这样写", "corrections", lambda plan: plan.corrections, True),
)
"""Anchor, heading, macro, when the record has it, whether the macro needs the page."""


def source_of(slug: str) -> Path:
    """The YAML file of a plan."""
    return ROOT / "data" / "plans" / f"{slug}.yml"


def plan_page(plan: Plan) -> str:
    """The Markdown of a plan's page: headings, and a macro under each.

    Args:
        plan: the record; parts it has no data for are left out.

    Returns:
        Markdown with front matter.
    """
    loader = PackageLoader("macros.site")
    # Markdown, and records hold no markup
    env = Environment(loader=loader, undefined=StrictUndefined, autoescape=False)  # noqa: S701
    parts = [
        (anchor, title, f'{macro}("{plan.id}"{", page" if paged else ""})')
        for anchor, title, macro, has, paged in PARTS
        if has(plan)
    ]
    return env.get_template("plan.md").render(plan=plan, parts=parts)


STYLES = (
    "site",
    "header",
    "home",
    "search",
    "plan",
    "sheet",
    "tables",
    "timeline",
    "checklist",
    "print",
)
"""The style sheets that make up ``assets/site.css``, in order."""

SEPARATE = (
    "style/dark.css", "style/contrast.css", "style/workbench.css", "style/overview.css",
    "page/start.js", "page/site.js", "workbench/loader.js",
)  # fmt: skip
"""What pages load by itself; some on pages of one kind only."""


def blank_docx(entry: Entry) -> bytes:
    """The blank plan and its annexes as one Word file."""
    annexes = [entry.document(annex.id) for annex in entry.plan.attachments]
    pages = [*standalone(entry.document("plan")), *annexed(annexes)]
    return docx(pages, stamp(entry.program))


def assets() -> Iterator[tuple[str, str]]:
    """Style sheets and the scripts that every page loads."""
    web = ROOT / "web"
    sheets = (web / "style" / f"{name}.css" for name in STYLES)
    yield "assets/site.css", "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    for name in SEPARATE:
        source = web / name
        yield f"assets/{source.name}", source.read_text(encoding="utf-8")


def offline(archive: Archive | None) -> Iterator[tuple[str, str | bytes]]:
    """The offline edition and its checksum, when there is one."""
    if archive:
        yield f"offline/{archive.name}", archive.path.read_bytes()
        yield f"offline/{archive.name}.sha256", archive.checksum


def files(catalogue: Catalogue) -> Iterator[tuple[str, str | bytes]]:
    """Every generated file: its address below the site and its content."""
    for slug, entry in catalogue.entries.items():
        yield f"plans/{slug}/index.md", plan_page(entry.plan)
        yield from redirects(entry.plan)
        yield f"plans/{slug}/program.js", program_script(entry.program)
        yield f"plans/{slug}/record.yml", source_of(slug).read_text(encoding="utf-8")
        yield f"plans/{slug}/{slug}.docx", blank_docx(entry)
        yield f"plans/{slug}/{slug}.xlsx", xlsx(entry.blank)
        yield f"api/plans/{slug}.json", _json(record(entry))
    yield "assets/engine.js", engine_script()
    yield "assets/workbench.js", workbench_script()
    yield "assets/overview.js", overview_script()
    yield "assets/parts.js", parts_script()
    yield "assets/calendars.js", calendar_script(catalogue.library)
    yield "api/plans.json", _json([card(entry) for entry in catalogue.entries.values()])
    yield from assets()
    yield from search_files(catalogue)
    schema = ROOT / "data" / "schema" / "plan.schema.json"
    yield "schema/plan.schema.json", schema.read_text(encoding="utf-8")


def record(entry: Entry) -> dict[str, object]:
    """A plan as it is published for machines: the record itself."""
    return entry.plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def card(entry: Entry) -> dict[str, object]:
    """A plan's line in ``/api/plans.json``."""
    plan = entry.plan
    keys = ("number", "id", "title", "summary", "scenario", "genre", "version", "updated")
    return {
        **{key: getattr(plan, key) for key in keys},
        "scene": list(plan.scene),
        "audience": list(plan.audience),
        "issuer": list(plan.issuer),
        "aliases": list(plan.aliases),
        "documents": [document.name for document in documents(entry.context)],
        "url": f"plans/{plan.id}/",
        "record": f"api/plans/{plan.id}.json",
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
