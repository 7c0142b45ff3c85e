"""The hidden units explorer's Python side: its data, its training, what it asks of the learner, and what it refuses."""

import base64

import numpy as np
import pytest
import torch
import traitlets

from course import widgets
from course.errors import CourseError
from course.widgets.hidden_units import COUNT, EVERY, FIT_STEPS, MOST, RATE, SETS, STARTS, STEPS, beginning, grid, mean_cost, points_of, training

FORWARD = """
def forward(X, params):
    A1 = np.tanh(X @ params["W1"] + params["b1"])
    A2 = 1 / (1 + np.exp(-(A1 @ params["W2"] + params["b2"])))
    return A2, {"A1": A1}
"""
FIT = """
def fit(X, y, params, lr, steps):
    costs = []
    for _ in range(steps):
        A1 = np.tanh(X @ params["W1"] + params["b1"])
        Z2 = A1 @ params["W2"] + params["b2"]
        costs.append(np.mean(np.logaddexp(0, Z2) - y * Z2))
        dZ2 = (1 / (1 + np.exp(-Z2)) - y) / len(y)
        dZ1 = dZ2 @ params["W2"].T * (1 - A1**2)
        slopes = {"W1": X.T @ dZ1, "b1": dZ1.sum(0, keepdims=True), "W2": A1.T @ dZ2, "b2": dZ2.sum(0, keepdims=True)}
        params = {name: params[name] - lr * slopes[name] for name in params}
    return params, costs
"""


@pytest.fixture
def close():
    opened = []
    yield lambda widget: opened.append(widget) or widget
    for widget in opened:
        widget.close()


def test_the_sets_lie_in_their_pictures_and_xor_is_xor():
    for told in SETS.values():
        low, high = told["range"]
        assert all(low < v < high for point in told["x"] for v in point) and set(told["y"]) == {0, 1}
    assert SETS["XOR"]["y"] == [int(p != q) for p, q in SETS["XOR"]["x"]]


@pytest.mark.parametrize("start", STARTS)
def test_the_starts_are_what_their_names_say(start):
    for units in (1, 3, MOST):
        p = beginning(start, units)
        assert {name: v.shape for name, v in p.items()} == {"W1": (2, units), "b1": (1, units), "W2": (units, 1), "b2": (1, 1)}
        weights = np.concatenate([p["W1"].ravel(), p["W2"].ravel()])
        assert not p["b1"].any() and not p["b2"].any()
        assert (weights == {"zeros": 0, "all 0.5": 0.5}.get(start, weights)).all()
        if start.startswith("random"):
            assert len(np.unique(weights)) == len(weights)


def test_the_training_is_gradient_descent_by_torch():
    X, y = (torch.tensor(values) for values in points_of("moons"))
    leaves = {name: torch.tensor(value, requires_grad=True) for name, value in beginning("random 2", 3).items()}
    for _ in range(2 * EVERY):
        Z = torch.tanh(X @ leaves["W1"] + leaves["b1"]) @ leaves["W2"] + leaves["b2"]
        slopes = torch.autograd.grad(torch.nn.functional.binary_cross_entropy_with_logits(Z, y), list(leaves.values()))
        leaves = {name: (leaf - RATE * slope).detach().requires_grad_() for (name, leaf), slope in zip(leaves.items(), slopes)}
    found = training("moons", "random 2", 3)
    assert len(found) == STEPS // EVERY + 1
    assert all(np.allclose(found[2][name], leaf.detach().numpy()) for name, leaf in leaves.items())


