"""How far a learner is: ``from course import progress`` and ``progress.table()`` in a notebook.

The record is ``progress.json`` in the learner's folder; visible checks write it as they run.
"""

from pathlib import Path

__all__ = ["table"]


def table(unit: str | None = None) -> None:
    """Show the table of all units, or with ``unit`` (such as "activations") of the exercises of one.

    It follows the checks that run in this notebook. Raises CourseError for a unit that does not exist.
    """
    show(unit or "", update=False)


def show(unit: str, update: bool) -> None:
    """Display the table of a unit ("" for all), or bring those that are on display up to date."""
    from course.progress import listen, record

    folder = record.workspace(listen._start)
    if folder is None:
        print("There is no progress to show: this notebook is not in a folder that 'course learn' made.")
        return
    shown = read_table(folder, unit, "../" * len(listen._start.relative_to(folder).parts))
    try:
        from IPython import get_ipython
        from IPython.display import display
    except ModuleNotFoundError:
        print(shown)
        return
    if get_ipython() is None:
        print(shown)
        return
    display(shown, display_id=f"course-progress-{unit}", update=update)
    listen._tables.add(unit)


def read_table(folder: Path, unit: str = "", base: str = ""):
    """The table over a learner's folder; ``base`` leads from where it is shown to that folder."""
    from course.progress.summary import continue_here, last_worked_on, summarise
    from course.progress.layout import Table
    from course.released import choose, find_release

    rows = summarise(find_release(), folder)
    chosen = choose([row.unit for row in rows], unit) if unit else None
    only = None if chosen is None else [row for row in rows if row.unit in chosen]
    return Table(rows, continue_here(rows, last_worked_on(folder, rows)), base, only)
