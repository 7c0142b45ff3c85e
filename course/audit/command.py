"""``course audit [UNIT]``: the tests as classifiers, on the terminal and as one page for each unit."""

import textwrap
from pathlib import Path

from course.audit import measure, page, record, steady, versions
from course.audit.judged import OUTCOMES, Exercise, killed, shortcomings
from course.errors import CourseError
from course.grading import bank
from course.grading.course import Course
from course.grading.insight import failures


def add_arguments(parser) -> None:
    parser.add_argument("unit", nargs="?", help="the unit; without it every unit with a bank")
    parser.add_argument("--exercise", action="append", metavar="NAME", help="only this exercise, unrecorded; may be repeated")
    parser.add_argument("--afresh", action="store_true", help="try everything again, also what did not change")
    parser.add_argument("--messages", action="store_true", help="also print each wrong variant's message beside its name")
    parser.add_argument("--out", metavar="DIR", type=Path, help="where to write the pages (default: build/audit/)")
    parser.add_argument(
        "--steady", action="store_true", help="instead: the same scores again, with other seeds and other numbers of threads"
    )
    parser.add_argument(
        "--versions", choices=versions.CHOICES, help="instead: the same scores with the oldest or newest libraries allowed"
    )


def run(args) -> int:
    """Returns 0, or 1 when a unit falls short. Raises CourseError for an unknown unit or exercise."""
    course = Course()
    units = bank.units(course.root)
    if args.unit and args.unit not in units:
        raise CourseError(f"tests/bank has no unit '{args.unit}'; there are: {', '.join(units) or 'none yet'}.")
    if args.exercise and not args.unit:
        raise CourseError("--exercise needs the unit that it belongs to, as in: course audit activations --exercise relu")
    chosen = [args.unit] if args.unit else units
    out = args.out or course.root / "build" / "audit"
    if args.steady:
        return steady.report(course, chosen, say)
    if args.versions:
        return versions.report(course, chosen, args.versions, out, say)
    return max([_one(course, unit, args, out) for unit in chosen], default=0)


def say(text: str) -> None:
    print(text, flush=True)


def _one(course: Course, unit: str, args, out: Path) -> int:
    kept = out / f"{unit}.json"
    if args.afresh:
        kept.unlink(missing_ok=True)
    exercises = measure.audit(course, unit, kept, set(args.exercise or []) or None, say=say)
    print(table(unit, exercises))
    if said := details(exercises):
        print(said)
    if args.messages:
        print(messages(exercises))
    short = problems(unit, exercises)
    for sentence in short:
        print(sentence)
    if not args.exercise:
        page.write(unit, exercises, out / f"{unit}.html")
        record.write(course.root, unit, exercises)
        failures.write(course.root, unit, exercises)
        place = (out / f"{unit}.html").resolve()
        print(place.relative_to(course.root) if place.is_relative_to(course.root) else place)
    return 1 if short else 0


def problems(unit: str, exercises: list[Exercise]) -> list[str]:
    """What the author must mend: too few mutants killed, the bank misjudged, messages that do not help, stale entries."""
    stale = [f"tests/bank/{unit}/{one.name}/{bank.EQUIVALENT}: {what}." for one in exercises for what in one.stale]
    return shortcomings(unit, {one.name: one.summary for one in exercises}) + stale


HEADS = ("mutants", *OUTCOMES, "wrong", "hidden")


def row(exercise: Exercise) -> list[str]:
    figures = exercise.summary
    return [*(str(figures[name]) for name in ("mutants", *OUTCOMES, "wrong", "wrong_hidden")), "idle" if exercise.idle else ""]


def table(unit: str, exercises: list[Exercise]) -> str:
    """One line for each exercise: mutants killed by whom, wrong variants, and those that only hidden tests see."""
    width = max(len(one.name) for one in [*exercises, Exercise("exercise", "")])
    lines = [f"{unit:<{width}} " + " ".join(f"{head:>10}" for head in HEADS)]
    for one in exercises:
        *figures, idle = row(one)
        lines.append(f"{one.name:<{width}} " + " ".join(f"{figure:>10}" for figure in figures) + (f"  {idle}" if idle else ""))
    share = killed([one.summary for one in exercises])
    lines.append(f"{share:.1%} of the mutants that are not equivalent are killed.")
    if any(one.idle for one in exercises):
        lines.append("idle: the hidden tests see nothing that the visible checks let pass.")
    return "\n".join(lines)


def details(exercises: list[Exercise]) -> str:
    """The survivors, the variants that are misjudged, and those whose message lacks something."""
    lines = []
    for one in exercises:
        lines += [f"{one.name}: survives ({tried.mutant.kind}): {tried.mutant}" for tried in one.mutants if tried.outcome == "survived"]
        lines += [f"{one.name}/{judged.variant.name}: {judged.wrongly}" for judged in one.variants if judged.wrongly]
        lines += [f"{one.name}/{judged.variant.name}: {judged.astray}" for judged in one.variants if judged.astray]
    return "\n".join(lines)


def messages(exercises: list[Exercise]) -> str:
    """The message beside each wrong variant's name and symptom."""
    wrong = [(one, judged) for one in exercises for judged in one.variants if not judged.variant.right]
    return "\n\n".join(
        f"{one.name}/{judged.variant.name}: {judged.variant.symptom}\n" + textwrap.indent(judged.message or "(no message)", "    ")
        for one, judged in wrong
    )
