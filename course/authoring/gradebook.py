"""What the gradebook knows of a unit, and whether releasing it again keeps every score.

nbgrader (0.9.6) refuses to add or remove cells of a notebook that has submissions, and deletes the
release while it refuses. It lets points and tests change: recorded scores stay as they are until the
submissions are graded again.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from course.authoring.engine import Saved, course_directory
from course.errors import CourseError


@dataclass
class Known:
    """A notebook as the gradebook knows it."""

    cells: dict[str, Saved]
    submissions: int
    given: dict[str, float]  # the highest score that a person gave, per cell


@contextmanager
def opening(url: str):
    """Turn what goes wrong while a gradebook is opened into one sentence, a CourseError, without a password in it."""
    try:
        yield
    except ArgumentError:
        raise CourseError("c.CourseDirectory.db_url in nbgrader_config.py is no address of a database that SQLAlchemy knows.") from None
    except ModuleNotFoundError as missing:
        raise CourseError(
            f"the gradebook's database needs the package '{missing.name}'; for PostgreSQL, install it with: pip install '.[postgres]'"
        ) from None
    except DatabaseError as error:
        place, why = make_url(url), " ".join(str(error.orig).split())
        if place.get_backend_name() == "sqlite":
            name, out = Path(place.database or "").name, "put back a copy, or move it away and grade again."
        else:
            name, out = place.render_as_string(), "see that the server runs, has this database and lets you in."
        raise CourseError(f"{name}: nbgrader cannot read this gradebook ({why}); {out}") from None


def connected(session, table):
    """A session's connection, with a table of the course's own in the database, made now if it is not there yet."""
    connection = session.connection()
    table.create(connection, checkfirst=True)
    return connection


def known(unit: str, root: Path) -> dict[str, Known] | None:
    """The unit's notebooks in the gradebook; None where the gradebook does not know the unit."""
    directory = course_directory(root)
    url = directory.db_url
    if url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).exists():
        return None
    with opening(url):
        book = Gradebook(url, directory.course_id)
    with book:
        try:
            assignment = book.find_assignment(unit)
        except MissingEntry:
            return None
        found = {}
        for notebook in assignment.notebooks:
            graded = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
            solutions = {cell.name for cell in notebook.solution_cells}
            cells = {
                cell.name: Saved(
                    cell.name,
                    graded.get(cell.name),
                    cell.name in solutions,
                    bool(cell.locked),
                    cell.cell_type,
                    cell.source,
                    cell.checksum,
                )
                for cell in notebook.source_cells
            }
            given: dict[str, float] = {}
            for submission in notebook.submissions:
                for grade in submission.grades:
                    if grade.manual_score is not None:
                        given[grade.name] = max(grade.manual_score, given.get(grade.name, 0.0))
            found[notebook.name] = Known(cells, len(notebook.submissions), given)
        return found


def is_known(book: dict[str, Known] | None, wanted: dict[str, list[Saved]]) -> bool:
    """Whether the gradebook holds exactly these cells, per notebook."""
    if book is None or book.keys() != wanted.keys():
        return False
    return all(book[name].cells == {cell.name: cell for cell in cells} for name, cells in wanted.items())


def keep_scores(unit: str, book: dict[str, Known] | None, wanted: dict[str, list[Saved]]) -> list[str]:
    """Make sure that telling the gradebook of these cells loses no score.

    Raises CourseError where it would; else returns a sentence for each notebook whose recorded scores
    were given by other tests or points than the ones to come.
    """
    if book is None or not any(notebook.submissions for notebook in book.values()):
        return []
    out = (
        "gradebook.db holds scores that this would orphan; finish grading first, or put gradebook.db aside "
        "under another name and grade again."
    )
    if changed := sorted(book.keys() ^ wanted.keys()):
        raise CourseError(f"{unit}: its notebooks changed ({', '.join(changed)}) and {out}")
    notes = []
    for name, notebook in book.items():
        if not notebook.submissions:
            continue
        new = {cell.name: cell for cell in wanted[name]}
        changed = sorted(id for id in {*new, *notebook.cells} if _role(new.get(id)) != _role(notebook.cells.get(id)))
        if changed:
            raise CourseError(
                f"{unit}/{name}: the cells {', '.join(changed)} were added, removed or given another role, and {out}"
            )
        above = sorted(id for id, score in notebook.given.items() if id in new and score > (new[id].points or 0))
        if above:
            raise CourseError(
                f"{unit}/{name}: a person gave more points for {', '.join(above)} than it would have now; "
                "change those scores first, or leave its points."
            )
        touched = sorted(id for id, cell in new.items() if cell.points is not None and cell != notebook.cells[id])
        if touched:
            notes.append(
                f"{unit}/{name}: {', '.join(touched)} changed; the scores of {notebook.submissions} submissions "
                f"stay as they are until they are graded again."
            )
    return notes


def _role(cell: Saved | None) -> tuple | None:
    return cell and (cell.points is not None, cell.solution, cell.locked, cell.kind)
