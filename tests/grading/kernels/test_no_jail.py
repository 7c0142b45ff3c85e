"""What is said and done where submissions cannot be jailed."""

import os
import shutil
import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell

from course.grading import scores
from course.grading.course import Course
from course.grading.kernels import jail
from tests.grading.fixture_course import REPOSITORY, find, hand_in, make_course, run, solved
from tests.grading.mini_bank import write_bank

WHERE = "import os; print('I am', os.getuid(), os.getcwd())"


@pytest.fixture
def course(tmp_path):
    """A course that is to be jailed, whatever the other tests do on this machine."""
    course = make_course(tmp_path / "course", "mini", extra="\nc.JailedProvisioner.jail = True\n")
    write_bank(course.root)
    return course


@pytest.fixture
def no_bubblewrap(monkeypatch):
    monkeypatch.setattr(jail, "refusal", lambda: f"submissions cannot be jailed because of this test; {jail.WAY_OUT}")


def telling(course):
    nb = solved(course)
    nb.cells.insert(nb.cells.index(find(nb, "mini-share")), new_code_cell(WHERE, id="where"))
    return nb


def said(course, learner):
    nb = nbformat.read(course.folder("autograded", learner, "mini") / "mini.ipynb", as_version=4)
    return next(cell for cell in nb.cells if cell.id == "where").outputs[0].text


def test_it_refuses_with_one_sentence_and_grades_nobody(course, no_bubblewrap):
    hand_in(course, "anna", solved(course))
    status, out, err = run(course, "grade", "mini")
    assert status == 2 and err == f"course grade: submissions cannot be jailed because of this test; {jail.WAY_OUT}\n"
    assert "--no-jail" in err and not course.folder("autograded", "anna", "mini").exists()
    assert scores.read(Course(course.root), "mini").lines[0].state == scores.UNGRADED


def test_the_flag_goes_on_with_the_instructors_rights(course, no_bubblewrap):
    hand_in(course, "anna", telling(course))
    status, out, err = run(course, "grade", "mini", "--no-jail")
    assert (status, err) == (0, "") and scores.read(Course(course.root), "mini").lines[0].points["share"].total == 3
    assert said(course, "anna").startswith(f"I am {os.getuid()} ") and "/notebook" not in said(course, "anna")


def test_the_made_up_class_alone_runs_without_a_jail_and_it_is_said(course, no_bubblewrap):
    assert run(course, "sample", "mini")[0] == 0
    status, out, err = run(course, "grade", "mini")
    assert status == 0, err
    assert "Only the made-up class is graded, and it runs without a jail" in " ".join(out.split())


@pytest.mark.parametrize("change", ["another cell", "another file", "another learner"])
def test_one_cell_that_is_not_made_up_is_enough_to_refuse(course, no_bubblewrap, change):
    run(course, "sample", "mini")
    path = course.folder("submitted", "amina", "mini") / "mini.ipynb"
    if change == "another cell":
        nb = nbformat.read(path, as_version=4)
        nb.cells.append(new_code_cell("print('mine')"))
        from course.grading.sample import MARK, _digest

        nb.metadata[MARK] = _digest(nb)  # even with a mark that fits
        nbformat.write(nb, path)
    elif change == "another file":
        path.with_name("numpy.py").write_text("print('mine')")
    else:
        hand_in(course, "zoe", solved(course))
    status, _, err = run(course, "grade", "mini")
    assert status == 2 and "--no-jail" in err


def test_plain_nbgrader_refuses_with_the_sentence(course, tmp_path):
    """nbgrader itself, in a process that finds no bubblewrap."""
    hand_in(course, "anna", solved(course))
    bare = tmp_path / "bin"
    bare.mkdir()
    for tool in ("sh", "env"):
        (bare / tool).symlink_to(shutil.which(tool))
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PATH": str(bare)}
    (course.root / "nbgrader_config.py").write_text(
        (course.root / "nbgrader_config.py").read_text().replace('sysconfig.get_path("scripts")', repr(str(bare)))
    )
    command = [sys.executable, "-m", "nbgrader", "autograde", "mini"]
    done = subprocess.run(command, cwd=course.root, env=environment, capture_output=True, text=True)
    assert done.returncode != 0
    assert "nbgrader autograde: submissions cannot be jailed because bubblewrap is not installed" in done.stderr
    assert "Traceback" not in done.stderr and not course.folder("autograded", "anna", "mini").exists()
    done = subprocess.run([*command, "--JailedProvisioner.jail=False"], cwd=course.root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
