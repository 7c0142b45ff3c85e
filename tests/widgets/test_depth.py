"""The depth explorer's Python side: what it asks of the learner and of torch, and what it refuses."""

import numpy as np
import pytest
import traitlets

from course import widgets
from course.errors import CourseError
from course.widgets.depth import DEEPEST, GRID, NAMES, RANGES, by_autograd

GRADIENT_AFTER = """
def gradient_after(depth, activation, z):
    if activation == "relu":
        return (z > 0) * 1.0
    if activation == "linear":
        return np.ones_like(z)
    if activation == "tanh":
        raise NotImplementedError
    return z[:3]
"""


@pytest.fixture
def close():
    opened = []
    yield lambda widget: opened.append(widget) or widget
    for widget in opened:
        widget.close()


def test_the_learners_function_is_asked_for_every_depth(shell, close):
    explorer = close(widgets.depth_explorer())
    assert {told["state"] for told in explorer.learner.values()} == {"missing"}
    shell.run_cell("import numpy as np" + GRADIENT_AFTER)
    told = explorer.learner
    z = np.linspace(GRID["low"], GRID["high"], GRID["count"])
    assert told["relu"]["values"] == [((z > 0) * 1.0).tolist()] * DEEPEST
    assert told["linear"]["state"] == "drawn"
    assert told["tanh"]["sentence"] == "gradient_after is not written yet."
    assert told["sigmoid"]["sentence"] == "gradient_after gave shape (3,) where (61,) was expected."


def test_the_table_has_a_value_for_every_place_of_the_slider():
    low, high, step = RANGES["z"]
    assert (GRID["low"], GRID["high"]) == (low, high) and (GRID["count"] - 1) * step == pytest.approx(high - low)


def test_autograd_is_asked_only_when_a_browser_looks(close):
    explorer = close(widgets.depth_explorer("relu", depth=3, function=None))
    assert explorer.torch == {}
    explorer._from_browser(explorer, {"kind": "shown"}, [])
    assert explorer.torch["reaching"] == [1.0, 1.0, 1.0, 1.0]
    explorer.w = 2.0
    assert explorer.torch["reaching"] == [8.0, 4.0, 2.0, 1.0] and explorer.torch["output"] == 4.0


def test_autograd_agrees_with_the_definition():
    for name in NAMES:
        told = by_autograd(name, 4, 0.7, 1.3)
        step = 1e-6
        measured = (by_autograd(name, 4, 0.7 + step, 1.3)["output"] - by_autograd(name, 4, 0.7 - step, 1.3)["output"]) / (2 * step)
        assert told["reaching"][0] == pytest.approx(measured, rel=1e-6) and len(told["reaching"]) == 5


@pytest.mark.filterwarnings("error")  # nor may the half-made widget complain when it goes
def test_what_it_cannot_do_is_one_sentence():
    with pytest.raises(CourseError, match="no activation 'step'; choose from linear, sigmoid, tanh, relu"):
        widgets.depth_explorer("step")
    with pytest.raises(CourseError, match="name in quotes"):
        widgets.depth_explorer(function=np.tanh)


def test_traits_stay_in_the_picture(close):
    explorer = close(widgets.depth_explorer(function=None))
    for name, values in {"depth": (0, 21), "z": (-3.1, 3.1, float("nan")), "w": (0.4, 2.1, float("nan"))}.items():
        for outside in values:
            with pytest.raises(traitlets.TraitError):
                setattr(explorer, name, outside)
