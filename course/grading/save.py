"""Write a notebook's scores and their story into the gradebook, in one transaction.

Takes the place of nbgrader's SaveAutoGrades in ``c.Autograde.autograde_preprocessors``.
"""

from nbformat.notebooknode import NotebookNode
from nbgrader import utils
from nbgrader.api import BaseCell, Comment, Grade, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import SaveAutoGrades
from sqlalchemy.orm import object_session
from traitlets import Bool

from course.grading import changes, ledger
from course.grading.gradebooks import OpenGradebook
from course.grading.master import digest_of, records_of
from course.grading.regions import released
from course.grading.restore import STORY, same
from course.grading.verdict import judge, plain_view

SCORED_BEFORE = "course_scored_before"  # in nbconvert's resources, for the steps that follow

# nbgrader makes its preprocessors anew for each notebook; this is what the last submission's first one found.
_latest: dict = {}


class SaveScores(SaveAutoGrades):
    """nbgrader's SaveAutoGrades with its own reading of the outputs (see :mod:`course.grading.verdict`).

    It commits once a notebook, so that an interrupt leaves the scores of before or the new ones, and never
    some of each. A manual score is kept, as nbgrader keeps it.
    """

    keep_confirmed = Bool(
        False,
        help="Do not ask to look again at a mark given by hand when a submission is graded again whose files are as they were; "
        "for units with one notebook",
    ).tag(config=True)

    def preprocess(self, nb, resources):
        at = resources["nbgrader"]
        where = (at["notebook"], at["assignment"], at["student"])
        story = nb.metadata.setdefault(STORY, NotebookNode(notes=[], losses=[], person=[], missing=[]))
        with OpenGradebook(at["db_url"]) as gradebook:
            submitted = gradebook.find_submission_notebook(*where)
            unit = records_of(submitted.notebook.assignment)
            records, master = {record.name: record for record in unit[at["notebook"]]}, digest_of(unit)
            grades = by_name(Grade, submitted)
            comments = by_name(Comment, submitted)
            why, resources[SCORED_BEFORE], same_files = self._why(gradebook, where, story, master)
            for cell in nb.cells:
                name = cell.metadata.get("nbgrader", {}).get("grade_id")
                before = _recorded(grades.get(name))
                confirmed = before is not None and not grades[name].needs_manual_grade
                self._save_cell(cell, records, grades, comments, story)
                if self.keep_confirmed and same_files and confirmed and grades[name].manual_score is not None:
                    grades[name].needs_manual_grade = False
                if before is not None:
                    changes.note(gradebook, *where[1:], name, before, _recorded(grades[name]), why)
            self._save_story(gradebook, submitted, where, story, master)
            gradebook.db.commit()
        return nb, resources

    def _save_cell(self, cell, records, grades, comments, story) -> None:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name not in records:
            return
        view = cell
        if utils.is_solution(cell):
            # nbgrader compares with the record, which still holds the mark scheme that the learner never saw.
            if same(cell.source, released(records[name].source)):
                view = NotebookNode({**cell, "source": records[name].source})
            unanswered = records[name].checksum == utils.compute_checksum(view)
            comments[name].auto_comment = "No response." if unanswered else None
        elif utils.is_grade(cell) and cell.cell_type == "code":
            points, doubt = judge(cell)
            view = plain_view(cell, points)
            if doubt:
                story["person"].append([name, f"The test cell '{name}' {doubt}."])
        if utils.is_grade(cell):
            grade = grades[name]
            grade.auto_score, _ = utils.determine_grade(view, self.log)
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None

    def _why(self, gradebook, where, story, master: str) -> tuple[str, bool, bool]:
        """What makes a score of this submission differ from the recorded one, whether there is one, and whether its only
        notebook is as it was. After a unit's first notebook the ledger says that it is graded, so the others take its answer."""
        notebook, unit, learner = where
        whose = (unit, learner, story.get("submission"))
        if _latest.get("whose") != whose or notebook in _latest["done"]:
            assignment = gradebook.find_assignment(unit)
            entry, reasons = ledger.get(gradebook, unit, learner), []
            if entry.master != master:
                reasons.append("the unit's tests or points changed")
            if entry.submission != story.get("submission"):
                reasons.append("handed in again")
            as_before = entry.submission == story.get("submission") and len(assignment.notebooks) == 1
            told = " and ".join(reasons) or "graded again", bool(entry.scored_at), as_before
            _latest.update(whose=whose, done=set(), told=told)
        _latest["done"].add(notebook)
        return _latest["told"]

    def _save_story(self, gradebook, submitted, where, story, master: str) -> None:
        notebook, unit, learner = where
        gradebook.db.flush()
        assignment = gradebook.find_assignment(unit)
        entry = ledger.get(gradebook, unit, learner)
        here = {other.name for other in assignment.notebooks} - set(story.get("missing", []))
        whole = {name: told for name, told in entry.story.items() if name in here}
        whole[notebook] = {kind: list(story.get(kind, [])) for kind in ("notes", "losses", "person")}
        for name in story.get("missing", []):
            whole[name] = {"losses": [f"{name}.ipynb was not handed in; it scores 0."]}
        entry.story = whole
        state, reason = state_of(entry, gradebook.find_submission(unit, learner))
        ledger.write(
            gradebook, unit, learner, commit=False,
            state=state, reason=reason, story=whole, submission=story.get("submission"),
            master=master, tried_at=ledger.now(), scored_at=ledger.now(),
        )


def _recorded(grade) -> float | None:
    """The score that a person or a test gave; None while there is none."""
    if grade is None or (grade.auto_score is None and grade.manual_score is None):
        return None
    return (grade.auto_score if grade.manual_score is None else grade.manual_score) or 0.0


def by_name(kind, submitted) -> dict:
    """In one query: the grades or comments (``kind``) of a submitted notebook, or of a whole submission, by their cell's name."""
    found = object_session(submitted).query(kind, BaseCell.name).join(BaseCell, kind.cell_id == BaseCell.id)
    if isinstance(submitted, SubmittedAssignment):
        found = found.join(SubmittedNotebook, kind.notebook_id == SubmittedNotebook.id)
        found = found.filter(SubmittedNotebook.assignment_id == submitted.id)
    else:
        found = found.filter(kind.notebook_id == submitted.id)
    # In one order, so that sums over them are the same to the bit whatever the database.
    return {name: one for one, name in sorted(found, key=lambda row: row[1])}


def state_of(entry: ledger.Entry, submission) -> tuple[str, str]:
    """The named state of a scored submission, and why. What a person must do goes before what was lost.

    A person is done with a cell when it has a manual score and nbgrader no longer asks for one.
    """
    grades = by_name(Grade, submission)
    waiting = sorted(name for name, grade in grades.items() if grade.needs_manual_grade)
    done = {name for name, grade in grades.items() if grade.manual_score is not None and name not in waiting}
    person = [what for cell, what in entry.lines("person") if cell not in done]
    if waiting:
        person.insert(0, f"To be marked by hand: {', '.join(waiting)}.")
    if person:
        return ledger.PERSON, " ".join(person)
    if losses := entry.lines("losses"):
        return ledger.LOSSES, " ".join(losses)
    return ledger.GRADED, ""
