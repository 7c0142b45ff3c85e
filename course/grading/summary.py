"""What stands at the head of a feedback page: points by exercise, and what the grading has to say."""

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Unicode

from course.grading import ledger
from course.grading.course import exercise_of, notebook_records
from course.grading.intake import grade_id
from course.grading.save import state_of

PARTS = {"check": "visible tests", "hidden": "hidden tests", "manual": "written answer"}


class SummariseScores(NbGraderPreprocessor):
    """Put ``resources["course"]`` together for the template, and give each graded cell its heading."""

    alone = Bool(False, help="A learner grades their own work: no person gives points for text answers.").tag(config=True)
    said = Unicode("", help="A sentence below the points.").tag(config=True)

    def preprocess(self, nb, resources):
        at = resources["nbgrader"]
        unit, learner = at["assignment"], at["student"]
        with Gradebook(at["db_url"]) as gradebook:
            submitted = gradebook.find_submission_notebook(at["notebook"], unit, learner)
            grades = {grade.name: grade for grade in submitted.grades}
            entry = ledger.get(gradebook, unit, learner)
            submission = gradebook.find_submission(unit, learner)
            state, reason = (entry.state, entry.reason) if entry.state == ledger.REFUSED else state_of(entry, submission)
            exercises: dict[str, dict] = {}
            for record in notebook_records(submitted.notebook):
                if record.points is None:
                    continue
                name, part = exercise_of(unit, record.name)
                exercise = exercises.setdefault(name, {"name": name, "cell": record.name, "parts": []})
                grade = grades[record.name]
                exercise["parts"].append(
                    {"part": PARTS[part], "cell": record.name, "score": grade.score or 0.0, "maximum": record.points,
                     "waiting": grade.needs_manual_grade, "untested": self.alone and part == "manual"}
                )  # fmt: skip
        if self.alone:
            parts = [part for exercise in exercises.values() for part in exercise["parts"]]
            at["max_score"] -= sum(part["maximum"] for part in parts if part["untested"])
        told = entry.story.get(at["notebook"], {})
        for cell in nb.cells:
            if (name := grade_id(cell)) is not None:
                exercise, part = exercise_of(unit, name)
                cell.metadata["course_heading"] = f"{exercise} · {PARTS[part] if name in grades else 'your code'}"
                cell.metadata["course_untested"] = self.alone and name in grades and part == "manual"
                cell.metadata["course_waiting"] = name in grades and grades[name].needs_manual_grade
        resources["course"] = {
            "exercises": list(exercises.values()),
            "notes": told.get("notes", []) + told.get("losses", []),
            "said": self.said,
            "state": state,
            "reason": reason,
            "stale": entry.stale,
            "scored_at": (entry.scored_at or "")[:10],
        }
        return nb, resources
