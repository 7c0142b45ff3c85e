"""Make sure that the gradebook has the record of a unit before anything is graded against it."""

from nbgrader.api import MissingEntry

from course.authoring.engine import generate
from course.authoring.places import unit_names
from course.authoring.release import ensure_released
from course.grading.course import Course


def ensure_recorded(course: Course, units: list[str]) -> None:
    """Tell the gradebook of the units as their masters are; one without a text is told of once.

    Raises CourseError where that would orphan recorded scores.
    """
    ours = set(unit_names(course.root))
    ensure_released([unit for unit in units if unit in ours], course.root)
    for unit in units:
        with course.gradebook() as gradebook:
            try:
                gradebook.find_assignment(unit)
                continue
            except MissingEntry:
                pass
        generate(unit, course.root)
