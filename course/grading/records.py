"""Make sure that the gradebook has the record of a unit before anything is graded against it."""

from nbgrader.api import MissingEntry
from nbgrader.converters import GenerateAssignment

from course.grading.course import Course


def ensure_recorded(course: Course, units: list[str]) -> None:
    """Run nbgrader's generate_assignment for the units that the gradebook does not know yet."""
    for unit in units:
        with course.gradebook() as gradebook:
            try:
                gradebook.find_assignment(unit)
                continue
            except MissingEntry:
                pass
        release(course, unit)


def release(course: Course, unit: str) -> None:
    """nbgrader's generate_assignment for one unit. Raises NbGraderException with the story in the log."""
    dirs = course.dirs
    before = dirs.assignment_id
    try:
        dirs.assignment_id = unit
        converter = GenerateAssignment(coursedir=dirs, parent=course.app)
        converter.force = True
        converter.start()
    finally:
        dirs.assignment_id = before
