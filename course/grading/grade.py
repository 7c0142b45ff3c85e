"""``course grade``: grade what was handed in, show the class, say what was refused."""

import sys
from collections import Counter

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from course.grading import ledger, scores, table
from course.grading.course import Course
from course.grading.engine import Engine, Outcome, one_writer
from course.grading.records import ensure_recorded


def add_arguments(parser) -> None:
    parser.add_argument("unit", nargs="?", help="the unit to grade; without it every unit that was handed in")
    parser.add_argument("--learner", metavar="NAME", help="grade this learner's submission only")
    parser.add_argument("--force", action="store_true", help="grade again what has not changed since it was graded")


def run(args) -> int:
    """Returns 0, or 1 when a submission was refused. Raises CourseError for an unknown unit or learner."""
    course = Course()
    console = Console(width=None if sys.stdout.isatty() else table.WIDTH)
    units = course.choose_units(args.unit)
    if args.learner:
        units = [unit for unit in units if args.unit or args.learner in course.learners(unit)] or units
    if not any(course.learners(unit) for unit in units):
        console.print("Nobody has handed in anything yet: submitted/ is empty.")
        return 0
    ensure_recorded(course, units)
    chosen = {unit: course.choose_learners(unit, args.learner) for unit in units}
    with one_writer(course):
        refused = [grade_unit(course, unit, learners, args.force, console) for unit, learners in chosen.items()]
    return 1 if any(refused) else 0


def grade_unit(course: Course, unit: str, learners: list[str], force: bool, console: Console) -> int:
    """Grade and show one unit; returns how many of these submissions were refused."""
    engine = Engine(course, unit)
    outcomes: list[Outcome] = []
    with Meter(console, unit, len(learners)) as meter:
        for learner in learners:
            meter.start(learner)
            outcomes.append(engine.grade(learner, force))
            meter.done(learner, outcomes[-1].entry.state, said=outcomes[-1].fresh)
    kept = sum(not outcome.fresh for outcome in outcomes)
    states = Counter(outcome.entry.state for outcome in outcomes)
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    console.print(f"{unit}: {told}." + (f" {kept} had not changed and were left as they were." if kept else ""))
    console.print()
    table.show(scores.read(course, unit), console)
    return states[ledger.REFUSED]


class Meter:
    """A progress bar on a terminal, and a plain line for each submission elsewhere."""

    def __init__(self, console: Console, unit: str, total: int):
        self.console, self.unit, self.total, self.count = console, unit, total, 0
        self.bar = None
        if console.is_terminal:
            self.bar = Progress(
                TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
                TimeElapsedColumn(), TimeRemainingColumn(), console=console, transient=True,
            )

    def __enter__(self):
        if self.bar:
            self.bar.start()
            self.task = self.bar.add_task(self.unit, total=self.total)
        return self

    def __exit__(self, *_):
        if self.bar:
            self.bar.stop()

    def start(self, learner: str) -> None:
        if self.bar:
            self.bar.update(self.task, description=f"{self.unit} · {escape(learner)}")

    def done(self, learner: str, what: str, said: bool) -> None:
        """Count one more; without a terminal, say in a line what became of it if that is news."""
        self.count += 1
        if self.bar:
            self.bar.advance(self.task)
        elif said:
            self.console.print(f"{self.unit} {self.count}/{self.total} {learner}: {what}", markup=False, highlight=False)
