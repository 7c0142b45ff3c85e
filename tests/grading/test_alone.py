"""``course grade-me``: a learner's own copy, graded by all tests in a course that is gone afterwards."""

import contextlib
import io
import json
import os
import re
import time
from datetime import datetime

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell

from course import masters, released
from course.cli import main
from course.delivery import deliver, held
from course.grading.alone import command, private
from course.grading.alone.page import put
from course.grading.course import Course
from course.grading.kernels import jail
from course.progress import graded, read_table, record
from course.start_page import NAME as START_PAGE
from tests.grading.fixture_course import find, make_course
from tests.grading.jailed import REFUSAL

SECRETS = ["secret_input", "3.25", "6.5", "double must scale", "0.5, 1.25", "1.75", "(1, 2, 7, 8)", "Because."]
JAIL = ["--no-jail"] * bool(REFUSAL)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A course of two units, its masters and release where the package looks for its own, and a learner's folder."""
    root = tmp_path_factory.mktemp("alone")
    home = make_course(root / "course", "mini", "pair").root
    patch = pytest.MonkeyPatch()
    for module in (released, command):
        patch.setattr(module, "find_release", lambda: home / "release")
    found = masters.Masters(home / "source", home / "nbgrader_config.py")
    for module in (masters, private):
        patch.setattr(module, "find_masters", lambda: found)
    folder = root / "workspace"
    with held(folder):
        deliver(home / "release", folder)
    yield folder
    patch.undo()


def save(folder, name="mini/mini.ipynb", **codes):
    """What a learner types into their copy, by exercise; returns the notebook's path."""
    path = folder / name
    nb = nbformat.read(path, as_version=4)
    for exercise, code in codes.items():
        find(nb, f"mini-{exercise.replace('_', '-')}").source = code
    nb.cells.append(new_code_cell("import os\nprint('the course:', os.listdir('.'))"))
    nbformat.write(nb, path)
    return path


def run(*words):
    return main(["grade-me", *map(str, words)])


@pytest.fixture(scope="module")
def done(place, tmp_path_factory):
    """One grading: right, wrong in a hidden test, ending Python, and a text."""
    course_folders = []

    def remembered(root):
        course_folders.append(root)
        return Course(root)

    path = save(
        place, double="def double(x):\n    return x + x if np.ndim(x) == 0 else x", mean_double="def mean_double(x):\n    return 2 * np.mean(x)",
        share="import os\n\ndef share(n):\n    return os._exit(1) if n > 1 else list(range(n))", proof="My own words.",
    )  # fmt: skip
    before = path.read_bytes()
    os.utime(path, (1.9e9, 1.9e9))
    said = io.StringIO()
    with contextlib.redirect_stdout(said), pytest.MonkeyPatch.context() as patch:
        patch.setattr(private, "Course", remembered)
        status = run("mini", "--folder", place, *JAIL)
    assert path.read_bytes() == before and path.stat().st_mtime == 1.9e9, "the learner's notebook is only read"
    assert course_folders and not any(each.exists() for each in course_folders), "the private course is gone"
    return status, said.getvalue()


def page(place):
    return (place / "feedback/mini.html").read_text()


def test_what_the_terminal_says(done):
    status, said = done
    saved = datetime.fromtimestamp(1.9e9).astimezone()
    assert status == 0 and f"Grading mini/mini.ipynb, as saved on {saved:%Y-%m-%d at %H:%M:%S}" in said
    assert "Mini: 5 of 9 points" in said
    assert re.search(r"◐ double +1 of 3  A hidden test failed\.", said) and re.search(r"✓ mean_double +3 of 3$", said, re.M)
    assert re.search(r"◐ share +1 of 3  The cell ended the Python process\.", said)
    assert "? proof" in said and "course solution mini-proof" in said
    assert "nded the Python process: mini-share-hidden." in said
    assert re.search(r"^Feedback: .*feedback/mini\.html$", said, re.M)


def test_what_the_page_says(done, place):
    text = " ".join(BeautifulSoup(page(place), "html.parser").get_text().split())
    assert "Feedback for you: 5 of 9 points" in text and "as you saved it on 2030-" in text
    assert "no test can grade it" in text and "'course solution mini-proof'" in text and "My own words." in text


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_hidden_is_said(done, place, secret):
    master = (masters.find_masters().folder / "mini/mini.ipynb").read_text()
    assert secret in master
    everything = [done[1], page(place), (place / record.NAME).read_text(), (place / START_PAGE).read_text()]
    assert not any(secret in text for text in everything)


