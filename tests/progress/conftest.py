"""A small course, a learner's folder over it, and what each test of progress needs of them."""

import json

import pytest

from course import released
from course.delivery import deliver, held

FIRST = "import numpy as np\n\nfrom course import checks, progress"
HINTS = (
    "<details><summary><b>Hint 1</b>: where to start</summary>\n\nDouble it.\n\n</details>\n\n"
    "<details><summary><b>Hint 2</b>: I get <code>operands could not be broadcast together with shapes (2,) (3,)</code></summary>"
    "\n\nLook at the shapes.\n\n</details>"
)


def cell(kind, source, id, **graded):
    made = {"cell_type": kind, "id": id, "source": source, "metadata": {"nbgrader": {"grade_id": id, **graded}} if graded else {}}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def exercise(unit, name, points=1, right="2.0"):
    """Solution, check, hints and hidden cell of a function that doubles."""
    spoken = name.replace("-", "_")
    tests = {"grade": True, "solution": False, "locked": True}
    check = f"check = checks.of({spoken})\ncheck(1.0).gives({right})\ncheck.passed()"
    return [
        cell("code", f"def {spoken}(z):\n    raise NotImplementedError", f"{unit}-{name}", grade=False, solution=True, locked=False),
        cell("code", check, f"{unit}-{name}-check", points=points, **tests),
        cell("markdown", HINTS, f"{unit}-{name}-hints"),
        cell("code", "# Hidden tests: more.", f"{unit}-{name}-hidden", points=2, **tests),
    ]


def notebook(cells, **header):
    return json.dumps({"cells": cells, "metadata": {"course": header} if header else {}, "nbformat": 4, "nbformat_minor": 5})


def publish(release, name, text):
    (release / name).parent.mkdir(parents=True, exist_ok=True)
    (release / name).write_text(text)


@pytest.fixture
def release(tmp_path, monkeypatch):
    folder = tmp_path / "release"
    proof = cell("markdown", "*Write your answer here.*", "doubles-proof", points=3, grade=True, solution=True, locked=False)
    start = cell("code", FIRST, "first")
    publish(folder, "doubles/doubles.ipynb", notebook(
        [start, *exercise("doubles", "double"), *exercise("doubles", "double-torch", points=2), proof],
        title="Doubles", unit=1, minutes=60, needs=[], gives="twice as much",
    ))  # fmt: skip
    publish(folder, "triples/triples.ipynb", notebook(
        [start, *exercise("triples", "triple", right="3.0")], title="Triples", unit=2, minutes=30, needs=["doubles"], gives="more",
    ))  # fmt: skip
    monkeypatch.setattr(released, "find_release", lambda: folder)
    return folder


@pytest.fixture
def folder(release, tmp_path):
    """The learner's folder, as 'course learn' leaves it."""
    place = tmp_path / "workspace"
    with held(place):
        deliver(release, place)
    return place
