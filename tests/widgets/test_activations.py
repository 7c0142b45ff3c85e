"""The explorer's Python side: what it asks of the learner and of torch, and what it refuses."""

import numpy as np
import pytest
import traitlets

from course import widgets
from course.errors import CourseError
from course.widgets.activations import DERIVATIVES, FUNCTIONS, GRID, NAMES, RANGES, by_autograd

SIGMOID = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))"


@pytest.fixture
def close():
    opened = []
    yield lambda widget: opened.append(widget) or widget
    for widget in opened:
        widget.close()


def test_the_learners_names_of_the_course_are_asked_for(shell, close):
    explorer = close(widgets.activation_explorer())
    asked = {table["name"] for table in explorer.learner.values()}
    assert asked == {*FUNCTIONS.values(), *DERIVATIVES.values()}
    shell.run_cell(SIGMOID)
    table = explorer.learner["value:sigmoid"]
    z = np.linspace(GRID["low"], GRID["high"], GRID["count"])
    assert np.allclose(table["values"], 1 / (1 + np.exp(-z)), rtol=0, atol=1e-15)
    assert explorer.learner["value:tanh"]["state"] == "missing"


def test_other_names_can_be_given(shell, close):
    explorer = close(widgets.activation_explorer("relu", functions={"relu": "mine_torch"}, derivatives={}))
    shell.run_cell("import torch\ndef mine_torch(z):\n    return torch.clamp(z, min=0)")
    assert list(explorer.learner) == ["value:relu"]
    assert explorer.learner["value:relu"]["values"][0] == 0.0
    assert explorer.learner["value:relu"]["values"][-1] == 8.0


@pytest.mark.filterwarnings("error")  # nor may the half-made widget complain when it goes
def test_what_it_cannot_do_is_one_sentence():
    with pytest.raises(CourseError, match="no activation 'sigmod'; choose from step, linear"):
        widgets.activation_explorer("sigmod")
    with pytest.raises(CourseError, match=r"functions=.*no activation 'softmax'"):
        widgets.activation_explorer(functions={"softmax": "softmax"})
    with pytest.raises(CourseError, match=r"derivatives=.*name in quotes"):
        widgets.activation_explorer(derivatives={"sigmoid": lambda z: z})


def test_traits_stay_in_the_picture(close):
    explorer = close(widgets.activation_explorer())
    for name, (low, high, _) in RANGES.items():
        for outside in [low - 0.1, high + 0.1, float("nan")]:
            with pytest.raises(traitlets.TraitError):
                setattr(explorer, name, outside)
    farthest = max(abs(w * x + b) for w in RANGES["w"][:2] for x in RANGES["x"][:2] for b in RANGES["b"][:2])
    assert farthest <= GRID["high"]


def test_torch_is_asked_once_a_browser_looks(close):
    explorer = close(widgets.activation_explorer(x=1.0))
    explorer.x = 1.5
    assert explorer.torch == {}
    explorer._from_browser(explorer, {"kind": "shown"}, [])
    assert explorer.torch["x"] == 1.5
    explorer.activation = "tanh"
    assert explorer.torch["activation"] == "tanh" and explorer.torch["a"] == pytest.approx(np.tanh(1.5))


@pytest.mark.parametrize("x, w, b", [(0.5, 1.0, 0.0), (-2.0, 1.5, 0.25), (3.0, 2.0, 2.0), (1.0, 0.0, 0.0)])
@pytest.mark.parametrize("activation", NAMES)
def test_autograd_says_what_the_chain_rule_says(activation, x, w, b):
    z = w * x + b
    s = 1 / (1 + np.exp(-z))
    value, slope = {
        "step": (float(z >= 0), None),
        "linear": (z, 1.0),
        "sigmoid": (s, s * (1 - s)),
        "tanh": (np.tanh(z), 1 - np.tanh(z) ** 2),
        "relu": (max(z, 0.0), float(z > 0)),
    }[activation]
    told = by_autograd(activation, x, w, b)
    assert (told["z"], told["a"]) == pytest.approx((z, value), abs=1e-15)
    expected = [None] * 4 if slope is None else [slope, slope * x, slope * w, slope]
    got = [told[name] for name in ("da_dz", "da_dw", "da_dx", "da_db")]
    assert got == (expected if slope is None else pytest.approx(expected, abs=1e-15))


def test_autograd_works_where_gradients_are_switched_off():
    import torch

    with torch.no_grad():
        assert by_autograd("sigmoid", 0.0, 1.0, 0.0)["da_dz"] == 0.25
