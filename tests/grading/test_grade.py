"""``course grade`` over a class in which everything goes wrong, and plain nbgrader over the same class."""

import os
import shutil
import subprocess
import sys

import nbformat
import pytest

from course.grading import ledger, scores
from course.grading.course import Course
from tests.grading.faults import EXPECTED, REFUSED, write_class
from tests.grading.fixture_course import QUICK, REPOSITORY, make_course, run


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("class") / "course", "mini", extra=QUICK)
    write_class(course)
    return course


@pytest.fixture(scope="module")
def twin(before, tmp_path_factory):
    """A copy of the ungraded class, for plain nbgrader, which waits for ever at a pipe that is no file."""
    root = tmp_path_factory.mktemp("twin") / "course"
    shutil.copytree(before.root, root, symlinks=True, ignore=lambda _, names: [name for name in names if name == "pipe"])
    return root


@pytest.fixture(scope="module")
def graded(before, twin):
    status, out, err = run(before, "grade", "mini")
    return before, status, out, err


@pytest.fixture(scope="module")
def lines(graded):
    return {line.learner: line for line in scores.read(graded[0], "mini").lines}


@pytest.mark.parametrize("learner", EXPECTED)
def test_points(lines, learner):
    line = lines[learner]
    assert tuple(line.points[name].total for name in ("double", "mean-double", "share")) == EXPECTED[learner], line


@pytest.mark.parametrize("learner", REFUSED)
def test_refusals(lines, learner):
    assert lines[learner].state == ledger.REFUSED
    assert REFUSED[learner] in lines[learner].reason
    assert lines[learner].reason.endswith((".", ")"))
    assert lines[learner].points == {}


def test_every_submission_ends_in_a_named_state(lines):
    expected = {
        "answered": ledger.PERSON, "deleted": ledger.PERSON, "dying": ledger.LOSSES, "looping": ledger.LOSSES,
    }  # fmt: skip
    for learner in EXPECTED:
        assert lines[learner].state == expected.get(learner, ledger.GRADED), lines[learner]


def test_what_was_mended_is_said(lines):
    for text in (
        "Missing, put back: mini-double-hidden.",
        "Points had been changed, set back: mini-share-check.",
        "Without its name, known by its cell id: mini-mean-double-hidden.",
        "Had become a raw cell, is code again: mini-double.",
        "Locked but not as it was released, the course's own was used: mini-double-check.",
        "There more than once, the copies became ordinary cells: mini-mean-double-check, mini-share.",
        "Not of this notebook, became ordinary cells: neurons-step.",
        "Moved before its solution, put back after it: mini-share-hidden.",
    ):
        assert text in lines["torn"].notes, (text, lines["torn"].notes)
    assert lines["right"].notes == [] and lines["blank"].notes == []
    assert lines["skipping"].notes[0].startswith("Tagged not to run, the tag was taken off: mini-double-check")
    assert lines["moved-in"].notes == ["Solution cell missing, its tests used what the other cells define: mini-double."]
    assert "'mini-proof' was answered in 2 cells" in lines["answered"].reason
    assert "answer cell 'mini-proof' is missing" in lines["deleted"].reason
    assert "Ended the Python process: cell" in lines["dying"].reason
    assert "could not be interrupted: cell" in lines["dying"].reason
    assert "was interrupted: cell" in lines["dying"].reason
    assert "mini-share-check, mini-share-hidden" in lines["looping"].reason


def test_the_learners_work_is_still_there(graded):
    nb = nbformat.read(graded[0].folder("autograded", "torn", "mini") / "mini.ipynb", as_version=4)
    sources = [cell.source for cell in nb.cells]
    assert "def share(n):\n    return 'not yet'" in sources and "print('from elsewhere')" in sources
    names = [cell.metadata.nbgrader.grade_id for cell in nb.cells if "nbgrader" in cell.metadata]
    assert len(names) == len(set(names)) == 10
    nbformat.validate(nb)
    noisy = nbformat.read(graded[0].folder("autograded", "noisy", "mini") / "mini.ipynb", as_version=4)
    assert any(out.get("name") == "stderr" for cell in noisy.cells for out in cell.get("outputs", []))


def test_a_flood_of_output_is_cut_off(graded):
    path = graded[0].folder("autograded", "flooding", "mini") / "mini.ipynb"
    assert "was cut off" in path.read_text() and path.stat().st_size < 12_000_000


def test_what_the_terminal_shows(graded, lines):
    _, status, out, err = graded
    assert status == 1 and err == ""
    assert all(len(line) <= 100 for line in out.splitlines())
    for learner, text in REFUSED.items():
        assert f"{learner.strip()}: {text}" in " ".join(out.split()) or learner == " odd " or text in " ".join(out.split())
    assert "Needs a person" in out and "Graded with losses" in out and "Refused" in out
    assert "Traceback" not in out


def test_plain_nbgrader_gives_the_same_scores(graded, twin, lines):
    """After the class was graded here, so that both start from the same submissions."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", "mini"], cwd=twin, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PATH": os.path.dirname(sys.executable) + ":" + os.environ["PATH"]},
    )  # fmt: skip
    assert done.returncode == 1, done.stderr  # some were refused
    theirs = {line.learner: line for line in scores.read(Course(twin), "mini").lines}
    for learner in EXPECTED:
        assert theirs[learner].points == lines[learner].points, learner
        assert (theirs[learner].state, theirs[learner].reason) == (lines[learner].state, lines[learner].reason)
        assert theirs[learner].notes == lines[learner].notes
    for learner in REFUSED:
        if learner != "pipe":
            assert theirs[learner].points == {}, learner
