"""`pip install .` alone serves a learner: the wheel brings the unsolved notebooks, and the solved ones to grade with,
unless it is built for a graded class."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.grading.jailed import needs_jail

pytest.importorskip("hatchling", reason="building a wheel without the network needs hatchling (the dev extra)")

ROOT = Path(__file__).parents[1]
NOTEBOOK = "activations/activations.ipynb"
# Looks for the masters from inside the jail; the answer goes to the learner's page.
SPY = """
import course, pathlib
print("found:", sorted(each.name for each in pathlib.Path(course.__file__).parent.joinpath("masters").glob("*/*")))
"""
# Everything but JupyterLab itself.
LEARN = """
from course import cli, lab
lab.start = lambda config, given, checkout: print(*given, checkout, sep="\\n") or 0
raise SystemExit(cli.main(["learn", "--no-browser"]))
"""


def pip(*words, **own):
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *map(str, words)]
    subprocess.run(command, check=True, env=os.environ | own)


def build(folder, **own):
    pip("wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT, **own)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def for_a_class(tmp_path_factory):
    return build(tmp_path_factory.mktemp("class"), COURSE_FOR_A_CLASS="1")


def solved(wheel):
    """The files in which a line of the author's side stands."""
    with zipfile.ZipFile(wheel) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".ipynb")}
    return [name for name, text in texts.items() if "BEGIN SOLUTION" in text or "BEGIN HIDDEN" in text]


def test_a_learner_alone_gets_the_masters_apart_from_the_release(wheel):
    assert f"course/masters/{NOTEBOOK}" in solved(wheel)
    assert all(name.startswith("course/masters/") for name in solved(wheel))
    names = zipfile.ZipFile(wheel).namelist()
    assert "course/masters/nbgrader_config.py" in names and f"course/release/{NOTEBOOK}" in names


def test_the_wheel_for_a_class_holds_the_release_and_no_answers(for_a_class):
    names = zipfile.ZipFile(for_a_class).namelist()
    assert f"course/release/{NOTEBOOK}" in names
    assert not [name for name in names if "masters/" in name] and not solved(for_a_class)


def test_the_wheel_holds_the_package(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    widgets = {path.relative_to(ROOT).as_posix() for path in (ROOT / "course/widgets").iterdir() if path.is_file()}
    assert widgets and widgets <= set(names)  # the JavaScript and the styles too
    assert not [name for name in names if name.startswith(("course/units", "source", "tests"))]


def test_the_wheel_holds_what_the_widgets_draw_with(wheel):
    drawn = {path.relative_to(ROOT).as_posix() for path in (ROOT / "course").rglob("*") if path.suffix in (".js", ".css")}
    assert drawn and drawn <= set(zipfile.ZipFile(wheel).namelist())


def installed(wheel, place, *command, cwd="here"):
    """Run Python where only the installed package is found, and no checkout."""
    if not (place / "site").exists():
        pip("install", "--no-deps", "--target", place / "site", wheel)
        (place / "here").mkdir()
    done = subprocess.run(
        [sys.executable, *command], cwd=place / cwd, text=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(place / "site")}
    )
    return done


def test_an_installed_course_works_in_the_current_folder(wheel, tmp_path):
    done = installed(wheel, tmp_path, "-c", LEARN)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "here/neural-networks-1"
    assert (folder / NOTEBOOK).read_bytes() == (ROOT / "release" / NOTEBOOK).read_bytes()
    assert f"--ServerApp.root_dir={folder}" in done.stdout
    assert done.stdout.rstrip().endswith("None")  # no checkout whose folder the kernels would import from


@needs_jail
def test_an_installed_course_grades_its_learner_out_of_reach_of_the_masters(wheel, tmp_path):
    assert installed(wheel, tmp_path, "-c", LEARN).returncode == 0
    folder = tmp_path / "here/neural-networks-1"
    notebook = json.loads((folder / NOTEBOOK).read_text())
    notebook["cells"].append({"cell_type": "code", "id": "spy", "metadata": {}, "source": SPY, "outputs": [], "execution_count": None})
    (folder / NOTEBOOK).write_text(json.dumps(notebook))
    done = installed(wheel, tmp_path, "-m", "course", "grade-me", cwd="here/neural-networks-1/activations")
    assert done.returncode == 0, done.stderr
    assert "Activations: 0 of 78 points" in done.stdout and "Feedback: ../feedback/activations.html" in done.stdout.replace(str(folder), "..")
    assert "found: []" in BeautifulSoup((folder / "feedback/activations.html").read_text(), "html.parser").get_text()
    assert len(list((tmp_path / "site/course/masters").glob("*/*.ipynb"))) > 8, "there would have been something to find"


def test_a_class_has_an_instructor(for_a_class, tmp_path):
    assert installed(for_a_class, tmp_path, "-c", LEARN).returncode == 0
    folder = tmp_path / "here/neural-networks-1"
    assert "Grade me" not in (folder / "Start here.md").read_text()
    for words in (("grade-me", "activations"), ("solution", "sigmoid", "--show")):
        done = installed(for_a_class, tmp_path, "-m", "course", *words, cwd="here/neural-networks-1")
        assert done.returncode == 2 and "hand your notebook in to your instructor" in done.stderr and not done.stdout.count("def ")
