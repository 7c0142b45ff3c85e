"""The figures of the activations unit, drawn with the master's functions, with unwritten and with wrong ones."""

from pathlib import Path

import nbformat
import numpy as np
import pytest

from course.figures import activations as figures
from course.figures.picture import Pending, Picture

ROOT = Path(__file__).parents[2]
Z = np.random.default_rng(1).normal(size=(20, 50))
LOSSES = {"relu": [0.7, 0.1], "tanh": [0.7, 0.2], "sigmoid": [0.69, 0.69]}
# figure -> the learner's functions that it draws
NEEDS = {
    "step": [],
    "stacked_lines": ["collapse"],
    "s_curve": ["sigmoid"],
    "slope": ["sigmoid", "sigmoid_grad"],
    "derivatives": ["sigmoid_derivative_polynomial"],
    "vanishing": ["gradient_after"],
    "zigzag": [],
    "sparse": ["sigmoid", "tanh", "relu"],
    "dead": ["relu", "relu_grad"],
    "race": [],
    "summary": ["sigmoid", "sigmoid_grad", "tanh", "tanh_grad", "relu", "relu_grad"],
}
LEARNERS = [name for name, needs in NEEDS.items() if needs]


@pytest.fixture(scope="module")
def master():
    """The names of the solved notebook, up to its last solution."""
    scope = {}
    for cell in nbformat.read(ROOT / "source/activations/activations.ipynb", as_version=4).cells:
        mark = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and (not scope or mark.get("solution")):
            exec(cell.source, scope)
    return scope


def draw(name, scope):
    function = getattr(figures, name)
    mine = [scope[need] for need in NEEDS[name]]
    if name == "sparse":
        return function(dict(zip(NEEDS[name], mine)), Z)
    if name == "race":
        return function(LOSSES)
    if name == "summary":
        pairs = dict(zip(("sigmoid", "tanh", "relu"), zip(mine[::2], mine[1::2])))
        return function({"step": (lambda z: (z >= 0) * 1.0, np.zeros_like), "linear": (lambda z: z, np.ones_like), **pairs})
    return function(*mine)


def stub(*_):
    raise NotImplementedError


def test_every_figure_is_here():
    made = {name for name, value in vars(figures).items() if hasattr(value, "__wrapped__")}
    assert made == NEEDS.keys()


@pytest.mark.parametrize("name", NEEDS)
def test_with_the_masters_functions_a_picture_comes_back(name, master):
    picture = draw(name, master)
    assert isinstance(picture, Picture), picture
    assert picture.svg.count("<path") > 10 and len(picture.alt) > 60 and picture.alt.endswith(".")
    assert 'alt="' in picture._repr_html_() and picture.svg == draw(name, master).svg, "the same bytes each time"


@pytest.mark.parametrize("name", LEARNERS)
def test_with_unwritten_functions_a_sentence_stands_there(name):
    pending = draw(name, dict.fromkeys(NEEDS[name], stub))
    assert isinstance(pending, Pending) and "once you have written the function above" in pending.why


@pytest.mark.parametrize("name", LEARNERS)
@pytest.mark.parametrize("wrong", [lambda *_: None, lambda *_: np.zeros(7), lambda *_: {}["x"], lambda *_: "a"])
def test_with_wrong_functions_nothing_breaks(name, wrong):
    assert isinstance(draw(name, dict.fromkeys(NEEDS[name], wrong)), (Pending, Picture))


def test_the_words_say_whether_the_learners_curve_is_right(master):
    assert "yours, dashed, lies on it" in draw("s_curve", master).alt
    assert "yours, dashed, leaves it" in draw("s_curve", {"sigmoid": np.tanh}).alt
    assert "your collapse lies on it" in draw("stacked_lines", master).alt
    swapped = {"collapse": lambda weights, biases: (np.ones((1, 1)), np.ones(1))}
    assert "your collapse leaves it" in draw("stacked_lines", swapped).alt
    assert "Your sigmoid_grad, dashed, lies on it" in draw("slope", master).alt
    assert "Your sigmoid_grad, dashed, leaves it" in draw("slope", master | {"sigmoid_grad": np.tanh}).alt


def test_the_numbers_in_the_words(master):
    assert "1 for relu, 0.11 for tanh, 1.1e-13 for sigmoid" in draw("vanishing", master).alt
    assert "sigmoid 0%, tanh 0%, relu 5" in draw("sparse", master).alt
    assert "not 0 for none: the neuron is dead" in draw("dead", master).alt
    assert "the neuron is dead" not in draw("dead", master | {"relu_grad": np.ones_like}).alt
    assert "sigmoid 0.69" in draw("race", master).alt


def test_the_zigzag_is_what_the_unit_says_it_is():
    """Only the centre of the inputs differs, and it alone makes the way long, and the larger step too large."""
    centred = np.tanh(np.random.default_rng(0).normal(size=(200, 2)))

    def way(inputs, rate):
        path = figures.walk(inputs, rate)
        return np.linalg.norm(np.diff(path, axis=0), axis=1).sum(), np.linalg.norm(path[-1] - figures.GOAL)

    long, left = way(1 + centred, 0.45)
    short, right = way(centred, 0.45)
    assert left < 0.1 and right < 0.1 and long > 3 * short
    assert way(centred, 0.8)[1] < 0.1 < way(1 + centred, 0.8)[1]
    steps = np.diff(figures.walk(1 + centred, 0.45), axis=0)
    moving = np.abs(steps).min(axis=1) > 1e-12
    assert (np.sign(steps[moving, 0]) == np.sign(steps[moving, 1])).all() and moving.sum() > 30
    assert "never arrives" in figures.zigzag(0.8).alt and "never arrives" not in figures.zigzag().alt
