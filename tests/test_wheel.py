"""`pip install .` alone serves a learner: the wheel brings the unsolved notebooks, and no solved ones."""

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


def pip(*words):
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *map(str, words)], check=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_the_release_and_no_answers(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        notebooks = [archive.read(name).decode() for name in names if name.endswith(".ipynb")]
    assert f"course/release/{NOTEBOOK}" in names
    widgets = {path.relative_to(ROOT).as_posix() for path in (ROOT / "course/widgets").iterdir() if path.is_file()}
    assert widgets and widgets <= set(names)  # the JavaScript and the styles too
    assert not [name for name in names if name.startswith(("course/units", "source", "tests"))]
    assert not [text for text in notebooks if "BEGIN SOLUTION" in text or "BEGIN HIDDEN" in text]


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