def test_only_the_steps_that_are_shown_are_computed(close):
    run = ("moons", "all 0.5", 7)  # of no other test
    explorer = close(widgets.hidden_units_explorer("moons", 7, start="all 0.5", step=100))
    assert len(training(*run, 0)) == 100 // EVERY + 1
    explorer.step = 200
    begun = explorer.network()
    assert len(training(*run, 0)) == 200 // EVERY + 1
    whole = training(*run)
    assert len(whole) == len(training(*run, 0)) == STEPS // EVERY + 1
    assert all(np.array_equal(whole[200 // EVERY][name], begun[name]) for name in begun)


def test_what_the_unit_says_of_the_runs_is_so():
    """Four units learn every set from the first start; two do not find XOR from the last; equal units stay equal."""
    for data in SETS:
        assert mean_cost(data, training(data, "random 1", 4)[-1]) < 0.02
    assert mean_cost("XOR", training("XOR", "random 3", 2)[-1]) > 0.3
    same = training("XOR", "all 0.5", 5)[-1]
    assert np.allclose(same["W1"], same["W1"][:, :1], atol=1e-9) and mean_cost("XOR", same) > 0.45
    assert mean_cost("XOR", training("XOR", "zeros", 5)[-1]) == pytest.approx(np.log(2))


def test_a_unit_that_is_off_gives_nothing(close):
    explorer = close(widgets.hidden_units_explorer("XOR", 3, step=500))
    whole = explorer.network()
    explorer.off = [1, 7]  # the eighth is not there now
    assert explorer.network()["W2"][1] == 0 and np.array_equal(explorer.network()["W2"][[0, 2]], whole["W2"][[0, 2]])
    assert np.array_equal(training("XOR", "random 1", 3)[50]["W2"], whole["W2"])  # what is kept stays whole


def unpacked(text):
    return np.frombuffer(base64.b64decode(text), dtype="<f8")


def test_what_is_no_number_is_packed_as_nan(shell, close):
    explorer = close(widgets.hidden_units_explorer())
    shell.run_cell("def forward(X, params):\n    return np.where(X[:, :1] > 0, np.nan, 1 / 3)")
    values = unpacked(explorer.learner["plane"]["values"])
    assert np.array_equal(np.isnan(values), grid("XOR")[:, 0] > 0) and set(values[~np.isnan(values)]) == {1 / 3}


def test_the_learners_forward_is_asked_about_the_network_that_is_shown(shell, close):
    explorer = close(widgets.hidden_units_explorer("XOR", 4, step=300))
    assert explorer.learner["plane"]["state"] == explorer.learner["costs"]["state"] == "missing"
    shell.run_cell(FORWARD)
    p = training("XOR", "random 1", 4)[300 // EVERY]
    expected = 1 / (1 + np.exp(-(np.tanh(grid("XOR") @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"]))).ravel()
    assert np.allclose(unpacked(explorer.learner["plane"]["values"]), expected) and len(expected) == COUNT**2
    assert explorer.cost == pytest.approx(mean_cost("XOR", p))
    explorer.step = 400
    assert explorer.asked["step"] == 300
    explorer._from_browser(explorer, {"kind": "shown"}, [])
    assert explorer.asked == {"data": "XOR", "units": 4, "start": "random 1", "step": 400, "off": []}
    explorer.off = [0, 1, 2, 3]
    assert np.ptp(unpacked(explorer.learner["plane"]["values"])) == 0 and explorer.asked["off"] == [0, 1, 2, 3]


def test_a_forward_without_a_cache_is_drawn_too(shell, close):
    explorer = close(widgets.hidden_units_explorer("moons"))
    shell.run_cell("def forward(X, params):\n    return 0 * X[:, :1]")
    assert explorer.learner["plane"]["state"] == "drawn"


def test_the_learners_fit_is_run_from_the_same_start(shell, close):
    explorer = close(widgets.hidden_units_explorer("rings", 3))
    shell.run_cell(FIT)
    costs = explorer.learner["costs"]["values"]
    assert len(costs) == FIT_STEPS
    assert costs[::EVERY] == pytest.approx([mean_cost("rings", p) for p in training("rings", "random 1", 3)[: FIT_STEPS // EVERY]])


@pytest.mark.parametrize(
    ("source", "key", "state", "sentence"),
    [
        ("forward = 3", "plane", "failed", "forward is now an int"),
        ("def forward(X, params):\n    raise NotImplementedError", "plane", "unwritten", "not written yet"),
        ("def forward(X, params):\n    return X, {}", "plane", "failed", "gave shape (1681, 2) where (1681, 1)"),
        ("def forward(X, params):\n    return params['W3']", "plane", "failed", "KeyError"),
        ("def fit(X, y, params, lr, steps):\n    return params", "costs", "failed", "KeyError"),
        ("def fit(X, y, params, lr, steps):\n    return params, [1.0]", "costs", "failed", "gave shape (1,) where (100,)"),
        ("def fit(X, y, params, lr, steps):\n    while True:\n        pass", "costs", "failed", "more than 1 s"),
    ],
)
def test_a_function_that_fails_is_one_sentence(shell, close, source, key, state, sentence):
    explorer = close(widgets.hidden_units_explorer())
    shell.run_cell(source)
    told = explorer.learner[key]
    assert told["state"] == state and sentence in told["sentence"] and told["values"] is None


def test_functions_that_change_their_arguments_change_nothing_of_ours(shell, close):
    before = {name: value.copy() for name, value in training("XOR", "random 1", 4)[0].items()}
    close(widgets.hidden_units_explorer("XOR", 4))
    shell.run_cell("def forward(X, params):\n    params['W1'] *= 0\n    X *= 0\n    return X[:, :1]")
    shell.run_cell("def fit(X, y, params, lr, steps):\n    params['W1'] += 1\n    return params, [0.0] * steps")
    assert all(np.array_equal(training("XOR", "random 1", 4)[0][name], value) for name, value in before.items())


def test_other_names_can_be_given(shell, close):
    explorer = close(widgets.hidden_units_explorer(function="mine", fit="train"))
    shell.run_cell(FORWARD.replace("forward", "mine") + FIT.replace("def fit", "def train"))
    assert explorer.learner["plane"]["state"] == explorer.learner["costs"]["state"] == "drawn"


def test_steps_between_two_kept_networks_go_to_the_nearest(close):
    explorer = close(widgets.hidden_units_explorer(step=123))
    assert explorer.step == 120
    explorer.step = 999
    assert explorer.step == STEPS


def test_traits_stay_in_their_ranges(close):
    explorer = close(widgets.hidden_units_explorer())
    for name, value in {"units": 0, "step": STEPS + 1, "start": "ones", "data": "spiral", "off": [MOST]}.items():
        with pytest.raises(traitlets.TraitError):
            setattr(explorer, name, value)


@pytest.mark.filterwarnings("error")
def test_what_it_cannot_do_is_one_sentence():
    for arguments, words in (
        ({"data": "spiral"}, "no data 'spiral'; choose from XOR, rings, moons"),
        ({"start": "ones"}, "no start 'ones'; choose from random 1"),
        ({"units": 9}, "a whole number from 1 to 8, not 9"),
        ({"step": 0.5}, "a whole number from 0 to 1000, not 0.5"),
        ({"function": len}, r"function=.*name in quotes"),
        ({"fit": None}, r"fit=.*name in quotes"),
    ):
        with pytest.raises(CourseError, match=words):
            widgets.hidden_units_explorer(**arguments)
