"""What came of a grading, exercise by exercise: points, and the properties that failed, never how they were tested."""

import nbformat

from course.grading import scores
from course.grading.alone.private import LEARNER
from course.grading.conceal import ConcealHiddenTests
from course.grading.course import Course, exercise_of
from course.grading.intake import grade_id
from course.progress.graded import Mark
from course.progress.layout import UNWRITTEN

FAILED = "✗ must "
CHECK = "its visible check does not pass"


def marks(course: Course, unit: str) -> dict[str, dict[str, Mark]]:
    """Notebook name to exercise id to Mark, in the order of the notebook, for the notebooks that were graded.

    An answer that a person grades has no Mark.
    """
    result = scores.read(course, unit)
    (line,) = result.lines
    found = {}
    for notebook, records in course.records(unit).items():
        path = course.folder("autograded", LEARNER, unit) / f"{notebook}.ipynb"
        if not path.exists():
            continue
        said = _said(course, unit, path)
        names = dict.fromkeys(exercise_of(unit, record.name)[0] for record in records if record.points is not None)
        found[notebook] = {
            f"{unit}-{name}": Mark(round(line.points[name].total, 4), result.maximum(name), tuple(said.get(name, ())))
            for name in names
            if "manual" not in result.maxima[name]
        }
    return found


def _said(course: Course, unit: str, path) -> dict[str, list[str]]:
    """Exercise to what failed in it. Read from the notebook as its learner may see it: what is hidden is gone there."""
    at = {"nbgrader": {"db_url": course.dirs.db_url, "assignment": unit}}
    nb, _ = ConcealHiddenTests().preprocess(nbformat.read(path, as_version=4), at)
    found: dict[str, list[str]] = {}
    for cell in nb.cells:
        if (name := grade_id(cell)) is None:
            continue
        exercise, part = exercise_of(unit, name)
        errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
        if part not in ("check", "hidden") or not errors:
            continue
        failed = _sentences(errors[-1].evalue, part)
        found.setdefault(exercise, []).extend(each for each in failed if each not in found.get(exercise, ()))
    return found


def _sentences(text: str, part: str) -> list[str]:
    if UNWRITTEN in " ".join(text.split()) and FAILED not in text:
        return [UNWRITTEN]
    if part == "check":
        return [CHECK]
    properties = [f"must {line.partition(FAILED)[2]}" for line in text.splitlines() if FAILED in line]
    return properties or [text.strip().partition("\n")[0]]
