"""The linear map explorer's Python side: what it asks of the learner and of NumPy, and what it refuses."""

import numpy as np
import pytest
import traitlets

from course import widgets
from course.errors import CourseError
from course.figures.letter import LETTER
from course.widgets.linear_map import ENTRIES, RANGE, by_numpy

MATVEC = "def matvec(A, x):\n    return A @ x"
SHEAR = [[1.0, 0.5], [0.0, 1.0]]


@pytest.fixture
def close():
    opened = []
    yield lambda widget: opened.append(widget) or widget
    for widget in opened:
        widget.close()


def test_the_learners_matvec_moves_the_letter(shell, close):
    explorer = close(widgets.linear_map_explorer(SHEAR))
    assert explorer.learner["points"]["state"] == "missing"
    shell.run_cell(MATVEC)
    told = explorer.learner["points"]
    assert told["state"] == "drawn" and told["at"] == [1.0, 0.5, 0.0, 1.0]
    assert np.allclose(told["values"], LETTER @ np.array(SHEAR).T)


def test_it_is_asked_again_for_another_matrix_once_a_browser_looks(shell, close):
    explorer = close(widgets.linear_map_explorer(SHEAR))
    shell.run_cell(MATVEC)
    explorer.a = -1.0
    assert explorer.learner["points"]["at"][0] == 1.0  # nobody is looking
    explorer._from_browser(explorer, {"kind": "shown"}, [])
    told = explorer.learner["points"]
    assert told["at"][0] == -1.0 and np.allclose(told["values"], LETTER @ np.array([[-1.0, 0.5], [0.0, 1.0]]).T)
    explorer.d = 0.0
    assert explorer.learner["points"]["at"] == [-1.0, 0.5, 0.0, 0.0]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("def matvec(A, x):\n    raise NotImplementedError", "matvec is not written yet."),
        ("def matvec(A, x):\n    return A * x", "matvec gave shape (2, 2) where (2,) was expected."),
        ("def matvec(A, x):\n    A @ x", "matvec returned None: is its return missing?"),
        ("def matvec(A, x):\n    return [1, 2][5]", "matvec raised IndexError: list index out of range."),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(shell, close, cell, sentence):
    explorer = close(widgets.linear_map_explorer())
    shell.run_cell(cell)
    told = explorer.learner["points"]
    assert told["sentence"] == sentence and told["values"] is None


def test_another_name_or_none(shell, close):
    mine = close(widgets.linear_map_explorer(function="matvec_torch"))
    shell.run_cell("import torch\ndef matvec_torch(A, x):\n    return torch.mv(A, x)")
    assert mine.learner["points"]["state"] == "drawn"
    assert close(widgets.linear_map_explorer(function=None)).learner == {}


@pytest.mark.parametrize("matrix", [[[1, 2, 3], [4, 5, 6]], [[1, 0]], 3, "abcd", [[1, 0], [0, 5]], [[1, 0], [0, float("nan")]], [[1], [2, 3]]])
def test_another_matrix_is_refused_in_one_sentence(matrix):
    with pytest.raises(CourseError, match="two rows of two numbers from -2 to 2"):
        widgets.linear_map_explorer(matrix)


def test_a_function_instead_of_its_name_is_refused():
    with pytest.raises(CourseError, match="name in quotes"):
        widgets.linear_map_explorer(function=np.dot)


def test_traits_stay_in_the_picture(close):
    explorer = close(widgets.linear_map_explorer())
    for entry in ENTRIES:
        for outside in [RANGE[0] - 0.1, RANGE[1] + 0.1, float("nan")]:
            with pytest.raises(traitlets.TraitError):
                setattr(explorer, entry, outside)


def test_numpy_is_asked_once_a_browser_looks(close):
    explorer = close(widgets.linear_map_explorer())
    explorer.a = 2.0
    assert explorer.numpy == {}
    explorer._from_browser(explorer, {"kind": "shown"}, [])
    assert explorer.numpy["det"] == pytest.approx(2.0) and explorer.numpy["eigenvalues"] == [[2.0, 0.0], [1.0, 0.0]]


@pytest.mark.parametrize(
    ("matrix", "det", "rank", "eigenvalues"),
    [
        ((1.0, 2.0, 0.5, 1.0), 0.0, 1, [[2, 0], [0, 0]]),
        ((0.0, -1.0, 1.0, 0.0), 1.0, 2, [[0, 1], [0, -1]]),
        ((0.0, 0.0, 0.0, 0.0), 0.0, 0, [[0, 0], [0, 0]]),
        ((0.1, 0.7, 0.05, 0.35), 0.0, 1, [[0.45, 0], [0, 0]]),
    ],
)
def test_numpys_facts(matrix, det, rank, eigenvalues):
    told = by_numpy(*matrix)
    assert told["det"] == pytest.approx(det, abs=1e-12) and told["rank"] == rank
    assert np.allclose(told["eigenvalues"], eigenvalues, atol=1e-12)
