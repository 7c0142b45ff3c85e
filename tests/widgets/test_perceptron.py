"""The perceptron explorer's Python side: its data, what it asks of the learner, and what it refuses."""

import numpy as np
import pytest
import traitlets

from course import widgets
from course.errors import CourseError
from course.widgets.perceptron import COUNT, EPOCHS, RANGES, SETS, grid, replay

PERCEPTRON = "def perceptron(x, w, b):\n    return (x @ w + b >= 0).astype(int)"
FIT = """
def perceptron_fit(X, y, lr, max_epochs):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        errors.append(0)
        for x, label in zip(X, y):
            error = label - int(x @ w + b >= 0)
            w, b = w + lr * error * x, b + lr * error
            errors[-1] += abs(error)
        if errors[-1] == 0:
            break
    return w, b, errors
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


def test_the_tables_of_the_gates():
    corners = SETS["AND"]["x"]
    gates = {"AND": lambda p, q: p and q, "OR": lambda p, q: p or q, "NAND": lambda p, q: not (p and q), "XOR": lambda p, q: p != q}
    for name, gate in gates.items():
        assert SETS[name]["x"] == corners and SETS[name]["y"] == [int(gate(p, q)) for p, q in corners]


@pytest.mark.parametrize(("data", "zero", "one"), [("setosa", 0, 1), ("virginica", 1, 2)])
def test_the_irises_are_those_of_scikit_learn(data, zero, one):
    from sklearn.datasets import load_iris

    iris = load_iris()
    chosen = np.isin(iris.target, [zero, one])
    X = iris.data[chosen][:, 2:]
    X = np.round((X - X.mean(axis=0)) / X.std(axis=0), 2)
    assert np.array_equal(SETS[data]["x"], X[::4])
    assert np.array_equal(SETS[data]["y"], (iris.target[chosen] == one)[::4])


def test_every_point_lies_in_the_picture_and_separable_is_true():
    for told in SETS.values():
        low, high = told["range"]
        assert all(low < v < high for point in told["x"] for v in point)
        # A line separates the classes exactly when the perceptron comes to rest (Novikoff).
        w, b, errors = defined(FIT)["perceptron_fit"](np.array(told["x"], dtype=float), np.array(told["y"]), 1.0, 2000)
        assert (errors[-1] == 0) == told["separable"]


def test_the_learners_perceptron_is_asked_where_the_neuron_is(shell, close):
    explorer = close(widgets.perceptron_explorer("OR", w1=0.5, w2=1.0, b=-0.75))
    assert explorer.learner["plane"]["state"] == "missing"
    shell.run_cell(PERCEPTRON)
    assert explorer.asked == {"data": "OR", "w1": 0.5, "w2": 1.0, "b": -0.75}
    assert explorer.learner["points"]["values"] == [0, 1, 0, 1]
    expected = (grid("OR") @ [0.5, 1.0] - 0.75 >= 0).astype(float)
    assert explorer.learner["plane"]["values"] == expected.tolist() and len(expected) == COUNT**2


def test_it_is_asked_again_when_the_neuron_moves_and_somebody_looks(shell, close):
    shell.run_cell(PERCEPTRON)
    explorer = close(widgets.perceptron_explorer("AND", w1=1.0, w2=1.0, b=-1.5))
    explorer.b = -0.5
    assert explorer.asked["b"] == -1.5 and explorer.learner["points"]["values"] == [0, 0, 0, 1]
    explorer._from_browser(explorer, {"kind": "shown"}, [])
    assert explorer.asked["b"] == -0.5 and explorer.learner["points"]["values"] == [0, 1, 1, 1]
    explorer.b = 0.25
    assert explorer.learner["points"]["values"] == [1, 1, 1, 1]
    explorer.data = "setosa"
    assert len(explorer.learner["points"]["values"]) == 25 and explorer.asked["data"] == explorer.path["data"] == "setosa"


def test_a_new_version_of_a_part_is_noticed(shell, close):
    shell.run_cell("def step(z):\n    return np.where(z > 0, 1, 0)")
    shell.run_cell("def perceptron(x, w, b):\n    return step(x @ w + b)")
    explorer = close(widgets.perceptron_explorer("AND", w1=1.0, w2=1.0, b=-2.0))
    assert explorer.learner["points"]["values"] == [0, 0, 0, 0]
    shell.run_cell("def step(z):\n    return np.where(z >= 0, 1, 0)")
    assert explorer.learner["points"]["values"] == [0, 0, 0, 1]


def test_the_replay_is_the_learners_training(shell, close):
    explorer = close(widgets.perceptron_explorer("AND"))
    assert explorer.path["state"] == "missing"
    shell.run_cell(FIT)
    rows = np.array(explorer.path["values"])
    assert rows.shape == (EPOCHS + 1, 5) and (rows[0] == 0).all()
    assert rows[:, 4].max() == 6 and (rows[6:] == rows[6]).all() and rows[6, 3] == 0
    corners, (w1, w2, b) = np.array(SETS["AND"]["x"]), rows[6, :3]
    assert np.array_equal(corners @ [w1, w2] + b >= 0, np.array(SETS["AND"]["y"]) == 1)


def test_a_replay_that_never_comes_to_rest_has_all_epochs():
    told = replay("perceptron_fit", "XOR", defined(FIT))
    assert [row[4] for row in told["values"]] == list(range(EPOCHS + 1)) and told["values"][-1][3] > 0


@pytest.mark.parametrize(
    ("source", "state", "sentence"),
    [
        ("", "missing", "perceptron_fit"),
        ("perceptron_fit = 3", "failed", "perceptron_fit is now an int"),
        ("def perceptron_fit(X, y, lr, max_epochs):\n    raise NotImplementedError", "unwritten", "not written yet"),
        ("def perceptron_fit(X, y, lr, max_epochs):\n    return 1 / 0", "failed", "ZeroDivisionError"),
        ("def perceptron_fit(X, y, lr, max_epochs):\n    pass", "failed", "TypeError"),
        ("def perceptron_fit(X, y, lr, max_epochs):\n    while True:\n        pass", "failed", "more than 1 s"),
        ("def perceptron_fit(X, y, lr, max_epochs):\n    return np.zeros(2), 0.0, [1] * 99", "failed", "max_epochs"),
    ],
)
def test_a_training_that_fails_is_one_sentence(source, state, sentence):
    told = replay("perceptron_fit", "XOR", defined(source))
    assert told["state"] == state and sentence in told["sentence"] and told["values"] is None


def test_other_names_can_be_given(shell, close):
    explorer = close(widgets.perceptron_explorer("NAND", function="mine_torch", w1=-1.0, w2=-1.0, b=1.5))
    shell.run_cell("import torch\ndef mine_torch(x, w, b):\n    return (x @ w + b >= 0).float()")
    assert explorer.learner["points"]["values"] == [1, 1, 1, 0]


@pytest.mark.filterwarnings("error")
def test_what_it_cannot_do_is_one_sentence():
    with pytest.raises(CourseError, match="no data 'NOR'; choose from AND, OR"):
        widgets.perceptron_explorer("NOR")
    with pytest.raises(CourseError, match=r"function=.*name in quotes"):
        widgets.perceptron_explorer(function=lambda x, w, b: 1)
    with pytest.raises(CourseError, match=r"fit=.*name in quotes"):
        widgets.perceptron_explorer(fit=None)


def test_traits_stay_in_their_ranges(close):
    explorer = close(widgets.perceptron_explorer())
    for name, (low, high, _) in RANGES.items():
        for outside in [low - 0.1, high + 0.1, float("nan")]:
            with pytest.raises(traitlets.TraitError):
                setattr(explorer, name, outside)
