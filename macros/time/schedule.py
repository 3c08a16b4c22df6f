"""A plan's times, compiled: phases chained, tasks bounded by their phase or the span."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model.plan import Plan
from macros.model.when import When
from macros.model.work import Phase, Step, Task
from macros.time.compile import CompiledPhase, WhenAst, compile_when
from macros.time.fold import day_after
from macros.time.points import Ast, PointError

__all__ = ["CompiledPhase", "PlanSchedule", "Problem", "ScheduleError", "WhenAst"]
__all__ += ["compile_partly", "compile_plan", "compile_when"]

Path = tuple[str | int, ...]
"""Where a time stands in a record, such as ``("phases", 0, "when")``."""


@dataclass(frozen=True)
class Problem:
    """A time that cannot be compiled: where it stands, what is wrong, the way out."""

    path: Path
    message: str
    hint: str


class ScheduleError(ValueError):
    """A plan some of whose times cannot be compiled; carries every problem found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("；".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class PlanSchedule:
    """The compiled times of a plan.

    Attributes:
        span: of the whole plan.
        phases: by phase id, in order.
        tasks: by task id; a task without a time has its phase's. A task that has
            neither a time nor a known phase is missing.
        steps: by ``(task id, index)``, of steps that have their own time.
        metrics: by metric id, of metrics that have a time.
        modes: by index, of ways of checking that have a time.
    """

    span: WhenAst
    phases: dict[str, WhenAst]
    tasks: dict[str, WhenAst]
    steps: dict[tuple[str, int], WhenAst]
    metrics: dict[str, WhenAst]
    modes: dict[int, WhenAst]


def compile_plan(plan: Plan) -> PlanSchedule:
    """Compile all times of a plan.

    Raises:
        ScheduleError: with every time that cannot be compiled.
    """
    schedule, problems = compile_partly(plan)
    if problems:
        raise ScheduleError(problems)
    return schedule


def compile_partly(plan: Plan) -> tuple[PlanSchedule, tuple[Problem, ...]]:
    """Compile what can be compiled of a plan's times, with the problems of the rest."""
    compiler = _Compiler(plan)
    return compiler.schedule(), tuple(compiler.problems)


class _Compiler:
    """Compiles a plan's times one by one and notes what goes wrong."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.problems: list[Problem] = []
        self.phases: dict[str, WhenAst] = {}
        self.span = self.compiled(plan.span, ("span",), None) or {"k": "open", "s": ["T"]}

    def schedule(self) -> PlanSchedule:
        for index, phase in enumerate(self.plan.phases):
            self.chain(index, phase)
        tasks = {task.id: when for task, when in self.tasks()}
        metrics, modes = self.plan.metrics, self.plan.assess.modes if self.plan.assess else ()
        measured = self.listed([metric.when for metric in metrics], ("metrics",), self.span)
        checked = self.listed([mode.when for mode in modes], ("assess", "modes"), self.span)
        return PlanSchedule(
            span=self.span,
            phases=self.phases,
            tasks=tasks,
            steps=dict(self.steps(tasks)),
            metrics={metrics[index].id: when for index, when in measured},
            modes=dict(checked),
        )

    def compiled(self, when: When, path: Path, within: WhenAst | None) -> WhenAst | None:
        try:
            return compile_when(when, self.phases, within)
        except PointError as error:
            where = (*path, error.field) if error.field else path
            self.problems.append(Problem(where, str(error), error.hint))
            return None

    def chain(self, index: int, phase: Phase) -> None:
        """Compile a phase; without a start it begins when the one before it has ended."""
        within = self.span
        if phase.when.start is None and phase.when.kind in {"window", "deadline", "open"}:
            within = {**self.span, "s": self.following(index)}
        when = self.compiled(phase.when, ("phases", index, "when"), within)
        if when and when["k"] == "deadline":
            when |= {"k": "window", "s": within["s"]}
        if when:
            self.phases[phase.id] = when

    def following(self, index: int) -> Ast:
        """Where a phase starts by default: after the previous one, or with the plan."""
        before = self.plan.phases[index - 1] if index else None
        if before and before.id in self.phases:
            end = self.phases[before.id].get("e", [".."])
            if end != [".."]:
                return day_after(end)
            message = f"“{before.name}”没有结束日，下一阶段接不上"
            hint = "给前一阶段写 end 或 for，或给这一阶段写明 start；长期的阶段放在最后"
            self.problems.append(Problem(("phases", index, "when"), message, hint))
        begin: Ast = self.span.get("s", ["T"])
        return begin

    def tasks(self) -> Iterator[tuple[Task, WhenAst]]:
        for index, task in enumerate(self.plan.tasks):
            phase = self.phases.get(task.phase or "")
            when = phase
            if task.when:
                when = self.compiled(task.when, ("tasks", index, "when"), phase or self.span)
            if when:
                yield task, when

    def steps(self, tasks: Mapping[str, WhenAst]) -> Iterator[tuple[tuple[str, int], WhenAst]]:
        for place, task in enumerate(self.plan.tasks):
            own = [step.when if isinstance(step, Step) else None for step in task.steps]
            within = tasks.get(task.id, self.span)
            for index, when in self.listed(own, ("tasks", place, "steps"), within):
                yield (task.id, index), when

    def listed(
        self, times: list[When | None], path: Path, within: WhenAst
    ) -> Iterator[tuple[int, WhenAst]]:
        for index, when in enumerate(times):
            compiled = when and self.compiled(when, (*path, index, "when"), within)
            if compiled:
                yield index, compiled
