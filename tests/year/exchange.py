"""nbgrader's own exchange, driven in one process for many learners, each at a time of their own."""

from datetime import datetime
from pathlib import Path

import nbformat
from nbgrader.exchange.default import ExchangeCollect, ExchangeFetchAssignment, ExchangeReleaseAssignment, ExchangeSubmit

from course.grading.course import Course


class SubmitAt(ExchangeSubmit):
    """nbgrader's submit, at a time that is given."""

    at: datetime

    def set_timestamp(self):
        self.timestamp = self.at.strftime(self.timestamp_format)


def release(course: Course, unit: str, root: Path) -> None:
    _do(ExchangeReleaseAssignment, course, unit, root, force=True)


def fetch_and_submit(course: Course, unit: str, root: Path, learner: str, home: Path, notebooks: dict, at: datetime) -> None:
    """Fetch the unit, fill in the notebooks, and hand it in, as one learner."""
    home.mkdir(parents=True, exist_ok=True)
    if not (home / unit).exists():
        _do(ExchangeFetchAssignment, course, unit, root, home, learner)
    for name, nb in notebooks.items():
        assert (home / unit / f"{name}.ipynb").exists(), "the released notebook was not fetched"
        nbformat.write(nb, home / unit / f"{name}.ipynb")
    SubmitAt.at = at
    _do(SubmitAt, course, unit, root, home, learner)


def collect(course: Course, unit: str, root: Path) -> None:
    _do(ExchangeCollect, course, unit, root, update=True, check_owner=False)


def _do(kind, course: Course, unit: str, root: Path, home: Path | None = None, learner: str = "*", **traits) -> None:
    dirs = course.dirs
    before = dirs.assignment_id, dirs.student_id
    try:
        dirs.assignment_id, dirs.student_id = unit, learner
        # The course's own configuration may name another exchange, and a test must never touch that one.
        one = kind(coursedir=dirs, authenticator=_Everybody(), parent=course.app)
        one.root, one.cache = str(root), str(root.parent / "cache")
        if home is not None:
            one.assignment_dir = str(home)
        for name, value in traits.items():
            setattr(one, name, value)
        one.start()
    finally:
        dirs.assignment_id, dirs.student_id = before


def _Everybody():
    from nbgrader.auth import Authenticator

    return Authenticator()
