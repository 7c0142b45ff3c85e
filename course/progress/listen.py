"""After each cell of a notebook: was it a visible check of the course, and how did it end?

``course.checks`` starts this in a learner's notebook. It never makes a check fail: what cannot be
written down is said in one sentence, once. Nothing is written while work is graded, nor outside a
folder into which ``course learn`` brought notebooks. Importing this is light.
"""

import os
from pathlib import Path

PATIENCE = 2  # seconds to wait for another notebook that writes at the same time

_proven: list[str] = []  # the functions whose checks said that they passed, since the last cell ended
_tables: set[str] = set()  # the tables on display, by the folder of their unit ("" for all)
_start = Path.cwd()  # where the notebook lies: a cell may change the working folder
_said: set[str] = set()
_running = None  # IPython's info on the cell that runs: raw_cell, cell_id


def grading() -> bool:
    """Whether this process runs work in order to grade it."""
    return bool(os.environ.get("NBGRADER_EXECUTION"))


def begin(shell) -> None:
    """Listen in this IPython shell, when it is a notebook's and nothing is graded here."""
    if hasattr(shell, "kernel") and not grading() and after_cell not in shell.events.callbacks["post_run_cell"]:
        shell.events.register("pre_run_cell", before_cell)
        shell.events.register("post_run_cell", after_cell)


def proven(name: str) -> None:
    """``check.passed()`` was reached for this function."""
    _proven.append(name)


def before_cell(info) -> None:
    """IPython's ``pre_run_cell``."""
    global _running
    _running = info


def running():
    """The released cell that runs now, as (unit, place); None for a cell of the learner's own.

    Raises CourseError where there are no released notebooks.
    """
    if _running is None or grading():
        return None
    from course import released

    return released.find_cell(units(), getattr(_running, "cell_id", None), _running.raw_cell)


def running_exercise():
    """The exercise whose visible check runs now, or None."""
    from course import released

    found = running()
    return found and released.exercise_of(*found)


def units() -> list:
    """The released notebooks of the folder in which this notebook lies; all, where it lies elsewhere.

    Raises CourseError where there are none.
    """
    from course import released

    found = released.read_units(released.find_release())
    return [unit for unit in found if unit.folder == _start.name] or found


def after_cell(result) -> None:
    """IPython's ``post_run_cell``: note the check that this cell was, if it was one. Raises nothing."""
    global _running
    passed, _running = result.success and bool(_proven), None
    _proven.clear()
    info = getattr(result, "info", None)
    source = getattr(info, "raw_cell", None)
    if not source or grading():
        return
    try:
        if _note(getattr(info, "cell_id", None), source, passed):
            refresh_tables()
    except Exception as error:  # a full disk, a read-only folder, a release that is gone: never the check's fault
        cause = error.__cause__ or error
        reason = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
        if reason not in _said:
            _said.add(reason)
            print(f"(Your progress could not be written down: {reason}. The check itself is not affected.)")


def _note(cell_id: str | None, source: str, passed: bool) -> bool:
    """Write down how a cell ended; returns whether it was a visible check."""
    if "checks" not in source:
        return False
    from course import released
    from course.progress import record

    folder = record.workspace(_start)
    if folder is None:
        return False
    found = released.find_cell(units(), cell_id, source)
    exercise = found and released.exercise_of(*found)
    if not exercise:
        return False
    from course.delivery import held
    from course.start_page import write_page

    with held(folder, PATIENCE):
        if record.note(folder, exercise.id, passed, source):
            write_page(released.find_release(), folder)
    return True


def refresh_tables() -> None:
    """Bring the tables that this notebook shows up to date."""
    from course import progress

    for unit in sorted(_tables):
        progress.show(unit, update=True)
