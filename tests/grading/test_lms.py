"""What learning platforms get: each its own columns, final points only, and their own file filled in."""

import csv

import pytest

from course.errors import CourseError
from course.grading import export, ledger, lms
from course.grading.course import Course
from course.grading.scores import Line, Points, Unit
from tests.grading.fixture_course import hand_in, make_course, run, solved

MAXIMA = {"neurons": "41", "linear_algebra": "30"}


def learner(name, **values):
    return lms.Learner(name, points={"neurons": "12.5", "linear_algebra": ""}, **values)


def test_canvas_has_its_columns_and_the_points_possible():
    rows = lms.table("canvas", [learner("amina", first="Amina", last="B", number="77")], MAXIMA)
    assert rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "neurons", "linear_algebra"]
    assert rows[1][0].strip() == "Points Possible" and rows[1][5:] == ["41", "30"]
    assert rows[2] == ["B, Amina", "77", "", "amina", "", "12.5", ""]


@pytest.mark.parametrize("kind, key", [("moodle", "Username"), ("blackboard", "Username"), ("plain", "learner")])
def test_the_others_name_the_learner(kind, key):
    heads, row = lms.table(kind, [learner("amina")], MAXIMA)
    assert row[heads.index(key)] == "amina" and row[heads.index("neurons")] == "12.5"


def test_canvas_own_file_keeps_its_numbers_and_other_columns(tmp_path):
    (tmp_path / "c.csv").write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section,Essay (9),Linear algebra (11),Final Score\n"
        "    Points Possible,,,,,10,30,(read only)\n"
        '"B, Amina",77,s1,amina,A,9,3,50\n"C, Bo",78,s2,bo,A,8,4,\n"Student, Test",79,,x9,A,,,\n'
    )
    roster = lms.read_roster(tmp_path / "c.csv")
    known = [lms.Learner("amina", points={"linear_algebra": "25"}), lms.Learner("cy", points={"linear_algebra": "1"})]
    missing, unknown = lms.fill("canvas", roster, known, {"linear_algebra": "30", "neurons": "41"})
    assert missing == ["cy"] and unknown == ["bo", "x9"]
    rows = list(csv.reader(roster.text().splitlines()))
    assert rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Essay (9)", "Linear algebra (11)", "Final Score", "neurons"]
    assert rows[1] == ["    Points Possible", "", "", "", "", "10", "30", "(read only)", "41"]
    assert rows[2][5:8] == ["9", "25", "50"] and rows[3][6] == "4"  # who has no new score keeps the old one


def test_blackboards_own_file_is_utf_16_with_tabs(tmp_path):
    heads = '"Last Name"\t"First Name"\t"Username"\t"neurons [Total Pts: 41 Score] |5501"'
    (tmp_path / "b.xls").write_bytes(f'{heads}\n"B"\t"Amina"\t"amina"\t""\n'.encode("utf-16"))
    roster = lms.read_roster(tmp_path / "b.xls")
    assert lms.fill("blackboard", roster, [learner("amina")], {"neurons": "41"}) == ([], [])
    assert roster.rows[1][3] == "12.5" and roster.encoding == "utf-16" and roster.rows[0][3].endswith("|5501")


def test_moodle_may_name_learners_by_mail(tmp_path):
    (tmp_path / "m.csv").write_text("First name;Email address;neurons\nAmina;a@b.c;\n")
    roster = lms.read_roster(tmp_path / "m.csv")
    assert lms.fill("moodle", roster, [learner("amina", email="a@b.c")], {"neurons": "41"}) == ([], [])
    assert roster.text() == "First name;Email address;neurons\nAmina;a@b.c;12.5\n"


def test_a_bad_roster_is_named(tmp_path):
    (tmp_path / "x.csv").write_text("one column\n1\n")
    with pytest.raises(CourseError, match="no table of learners"):
        lms.read_roster(tmp_path / "x.csv")
    with pytest.raises(CourseError, match="cannot be read"):
        lms.read_roster(tmp_path / "none.csv")
    with pytest.raises(CourseError, match="is it canvas's own export"):
        lms.fill("canvas", lms.Roster([["a", "b"]], ",", "utf-8"), [], {})


def test_only_final_points_are_exported(tmp_path):
    course = make_course(tmp_path / "course", "mini")
    lines = [
        Line("done", ledger.GRADED, points={"double": Points({"check": 3})}, penalty=1.0),
        Line("waits", ledger.PERSON, points={"double": Points({"check": 2})}),
        Line("old", ledger.REFUSED, points={"double": Points({"check": 1})}, stale=True),
        Line("refused", ledger.REFUSED),
    ]
    units = [Unit("mini", {"double": {"check": 3.0}}, lines)]
    learners, left_out = export.collect(course, units, provisional=False, zero=False)
    assert {one.id: one.points for one in learners} == {"done": {"mini": "2"}, "old": {}, "refused": {}, "waits": {}}
    assert left_out == {
        "they wait for a person": ["waits (mini)"], "they are of an earlier grading": ["old (mini)"],
        "there is no score yet": ["refused (mini)"],
    }  # fmt: skip
    learners, left_out = export.collect(course, units, provisional=True, zero=True)
    assert {one.id: one.points for one in learners}["waits"] == {"mini": "2"} and list(left_out) == ["there is no score yet"]


def test_the_command(tmp_path):
    course = make_course(tmp_path / "course", "mini")
    assert run(course, "export")[0] == 2
    hand_in(course, "anna", solved(course))
    assert run(course, "grade")[0] == 0
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student("zoe", first_name="=cmd()", last_name="Z")
    status, out, _ = run(course, "export", "--for", "moodle", "--zero")
    assert status == 0 and out == "reports/scores-moodle.csv\n"
    rows = list(csv.reader((course.root / "reports/scores-moodle.csv").open(encoding="utf-8-sig")))
    assert rows[1] == ["anna", "", "", "", "", "9"] and rows[2] == ["zoe", "", "", "'=cmd()", "Z", "0"]
    assert "anna" in (Course(course.root).root / "reports/scores-moodle.csv").read_text()
    roster = tmp_path / "r.csv"
    roster.write_text("Student,ID,SIS User ID,SIS Login ID,Section\nX,1,,anna,A\n")
    status, out, _ = run(course, "export", "mini", "--for", "canvas", "--roster", roster, "--out", tmp_path / "o.csv")
    assert status == 1 and "1 not in the roster, so not exported: zoe." in out
    assert (tmp_path / "o.csv").read_text() == "Student,ID,SIS User ID,SIS Login ID,Section,mini\nX,1,,anna,A,9\n"
