"""A course of one learner, in a private folder that is gone afterwards."""

import shutil
import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from traitlets.config import Config

from course.authoring.engine import generate
from course.errors import CourseError
from course.grading import feedback, gate, gradebooks, intake, ledger
from course.grading.course import LOG, Course
from course.grading.engine import Engine, one_writer
from course.grading.kernels import jail
from course.grading.kernels.provisioner import JailedProvisioner
from course.grading.pool import Pool, cores
from course.masters import CONFIG, find_masters

LEARNER = "you"  # as the page names them
WAY_OUT = "to grade your own notebook all the same, with your own rights as in JupyterLab, add --no-jail."


@contextmanager
def graded(unit: str, notebooks: dict[str, bytes], jailed: bool = True, said: str = "", log: Path | None = None, tell=print):
    """Grade a learner's notebooks of a unit; gives the Course and the ledger's entry, with the page written.

    ``notebooks`` maps a notebook's name, without ``.ipynb``, to its bytes. ``said`` stands at the head of the page.
    nbgrader's log goes to ``log`` where it stumbles; ``tell`` hears what happens now. Raises CourseError where a notebook cannot be graded, or not here.
    """
    masters = find_masters()
    with gate.run_folder() as root:
        own = f"\nc.SummariseScores.alone = True\nc.SummariseScores.said = {said!r}\n"
        (root / CONFIG).write_text(masters.config.read_text(encoding="utf-8") + own, encoding="utf-8")
        unseen = shutil.ignore_patterns(".ipynb_checkpoints")
        shutil.copytree(masters.folder / unit, root / "source" / unit, ignore=unseen)
        for name, content in notebooks.items():
            place = root / "submitted" / LEARNER / unit / f"{name}.ipynb"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        try:  # before anything that takes time
            intake.check(root / "submitted" / LEARNER / unit)
        except intake.Refused as why:
            raise CourseError(str(why)) from None
        try:
            yield _grade(unit, Course(root), jailed, min(len(notebooks), cores()), log, tell)
        finally:
            gradebooks.forget_all()


def _grade(unit: str, course: Course, jailed: bool, workers: int, log: Path | None, tell):
    if not jailed:
        course.app.update_config(Config(JailedProvisioner={"jail": False}))
        if sys.platform != "linux":  # where no second room can be made; without a jail it keeps nothing apart anyway
            course.app.update_config(Config(ExecuteNotebook={"two_rooms": False}))
    elif JailedProvisioner(config=course.app.config).jail and (why := jail.refusal()):
        raise CourseError(why.replace(jail.WAY_OUT, WAY_OUT))
    tell("Preparing the tests …")
    generate(unit, course.root)
    tell("Running your notebook and its tests …")
    with one_writer(course), Pool(workers) as pool:
        ((_, outcome),) = Engine(course, unit).grade_all([LEARNER], pool)
    tell("Writing your feedback …")
    entry = outcome.entry
    trouble = entry.reason if entry.state == ledger.REFUSED else feedback.write(course, unit, LEARNER)
    if trouble:
        raise CourseError(_kept(trouble, course, log))
    return course, entry


def _kept(trouble: str, course: Course, log: Path | None) -> str:
    """The sentence, with the log that it may name where it stays."""
    if LOG in trouble and log is not None and (course.root / LOG).is_file():
        log.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(course.root / LOG, log)
        return trouble.replace(LOG, str(log))
    return trouble


def when(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d at %H:%M:%S}"
