"""PostgreSQL as the gradebook: a real server, the whole way, and the scores of SQLite to the bit."""

import json
import os
import re
import shutil
import subprocess
import sys
from types import SimpleNamespace

import nbformat
import pytest
from sqlalchemy import create_engine, text

from course.authoring.engine import generate
from course.errors import CourseError
from course.grading import ledger, scores
from course.grading.course import Course
from course.grading.engine import one_writer
from course.grading.late import AssignPenalties
from tests.grading.faults import GRADED
from tests.grading.fixture_course import REPOSITORY, find, hand_in, make_course, run, solved
from tests.postgres import server

pytestmark = pytest.mark.skipif(server.why_not() is not None, reason=str(server.why_not()))
LEARNERS = ("right", "blank", "noisy", "partial", "torn", "answered")
LATE = '\nc.LateSubmissionPlugin.penalty_method = "zero"\n'


@pytest.fixture(scope="module")
def databases():
    # Another time zone than the course's: what is late must not hang on where the server stands.
    with server.running(timezone="Asia/Kolkata") as make:
        yield make


def class_of(root, db_url=None, like=None):
    """A course whose learners handed in good and bad work, one of them late, or just what those of another did; graded once."""
    own = LATE + (f"c.CourseDirectory.db_url = {db_url!r}\n" if db_url else "")
    course = make_course(root, "mini", "pair", extra=own)
    if like:
        shutil.copytree(like.root / "submitted", root / "submitted")
    else:
        hand_in_all(course)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment("mini", duedate="2030-01-01 00:00:00 UTC")
    status, out, err = run(course, "grade")
    assert (status, err) == (1, ""), out + err
    return course


def hand_in_all(course):
    for learner in LEARNERS:
        hand_in(course, learner, GRADED[learner](course))
    hand_in(course, "late", solved(course)).with_name("timestamp.txt").write_text("2030-01-01 00:00:01 UTC")
    hand_in(course, "early", solved(course)).with_name("timestamp.txt").write_text("2029-12-31 23:59:59 UTC")
    hand_in(course, "broken", "{")
    hand_in(course, "l" * 240, solved(course))
    hand_in(course, "right", solved(course, "pair", "one"), "pair", "one")


@pytest.fixture(scope="module")
def both(tmp_path_factory, databases):
    """The same class in both."""
    place = tmp_path_factory.mktemp("both")
    address, sqlite = databases("gradebook"), class_of(place / "sqlite")
    return SimpleNamespace(sqlite=sqlite, postgres=class_of(place / "postgres", address, sqlite), address=address)


def everything(course):
    """All that the gradebook holds of grades and states, numbers to the bit."""
    engine = create_engine(course.dirs.db_url)
    with engine.connect() as db:
        grades = db.execute(text(
            "select student_id, base_cell.name, auto_score, manual_score, needs_manual_grade, extra_credit, late_submission_penalty "
            "from grade join submitted_notebook n on grade.notebook_id = n.id join submitted_assignment s on n.assignment_id = s.id "
            "join base_cell on grade.cell_id = base_cell.id"
        )).fetchall()  # fmt: skip
        states = db.execute(text("select unit, learner, state, reason, story, submission, master from course_ledger")).fetchall()
    engine.dispose()
    assert len(grades) > 50 and len(states) == 11
    # SQLite knows no booleans, and keeps them as 0 and 1.
    plain = [[value.hex() if isinstance(value, float) else str(int(value) if isinstance(value, bool) else value) for value in row] for row in grades]
    return sorted(plain), sorted(map(tuple, states))


def lines(course, unit="mini"):
    return {line.learner: line for line in scores.read(Course(course.root), unit).lines}


def test_scores_and_states_are_those_of_sqlite(both):
    assert not (both.postgres.root / "gradebook.db").exists()
    assert everything(both.postgres) == everything(both.sqlite)
    found, wanted = lines(both.postgres), lines(both.sqlite)
    assert {name: line.total.hex() for name, line in found.items()} == {name: line.total.hex() for name, line in wanted.items()}
    assert found["late"].late_seconds == 1 and found["late"].total == 0
    assert found["early"].late_seconds == 0 and found["right"].total == found["early"].total == 9
    assert found["l" * 240].state == found["broken"].state == ledger.REFUSED


def test_report_and_feedback_are_those_of_sqlite(both):
    texts = []
    for course in (both.sqlite, both.postgres):
        assert run(course, "report", "mini")[0] == 0
        assert run(course, "feedback", "mini", "--learner", "torn")[0] == 0
        page = (course.folder("feedback", "torn", "mini") / "mini.html").read_text()
        rows = (course.root / "reports" / "mini.csv").read_text()
        texts.append([re.sub(r"20\d\d-\d\d-\d\d.\d\d:\d\d:\d\d", "when", each) for each in (rows, page)])
    assert texts[0][0] == texts[1][0] and texts[0][0].count("\n") > 8
    assert "double" in texts[1][1] and texts[0][1].count("<") == texts[1][1].count("<")


def test_a_second_run_grades_nothing_and_plain_nbgrader_scores_alike(both):
    status, out, _ = run(both.postgres, "grade", "mini")
    assert status == 1 and "10 had not changed" in out
    before = everything(both.postgres)[0]
    done = nbgrader(both.postgres, "autograde", "mini", "--force", "--student", "torn")
    assert done.returncode == 0, done.stderr
    assert everything(both.postgres)[0] == before
    assert nbgrader(both.postgres, "export", "--to", "grades.csv").returncode == 0
    assert len((both.postgres.root / "grades.csv").read_text().splitlines()) >= 2 * 8


