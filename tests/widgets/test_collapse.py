"""The collapse explorer's Python side: what it asks of the learner and of torch, and what it refuses."""

import numpy as np
import pytest
import traitlets

from course import widgets
from course.errors import CourseError
from course.widgets.collapse import by_torch, layer

RIGHT = """
import numpy as np
def collapse(weights, biases):
    W, b = np.eye(2), np.zeros(2)
    for V, c in zip(weights, biases):
        W, b = V @ W, V @ b + c
    return W, b
"""


@pytest.fixture
def close():
    opened = []
    yield lambda widget: opened.append(widget) or widget
    for widget in opened:
        widget.close()


def test_the_learners_layer_is_asked_for_the_layers_shown(shell, close):
    explorer = close(widgets.collapse_explorer(layers=2))
    assert explorer.learner["layer"]["state"] == "missing"
    shell.run_cell(RIGHT)
    told = explorer.learner["layer"]
    W, b = layer(explorer.turn, explorer.stretch, explorer.shift)
    assert told["state"] == "drawn" and told["at"] == explorer.controls
    assert np.allclose(told["values"], np.column_stack([W @ W, W @ b + b]))
    explorer.layers = 3
    assert explorer.learner["layer"]["at"][0] == 2  # nobody is looking
    explorer._from_browser(explorer, {"kind": "shown"}, [])
    assert explorer.learner["layer"]["at"][0] == 3


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("def collapse(weights, biases):\n    raise NotImplementedError", "collapse is not written yet."),
        ("def collapse(weights, biases):\n    pass", "collapse returned None: is its return missing?"),
        ("def collapse(weights, biases):\n    return weights[0]", "collapse raised ValueError: it should return two arrays, W of shape (2, 2) and b of shape (2,)."),
        ("def collapse(weights, biases):\n    return weights[0][:, :1], biases[0]", "collapse raised ValueError: it should return two arrays, W of shape (2, 2) and b of shape (2,)."),
        ("collapse = 3", "collapse is now an int, not a function."),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(shell, close, cell, sentence):
    explorer = close(widgets.collapse_explorer())
    shell.run_cell(cell)
    told = explorer.learner["layer"]
    assert told["sentence"] == sentence and told["values"] is None


def test_torch_says_where_the_corners_go():
    W, b = layer(20.0, 1.1, 0.3)
    corners = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    assert np.allclose(by_torch("nothing", 1, 20.0, 1.1, 0.3)["points"], corners @ W.T + b)
    hidden = np.maximum(corners @ W.T + b, 0)
    assert np.allclose(by_torch("relu", 2, 20.0, 1.1, 0.3)["points"], hidden @ W.T + b)
    assert np.allclose(by_torch("tanh", 2, 20.0, 1.1, 0.3)["points"], np.tanh(corners @ W.T + b) @ W.T + b)


def test_asking_torch_leaves_the_learners_random_numbers_alone():
    import torch

    torch.manual_seed(0)
    expected = torch.rand(3)
    torch.manual_seed(0)
    by_torch("relu", 5, 0.0, 1.0, 0.0)
    assert torch.equal(torch.rand(3), expected)


@pytest.mark.filterwarnings("error")  # nor may the half-made widget complain when it goes
def test_what_it_cannot_do_is_one_sentence():
    with pytest.raises(CourseError, match="no 'sigmoid' between layers; choose from nothing, relu, tanh"):
        widgets.collapse_explorer("sigmoid")
    with pytest.raises(CourseError, match="name in quotes"):
        widgets.collapse_explorer(function=np.dot)


def test_traits_stay_in_the_picture(close):
    explorer = close(widgets.collapse_explorer(function=None))
    for name, values in {"layers": (0, 6), "turn": (-91.0, float("nan")), "stretch": (0.6, 1.5), "shift": (1.1,)}.items():
        for outside in values:
            with pytest.raises(traitlets.TraitError):
                setattr(explorer, name, outside)
