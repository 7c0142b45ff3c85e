"""The gradient descent explorer's Python side: its data, the learner's walk, torch's walk, and what it refuses."""

import numpy as np
import pytest
import traitlets

from course import data, widgets
from course.errors import CourseError
from course.widgets.gradient_descent import MALIGNANT, RADIUS, RATES, SETS, SHIFT, STEPS, by_autograd, walk

RIGHT = """
def optimize(w, b, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        z = X @ w + b
        costs.append(float(np.mean(np.logaddexp(0, z) - y * z)))
        mistake = 0.5 * (1 + np.tanh(z / 2)) - y
        w, b = w - lr * X.T @ mistake / len(X), b - lr * mistake.mean()
    return w, b, costs
"""


@pytest.fixture
def close():
    opened = []
    yield lambda widget: opened.append(widget) or widget
    for widget in opened:
        widget.close()


def defined(source: str) -> dict:
    namespace = {"np": np}
    exec(source, namespace)
    return namespace


def test_the_data_are_those_of_scikit_learn():
    X, y, names = data.breast_cancer(seed=0)
    radius = X[: len(RADIUS), names.index("mean radius")]
    assert np.array_equal(RADIUS, np.round((radius - radius.mean()) / radius.std(), 2))
    assert MALIGNANT == y[: len(RADIUS)].tolist()
    assert np.allclose(SETS["shifted"]["x"], np.array(RADIUS) + SHIFT) and SETS["shifted"]["y"] == SETS["centred"]["y"]


def test_no_threshold_separates_them_so_that_the_valley_has_a_bottom():
    by_radius = np.array(MALIGNANT)[np.argsort(RADIUS)]
    assert by_radius[: by_radius.argmax()].size and not by_radius[by_radius.argmax() :].all()


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("rate", [0.03, 1.0, 30.0])
def test_the_learners_walk_and_torchs_are_gradient_descent(name, rate):
    rows = walk("optimize", defined(RIGHT), name, -2.0, 3.0, rate)
    theirs = np.array(by_autograd(name, -2.0, 3.0, rate))
    assert rows["state"] == "drawn" and np.shape(rows["values"]) == (STEPS + 1, 2) and theirs.shape == (STEPS + 1, 3)
    X, y = np.array(SETS[name]["x"])[:, None], np.array(SETS[name]["y"])
    for values in (np.array(rows["values"]), theirs[:, :2]):
        assert values[0].tolist() == [-2.0, 3.0]
        for now, then in zip(values, values[1:]):
            w, b, _ = defined(RIGHT)["optimize"](now[:1], now[1], X, y, rate, 1)
            assert np.allclose(then, [w[0], b], atol=1e-9)
    w, b, cost = theirs[0]
    assert cost == pytest.approx(np.mean(np.logaddexp(0, w * X[:, 0] + b) - y * (w * X[:, 0] + b)))


def test_the_walk_follows_the_notebook(shell, close):
    explorer = close(widgets.gradient_descent_explorer(rate=0.3))
    assert explorer.path["state"] == "missing" and "optimize" in explorer.path["sentence"]
    shell.run_cell(RIGHT)
    assert explorer.path["state"] == "drawn" and explorer.asked == {"data": "centred", "w": -2.0, "b": 3.0, "rate": 0.3}
    before = explorer.path["values"]
    shell.run_cell(RIGHT.replace("w - lr", "w + lr"))
    assert explorer.path["values"][1] != before[1]


def test_a_part_of_optimize_that_changed_is_noticed(shell, close):
    explorer = close(widgets.gradient_descent_explorer())
    shell.run_cell("def slope(X, y, z):\n    return X.T @ (1 / (1 + np.exp(-z)) - y) / len(X)")
    shell.run_cell("def optimize(w, b, X, y, lr, steps):\n    return w - lr * slope(X, y, X @ w + b), b, [0.0]")
    before = explorer.path["values"]
    shell.run_cell("def slope(X, y, z):\n    return X.T @ (1 / (1 + np.exp(-z)) - y)")
    assert explorer.path["values"] != before


