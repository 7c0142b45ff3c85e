"""The neurons unit's figures: drawn with reference functions, and with a learner's that are not written."""

import numpy as np
import pytest

from course.figures import neurons as figures
from course.figures.picture import Pending, Picture
from course.figures.plane import boundary_ends


def fit_line(X, y):
    solution = np.linalg.lstsq(np.column_stack([X, np.ones(len(X))]), y, rcond=None)[0]
    return solution[:-1], solution[-1]


def step(z, threshold=0.0):
    return np.where(np.asarray(z) >= threshold, 1, 0)


def perceptron(x, w, b):
    return step(x @ w + b)


def gate_weights(name):
    w, b = {"AND": ([1.0, 1.0], -1.5), "OR": ([1.0, 1.0], -0.5), "NAND": ([-1.0, -1.0], 1.5)}[name]
    return np.array(w), b


def xor(x1, x2):
    X = np.stack([x1, x2], axis=-1)
    hidden = [perceptron(X, *gate_weights(name)) for name in ("OR", "NAND")]
    return perceptron(np.stack(hidden, axis=-1), *gate_weights("AND"))


def update(w, b, x, y, lr):
    error = y - perceptron(x, w, b)
    return w + lr * error * x, b + lr * error


def fit(X, y, lr, max_epochs):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        errors.append(0)
        for x, label in zip(X, y):
            errors[-1] += int(perceptron(x, w, b) != label)
            w, b = update(w, b, x, label, lr)
        if errors[-1] == 0:
            break
    return w, b, errors


def flip(w, b, x):
    k = -(x @ w + b) / (x @ x + 1)
    return k * x, k


def unwritten(*args):
    raise NotImplementedError


@pytest.fixture(scope="module")
def flowers():
    from sklearn.datasets import load_iris

    iris = load_iris()
    return iris.data[:, 2:], iris.target


def drawn(picture) -> str:
    assert isinstance(picture, Picture), picture
    assert picture.svg.lstrip().startswith("<?xml") and "<path" in picture.svg and len(picture.alt) > 60
    return picture.alt


def test_pictures_that_need_no_function():
    for figure in (figures.neuron, figures.boundary):
        drawn(figure())


def test_random_neurons_say_what_they_found():
    alt = drawn(figures.random_neurons(5000))
    assert "XOR 0.0%" in alt and "5,000" in alt and "AND 0.0%" not in alt.replace("NAND 0.0%", "")


def test_the_line_through_the_flowers(flowers):
    petals, _ = flowers
    assert "slope 0.416 and intercept -0.363" in drawn(figures.line(fit_line, petals[:, :1], petals[:, 1]))


def test_switches_and_gates():
    assert "answers 1 and 1" in drawn(figures.threshold_is_bias(step))
    assert "answers 0 and 0" in drawn(figures.threshold_is_bias(lambda z, t=0.0: np.where(z > t, 1, 0)))
    assert "AND has 4 of 4" in drawn(figures.gates(gate_weights))
    assert "AND has 3 of 4" in drawn(figures.gates(lambda name: (np.array([1.0, 0.0]), -0.5)))
    assert "has 4 of 4 corners right" in drawn(figures.two_layers(xor, gate_weights))
    assert "has 3 of 4 corners right" in drawn(figures.two_layers(lambda p, q: ((p + q) >= 0.5) * 1, gate_weights))


def test_a_learner_at_work(flowers):
    assert "first 5 mistakes" in drawn(figures.updates(update))
    alt = drawn(figures.training(fit, *flowers))
    assert "setosa against versicolor: 2 epochs, 0 mistakes" in alt and "virginica: 40 epochs" in alt
    drawn(figures.edge(flip))
    drawn(figures.summary(fit_line, perceptron, fit))


def test_an_update_that_teaches_nothing_is_drawn_too():
    drawn(figures.updates(lambda w, b, x, y, lr: (w, b)))


def test_a_function_that_is_not_written_leaves_a_sentence(flowers):
    petals, species = flowers
    for picture in (
        figures.line(unwritten, petals[:, :1], petals[:, 1]),
        figures.threshold_is_bias(unwritten),
        figures.gates(unwritten),
        figures.two_layers(unwritten, gate_weights),
        figures.updates(unwritten),
        figures.training(unwritten, petals, species),
        figures.edge(unwritten),
        figures.summary(fit_line, unwritten, fit),
    ):
        assert isinstance(picture, Pending) and "once you have written" in picture.why
    assert isinstance(figures.edge(lambda w, b, x: None), Pending)


@pytest.mark.parametrize(("w", "b"), [((1.0, 1.0), -1.5), ((0.0, 2.0), 1.0), ((-3.0, 0.5), 0.0)])
def test_the_boundary_is_where_the_sum_is_zero(w, b):
    ends = boundary_ends(w, b, -0.5, 1.5)
    assert np.allclose(ends @ w + b, 0) and np.ptp(ends, axis=0).max() > 2


def test_without_weights_there_is_no_boundary():
    assert boundary_ends(np.zeros(2), 1.0, -0.5, 1.5) is None
