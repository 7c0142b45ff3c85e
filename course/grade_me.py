"""Grade yourself from a notebook: ``from course import grade_me`` and ``grade_me.button()``.

The grading runs in a process of its own, as ``course grade-me`` does: the notebook's Python stays free meanwhile.
"""

from course.errors import CourseError

__all__ = ["button", "solution"]
ELSEWHERE = "Grade me works in the folder that 'course learn' made; this notebook is not in it."


def button(unit: str | None = None) -> None:
    """Show the button that grades the saved notebook of ``unit`` (by default the one of this notebook's folder) by all
    tests, and below it how far its exercises are. Raises CourseError for a unit that does not exist.
    """
    from course.progress import listen

    if listen.grading():
        return
    from course import masters, progress
    from course.progress import record
    from course.released import choose, find_release, read_units

    folder = record.workspace(listen._start)
    if folder is None or (unit is None and listen._start == folder):
        print(ELSEWHERE if folder is None else "Say which unit, for example: grade_me.button('activations')")
        return
    unit = choose(read_units(find_release()), unit or listen._start.relative_to(folder).parts[0])[0].folder
    try:
        masters.find_masters()
    except CourseError as why:
        print(f"Grade me: {why}")
        return
    from IPython.display import display

    from course.widgets.grade_me import GradeMe

    display(GradeMe(unit, folder))
    progress.table(unit)


def solution(exercise: str, show: bool = False) -> None:
    """Print a word of caution and, with ``show=True``, the solution of an exercise. Raises CourseError for no such one."""
    from course.progress import listen, record
    from course.solution import say

    if not listen.grading():
        print(say(exercise, show, record.workspace(listen._start), f'grade_me.solution("{exercise}", show=True)'))
