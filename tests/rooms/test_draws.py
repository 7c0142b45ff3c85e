"""What a hidden test drew for a learner stands in the graded notebook, and gives the same score again."""

import json

import nbformat
import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from course import checks
from course.grading import scores
from tests.grading import fixture_course
from tests.grading.fixture_course import KERNEL, exercise, find, make_course, released, run

IMPORTS = "import numpy as np\nfrom course import checks"
# Wrong for about half of all draws: who gets the points depends on nothing else.
LUCKY = "def double(x):\n    return 2 * x if int(abs(x) * 1000) % 2 else 0 * x"
HIDDEN = "x = np.random.default_rng(checks.seed(5)).normal()\nassert np.isclose(double(x), 2 * x)"
LEARNERS = [f"learner-{number}" for number in range(8)]


def drawn():
    cells = [new_code_cell(IMPORTS, id="imports")]
    cells += exercise("drawn", "double", "def double(x):\n    return 2 * x", "assert double(0) == 0", HIDDEN)
    return new_notebook(cells=cells, metadata=KERNEL)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    fixture_course.UNITS["drawn"] = {"drawn": drawn}
    course = make_course(tmp_path_factory.mktemp("drawn") / "course", "drawn")
    for learner in LEARNERS:
        nb = released(course, "drawn", "drawn")
        find(nb, "drawn-double").source = LUCKY
        place = course.folder("submitted", learner, "drawn")
        place.mkdir(parents=True)
        nbformat.write(nb, place / "drawn.ipynb")
    status, out, err = run(course, "grade", "drawn")
    assert status == 0, out + err
    return course


def points(course) -> dict[str, float]:
    return {line.learner: line.points["double"].parts["hidden"] for line in scores.read(course, "drawn").lines}


def draw_of(course, learner: str) -> int:
    nb = json.loads((course.folder("autograded", learner, "drawn") / "drawn.ipynb").read_text())
    return nb["metadata"]["course_grading"]["draws"]["drawn-double-hidden"]


def again(code: str, draw: int) -> bool:
    """The documented way: draw as the number says, and run the cell of the master."""
    names: dict = {}
    exec(IMPORTS, names)
    exec(code, names)
    checks.draw_as(draw)
    try:
        exec(HIDDEN, names)
        return True
    except AssertionError:
        return False
    finally:
        checks.draw_as(None)


def test_every_learner_meets_other_inputs(graded):
    assert len({draw_of(graded, learner) for learner in LEARNERS}) == len(LEARNERS)
    assert len(set(points(graded).values())) == 2, "of eight draws some are lucky and some are not"


@pytest.mark.parametrize("learner", LEARNERS)
def test_a_score_is_found_again(graded, learner):
    assert again(LUCKY, draw_of(graded, learner)) == (points(graded)[learner] == 2.0)


def test_graded_again_it_is_the_same_score(graded):
    before, drawn_before = points(graded), [draw_of(graded, learner) for learner in LEARNERS]
    assert run(graded, "grade", "drawn", "--force", "--workers", "1")[0] == 0
    assert points(graded) == before and [draw_of(graded, learner) for learner in LEARNERS] == drawn_before


def test_a_notebook_draws_the_same_for_everybody(graded):
    assert checks.seed(5) == 5 and np.isclose(np.random.default_rng(checks.seed(5)).normal(), np.random.default_rng(5).normal())
