"""Late work: the rule for a penalty, as a plugin of nbgrader's, and penalties that follow when a score or a due date changes."""

from math import ceil

from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties
from traitlets import Float, TraitError, validate

from course.grading import changes
from course.grading.gradebooks import OpenGradebook
from course.grading.save import SCORED_BEFORE

DAY = 86400


class LatePenalty(LateSubmissionPlugin):
    """A share of the points for each day begun, after a time of grace. By default nothing, as nbgrader's own plugin.

    Set it in ``nbgrader_config.py``: ``c.LatePenalty.per_day = 0.1``. With ``per_day`` 0 the rule is nbgrader's own
    ``c.LateSubmissionPlugin.penalty_method``, ``"none"`` or ``"zero"``.
    """

    per_day = Float(0.0, help="The share of the points, from 0 to 1, that is taken off for each day begun").tag(config=True)
    grace_minutes = Float(0.0, help="So many minutes after the due date nothing is taken off yet").tag(config=True)
    most = Float(1.0, help="The largest share, from 0 to 1, that lateness can take off").tag(config=True)

    @validate("per_day", "most")
    def _share(self, proposal):
        if not 0 <= proposal.value <= 1:
            raise TraitError(f"c.LatePenalty.{proposal.trait.name} is a share from 0 to 1, not {proposal.value:g}")
        return proposal.value

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        """Points to take off a notebook's ``score``; None for none. Days are counted from the due date, not from the grace."""
        if total_seconds_late <= 60 * self.grace_minutes:
            return None
        if not self.per_day:
            return super().late_submission_penalty(student_id, score, total_seconds_late)
        return score * min(self.most, self.per_day * ceil(total_seconds_late / DAY))


class AssignPenalties(AssignLatePenalties):
    """nbgrader's step; a penalty that changes is written down (see :mod:`course.grading.changes`)."""

    def preprocess(self, nb, resources):
        at = resources["nbgrader"]
        where = (at["notebook"], at["assignment"], at["student"])
        with OpenGradebook(at["db_url"]) as gradebook:
            submitted = gradebook.find_submission_notebook(*where)
            before = submitted.late_submission_penalty
            if before is None and not submitted.assignment.total_seconds_late:
                self.init_plugin()  # which says when it is set wrongly
                return nb, resources
        nb, resources = super().preprocess(nb, resources)
        with OpenGradebook(at["db_url"]) as gradebook:
            after = gradebook.find_submission_notebook(*where).late_submission_penalty
            if resources.get(SCORED_BEFORE) and changes.note(gradebook, *where[1:], changes.PENALTY, before, after, "graded again"):
                gradebook.db.commit()
        return nb, resources


def settle(course, gradebook, unit: str, why: str, learner: str | None = None) -> int:
    """Bring the penalties of a unit up to date with scores and due dates as they are; nothing is executed.

    nbgrader takes a penalty of the score that it finds while it grades, and so before a person has marked. Returns how many
    penalties changed. Commits.
    """
    step = AssignLatePenalties(parent=course.app)
    step.init_plugin()
    changed = 0
    for submission in gradebook.assignment_submissions(unit):
        if learner not in (None, submission.student_id):
            continue
        late = submission.total_seconds_late
        for notebook in submission.notebooks:
            before = notebook.late_submission_penalty
            if not late and before is None:
                continue
            after = step.plugin_inst.late_submission_penalty(submission.student_id, notebook.score, late) if late else None
            after = None if after is None else max(0.0, min(after, notebook.score))
            if (before or 0.0) != (after or 0.0):
                notebook.late_submission_penalty = after
                changed += changes.note(gradebook, unit, submission.student_id, changes.PENALTY, before, after, why)
    gradebook.db.commit()
    return changed
