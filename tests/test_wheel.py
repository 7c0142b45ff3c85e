"""`pip install .` alone serves a learner: the wheel brings the unsolved notebooks, and the solved ones to grade with,
unless it is built for a graded class."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="building a wheel without the network needs hatchling (the dev extra)")

ROOT = Path(__file__).parents[1]
NOTEBOOK = "activations/activations.ipynb"
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


def test_an_installed_course_works_in_the_current_folder(wheel, tmp_path):
    pip("install", "--no-deps", "--target", tmp_path / "site", wheel)
    (tmp_path / "here").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", LEARN], cwd=tmp_path / "here", text=True, capture_output=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
    )
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "here/neural-networks-1"
    assert (folder / NOTEBOOK).read_bytes() == (ROOT / "release" / NOTEBOOK).read_bytes()
    assert f"--ServerApp.root_dir={folder}" in done.stdout
    assert done.stdout.rstrip().endswith("None")  # no checkout whose folder the kernels would import from
