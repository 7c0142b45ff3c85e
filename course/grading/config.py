"""What switches this room on: called by ``nbgrader_config.py``, so that plain nbgrader grades alike."""

import re
import stat
import sys
from pathlib import Path

from traitlets.config import Application
from traitlets.log import get_logger

from course.grading import gradebooks, intake

SANITIZE = [
    "course.grading.restore.RestoreCells",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    # No OverwriteCells: what it sets right is the record's own after RestoreCells.
    "course.grading.metadata.CheckMetadata",
]
AUTOGRADE = [
    "course.grading.execute.ExecuteNotebook",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "course.grading.save.SaveScores",
    "course.grading.late.AssignPenalties",
    "course.grading.metadata.CheckMetadata",
]
FEEDBACK = [
    "nbgrader.preprocessors.GetGrades",
    "course.grading.summary.SummariseScores",
    "course.grading.conceal.ConcealHiddenTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
TEMPLATES = Path(__file__).parent / "templates"


def configure(c) -> None:
    """Put this room's parts into nbgrader's lists. A cell has 30 s, a notebook 5 minutes."""
    c.Autograde.sanitize_preprocessors = SANITIZE
    c.Autograde.autograde_preprocessors = AUTOGRADE
    c.Autograde.pre_convert_hook = turn_away
    c.Autograde.exporter_class = "course.grading.exporter.PreparedExporter"
    # Validate a notebook once, after its preprocessors, and not after each of them.
    c.Exporter.optimistic_validation = True
    c.AssignLatePenalties.plugin_class = "course.grading.late.LatePenalty"
    c.Execute.timeout = 30
    c.Execute.record_timing = False  # when each message came says nothing about the work
    c.ExecuteNotebook.notebook_timeout = 300
    c.ExecuteNotebook.two_rooms = True
    # The polite way waits a second or two for each kernel, and nothing of it is needed any more.
    c.Execute.shutdown_kernel = "immediate"
    # Kernels are jailed; should the jail show a folder above the course, it covers the course in it.
    c.JailedProvisioner.hide = [str(c.CourseDirectory.root)]
    if sys.platform != "win32":  # where nbgrader has no exchange
        c.ExchangeFactory.collect = "course.grading.collect.CollectOwned"
    c.GenerateFeedback.preprocessors = FEEDBACK
    c.GenerateFeedback.post_convert_hook = leave_the_page
    # For these pages only: what is set on nbconvert's HTMLExporter, the formgrader's pages would use too.
    c.GenerateFeedback.exporter_class = "course.grading.exporter.FeedbackExporter"
    c.FeedbackExporter.template_name = "course_feedback"
    c.FeedbackExporter.extra_template_basedirs = [str(TEMPLATES)]
    c.FeedbackExporter.embed_images = True


def turn_away(assignment: str, student: str, notebooks: list) -> None:
    """nbgrader's ``pre_convert_hook``: keep a submission that cannot be graded from being read at all.

    A hook has no word for "no". It empties the list it is given: nbgrader then finds no notebook to grade,
    says so, leaves the scores alone and goes on with the next learner.
    """
    insist_on_the_jail()
    gradebooks.keep_open()
    if not notebooks:
        return
    folder = Path(notebooks[0]).parent
    try:
        intake.check(folder)
    except intake.Refused as why:
        get_logger().error("%s: %s", folder, why)
        notebooks.clear()


def insist_on_the_jail() -> None:
    """End a plain ``nbgrader autograde`` with one sentence where submissions should be jailed and cannot be."""
    from nbgrader.apps import AutogradeApp  # which imports much that the other commands do without

    from course.grading.kernels import jail
    from course.grading.kernels.provisioner import JailedProvisioner

    app = Application.instance() if Application.initialized() else None
    if isinstance(app, AutogradeApp) and JailedProvisioner(config=app.config).jail and (why := jail.refusal()):
        raise SystemExit(f"nbgrader autograde: {why}")


def leave_the_page(assignment: str, student: str, notebooks: list) -> None:
    """nbgrader's ``post_convert_hook`` for feedback: leave the HTML pages, and the exchange's notes, only.

    nbgrader copies whatever lies beside the executed notebook, and a submission's code can have written
    anything there, hidden tests too. The pages hold their pictures themselves.
    """
    for notebook in notebooks[:1]:
        graded = Path(notebook).parent
        feedback = graded.parents[2] / "feedback" / graded.parent.name / graded.name
        # Those of the unit's other notebooks too: feedback may be written for one of several.
        pages = {f"{path.stem}.html" for path in graded.glob("*.ipynb")}
        for path in sorted(feedback.rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            elif path.parent != feedback or path.name not in pages and not is_exchange_note(path):
                path.unlink()


# What `nbgrader submit` writes beside the notebook, and `nbgrader release_feedback` looks for beside the page.
NOTES = {"timestamp.txt": r"[\w :.+-]{1,64}\s*", "submission_secret.txt": r"[0-9a-f]{128}"}


def is_exchange_note(path: Path) -> bool:
    """Whether it is one of the exchange's two notes and holds what such a note holds, and so no hidden test."""
    pattern = NOTES.get(path.name)
    if not pattern or not stat.S_ISREG(path.lstat().st_mode) or path.stat().st_size > 200:
        return False
    return re.fullmatch(pattern, path.read_text(encoding="ascii", errors="replace")) is not None
