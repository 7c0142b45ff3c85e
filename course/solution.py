"""``course solution``: the solution of an exercise, and before that a word on why to wait."""

import argparse
from difflib import get_close_matches
from pathlib import Path

from course.errors import CourseError
from course.masters import find_masters, solution
from course.progress.record import Line, read
from course.released import Exercise, Unit, find_release, read_units

WHY = "What you work out yourself stays; what you only read feels understood, and is gone next week."
AFTER = "Other ways are as right: the tests ask for what it does. Close this now, and write yours from memory."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercise", metavar="EXERCISE", help="its name, such as sigmoid")
    parser.add_argument("--show", action="store_true", help="show it: the second, deliberate step")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where your copies are kept")


def run(args: argparse.Namespace) -> int:
    from course.learn import own_folder

    try:
        folder = own_folder(args.folder)
    except CourseError:
        if args.folder:
            raise
        folder = None  # a solution can be read without copies, too
    print(say(args.exercise, args.show, folder, f"course solution {args.exercise} --show"))
    return 0


def say(name: str, show: bool, folder: Path | None, how: str) -> str:
    """The caution, which ends with ``how`` to go on, or the solution. Raises CourseError for no or several exercises."""
    find_masters()
    unit, exercise = find(name, read_units(find_release()))
    if show:
        what = "A model answer" if exercise.manual else "A solution"
        return f"{what} of {exercise.name} ({unit.title}):\n\n{solution(unit.name, exercise.id)}\n\n{AFTER}"
    line = read(folder).get(exercise.id) if folder else None
    return f"Caution: the next step shows a solution of {exercise.name} ({unit.title}).\n{WHY}\n{before(exercise, line)}\nTo see it all the same: {how}"


def find(name: str, units: list[Unit]) -> tuple[Unit, Exercise]:
    """The exercise of that name, alone or with its unit in front. Raises CourseError for none or several."""
    wanted = plain(name)
    every = [(unit, each) for unit in units for each in unit.exercises]
    found = [(unit, each) for unit, each in every if wanted in (plain(each.name), plain(each.id))]
    if len(found) > 1:
        raise CourseError(f"'{name}' is an exercise of several units; say which: {', '.join(each.id for _, each in found)}.")
    if not found:
        near = get_close_matches(wanted, list(dict.fromkeys(plain(each.name) for _, each in every)), 3)
        meant = f"did you mean {' or '.join(near)}?" if near else "'course progress UNIT' lists those of a unit."
        raise CourseError(f"there is no exercise '{name}'; {meant}")
    return found[0]


def plain(name: str) -> str:
    return name.strip().lower().replace("-", "_")


def before(exercise: Exercise, line: Line | None) -> str:
    """What to do first, by how far the learner is."""
    if exercise.manual:
        return "Write your own answer first, in whole sentences, and compare then."
    if line and line.passed:
        return "Its visible check has passed in your notebook: grade yourself first, and let the failed property lead you."
    hints = f"; then unfold its hints, 1 to {len(exercise.hints)}, one at a time" if len(exercise.hints) > 1 else ""
    tried = "Its check has not passed yet: read its message once more, from 'got' to 'likely cause'"
    return f"{tried if line else 'You have not run its check yet: write down a first try and run it'}{hints}."