def test_it_is_asked_again_when_the_start_moves_and_somebody_looks(shell, close):
    shell.run_cell(RIGHT)
    explorer = close(widgets.gradient_descent_explorer())
    explorer.w = 1.0
    assert explorer.asked["w"] == -2.0 and explorer.torch == {}
    explorer._from_browser(explorer, {"kind": "shown"}, [])
    assert explorer.asked["w"] == 1.0 and explorer.torch["asked"] == explorer.asked
    for change in ({"rate": 10.0}, {"data": "shifted"}, {"b": -4.0}):
        explorer.set_trait(*change.popitem())
        assert explorer.asked == explorer.torch["asked"] and explorer.path["values"][0] == [explorer.w, explorer.b]
        assert explorer.torch["values"] == by_autograd(**explorer.asked, steps=0)  # what is shown: the start
    explorer.step = 7
    walked = explorer.torch["values"]
    assert explorer.asked == explorer.torch["asked"] and np.allclose(explorer.path["values"], np.array(walked)[:, :2], atol=1e-6)
    explorer.step = 60
    assert explorer.torch["values"] is walked  # the whole of it is known


@pytest.mark.parametrize(
    ("source", "state", "sentence"),
    [
        ("", "missing", "optimize"),
        ("optimize = 3", "failed", "optimize is now an int"),
        ("def optimize(w, b, X, y, lr, steps):\n    raise NotImplementedError", "unwritten", "not written yet"),
        ("def optimize(w, b, X, y, lr, steps):\n    return 1 / 0", "failed", "ZeroDivisionError"),
        ("def optimize(w, b, X, y, lr, steps):\n    pass", "failed", "TypeError"),
        ("def optimize(w, b, X, y, lr, steps):\n    return np.zeros((1, 1)), b, []", "failed", "the shape (1, 1)"),
        ("def optimize(w, b, X, y, lr, steps):\n    while True:\n        pass", "failed", "more than 1 s"),
    ],
)
def test_a_walk_that_fails_is_one_sentence(source, state, sentence):
    told = walk("optimize", defined(source), "centred", 0.0, 0.0, 1.0)
    assert told["state"] == state and sentence in told["sentence"] and told["values"] is None


def test_a_walk_that_ends_in_nan_is_drawn_as_far_as_it_goes():
    told = walk("optimize", defined("def optimize(w, b, X, y, lr, steps):\n    return w * 1e200, b, []"), "centred", 1.0, 0.5, 1.0)
    assert told["state"] == "drawn" and told["values"][1] == [1e200, 0.5] and told["values"][-1][0] is None
    assert "nan or infinity" in told["sentence"]


def test_an_optimize_that_moves_its_arguments_changes_nothing_of_the_widgets():
    greedy = RIGHT.replace("costs = []", "X *= 0\n    y *= 0\n    costs = []")
    walk("optimize", defined(greedy), "centred", 0.0, 0.0, 1.0)
    assert walk("optimize", defined(RIGHT), "centred", 0.0, 0.0, 1.0)["values"][1][0] > 0


@pytest.mark.filterwarnings("error")
def test_what_it_cannot_do_is_one_sentence():
    with pytest.raises(CourseError, match="no data 'raw'; choose from centred, shifted"):
        widgets.gradient_descent_explorer("raw")
    with pytest.raises(CourseError, match="one of 0.01, 0.03, .* 100, not 0.2"):
        widgets.gradient_descent_explorer(rate=0.2)
    with pytest.raises(CourseError, match=r"function=.*name in quotes"):
        widgets.gradient_descent_explorer(function=len)


def test_traits_stay_in_their_ranges(close):
    explorer = close(widgets.gradient_descent_explorer())
    for name, values in {"w": (-3.1, 9.1, float("nan")), "b": (-15.1, 5.1), "step": (-1, STEPS + 1), "rate": (0.5,)}.items():
        for value in values:
            with pytest.raises(traitlets.TraitError):
                setattr(explorer, name, value)
    assert explorer.rate in RATES
