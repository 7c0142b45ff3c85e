"""The logistic regression unit's figures: drawn with reference functions, and with a learner's that are not written."""

import numpy as np
import pytest

from course import data
from course.figures import logistic_regression as figures
from course.figures.picture import Pending, Picture


def standardize(train, test):
    mean, spread = train.mean(axis=0), train.std(axis=0)
    spread = np.where(spread == 0, 1, spread)
    return (train - mean) / spread, (test - mean) / spread


def optimize(X, y, lr, steps):
    w, b, costs = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        z = X @ w + b
        costs.append(float(np.mean(np.logaddexp(0, z) - y * z)))
        mistake = 0.5 * (1 + np.tanh(z / 2)) - y
        w, b = w - lr * X.T @ mistake / len(X), b - lr * mistake.mean()
    return w, b, costs


def predict(w, b, X, threshold=0.5):
    return (0.5 * (1 + np.tanh((X @ w + b) / 2)) >= threshold).astype(int)


def confusion_matrix(y, predicted):
    return np.array([[int(np.sum((y == i) & (predicted == j))) for j in (0, 1)] for i in (0, 1)])


def run_digits():
    images, labels = data.digits((3, 8))
    X, y = images.reshape(len(images), -1) / 16, (labels == 8) * 1.0
    train, _ = standardize(X[89:], X[:89])
    w, b, costs = optimize(train, y[89:], 0.3, 60)
    return {"w": w, "b": b, "costs": costs, "X_train": X[89:], "X_test": X[:89], "y_train": y[89:], "y_test": y[:89]}


def run_cells():
    X, y, _ = data.breast_cancer()
    train, test = standardize(X[142:], X[:142])
    w, b, costs = optimize(train, y[142:], 0.3, 60)
    return {"w": w, "b": b, "costs": costs, "X_test": test, "y_test": y[:142]}


def study():
    X, y, _ = data.breast_cancer()
    train, _ = standardize(X[142:], X[:142])
    costs = {rate: optimize(train, y[142:], rate, 20)[2] for rate in (0.01, 1.0, 100.0)}
    return min(costs, key=lambda rate: costs[rate][-1]), costs


def three_learners():
    run = run_digits()
    return {name: (run["w"] + noise, run["b"], run["costs"]) for name, noise in (("one", 0), ("two", 1e-6), ("three", -2e-6))}


def unwritten(*args):
    raise NotImplementedError


def drawn(picture) -> str:
    assert isinstance(picture, Picture), picture
    assert picture.svg.lstrip().startswith("<?xml") and "<path" in picture.svg and len(picture.alt) > 60
    return picture.alt


def test_pictures_of_ideas():
    images, labels = data.digits((3, 8))
    assert ", ".join(map(str, labels[:16])) in drawn(figures.gallery(images, labels))
    assert "scattered" in drawn(figures.flatten_trap(images))
    drawn(figures.prices())


def test_the_round_valley_is_left_behind_sooner():
    import re

    trench, valley = map(float, re.findall(r"ends (\d\.\d\d) away", drawn(figures.scaling())))
    assert valley < 0.15 < 0.4 < trench


def test_pictures_of_a_run():
    alt = drawn(figures.learning(run_digits))
    assert "starts at 0.693" in alt and "after 60 steps" in alt
    assert "weights are exactly 0" in drawn(figures.weights(run_digits))
    drawn(figures.summary(run_digits, run_cells))


def test_the_gallery_of_mistakes_counts_what_is_wrong():
    run = run_digits()
    _, test = standardize(run["X_train"], run["X_test"])
    wrong = int(np.sum(predict(run["w"], run["b"], test) != run["y_test"]))
    alt = drawn(figures.errors(run_digits, standardize))
    assert f"; {wrong} of all are answered wrongly" in alt and alt.count("wrong: ") == wrong


def test_all_wrong_is_drawn_too():
    alt = drawn(figures.errors(lambda: {**run_digits(), "w": -run_digits()["w"]}, standardize))
    assert alt.count("wrong: ") == 12


def test_three_learners_beside_their_tolerance():
    assert "two 1e-06 and three 2e-06" in drawn(figures.agreement(three_learners))


def test_thresholds_trade_one_mistake_for_the_other():
    import re

    alt = drawn(figures.thresholds(run_cells, predict, confusion_matrix))
    found = [(int(a), int(b)) for a, b in re.findall(r"(\d+) missed and (\d+) false", alt)]
    assert len(found) == 3 and found[0][0] <= found[1][0] <= found[2][0] and found[0][1] >= found[1][1] >= found[2][1]


def test_the_study_names_the_best_rate():
    assert "the best is 1." in drawn(figures.rates(study))


@pytest.mark.parametrize("name", ["learning", "weights", "agreement", "rates"])
def test_a_run_that_is_not_written_leaves_a_sentence(name):
    picture = getattr(figures, name)(unwritten)
    assert isinstance(picture, Pending) and "once you have written" in picture.why


def test_other_unwritten_functions_leave_a_sentence():
    for picture in (
        figures.errors(run_digits, unwritten),
        figures.thresholds(run_cells, unwritten, confusion_matrix),
        figures.thresholds(run_cells, predict, unwritten),
        figures.summary(run_digits, unwritten),
    ):
        assert isinstance(picture, Pending) and "once you have written" in picture.why
    assert isinstance(figures.learning(lambda: None), Pending)
