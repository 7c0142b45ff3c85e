"""What came of 'Grade me', kept in ``progress.json`` beside the visible checks: a line for each notebook."""

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from course.delivery import typed
from course.progress import record


@dataclass(frozen=True)
class Mark:
    """An exercise's points by all its tests, and what failed: properties, never inputs or expected values."""

    points: float
    possible: float
    failed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grading:
    """One notebook's grading: ``at`` is when, ``saved`` when what was graded had been saved, ``typed`` the digest of
    what had been typed then, ``page`` the feedback as a workspace path. Text answers are not counted."""

    at: datetime
    saved: datetime
    typed: str
    page: str
    exercises: dict[str, Mark]

    @property
    def points(self) -> float:
        return sum(mark.points for mark in self.exercises.values())

    @property
    def possible(self) -> float:
        return sum(mark.possible for mark in self.exercises.values())

    def changed(self, folder: Path, name: str) -> bool:
        """Whether something was typed into the saved notebook since; running it is no change."""
        try:
            return typed(folder / name) != self.typed
        except OSError:
            return True


def read(folder: Path) -> dict[str, Grading]:
    """Notebook (workspace path) -> its latest Grading; what cannot be read is left out."""
    found = {}
    for name, entry in record.gradings(folder).items():
        try:
            found[name] = _grading(entry)
        except (ValueError, LookupError, TypeError, AttributeError):
            continue
    return found


def note(folder: Path, name: str, grading: Grading) -> None:
    """Write down a notebook's grading, in a held workspace. Raises OSError."""
    entry = asdict(grading) | {"at": grading.at.isoformat(), "saved": grading.saved.isoformat()}
    entry |= {"points": grading.points, "possible": grading.possible}  # for people who read the file
    record.note_grading(folder, name, entry)


def _grading(entry: dict) -> Grading:
    marks = {
        str(id): Mark(float(mark["points"]), float(mark["possible"]), tuple(map(str, mark["failed"])))
        for id, mark in entry["exercises"].items()
    }
    return Grading(datetime.fromisoformat(entry["at"]), datetime.fromisoformat(entry["saved"]), str(entry["typed"]), str(entry["page"]), marks)
