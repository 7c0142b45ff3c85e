"""Solutions stay folded away behind a deliberate step."""

import json

import pytest

from course import masters
from course.cli import main
from course.delivery import RECORD, write
from course.progress import record
from course.released import find_release, read_units

NAMES = ("sigmoid", "activations-sigmoid", "Sigmoid", " sigmoid ")


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / RECORD, b"{}")
    return tmp_path


def ask(capsys, folder, *words):
    status = main(["solution", *words, "--folder", str(folder)])
    said = capsys.readouterr()
    return status, said.out + said.err


@pytest.mark.parametrize("name", NAMES)
def test_the_first_step_is_a_caution(capsys, folder, name):
    status, said = ask(capsys, folder, name)
    assert status == 0 and said.startswith("Caution:") and "np.exp" not in said and "return" not in said
    assert said.rstrip().endswith(f"course solution {name} --show")


def test_the_second_step_shows_the_masters_own(capsys, folder):
    status, said = ask(capsys, folder, "sigmoid", "--show")
    master = json.loads((masters.find_masters().folder / "activations/activations.ipynb").read_text())
    source = next("".join(cell["source"]) for cell in master["cells"] if cell["id"] == "activations-sigmoid")
    kept = [line for line in source.splitlines() if "### " not in line]
    assert status == 0 and "\n".join(kept) in said and "###" not in said


def test_the_caution_knows_how_far_one_is(capsys, folder):
    assert "You have not run its check yet" in ask(capsys, folder, "sigmoid")[1]
    record.note(folder, "activations-sigmoid", False, "check")
    assert "Its check has not passed yet" in ask(capsys, folder, "sigmoid")[1]
    record.note(folder, "activations-sigmoid", True, "check")
    assert "grade yourself first" in ask(capsys, folder, "sigmoid")[1]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("sigmoyd", "there is no exercise 'sigmoyd'; did you mean sigmoid"),
        ("xyzzy", "'course progress UNIT' lists those of a unit."),
        ("forward", "is an exercise of several units; say which: computation_graphs-forward, hidden_layers-forward."),
    ],
)
def test_an_unclear_name_is_one_sentence(capsys, folder, name, said):
    status, told = ask(capsys, folder, name)
    assert status == 2 and said in told and told.count("\n") == 1


def test_every_exercise_has_one_without_marks_of_the_authors():
    for unit in read_units(find_release()):
        for each in unit.exercises:
            text = masters.solution(unit.name, each.id)
            assert text.strip() and "raise NotImplementedError" != text.strip() and not [
                line for line in text.splitlines() if line.strip().startswith(("### BEGIN", "### END"))
            ], each.id


def test_a_copy_for_a_class_has_none(capsys, folder, monkeypatch):
    monkeypatch.setattr(masters, "checkout", lambda: None)  # and no masters beside the package
    status, said = ask(capsys, folder, "sigmoid", "--show")
    assert status == 2 and "hand your notebook in to your instructor" in said and "def sigmoid" not in said
    assert not masters.has_masters()