def test_progress_knows_the_grading_and_the_state_that_was_graded(done, place):
    found = graded.read(place)["mini/mini.ipynb"]
    assert (found.points, found.possible, found.page) == (5, 9, "feedback/mini.html")
    assert found.saved.timestamp() == 1.9e9 and not found.changed(place, "mini/mini.ipynb")
    table = read_table(place)
    assert "5 of 9" in repr(table) and 'href="feedback/mini.html"' in table._repr_html_() and "changed since" not in repr(table)
    assert "A hidden test failed." in read_table(place, "mini")._repr_html_()
    assert "5 of 9 points. [Read the feedback](feedback/mini.html)." in (place / START_PAGE).read_text()
    # A visible check writes to the same file, and forgets nothing.
    record.note(place, "mini-double", True, "check")
    assert graded.read(place)["mini/mini.ipynb"] == found


def test_what_is_typed_later_is_said_and_running_it_is_not(done, place):
    path = place / "mini/mini.ipynb"
    before = path.read_bytes()
    nb = json.loads(before)
    nb["cells"][1]["execution_count"] = 7
    path.write_text(json.dumps(nb))
    assert "changed since" not in repr(read_table(place))
    nb["cells"][1]["source"] = "import numpy as np  # mine"
    path.write_text(json.dumps(nb))
    assert "5 of 9*" in repr(read_table(place)) and "* changed since it was graded" in repr(read_table(place))
    assert "5 of 9</a><br>changed since" in read_table(place)._repr_html_()
    assert "you changed it since" in repr(read_table(place, "mini"))
    path.write_bytes(before)


def test_a_page_that_the_learner_wrote_to_is_kept(done, place):
    ours = page(place).encode()
    assert put(place, "mini", ours + b" ") == "feedback/mini.html"
    assert not list((place / "feedback").glob("*yours*")), "an older page of ours is renewed"
    (place / "feedback/mini.html").write_text("my notes")
    put(place, "mini", ours)
    assert (place / "feedback/mini (yours).html").read_text() == "my notes" and page(place).encode() == ours


NOT_GRADED = "was not graded, and nothing was changed: "


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", NOT_GRADED + "mini.ipynb is not JSON"),
        ("", NOT_GRADED + "mini.ipynb is an empty file."),
        ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}', NOT_GRADED + "mini.ipynb holds none of the cells of 'mini'"),
        (b"\xff\xfe", NOT_GRADED + "mini.ipynb is not UTF-8 text"),
    ],
)
def test_what_cannot_be_graded_is_one_sentence_and_changes_nothing(done, place, capsys, content, said):
    path = place / "mini/mini.ipynb"
    before, state = path.read_bytes(), (place / record.NAME).read_bytes()
    try:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        broken = path.read_bytes()
        assert run("mini", "--folder", place, *JAIL) == 2
        told = capsys.readouterr().err
        assert said in told and told.count("\n") == 1 and path.read_bytes() == broken
        assert (place / record.NAME).read_bytes() == state and "5 of 9 points" in page(place)
    finally:
        path.write_bytes(before)


def test_outside_of_a_learners_folder(tmp_path, capsys):
    assert run("--folder", tmp_path) == 2
    assert "holds no notebooks of the course; begin with 'course learn'" in capsys.readouterr().err


def test_the_unit_is_the_one_of_the_folder_or_worked_on_last(place, monkeypatch):
    home = masters.find_masters().folder.parent
    units = released.read_units(home / "release")
    folders = lambda: {unit.folder for unit in command.which(None, place, home / "release", units)}  # noqa: E731
    monkeypatch.chdir(place / "pair")
    assert folders() == {"pair"}
    monkeypatch.chdir(place)
    save(place)
    os.utime(place / "mini/mini.ipynb", (time.time() + 60,) * 2)
    assert folders() == {"mini"}
    named = command.which("pair/one.ipynb", place, home / "release", units)
    assert {unit.name for unit in named} == {"pair/one.ipynb", "pair/two.ipynb"}, "a unit is graded as a whole"


def test_without_a_jail_it_says_what_is_missing_and_offers_to_go_on(place, monkeypatch, capsys):
    monkeypatch.setattr(jail, "refusal", lambda: f"submissions cannot be jailed because bubblewrap is not installed; {jail.WAY_OUT}")
    assert run("mini", "--folder", place) == 2
    told = capsys.readouterr().err
    assert "bubblewrap is not installed" in told and told.strip().endswith("add --no-jail.") and told.count("\n") == 1


def test_a_copy_of_the_course_for_a_class_says_who_grades(place, monkeypatch, capsys):
    def none():
        raise masters.CourseError(masters.WITHOUT)

    monkeypatch.setattr(private, "find_masters", none)
    assert run("mini", "--folder", place) == 2
    assert "hand your notebook in to your instructor" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("minni", "there is no unit 'minni'; did you mean 'mini'? There is: "),
        ("mini/notes.ipynb", "mini/notes.ipynb is no notebook of the course under its own name"),
        ("pair", "is not there; 'course learn' brings a fresh copy."),
    ],
)
def test_a_unit_that_is_not_there(place, capsys, asked, said):
    for name in ("one", "two"):
        (place / f"pair/{name}.ipynb").unlink(missing_ok=True)
    assert run(asked, "--folder", place) == 2
    told = capsys.readouterr().err
    assert said in told and told.count("\n") == 1
