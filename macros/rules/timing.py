"""Times: they can be read, and they fit each other for every allowed start date."""

from collections.abc import Iterator
from typing import Any

from macros.model.nearest import did_you_mean
from macros.model.source import Path
from macros.model.when import When
from macros.rules.case import Case
from macros.rules.faults import Fault
from macros.rules.registry import Hit, PlanChecker, rule
from macros.rules.timetable import whens
from macros.time.points import PointError, parse_duration, parse_point
from macros.time.recur import recurrence
from macros.time.rules import check_rrule


def _whole(case: Case) -> Iterator[tuple[Path, str, When]]:
    return (one for one in whens(case.plan) if not case.draft.is_broken(one[0]))


def _parsed(when: When) -> Iterator[tuple[str, Any]]:
    """Each part of a time with its AST, or with the error that says why it has none."""
    parts = {"start": when.start, "end": when.end, "for": when.for_, "within": when.within}
    for field, text in parts.items():
        if text:
            try:
                read = parse_point if field in {"start", "end"} else parse_duration
                yield field, read(text)
            except PointError as error:
                yield field, error


def _phases_in(ast: Any) -> Iterator[str]:
    if isinstance(ast, list):
        if ast[0] == "phase":
            yield ast[1]
        for part in ast:
            yield from _phases_in(part)


@rule("E305")
def readable(case: Case) -> Iterator[Hit]:
    """Points and lengths of time can be read."""
    unread: list[Path] = []
    for path, _, when in _whole(case):
        for field, found in _parsed(when):
            if isinstance(found, PointError):
                unread.append(path)
                yield Hit((*path, field), str(found), found.hint)
    if not unread and not list(phase_points(case)) and not list(open_phases(case)):
        yield from _uncompiled(case)


def _uncompiled(case: Case) -> Iterator[Hit]:
    """Times that can be read but not worked out; of a chain of phases the first only."""
    if not case.sound("phases"):
        return
    problems = case.timetable.problems
    first = [one for one in problems if one.path[0] == "phases"][:1]
    for problem in first or problems:
        path = tuple("for" if part == "for_" else part for part in problem.path)
        if case.draft.is_whole(path):
            yield Hit(path, problem.message, problem.hint)


def phase_points(case: Case) -> Iterator[Hit]:
    """Hits (of E203) for points that refer to a phase there is none of."""
    known = [phase.id for phase in case.plan.phases]
    if not case.sound("phases", "id"):
        return
    for path, _, when in _whole(case):
        for field, ast in _parsed(when):
            for name in _phases_in(ast):
                if name not in known:
                    listed = f"已有：{'、'.join(known)}" if known else "这份方案没有分阶段"
                    hint = did_you_mean(name, known) or listed
                    yield Hit((*path, field), f"时间里引用的阶段“{name}”不存在", hint)


@rule("E304")
def open_phases(case: Case) -> Iterator[Hit]:
    """Only the last phase may be open."""
    for at, phase in enumerate(case.plan.phases[:-1]):
        following = case.plan.phases[at + 1]
        path: Path = ("phases", at, "when")
        if phase.when.end == ".." and not following.overlap and case.draft.is_whole(path):
            message = f"阶段“{phase.name}”没有截止，却不是最后一个"
            yield Hit((*path, "end"), message, "写明 end 或 for，或把长期的阶段放在最后")


def _swept(code: str) -> PlanChecker:
    """A checker for clashes that one code stands for."""

    def checker(case: Case) -> Iterator[Hit]:
        for fault in case.faults:
            if fault.clash.code == code and not _only_in_some_months(case, fault):
                _, path, message, hint = fault.clash
                when = "" if fault.always else f"（起始日为 {fault.starts[0]} 时）"
                yield Hit(path, message + when, hint)

    return checker


for _code in ("E302", "W303", "E306", "E307", "W312"):
    rule(_code)(_swept(_code))


def _good_months(fault: Fault) -> set[int]:
    return set(range(1, 13)) - {start.month for start in fault.starts}


def _only_in_some_months(case: Case, fault: Fault) -> bool:
    """Whether naming the months in which a plan may start would do away with a fault."""
    return not (case.plan.start_months or fault.always) and bool(_good_months(fault))


@rule("W310")
def start_months(case: Case) -> Iterator[Hit]:
    """A plan that does not work when started in some months says in which it does."""
    seasonal = [fault for fault in case.faults if _only_in_some_months(case, fault)]
    if not seasonal or not case.sound("start_months"):
        return
    good = set.intersection(*(_good_months(fault) for fault in seasonal))
    first = seasonal[0]
    message = f"起始日为 {first.starts[0]} 时，{first.clash.message}"
    hint = f"写 start_months: {sorted(good)}" if good else first.clash.hint
    yield Hit(first.clash.path, message, hint)


def _recurring(case: Case) -> Iterator[tuple[Path, str, str]]:
    for path, name, when in _whole(case):
        if when.rrule and not case.draft.is_broken((*path, "rrule")):
            yield path, name, when.rrule


def _rule_problems(code: str) -> PlanChecker:
    def checker(case: Case) -> Iterator[Hit]:
        for path, name, text in _recurring(case):
            problem = check_rrule(text)
            if problem and problem.code == code:
                yield Hit((*path, "rrule"), f"“{name}”的{problem.message}", problem.hint)

    return checker


rule("E309")(_rule_problems("E309"))
rule("E310")(_rule_problems("E310"))


@rule("W308")
def fires(case: Case) -> Iterator[Hit]:
    """A recurring duty falls due at least once."""
    table = case.timetable
    for path, name, text in _recurring(case):
        if path not in table.timed or check_rrule(text):
            continue
        when = table.timed[path].when
        dates = (table.at(path, start) for start in table.starts)
        known = (one for one in dates if one.start and one.end and one.start <= one.end)
        due = (bool(recurrence(one, when, table.calendar, 1).days) for one in known)
        if not next(due, True) and not any(due):
            message = f"“{name}”的频次“{text}”在期限内一次也轮不到"
            yield Hit((*path, "rrule"), message, "改频次，或延长期限")


@rule("W311")
def computable(case: Case) -> Iterator[Hit]:
    """A time that is only words has no place in a calendar."""
    for path, name, when in _whole(case):
        if when.kind == "show" and when.show and case.draft.is_whole(path):
            message = f"“{name}”的时间“{when.show}”算不出日期，只显示、不进日历"
            hint = "能定频次或日期的写 rrule、start、end，show 留作说法"
            yield Hit((*path, "show"), message, hint)


@rule("E313")
def plain_wording(case: Case) -> Iterator[Hit]:
    """A wording is printed as it stands, so it cannot hold a blank."""
    for path, name, when in _whole(case):
        if when.show and "【" in when.show:
            message = f"“{name}”的时间说法里有变量，会照原样印出来"
            hint = "日期变量写进 start、end，如 end: 【某日】；show 只写固定的话"
            yield Hit((*path, "show"), message, hint)
