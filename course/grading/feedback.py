"""``course feedback``: the learners' HTML pages, with nbgrader's generate_feedback."""

import glob
import sys

from nbgrader.converters import GenerateFeedback, NbGraderException
from rich.console import Console

from course.grading import table
from course.grading.course import Course
from course.grading.engine import heard_by
from course.grading.meter import Meter


def add_arguments(parser) -> None:
    parser.add_argument("unit", nargs="?", help="the unit; without it every unit that was handed in")
    parser.add_argument("--learner", metavar="NAME", help="write this learner's pages only")


def run(args) -> int:
    """Returns 0, or 1 when somebody's page could not be written. Raises CourseError for an unknown name."""
    course = Course()
    console = Console(width=None if sys.stdout.isatty() else table.WIDTH)
    missing = 0
    for unit in course.choose_units(args.unit):
        if args.learner and not args.unit and args.learner not in course.learners(unit):
            continue
        learners = course.choose_learners(unit, args.learner)
        with Meter(console, unit, len(learners)) as meter:
            for learner in learners:
                trouble = write(course, unit, learner)
                missing += trouble is not None
                meter.done(learner, trouble or "written", said=True)
    console.print("The pages are in feedback/, in a folder for each learner.", highlight=False)
    return 1 if missing else 0


def write(course: Course, unit: str, learner: str) -> str | None:
    """Write one learner's pages anew; returns why not in a sentence, or None."""
    if not any(course.folder("autograded", learner, unit).glob("*.ipynb")):
        return "no page: nothing of it has been graded."
    trouble = heard_by(course, GenerateFeedback, unit, glob.escape(learner))
    return None if trouble is None else f"no page: {trouble}"
