"""One time compiled: phase references inlined, durations turned into ends.

A compiled time is one JSON object: ``k`` its kind, ``s`` and ``e`` its first and last
point, ``r`` its recurrence rule with ``by`` and ``roll``, ``on`` and ``in`` its trigger and
limit, ``show`` its wording, ``b`` the window ``[s, e]`` in which it recurs when it names none.

Compiled points never name a phase. Three operators come in besides those of
:mod:`macros.time.points`: ``["for", day, n, unit]`` is the last of so many days, the first
included; ``["first", period]`` and ``["last", period]`` are one day of a period.
"""

from collections.abc import Mapping
from typing import Any, Literal

from macros.model.when import When
from macros.time.fold import first, last
from macros.time.points import Ast, PointError, parse_duration, parse_point

WhenAst = dict[str, Any]
CompiledPhase = WhenAst
Side = Literal["start", "end"]

_KEY: Mapping[str, str] = {"start": "s", "end": "e"}


def compile_when(
    when: When, phases: Mapping[str, CompiledPhase], within: WhenAst | None = None
) -> WhenAst:
    """Compile one time.

    Args:
        when: as the contributor wrote it.
        phases: the phases it may refer to, compiled, by id.
        within: the compiled phase or span it belongs to: where it starts when it
            only says how long, and the bounds of a recurrence or trigger.

    Returns:
        A JSON object; see the module.

    Raises:
        PointError: when a point or duration cannot be understood; names its field.
    """
    around: WhenAst = within or {}
    start, end = _point(when.start, "start", phases), _point(when.end, "end", phases)
    if not start and (when.for_ or when.kind == "open"):
        start = around.get("s", ["T"])
    if when.for_ and start:
        end = ["for", first(start), *_length(when.for_, "for")]
    found = {
        "k": when.kind, "s": start, "e": end,
        "r": when.rrule, "by": when.by, "roll": None if when.roll == "none" else when.roll,
        "on": when.on, "in": _length(when.within, "within") if when.within else None,
        "show": when.show,
        "b": [around.get("s"), around.get("e")] if when.rrule or when.on else None,
    }  # fmt: skip
    return {key: value for key, value in found.items() if value is not None}


def _length(text: str, field: str) -> list[int | str]:
    try:
        return [*parse_duration(text)]
    except PointError as error:
        error.field = field
        raise


def _point(text: str | None, side: Side, phases: Mapping[str, CompiledPhase]) -> Ast | None:
    if text is None:
        return None
    try:
        return _inlined(text, side, phases)
    except PointError as error:
        error.field = side
        raise


def _inlined(text: str, side: Side, phases: Mapping[str, CompiledPhase]) -> Ast:
    ast = parse_point(text)
    if ast == [".."] and side == "start":
        raise PointError("开始不能写“..”", "“..”表示没有截止，只写在 end")
    if ast[0] == "phase" and ast[2] == side:
        return _referred(ast, phases)  # April's end stays “4月底”, not April 30
    return _inline(ast, phases)


def _inline(ast: Ast, phases: Mapping[str, CompiledPhase]) -> Ast:
    """Replace the phase reference inside a point by the day it means."""
    if ast[0] == "phase":
        return (first if ast[2] == "start" else last)(_referred(ast, phases))
    return [_inline(part, phases) if isinstance(part, list) else part for part in ast]


def _referred(ast: Ast, phases: Mapping[str, CompiledPhase]) -> Ast:
    _, name, side = ast
    if name not in phases:
        known = "、".join(phases)
        hint = f"能引用的阶段：{known}" if known else "前面还没有能引用的阶段"
        raise PointError(f"没有阶段“{name}”，或它排在后面", hint)
    point: Ast | None = phases[name].get(_KEY[side])
    if point is None or point == [".."]:
        word = "开始日" if side == "start" else "结束日"
        raise PointError(f"阶段“{name}”没有{word}，不能引用", "换一个阶段，或给它写明日期")
    return point
