"""The instructor's course folder: where it is, which units and learners it has, what nbgrader knows of it."""

import glob
import logging
import os
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import GradeCell, MissingEntry, SolutionCell, TaskCell
from nbgrader.apps import NbGrader
from sqlalchemy import select
from sqlalchemy.exc import SAWarning
from sqlalchemy.orm import object_session

from course.authoring.gradebook import opening
from course.authoring.order import in_order
from course.authoring.places import find_root
from course.errors import CourseError
from course.grading.gradebooks import OpenGradebook

LOG = ".nbgrader.log"


@dataclass(frozen=True)
class Record:
    """What the gradebook says a cell of the released notebook must be.

    ``kind`` is ``"solution"``, ``"test"``, ``"manual"`` (an answer that a person grades), ``"task"`` or
    ``"text"`` (locked and worth nothing). ``source`` of a test holds its hidden part.
    """

    name: str
    kind: str
    cell_type: str
    source: str
    checksum: str | None
    points: float | None
    locked: bool


def exercise_of(unit: str, cell: str) -> tuple[str, str]:
    """``("sigmoid", "hidden")`` for ``activations-sigmoid-hidden``; the part of a manual cell is ``"manual"``.

    For cells with points; see :func:`solution_of` for the others.
    """
    name = cell.removeprefix(f"{unit}-")
    for part in ("check", "hidden"):
        if name.endswith(f"-{part}"):
            return name.removesuffix(f"-{part}"), part
    return name, "manual"


def solution_of(unit: str, cell: str) -> str:
    """The exercise of a solution cell; its name may end like a test's: ``gradient-check``."""
    return cell.removeprefix(f"{unit}-")


def notebook_records(notebook) -> list[Record]:
    """The records of one of the gradebook's notebooks, in the order of the notebook."""
    session = object_session(notebook)

    def columns(kind, *wanted):
        return session.execute(select(*wanted).where(kind.notebook_id == notebook.id)).all()

    # Column by column: nbgrader's own properties ask the database once more for each cell.
    tasks = dict(map(tuple, columns(TaskCell, TaskCell.name, TaskCell.max_score)))
    graded = dict(map(tuple, columns(GradeCell, GradeCell.name, GradeCell.max_score))) | tasks
    solutions = {name for (name,) in columns(SolutionCell, SolutionCell.name)}
    records = []
    for cell in in_order(notebook):
        name = cell.name
        if name in tasks:
            kind = "task"
        elif name in solutions:
            kind = "manual" if name in graded else "solution"
        else:
            kind = "test" if name in graded else "text"
        points = graded.get(name)
        records.append(Record(name, kind, cell.cell_type, cell.source or "", cell.checksum, points, cell.locked))
    return records


class Course:
    """nbgrader's application and folders, opened quietly: its log goes to ``.nbgrader.log``."""

    def __init__(self, root: Path | None = None):
        self.root = find_root(root)
        # nbgrader's own queries make SQLAlchemy warn; nobody here can act on it.
        warnings.filterwarnings("ignore", category=SAWarning)
        self.app = NbGrader()
        # A configuration that does not load would leave stock nbgrader at work, and nobody would notice.
        self.app.raise_config_file_errors = True
        before = os.getcwd()
        # nbgrader also reads the configuration of the current folder; only this course's may count.
        os.chdir(self.root)
        try:
            self.app.initialize([], root=str(self.root))
        except Exception as error:
            raise CourseError(f"nbgrader's configuration cannot be loaded: {type(error).__name__}: {error}") from None
        finally:
            os.chdir(before)
        self.app.log.handlers.clear()
        self.app.log.propagate = False
        self.app.log.setLevel(logging.INFO)
        handler = logging.FileHandler(self.root / LOG, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self.app.log.addHandler(handler)

    @property
    def dirs(self):
        """nbgrader's CourseDirectory."""
        return self.app.coursedir

    @contextmanager
    def gradebook(self):
        with opening(self.dirs.db_url):
            gradebook = OpenGradebook(self.dirs.db_url, self.dirs.course_id)
        with gradebook:
            yield gradebook

    def folder(self, step: str, learner: str, unit: str) -> Path:
        """A station's folder; ``step`` is ``source``, ``release``, ``submitted``, ``autograded`` or ``feedback``."""
        return Path(self.dirs.format_path(getattr(self.dirs, f"{step}_directory"), learner, unit))

    def units(self) -> list[str]:
        """The units that have a master or a record in the gradebook."""
        masters = self.folder("source", ".", "*").parent
        found = {path.parent.name for path in masters.glob("*/*.ipynb")}
        with self.gradebook() as gradebook:
            found |= {assignment.name for assignment in gradebook.assignments}
        return sorted(found)

    def learners(self, unit: str) -> list[str]:
        """The folders in ``submitted/`` that hold something for the unit, whatever their name."""
        steps = self.folder("submitted", "*", glob.escape(unit))
        return sorted(Path(path).parent.name for path in glob.glob(str(steps)))

    def records(self, unit: str) -> dict[str, list[Record]]:
        """The gradebook's record of a unit: notebook name to its cells. Raises CourseError if there is none."""
        with self.gradebook() as gradebook:
            try:
                notebooks = gradebook.find_assignment(unit).notebooks
            except MissingEntry:
                raise CourseError(
                    f"the gradebook has no record of unit '{unit}'; run: course release {unit}"
                ) from None
            return {notebook.name: notebook_records(notebook) for notebook in sorted(notebooks, key=lambda n: n.name)}

    def choose_units(self, unit: str | None) -> list[str]:
        """The unit asked for, or every unit that somebody handed in. Raises CourseError for an unknown one."""
        units = self.units()
        if unit is None:
            return [name for name in units if self.learners(name)]
        if unit not in units:
            raise CourseError(f"there is no unit '{unit}'; there are: {', '.join(units) or 'none yet'}.")
        return [unit]

    def choose_learners(self, unit: str, learner: str | None) -> list[str]:
        """The learner asked for, or everybody. Raises CourseError for one who handed nothing in."""
        learners = self.learners(unit)
        if learner is None:
            return learners
        if learner not in learners:
            raise CourseError(
                f"'{learner}' has handed in nothing for '{unit}'; there are: {', '.join(learners) or 'nobody yet'}."
            )
        return [learner]
