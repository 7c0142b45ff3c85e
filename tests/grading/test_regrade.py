"""What happens the second time: nothing lost, nothing old shown as new, nothing done twice."""

import sqlite3

import pytest
from nbformat.v4 import new_markdown_cell

from course.authoring.engine import generate
from course.errors import CourseError
from course.grading import ledger, scores
from course.grading.course import Course
from course.grading.engine import one_writer
from course.grading.late import AssignPenalties
from tests.grading.fixture_course import hand_in, make_course, released, run, solved


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Four submissions, graded once."""
    course = make_course(tmp_path_factory.mktemp("regrade") / "course", "mini", "pair")
    hand_in(course, "anna", solved(course))
    hand_in(course, "bob", released(course, "mini", "mini"))
    hand_in(course, "cleo", solved(course, "pair", "one"), "pair", "one")
    status, out, err = run(course, "grade")
    assert (status, err) == (0, ""), out
    return course


def line(course, learner, unit="mini"):
    return next(line for line in scores.read(Course(course.root), unit).lines if line.learner == learner)


def results(course, learner, unit="mini"):
    return {path: path.stat().st_mtime_ns for path in course.folder("autograded", learner, unit).iterdir()}


def test_a_second_run_grades_nothing(course):
    before = results(course, "anna")
    status, out, _ = run(course, "grade", "mini")
    assert status == 0 and "2 had not changed" in out and "mini 1/2" not in out
    assert results(course, "anna") == before


def test_force_and_learner_choose(course):
    anna, bob = results(course, "anna"), results(course, "bob")
    status, out, _ = run(course, "grade", "mini", "--learner", "anna", "--force")
    assert status == 0 and "mini 1/1 anna: graded" in out
    assert results(course, "anna") != anna and results(course, "bob") == bob


def test_unknown_names_are_answered_with_the_known_ones(course):
    assert run(course, "grade", "nono")[::2] == (2, "course grade: there is no unit 'nono'; there are: mini, pair.\n")
    status, _, err = run(course, "grade", "mini", "--learner", "zoe")
    assert status == 2 and "'zoe' has handed in nothing for 'mini'; there are: anna, bob." in err


def test_a_missing_notebook_of_several_scores_0_and_the_rest_counts(course):
    cleo = line(course, "cleo", "pair")
    assert (cleo.points["one"].total, cleo.points["two"].total) == (3, 0)
    assert cleo.state == ledger.LOSSES and "two.ipynb was not handed in" in cleo.reason


def test_a_broken_notebook_beside_a_good_one_changes_no_score(course):
    """The good one comes first: nothing of it may be recorded before the broken one is met."""
    hand_in(course, "cleo", released(course, "pair", "one"), "pair", "one")
    hand_in(course, "cleo", "{", "pair", "two")
    assert run(course, "grade", "pair")[0] == 1
    cleo = line(course, "cleo", "pair")
    assert cleo.state == ledger.REFUSED and cleo.stale and cleo.points["one"].total == 3


def test_a_failed_regrade_marks_the_old_score_and_keeps_everything(course):
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("mini-proof", "mini", "mini", "anna")
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        gradebook.db.commit()
    before = results(course, "anna")
    good = solved(course)
    hand_in(course, "anna", "not a notebook")
    status, out, _ = run(course, "grade", "mini")
    assert status == 1 and "mini.ipynb is not JSON" in out and "† from an earlier grading" in out
    anna = line(course, "anna")
    assert anna.stale and anna.state == ledger.REFUSED and anna.total == 11
    assert results(course, "anna") == before
    # Still refused, and still said, without a second try.
    assert run(course, "grade", "mini")[0] == 1

    good.cells.append(new_markdown_cell("More."))  # a submission that changed, and scores the same
    hand_in(course, "anna", good)
    assert run(course, "grade", "mini")[0] == 0
    anna = line(course, "anna")
    assert not anna.stale and anna.points["proof"].total == 2.0 and anna.total == 11
    # nbgrader asks to look again at a manual score whose answer was graded again.
    assert anna.state == ledger.PERSON and "mini-proof" in anna.reason


def test_a_change_is_seen_before_it_is_graded(course):
    hand_in(course, "bob", solved(course))
    bob = line(course, "bob")
    assert bob.stale and "changed since" in " ".join(bob.notes)
    run(course, "grade", "mini", "--learner", "bob")
    assert line(course, "bob").total == 9 and not line(course, "bob").stale


def test_an_interrupt_leaves_nothing_half_done(course, monkeypatch):
    hand_in(course, "dora", solved(course))
    before = results(course, "bob")

    def interrupt(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(AssignPenalties, "preprocess", interrupt)  # scores are written, the notebook is not
        status, _, err = run(course, "grade", "mini", "--force", "--workers", 1)
    assert status == 130 and "interrupted" in err
    lines = {one.learner: one for one in scores.read(Course(course.root), "mini").lines}
    assert lines["anna"].state == scores.UNFINISHED and lines["dora"].state == scores.UNGRADED
    assert results(course, "bob") == before
    status, out, _ = run(course, "grade", "mini")
    assert status == 0 and "anna" in out and "dora: graded" in out and "1 had not changed" in out
    assert line(course, "dora").total == 9 and line(course, "anna").total == 11


def test_a_changed_master_is_graded_against(course):
    master = course.folder("source", ".", "mini") / "mini.ipynb"
    master.write_text(master.read_text().replace("assert double(1) == 2", "assert double(1) == 3"))
    generate("mini", course.root)
    status, out, _ = run(course, "grade", "mini", "--learner", "dora")
    dora = line(course, "dora")
    assert "dora: graded" in out and dora.points["double"].parts == {"check": 0.0, "hidden": 2.0}
    assert "Locked but not as it was released, the course's own was used: mini-double-check" in " ".join(dora.notes)


def test_what_the_machine_did_wrong_is_tried_again(course, monkeypatch):
    def fail(*_, **__):
        raise OSError("the disk is full")

    hand_in(course, "eva", solved(course))
    with monkeypatch.context() as patch:
        patch.setattr("course.grading.execute.ExecuteNotebook.start_new_kernel", fail)
        status, out, _ = run(course, "grade", "mini", "--learner", "eva")
    assert status == 1 and "the disk is full" in " ".join(out.split()) and ".nbgrader.log" in out
    assert run(course, "grade", "mini", "--learner", "eva")[0] == 0
    assert line(course, "eva").state == ledger.GRADED


def test_two_gradings_do_not_run_side_by_side(course):
    with one_writer(course), pytest.raises(CourseError, match="another 'course grade' is at work"):
        with one_writer(course):
            pass
    assert sqlite3.connect(course.root / "gradebook.db").execute("select count(*) from course_ledger").fetchone() == (5,)
