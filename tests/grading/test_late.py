"""Late work: the rule, extensions, and that penalties and scores never change in silence."""

from datetime import datetime, timedelta

import pytest
from traitlets import TraitError

from course.grading import changes, late, scores
from course.grading.course import Course
from tests.grading.fixture_course import hand_in, make_course, run, solved

DUE = datetime(2026, 1, 31, 18)
RULE = "\nc.LatePenalty.per_day = 0.1\nc.LatePenalty.grace_minutes = 10\nc.LatePenalty.most = 0.5\n"


def rule(**traits):
    return late.LatePenalty(**traits).late_submission_penalty


def test_a_share_for_each_day_begun():
    penalty = rule(per_day=0.1, grace_minutes=10, most=0.5)
    assert penalty("a", 20.0, 600) is None
    assert [penalty("a", 20.0, seconds) for seconds in (601, 86400, 86401, 10 * 86400)] == [2.0, 2.0, 4.0, 10.0]


def test_without_a_rule_it_is_nbgraders_own():
    assert rule()("a", 20.0, 9999) is None
    assert rule(penalty_method="zero")("a", 20.0, 9999) == 20.0


def test_a_share_is_a_share():
    with pytest.raises(TraitError, match="a share from 0 to 1, not 10"):
        late.LatePenalty(per_day=10.0)


def test_the_default_takes_nothing_off(tmp_path):
    course = make_course(tmp_path / "course", "mini")
    assert Course(course.root).app.config.AssignLatePenalties.plugin_class == "course.grading.late.LatePenalty"
    assert late.LatePenalty(parent=course.app).per_day == 0


def line(course, learner):
    return next(one for one in scores.read(Course(course.root), "mini").lines if one.learner == learner)


def submit(course, learner, after: timedelta, **codes):
    path = hand_in(course, learner, solved(course, **codes))
    (path.parent / "timestamp.txt").write_text(f"{DUE + after:%Y-%m-%d %H:%M:%S.%f} UTC")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """One in time, one a quarter of an hour late, one within the grace; 9 points each."""
    course = make_course(tmp_path_factory.mktemp("late") / "course", "mini", extra=RULE)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment("mini", duedate=DUE)
    for learner, minutes in (("anna", -60), ("bob", 15), ("cleo", 10)):
        submit(course, learner, timedelta(minutes=minutes))
    assert run(course, "grade")[0] == 0
    return course


def test_penalties_are_given_while_grading(course):
    assert [(line(course, name).late_seconds, round(line(course, name).penalty, 9)) for name in ("anna", "bob", "cleo")] == [
        (0, 0), (900, 0.9), (600, 0),
    ]  # fmt: skip
    assert line(course, "bob").total == pytest.approx(8.1)
    out = run(course, "grade")[1]
    assert "Late" in out and "bob: 0.2 h, 0.9 points taken off." in out and "Recorded scores that changed" not in out


def test_a_mark_given_by_hand_is_penalised_at_the_next_grading(course):
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("mini-proof", "mini", "mini", "bob")
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        gradebook.db.commit()
    assert line(course, "bob").penalty == pytest.approx(0.9)  # nbgrader's, of the score before
    out = run(course, "grade")[1]
    assert line(course, "bob").penalty == pytest.approx(1.1) and "bob: late penalty: 0.9 → 1.1, the score or the due date changed" in out


def test_an_extension_counts_at_once_and_can_be_taken_back(course):
    status, out, _ = run(course, "extension", "bob", "mini", "--hours", 1)
    assert status == 0 and "bob may hand in mini until 31 January 2026, 19:00 UTC. Late: 0.2 h → 0.0 h; penalty: 1.1 → 0 points." in out
    assert (line(course, "bob").late_seconds, line(course, "bob").penalty) == (0, 0)
    assert run(course, "extension")[1] == "bob: mini until 31 January 2026, 19:00 UTC\n"
    assert run(course, "grade", "--force", "--learner", "bob")[0] == 0 and line(course, "bob").penalty == 0
    assert run(course, "extension", "bob", "mini", "--none")[0] == 0
    assert line(course, "bob").penalty == pytest.approx(1.1) and run(course, "extension")[1] == "Nobody has an extension.\n"
    with course.gradebook() as gradebook:
        told = [(one.before, one.after, one.why) for one in changes.read(gradebook, "mini") if one.cell == changes.PENALTY]
    assert [(round(a, 2), round(b, 2)) for a, b, _ in told] == [(0.9, 1.1), (1.1, 0), (0, 1.1)]
    assert [why for *_, why in told][1:] == ["the time was extended", "the extension was taken back"]


