"""From the released exercises and the learner's record: what is done, what is left, where to go on."""

import json
from dataclasses import dataclass
from pathlib import Path

from course.delivery import read_record, sha256
from course.progress import graded
from course.progress.record import Line, digest, read
from course.released import Exercise, Unit, plain, read_units


@dataclass(frozen=True)
class State:
    """One exercise and what is known of it. A text answer has no line; ``written`` says whether it is there. ``mark``
    is what grading found."""

    exercise: Exercise
    line: Line | None
    written: bool = False
    mark: graded.Mark | None = None

    @property
    def done(self) -> bool:
        return self.written if self.exercise.manual else bool(self.line and self.line.passed)

    @property
    def fails_now(self) -> bool:
        return bool(self.line and self.line.fails_now)

    @property
    def words(self) -> str:
        """The state in words, as the tables show it."""
        if self.exercise.manual:
            return "written, a person grades it" if self.written else "not written yet, a person grades it"
        if self.line is None:
            return "not yet"
        if self.line.passed is None:
            return "tried, does not pass yet"
        said = f"passed {self.line.passed:%Y-%m-%d %H:%M}"
        if self.fails_now:
            return f"{said}, failed when last run"
        if self.line.check and self.line.check != digest(self.exercise.check):
            return f"{said}; the check was corrected since, run it again"
        return said


@dataclass(frozen=True)
class Row:
    """A notebook's progress. Points are those of visible checks; ``grading`` is what all tests said, and ``changed``
    whether something was typed since then."""

    unit: Unit
    states: tuple[State, ...]
    grading: graded.Grading | None = None
    changed: bool = False

    def _of(self, manual: bool) -> list[State]:
        return [state for state in self.states if state.exercise.manual == manual]

    @property
    def checked(self) -> list[State]:
        return self._of(False)

    @property
    def texts(self) -> list[State]:
        """The answers that a person grades."""
        return self._of(True)

    @property
    def done(self) -> int:
        return sum(state.done for state in self.checked)

    @property
    def points(self) -> float:
        return sum(state.exercise.points for state in self.checked if state.done)

    @property
    def possible(self) -> float:
        return sum(state.exercise.points for state in self.checked)

    @property
    def left(self) -> list[State]:
        """What is not done, text answers too, in the order of the notebook."""
        return [state for state in self.states if not state.done]

    @property
    def failing(self) -> list[State]:
        return [state for state in self.states if state.fails_now]


def summarise(release: Path, folder: Path) -> list[Row]:
    """One row for each released notebook, in the order of the course."""
    lines, gradings = read(folder), graded.read(folder)
    return [_row(unit, lines, gradings.get(unit.name), folder) for unit in read_units(release)]


def _row(unit: Unit, lines: dict[str, Line], grading: graded.Grading | None, folder: Path) -> Row:
    answers = _answers(folder / unit.name) if any(each.manual for each in unit.exercises) else {}
    states = []
    for each in unit.exercises:
        typed = plain(answers.get(each.id, each.stub))
        written = each.manual and bool(typed) and typed != plain(each.stub)
        states.append(State(each, lines.get(each.id), written, grading.exercises.get(each.id) if grading else None))
    return Row(unit, tuple(states), grading, bool(grading and grading.changed(folder, unit.name)))


def _answers(path: Path) -> dict[str, str]:
    """Cell id -> text, of the cells of the learner's saved copy that nbgrader knows."""
    try:
        cells = json.loads(path.read_bytes())["cells"]
        return {cell["metadata"]["nbgrader"]["grade_id"]: "".join(cell["source"]) for cell in cells if "nbgrader" in cell["metadata"]}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def continue_here(rows: list[Row], last: str | None) -> State | None:
    """The first exercise that is left: in the notebook worked on last, then in those after it, then in the others.

    One that failed when it ran last comes before all others of its notebook. None when nothing is left.
    """
    names = [row.unit.name for row in rows]
    start = names.index(last) if last in names else 0
    for row in [*rows[start:], *rows[:start]]:
        if row.failing or row.left:
            return [*row.failing, *row.left][0]
    return None


def last_saved(folder: Path) -> Path | None:
    """The notebook that the learner saved last; copies as they were delivered do not count."""
    delivered = {entry["sha256"] for entry in read_record(folder).values()}
    notebooks = [path for path in folder.glob("**/*.ipynb") if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    for path in sorted(notebooks, key=lambda path: path.stat().st_mtime, reverse=True):
        if sha256(path.read_bytes()) not in delivered:
            return path
    return None


def last_worked_on(folder: Path, rows: list[Row]) -> str | None:
    """The notebook of the check that ran last, or that was saved last, whichever is later; None at the beginning."""
    runs = [(state.line.run.timestamp(), row.unit.name) for row in rows for state in row.states if state.line]
    saved = last_saved(folder)
    if saved and saved.relative_to(folder).as_posix() in [row.unit.name for row in rows]:
        runs.append((saved.stat().st_mtime, saved.relative_to(folder).as_posix()))
    return max(runs)[1] if runs else None
