"""``course grade``: grade what was handed in, show the class, say what was refused."""

import sys
from collections import Counter

from rich.console import Console
from rich.markup import escape
from traitlets.config import Config

from course.errors import CourseError
from course.grading import changes, late, ledger, sample, scores, table
from course.grading.cluster import Cluster
from course.grading.course import Course
from course.grading.engine import Engine, one_writer
from course.grading.kernels import jail
from course.grading.kernels.provisioner import JailedProvisioner
from course.grading.meter import Meter
from course.grading.pool import Pool, cores
from course.grading.records import ensure_recorded


def add_arguments(parser) -> None:
    parser.add_argument("unit", nargs="?", help="the unit to grade; without it every unit that was handed in")
    parser.add_argument("--learner", metavar="NAME", help="grade this learner's submission only")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--workers", metavar="N", type=int, help="execute N notebooks at a time (default: one for each core)")
    where.add_argument("--scheduler", metavar="ADDRESS", help="execute on the Dask cluster of this scheduler, such as tcp://host:8786")
    parser.add_argument("--no-jail", action="store_true", help="run submissions with your own rights, outside of the jail")
    parser.add_argument("--force", action="store_true", help="grade again what has not changed since it was graded")


def run(args) -> int:
    """Returns 0, or 1 when a submission was refused. Raises CourseError for an unknown unit or learner."""
    if args.workers is not None and args.workers < 1:
        raise CourseError("--workers needs a number from 1 up.")
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
    settle_the_jail(course, chosen, args, console)
    with one_writer(course), Cluster(args.scheduler) if args.scheduler else Pool(args.workers or cores()) as pool:
        refused = [grade_unit(course, unit, learners, pool, args.force, console) for unit, learners in chosen.items()]
    return 1 if any(refused) else 0


def settle_the_jail(course: Course, chosen: dict[str, list[str]], args, console: Console) -> None:
    """Switch the jail off where that was asked for, or where only the made-up class would run outside of it.

    Raises CourseError where submissions cannot be jailed here and nobody said that they may run all the same.
    """
    if not args.no_jail:
        why = jail.refusal() if JailedProvisioner(config=course.app.config).jail and not args.scheduler else None
        if why is None:
            return
        if not all(sample.is_made_up(course, unit, learners) for unit, learners in chosen.items()):
            raise CourseError(why)
        console.print(f"Only the made-up class is graded, and it runs without a jail: {why.split(';')[0]}.", highlight=False)
    course.app.update_config(Config(JailedProvisioner={"jail": False}))


def grade_unit(course: Course, unit: str, learners: list[str], pool, force: bool, console: Console) -> int:
    """Grade and show one unit; returns how many of these submissions were refused."""
    engine = Engine(course, unit)
    states: Counter = Counter()
    kept = 0
    with course.gradebook() as gradebook:
        before = changes.last(gradebook)
    with Meter(console, unit, len(learners)) as meter:
        for learner, outcome in engine.grade_all(learners, pool, force):
            states[outcome.entry.state] += 1
            kept += not outcome.fresh
            meter.done(learner, outcome.entry.state, said=outcome.fresh)
    if meter.fresh:
        console.print(f"{meter.pace()}.", highlight=False)
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    console.print(f"{unit}: {told}." + (f" {kept} had not changed and were left as they were." if kept else ""))
    console.print()
    with course.gradebook() as gradebook:
        late.settle(course, gradebook, unit, "the score or the due date changed")
        changed = changes.read(gradebook, unit, before)
    table.show(scores.read(course, unit), console)
    if changed:
        console.print("\n[bold]Recorded scores that changed[/bold]")
        for one in changed:
            console.print(f"  {escape(one.learner)}: {escape(str(one))}", highlight=False)
    return states[ledger.REFUSED]