def test_an_extension_for_who_has_not_handed_in_waits_for_them(course):
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student("dora")
    assert run(course, "extension", "dora", "mini", "--days", 2)[0] == 0
    assert line(course, "dora").state == scores.UNGRADED and line(course, "dora").notes == []
    submit(course, "dora", timedelta(days=1))
    assert run(course, "grade")[0] == 0
    assert (line(course, "dora").late_seconds, line(course, "dora").total) == (0, 9)


@pytest.mark.parametrize("argv, said", [
    (["bob"], "name the learner and the unit"),
    (["bob", "nono", "--days", "1"], "there is no unit 'nono'"),
    (["zoe", "mini", "--days", "1"], "there is no learner 'zoe'"),
    (["bob", "mini"], "say how much time"),
    (["bob", "mini", "--hours", "-3"], "say how much time"),
    (["bob", "mini", "--hours", "3", "--none"], "say how much time"),
])  # fmt: skip
def test_what_is_not_clear_is_refused(course, argv, said):
    status, _, err = run(course, "extension", *argv)
    assert status == 2 and said in err


def test_a_unit_without_a_due_date_has_nothing_to_extend(tmp_path):
    course = make_course(tmp_path / "course", "mini")
    hand_in(course, "anna", solved(course))
    status, _, err = run(course, "extension", "anna", "mini", "--days", 1)
    assert status == 2 and "'mini' has no due date to extend" in err and "--duedate" in err


def test_a_later_submission_that_scores_otherwise_is_told(course):
    submit(course, "anna", timedelta(days=1, minutes=1), double="def double(x):\n    return 3 * np.asarray(x)")
    out = run(course, "grade")[1]
    text = " ".join(out.split())
    assert "anna: double-check: 1 → 0, handed in again" in text and "anna: double-hidden: 2 → 0, handed in again" in text
    assert "anna: late penalty: 0 →" in text  # two days begun
    assert run(course, "report")[0] == 0
    rows = (course.root / "reports/report-changes.csv").read_text()
    assert "mini,anna,mini-double-hidden,2,0,handed in again," in rows
    assert "Recorded scores that changed" in (course.root / "reports/report.html").read_text()


@pytest.mark.parametrize("keep, waits", [(False, {"a", "b"}), (True, {"b"})])
def test_whether_marks_are_asked_for_again(tmp_path, keep, waits):
    """nbgrader asks after every grading; with ``keep_confirmed`` only where something else was handed in since."""
    course = make_course(tmp_path / "course", "mini", extra=f"\nc.SaveScores.keep_confirmed = {keep}\n")
    for learner in "ab":
        submit(course, learner, timedelta(0))
    assert run(course, "grade")[0] == 0
    with course.gradebook() as gradebook:
        for learner in "ab":
            grade = gradebook.find_grade("mini-proof", "mini", "mini", learner)
            grade.manual_score, grade.needs_manual_grade = 2.0, False
        gradebook.db.commit()
    submit(course, "b", timedelta(0), share="def share(n):\n    return [*range(n)]")
    assert run(course, "grade", "--force")[0] == 0
    assert {name for name in "ab" if line(course, name).points["proof"].waiting} == waits
    assert all(line(course, name).points["proof"].total == 2 for name in "ab")


def test_the_second_notebook_knows_why_too(tmp_path):
    course = make_course(tmp_path / "course", "pair")
    for code in ("return 2", "return 1"):
        for name in ("one", "two"):
            nb = solved(course, "pair", name, **{name: f"def {name}():\n    {code}"})
            hand_in(course, "anna", nb, "pair", name)
        assert run(course, "grade")[0] == 0
    with course.gradebook() as gradebook:
        told = {(one.cell, one.why) for one in changes.read(gradebook, "pair")}
    assert told == {(f"pair-{name}-{part}", "handed in again") for name in ("one", "two") for part in ("check", "hidden")}
