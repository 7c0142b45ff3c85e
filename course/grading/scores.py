"""The class as the gradebook and the ledger have it: the one source of the table, the report and the tests."""

from dataclasses import dataclass, field

from nbgrader.api import Grade, MissingEntry

from course.grading import changes, intake, ledger
from course.grading.changes import Change
from course.grading.course import Course, exercise_of
from course.grading.save import by_name, state_of

UNGRADED = "not graded yet"
UNFINISHED = "interrupted"


@dataclass
class Points:
    """What one exercise brought: points by part (``check``, ``hidden``, ``manual``) and in all.

    ``waiting`` is true while a person still has to mark a part of it.
    """

    parts: dict[str, float] = field(default_factory=dict)
    waiting: bool = False

    @property
    def total(self) -> float:
        return sum(self.parts.values())


@dataclass
class Line:
    """One learner's results in one unit.

    ``state`` is one of the ledger's four, or :data:`UNGRADED` or :data:`UNFINISHED`. ``points`` is empty for
    who has no scores; with ``stale`` they come from an earlier grading, made at ``scored_at``.
    """

    learner: str
    state: str
    reason: str = ""
    notes: list[str] = field(default_factory=list)
    points: dict[str, Points] = field(default_factory=dict)
    stale: bool = False
    scored_at: str | None = None
    late_seconds: float = 0.0
    penalty: float = 0.0

    @property
    def total(self) -> float:
        """The points of all exercises, less the penalty for a late submission."""
        return sum(points.total for points in self.points.values()) - self.penalty


@dataclass
class Unit:
    """A unit's results: ``maxima`` maps each exercise, in order, to its maximum by part."""

    name: str
    maxima: dict[str, dict[str, float]]
    lines: list[Line]
    changes: list[Change] = field(default_factory=list)

    def maximum(self, exercise: str) -> float:
        return sum(self.maxima[exercise].values())

    @property
    def total(self) -> float:
        return sum(map(self.maximum, self.maxima))

    def difficulty(self, exercise: str) -> float | None:
        """The share of its points that the class got, None if there are none.

        Counted are those who have a score, without those who wait for a person.
        """
        there = [line.points[exercise] for line in self.lines if exercise in line.points]
        marked = [points.total for points in there if not points.waiting]
        most = self.maximum(exercise) * len(marked)
        return sum(marked) / most if most else None


def read(course: Course, unit: str) -> Unit:
    """The results of everybody who handed the unit in or has scores in it."""
    maxima: dict[str, dict[str, float]] = {}
    for records in course.records(unit).values():
        for record in records:
            if record.points is not None:
                exercise, part = exercise_of(unit, record.name)
                maxima.setdefault(exercise, {})[part] = record.points
    with course.gradebook() as gradebook:
        entries = ledger.read(gradebook, unit)
        changed = changes.read(gradebook, unit)
        present = set(course.learners(unit))
        graded = {submission.student.id for submission in gradebook.assignment_submissions(unit)}
        lines = [
            _line(course, gradebook, unit, learner, entries.get(learner), present)
            for learner in sorted(present | graded | set(entries))
        ]
    return Unit(unit, maxima, lines, changed)


def _line(course, gradebook, unit: str, learner: str, entry: ledger.Entry | None, present: set[str]) -> Line:
    entry = entry or ledger.Entry(unit, learner)
    line = Line(learner, entry.state or UNGRADED, entry.reason, entry.lines("notes"), scored_at=entry.scored_at)
    try:
        submission = gradebook.find_submission(unit, learner)
    except MissingEntry:
        submission = None
    if submission is not None and _has_scores(submission, entry):
        line.points = _points(unit, submission)
        line.late_seconds = submission.total_seconds_late
        line.penalty = submission.late_submission_penalty or 0.0
        if entry.state != ledger.REFUSED:
            line.state, line.reason = state_of(entry, submission)
            if line.state == ledger.PERSON:
                line.notes = entry.lines("losses") + line.notes
        line.stale = entry.stale
    if entry.running:
        line.state, line.reason = UNFINISHED, "The grading was interrupted; run 'course grade' again."
    elif learner not in present and entry.state:
        line.notes.append("The submission is no longer in submitted/.")
    elif entry.state and entry.submission and intake.digest(course.folder("submitted", learner, unit)) != entry.submission:
        line.notes.append("The submission has changed since; run 'course grade' again.")
        line.stale = bool(line.points)
    return line


def _has_scores(submission, entry: ledger.Entry) -> bool:
    """nbgrader makes a row of empty scores before it grades; those of a submission that failed are no scores."""
    return bool(entry.scored_at) or any(
        grade.auto_score is not None or grade.manual_score is not None for grade in by_name(Grade, submission).values()
    )


def _points(unit: str, submission) -> dict[str, Points]:
    found: dict[str, Points] = {}
    for name, grade in by_name(Grade, submission).items():
        exercise, part = exercise_of(unit, name)
        points = found.setdefault(exercise, Points())
        points.parts[part] = grade.score or 0.0
        points.waiting |= grade.needs_manual_grade
    return found
