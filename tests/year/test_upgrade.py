"""A corrected unit in the middle of a term: nothing handed in, no score and no mark is lost, and what would lose one is refused."""

import pytest

from course.grading import ledger, scores
from course.grading.intake import digest
from tests.grading.fixture_course import run
from tests.year import exchange, klass
from tests.year.term import Term

UNIT = "neurons"
PROOF = '<!-- #region manual="xor-proof" points=4 -->'


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    """Four learners, graded, the proofs marked; the unit was released with a test that is wrong."""
    term = Term(tmp_path_factory.mktemp("upgrade"), [UNIT], 4, say=lambda text: None)
    term.set_up()
    for step in (term.release, term.hand_in, term.grade, term.mark_by_hand):
        step(UNIT)
    term.old = klass.bank.notebooks(term.course, "release", UNIT)
    return term


@pytest.fixture
def text(term):
    """The unit's text, put back afterwards."""
    path = term._text(UNIT)
    before = path.read_text()
    yield path
    path.write_text(before)


def state(term):
    """All that must not be lost: what was handed in, scores, marks, states, the released files."""
    return {
        "submitted": {name: digest(term.course.folder("submitted", name, UNIT)) for name in term.course.learners(UNIT)},
        "scores": {name: {e: p.parts for e, p in line.points.items()} for name, line in term.read(UNIT).items()},
        "states": {name: line.state for name, line in term.read(UNIT).items()},
        "marks": term.manual(UNIT),
        "release": {path.name: path.read_bytes() for path in (term.root / "release" / UNIT).rglob("*") if path.is_file()},
    }


def change(path, old: str, new: str) -> None:
    whole = path.read_text()
    assert whole.count(old) >= 1
    path.write_text(whole.replace(old, new, 1))


@pytest.mark.parametrize("old, new, said", [
    pytest.param(PROOF, '<!-- #region manual="xor-second-proof" points=2 -->\n### BEGIN SOLUTION\nAgain.\n### END SOLUTION\n<!-- #endregion -->\n\n' + PROOF,
                 "were added, removed or given another role", id="added"),
    pytest.param(PROOF, PROOF.replace("xor-proof", "xor-argument"), "were added, removed or given another role", id="renamed"),
    pytest.param(PROOF, PROOF.replace("points=4", "points=1"), "a person gave more points for neurons-xor-proof", id="below a mark"),
])  # fmt: skip
def test_what_would_lose_a_score_is_refused(term, text, old, new, said):
    before = state(term)
    change(text, old, new)
    status, _, err = run(term.course, "release", UNIT)
    assert status == 2 and said in err, err
    assert state(term) == before
    # The masters are the changed text's now, and nothing is graded against them before that is settled.
    status, _, err = run(term.course, "grade", UNIT)
    assert status == 2 and said in err and state(term) == before


def test_a_mended_sentence_changes_the_release_and_nothing_else(term, text):
    before = state(term)
    change(text, "**Prove**, in your own words,", "**Prove**, in words of your own,")
    assert run(term.course, "release", UNIT)[0] == 0
    status, out, _ = run(term.course, "grade", UNIT)
    after = state(term)
    assert status == 0 and "4 had not changed" in out and "Recorded scores that changed" not in out
    assert after.pop("release") != before.pop("release") and after == before


def test_other_points_are_graded_again_and_told(term, text):
    """Also a submission made from the notebook of before is graded by the new tests and points."""
    before = state(term)
    change(text, '```python hidden="weighted-sum-torch" points=2', '```python hidden="weighted-sum-torch" points=4')
    status, out, _ = run(term.course, "release", UNIT)
    assert status == 0 and "neurons-weighted-sum-torch-hidden changed; the scores of 4 submissions stay as they are" in out
    assert state(term)["scores"] == before["scores"]
    status, out, _ = run(term.course, "grade", UNIT)
    assert status == 0
    after = state(term)
    assert after["submitted"] == before["submitted"] and after["marks"] == before["marks"]
    best = "learner-002"  # everything right
    assert after["scores"][best]["weighted-sum-torch"] == {"check": 1, "hidden": 4}
    assert f"{best}: weighted-sum-torch-hidden: 2 → 4, the unit's tests or points changed" in " ".join(out.split())
    for name, by_exercise in after["scores"].items():
        rest = {e: p for e, p in by_exercise.items() if e != "weighted-sum-torch"}
        assert rest == {e: p for e, p in before["scores"][name].items() if e != "weighted-sum-torch"}
    marked = {name for name, _ in after["marks"]}
    assert {name for name, what in after["states"].items() if what == ledger.PERSON} == marked  # to be looked at once more

    work = term.everybody[2].submissions[UNIT]
    codes = {exercise: code for nb in work.notebooks.values() for exercise, code in klass.bank.solutions(UNIT, nb).items()}
    old = {name: klass.bank.fill(UNIT, nb, codes) for name, nb in term.old.items()}
    exchange.fetch_and_submit(term.course, UNIT, term.exchange, "newcomer", term.place / "homes/newcomer", old, klass.DUE)
    exchange.collect(term.course, UNIT, term.exchange)
    assert run(term.course, "grade", UNIT)[0] == 0
    assert term.read(UNIT)["newcomer"].points["weighted-sum-torch"].parts == {"check": 1, "hidden": 4}


def test_a_mended_test_brings_points_back(term):
    assert run(term.course, "release", UNIT)[0] == run(term.course, "grade", UNIT)[0] == 0  # the points as they were
    term.confirm(UNIT)
    term.mend(UNIT)
    record = scores.read(term.course, UNIT)
    assert all(line.total > 0 for line in record.lines)
