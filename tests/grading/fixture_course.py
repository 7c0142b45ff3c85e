"""A small course to grade: hand-made masters, released by nbgrader itself, in a folder of the test's own."""

import contextlib
import io
import os
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.authoring.engine import generate
from course.cli import main
from course.grading.course import Course
from tests.grading.jailed import SETTINGS

REPOSITORY = Path(__file__).resolve().parents[2]
RIGHT = {
    "double": "def double(x):\n    return 2 * np.asarray(x)",
    "mean-double": "def mean_double(x):\n    return double(x).mean()",
    "share": "def share(n):\n    return list(range(n))",
}


def mark(name, **values):
    return {
        "nbgrader": {
            "schema_version": 3, "grade_id": name, "grade": False, "solution": False, "locked": False, "task": False,
            **values,
        }
    }


def exercise(unit, name, solution, check, hidden, points=(1, 2)):
    """The three cells of an exercise, as the authoring room makes them."""
    head, body = solution.split("\n", 1)
    solution = f"{head}\n    ### BEGIN SOLUTION\n{body}\n    ### END SOLUTION"
    hidden = f"# Hidden tests: {name}, more of it.\n### BEGIN HIDDEN TESTS\n{hidden}\n### END HIDDEN TESTS"
    base = f"{unit}-{name}"
    return [
        new_markdown_cell(f"## {name}", id=f"text-{base}"),
        new_code_cell(solution, id=base, metadata=mark(base, solution=True)),
        new_code_cell(check, id=f"{base}-check", metadata=mark(f"{base}-check", grade=True, locked=True, points=points[0])),
        new_code_cell(hidden, id=f"{base}-hidden", metadata=mark(f"{base}-hidden", grade=True, locked=True, points=points[1])),
    ]


def mini():
    """Three exercises, the second of which leans on the first, partial credit in the third, and a proof."""
    unit = "mini"
    cells = [new_markdown_cell("# Mini", id="title"), new_code_cell("import numpy as np", id="imports")]
    cells += exercise(
        unit, "double", RIGHT["double"],
        "assert double(1) == 2, 'double(1) is not 2'",
        "secret_input = np.array([3.25, -1e3])\nassert np.allclose(double(secret_input), [6.5, -2e3]), 'double must scale'",
    )
    cells += exercise(
        unit, "mean-double", RIGHT["mean-double"],
        "assert mean_double([1, 3]) == 4",
        "assert np.isclose(mean_double(np.array([0.5, 1.25])), 1.75)",
    )
    cells += exercise(
        unit, "share", RIGHT["share"],
        "assert share(0) == []",
        "good = sum(share(n) == list(range(n)) for n in (1, 2, 7, 8))\nnp.float64(good / 2)",
    )
    cells += [
        new_markdown_cell(
            "### BEGIN SOLUTION\nBecause.\n### END SOLUTION", id="mini-proof",
            metadata=mark("mini-proof", grade=True, solution=True, points=3),
        ),
        new_markdown_cell("The end.", id="end"),
    ]
    return new_notebook(cells=cells, metadata=KERNEL)


def pair(name):
    """One of the two notebooks of a unit that has two."""
    cells = exercise(
        "pair", name, f"def {name}():\n    return 1", f"assert {name}() == 1", f"assert {name}() * 2 == 2"
    )
    return new_notebook(cells=cells, metadata=KERNEL)


KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
UNITS = {"mini": {"mini": mini}, "pair": {"one": lambda: pair("one"), "two": lambda: pair("two")}}


# So that a test of an endless loop takes seconds.
QUICK = "\nc.Execute.timeout = 4\nc.Execute.iopub_timeout = 1\n"


def make_course(root: Path, *units: str, extra: str = "") -> Course:
    """A course folder with these units released, and the repository's own configuration with ``extra`` behind it."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "nbgrader_config.py").write_text((REPOSITORY / "nbgrader_config.py").read_text() + SETTINGS + extra)
    for unit in units:
        (root / "source" / unit).mkdir(parents=True)
        for name, make in UNITS[unit].items():
            nbformat.write(make(), root / "source" / unit / f"{name}.ipynb")
        for path, content in generate(unit, root).items():
            place = root / "release" / unit / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    return Course(root)


def run(course: Course, *argv) -> tuple[int, str, str]:
    """Run ``course ...`` in the course's folder; returns its exit status, stdout and stderr."""
    out, err = io.StringIO(), io.StringIO()
    before = os.getcwd()
    os.chdir(course.root)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main([str(arg) for arg in argv])
    finally:
        os.chdir(before)
    return status, out.getvalue(), err.getvalue()


def released(course: Course, unit: str, notebook: str):
    return nbformat.read(course.folder("release", ".", unit) / f"{notebook}.ipynb", as_version=4)


def find(nb, name):
    return next(cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name)


def solved(course: Course, unit="mini", notebook="mini", **changes):
    """The released notebook with the right solutions, or other code given by the exercise's name."""
    nb = released(course, unit, notebook)
    right = RIGHT if unit == "mini" else {name: f"def {name}():\n    return 1" for name in ("one", "two")}
    for name, code in {**right, **{key.replace("_", "-"): code for key, code in changes.items()}}.items():
        for cell in nb.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == f"{unit}-{name}":
                cell.source = code
    return nb


def hand_in(course: Course, learner: str, nb, unit="mini", notebook="mini") -> Path:
    """Write a notebook (or text, or bytes) into submitted/; returns its path."""
    path = course.folder("submitted", learner, unit) / f"{notebook}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(nb, bytes):
        path.write_bytes(nb)
    else:
        path.write_text(nb if isinstance(nb, str) else nbformat.writes(nb), encoding="utf-8")
    return path
