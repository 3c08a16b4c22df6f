"""Pages and files that exist because a record exists."""

import json
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from macros.model.plan import Plan
from macros.site.catalogue import ROOT, Catalogue, Entry
from macros.site.scripts import calendar_script, engine_script, parts_script, program_script
from macros.views.program import documents

PARTS = (
    ("timeline", "时间轴", "timeline", lambda plan: plan.tasks or plan.phases, False),
    ("checklist", "任务清单", "checklist", lambda plan: plan.tasks, False),
    ("matrix", "责任矩阵", "duty_matrix", lambda plan: plan.tasks and plan.units, False),
    ("budget", "经费", "budget", lambda plan: plan.budget, False),
    ("metrics", "指标", "metrics", lambda plan: plan.metrics, False),
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
    env = Environment(
        loader=PackageLoader("macros.site"), undefined=StrictUndefined, autoescape=False
    )  # noqa: S701 - Markdown, and records hold no markup
    parts = [
        (anchor, title, f'{macro}("{plan.id}"{", page" if paged else ""})')
        for anchor, title, macro, has, paged in PARTS
        if has(plan)
    ]
    return env.get_template("plan.md").render(plan=plan, parts=parts)


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Every generated file: its address below the site and its text."""
    for slug, entry in catalogue.entries.items():
        yield f"plans/{slug}/index.md", plan_page(entry.plan)
        yield f"plans/{slug}/program.js", program_script(entry.program)
        yield f"plans/{slug}/record.yml", source_of(slug).read_text(encoding="utf-8")
        yield f"api/plans/{slug}.json", _json(record(entry))
    yield "assets/engine.js", engine_script()
    yield "assets/parts.js", parts_script()
    yield "assets/calendars.js", calendar_script(catalogue.library)
    yield "api/plans.json", _json([card(entry) for entry in catalogue.entries.values()])
    yield "assets/site.css", (ROOT / "web" / "style" / "site.css").read_text(encoding="utf-8")
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