def nbgrader(course, *words):
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *words], cwd=course.root, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
    )


def test_an_interrupt_leaves_nothing_half_done(both, monkeypatch):
    before = lines(both.postgres)["right"]

    def interrupt(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(AssignPenalties, "preprocess", interrupt)
        assert run(both.postgres, "grade", "mini", "--learner", "right", "--force", "--workers", 1)[0] == 130
    assert lines(both.postgres)["right"].state == scores.UNFINISHED
    assert run(both.postgres, "grade", "mini", "--learner", "right")[0] == 0
    assert lines(both.postgres)["right"].points == before.points


def test_a_mark_given_by_a_person_stays(both):
    with both.postgres.gradebook() as gradebook:
        grade = gradebook.find_grade("mini-proof", "mini", "mini", "partial")
        grade.manual_score, grade.needs_manual_grade = 2.5, False
        gradebook.db.commit()
    assert run(both.postgres, "grade", "mini", "--learner", "partial", "--force")[0] == 0
    assert lines(both.postgres)["partial"].points["proof"].total == 2.5


def test_two_folders_on_one_server_do_not_grade_side_by_side(both, tmp_path):
    """The lock file lies in the folder; the server knows of both."""
    shutil.copy(both.postgres.root / "nbgrader_config.py", tmp_path)
    other = Course(tmp_path)
    with one_writer(both.postgres), pytest.raises(CourseError, match="another 'course grade' is at work"):
        with one_writer(other):
            pass
    with one_writer(other):
        pass  # it was let go


def test_the_order_of_the_cells_outlives_a_changed_master(both):
    """PostgreSQL may give a changed row last; SQLite leaves it where it was."""
    orders = []
    for course in (both.sqlite, both.postgres):
        before = [record.name for record in course.records("mini")["mini"]]
        place = course.folder("source", ".", "mini") / "mini.ipynb"
        nb = nbformat.read(place, as_version=4)
        find(nb, "mini-double-check").source = "assert double(1) == 2, 'twice one is two'"
        nbformat.write(nb, place)
        generate("mini", course.root)
        records = course.records("mini")["mini"]
        assert [record.name for record in records] == before
        assert next(record for record in records if record.name == "mini-double-check").source.endswith("is two'")
        orders.append(before)
    assert orders[0] == orders[1]


def test_nbgraders_db_upgrade_keeps_every_score(both):
    before = everything(both.postgres)
    done = nbgrader(both.postgres, "db", "upgrade")
    assert done.returncode == 0, done.stderr
    assert everything(both.postgres) == before


def test_nbgraders_migration_runs_where_no_unit_is_recorded(both, databases, tmp_path):
    """nbgrader's last step (0.6 to 0.7) fails on PostgreSQL where an assignment is there; the guide says so."""
    url = databases("old")
    config = (both.postgres.root / "nbgrader_config.py").read_text()
    (tmp_path / "nbgrader_config.py").write_text(config.replace(both.address, url))
    course = Course(tmp_path)
    with course.gradebook():
        pass
    engine = create_engine(url)
    with engine.begin() as db:  # as nbgrader 0.6 left it
        db.execute(text("alter table assignment drop column course_id"))
        db.execute(text("drop table course"))
        db.execute(text("update alembic_version set version_num = '282d30a0218e'"))
    done = nbgrader(course, "db", "upgrade")
    assert done.returncode == 0, done.stderr
    with engine.connect() as db:
        assert db.execute(text("select version_num from alembic_version")).scalar() == "e43177bfe90b"
        assert db.execute(text("select count(*) from course")).scalar() >= 1
    engine.dispose()


@pytest.mark.parametrize(
    "change, sentence",
    [
        (lambda url: url.replace("/gradebook?", "/nowhere?"), "see that the server runs, has this database and lets you in."),
        (lambda url: url.replace("course@", "course:secret-word@").replace("?host=", "?host=/nonexistent"), "see that the server runs"),
        (lambda url: "postgres-ql://x", "is no address of a database"),
        (lambda url: "sqlite+nodriver:///x", "is no address of a database"),
    ],
)
def test_what_is_wrong_is_one_sentence(both, tmp_path, change, sentence):
    shutil.copytree(both.postgres.root / "source", tmp_path / "source")
    config = (both.postgres.root / "nbgrader_config.py").read_text()
    assert both.address in config
    (tmp_path / "nbgrader_config.py").write_text(config.replace(both.address, change(both.address)))
    status, out, err = run(SimpleNamespace(root=tmp_path), "grade", "mini")
    assert status == 2 and err.count("\n") == 1 and sentence in err, out + err
    assert "secret-word" not in out + err


def test_a_reason_that_no_text_column_can_hold_is_recorded(both):
    with both.postgres.gradebook() as gradebook:
        ledger.write(gradebook, "mini", "odd", state=ledger.REFUSED, reason="a\0b", story={"mini": {"notes": ["c\0d"]}})
        entry = ledger.get(gradebook, "mini", "odd")
        assert (entry.reason, json.dumps(entry.story)) == ("ab", '{"mini": {"notes": ["c\\u0000d"]}}')
