"""A record compiled for filling: everything a host needs, as one JSON value.

Python and the browser fill the same program, so neither reads the record. Times
are compiled forms, prose is runs; nothing depends on the values still to come.
"""

from collections.abc import Iterator
from typing import Any

from macros.model.variable import Var
from macros.model.work import Step, Task
from macros.time.schedule import WhenAst
from macros.views.annexes import annexes
from macros.views.blocks import Blank, Document, Json, given, inline, runs_json
from macros.views.body import body
from macros.views.context import Context
from macros.views.notice import notice
from macros.views.overview import duties, mark, summary

Program = dict[str, Any]


def documents(context: Context) -> tuple[Document, ...]:
    """The set one record makes, in the order in which it is handed in."""
    plan = context.plan
    covering = (notice(context),) if plan.genre == "方案" else ()
    overview = (duties(),) if plan.tasks else ()
    closing = (summary(context),) if plan.genre == "方案" else ()
    return (*covering, body(context), *overview, *annexes(context), *closing)


def compile_program(context: Context) -> Program:
    """Compile a record.

    Args:
        context: the plan and its registers.

    Returns:
        A JSON value: identity, ``vars`` in the order of the form, ``local`` the
        blanks of 本地情况, ``units`` with their printed names, ``span``, ``phases`` and ``tasks`` with compiled
        times, ``renamed`` former ids of tasks, ``budget`` amounts and ``docs`` (block trees).
    """
    plan = context.plan
    docs = [document.json() for document in documents(context)]
    return {
        "id": plan.id,
        "number": plan.number,
        "version": plan.version,
        "updated": plan.updated,
        "title": plan.title,
        "heading": runs_json(inline(plan.heading)),
        "genre": plan.genre,
        "months": list(plan.start_months),
        "span": context.schedule.span,
        "vars": [_variable(context, name, var) for name, var in _variables(context)],
        "local": _blanks(plan.local.text),
        "closing": list(context.library.outlines.vars),
        "units": {key: _unit(context, key) for key in sorted(_unit_keys(docs) | set(plan.units))},
        "columns": list(plan.units),
        "phases": [
            {"id": p.id, "name": p.name, "when": context.schedule.phases[p.id]} for p in plan.phases
        ],
        "tasks": [_task(context, task) for task in plan.tasks],
        "renamed": {old: task.id for task in plan.tasks for old in task.was},
        "budget": _budget(context),
        "docs": docs,
    }


def _variables(context: Context) -> Iterator[tuple[str, Var]]:
    yield from context.plan.vars.items()
    yield from context.library.outlines.vars.items()


ISSUER = "〔发文单位〕"
"""Stands for the issuer's name in the example of a blank that every document has."""


def _variable(context: Context, name: str, var: Var) -> Json:
    issuer = "、".join(context.library.unit_name(context.plan, key) for key in context.plan.issuer)
    example = var.eg.replace(ISSUER, issuer)
    entry: dict[str, Json] = {"name": name, "type": var.type, "ask": var.ask, "eg": example}
    if var.default is not None:
        entry["default"] = var.default
    if var.choices:
        entry["choices"] = list(var.choices)
    if var.optional:
        entry["optional"] = True
    return entry


def _blanks(texts: tuple[str, ...]) -> list[str]:
    """The blanks of some prose, each once, in order."""
    runs = (run for text in texts for run in inline(text))
    return list(dict.fromkeys(run.name for run in runs if isinstance(run, Blank)))


def _unit(context: Context, key: str) -> Json:
    return runs_json(inline(context.library.units[key].name))


def _unit_keys(node: Json) -> set[str]:
    """The keys of all ``["u", key]`` runs inside a JSON value."""
    if isinstance(node, dict):
        return set().union(*map(_unit_keys, node.values()))
    if not isinstance(node, list):
        return set()
    if len(node) == 2 and node[0] == "u" and isinstance(node[1], str):
        return {node[1]}
    return set().union(*map(_unit_keys, node))


def _task(context: Context, task: Task) -> Json:
    titles = {entry.id: f"《{entry.title}》" for entry in context.plan.attachments}
    return {
        "id": task.id,
        "name": runs_json(inline(task.name)),
        "lead": runs_json(context.unit(task.lead)),
        "support": runs_json(context.units(task.support)),
        "marks": [mark(context.plan, task, unit) for unit in context.plan.units],
        "phase": task.phase or "",
        "theme": task.theme or "",
        "when": context.schedule.tasks[task.id],
        "steps": [
            _step(context, step, context.schedule.steps.get((task.id, i)))
            for i, step in enumerate(task.steps)
        ],
        "output": [runs_json(inline(titles.get(text, text))) for text in task.output],
        "given": given(task.given),
    }


def _step(context: Context, step: Step | str, when: WhenAst | None) -> Json:
    if isinstance(step, str):
        return [runs_json(inline(step)), [], None]
    who = runs_json(context.unit(step.who)) if step.who else []
    return [runs_json(inline(step.do)), who, when]


def _budget(context: Context) -> Json:
    money = context.plan.budget
    if money is None:
        return None
    return {
        "unit": money.unit,
        "lines": [
            [runs_json(inline(line.item)), runs_json(inline(str(line.amount)))]
            for line in money.lines
        ],
    }
