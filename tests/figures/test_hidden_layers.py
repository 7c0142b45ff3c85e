"""The hidden layers unit's figures: drawn with reference functions, and with a learner's that are not written."""

import numpy as np
import pytest
import torch

from course import data
from course.figures import hidden_layers as figures
from course.figures.picture import Pending, Picture


def init_params(d, hidden, m, seed):
    random = np.random.default_rng(seed)
    return {
        "W1": random.normal(size=(d, hidden)) / np.sqrt(d),
        "b1": np.zeros((1, hidden)),
        "W2": random.normal(size=(hidden, m)) / np.sqrt(hidden),
        "b2": np.zeros((1, m)),
    }


def forward(X, params):
    A1 = np.tanh(X @ params["W1"] + params["b1"])
    A2 = 0.5 * (1 + np.tanh((A1 @ params["W2"] + params["b2"]) / 2))
    return A2, {"A1": A1, "A2": A2}


def backward(X, y, params, cache):
    dZ2 = (cache["A2"] - y) / y.size
    dZ1 = dZ2 @ params["W2"].T * (1 - cache["A1"] ** 2)
    return {"W1": X.T @ dZ1, "b1": dZ1.sum(0, keepdims=True), "W2": cache["A1"].T @ dZ2, "b2": dZ2.sum(0, keepdims=True)}


def backward_torch(X, y, params):
    leaves = {name: value.clone().requires_grad_() for name, value in params.items()}
    Z2 = torch.tanh(X @ leaves["W1"] + leaves["b1"]) @ leaves["W2"] + leaves["b2"]
    torch.nn.functional.binary_cross_entropy_with_logits(Z2, y).backward()
    return {name: leaf.grad for name, leaf in leaves.items()}


def fit(X, y, params, lr, steps):
    costs = []
    for _ in range(steps):
        A2, cache = forward(X, params)
        costs.append(float(-np.mean(np.log(np.where(y == 1, A2, 1 - A2)))))
        slopes = backward(X, y, params, cache)
        params = {name: params[name] - lr * slopes[name] for name in params}
    return params, costs


def fit_restarts(X, y, hidden, lr, steps, seeds):
    return min((fit(X, y, init_params(2, hidden, 1, seed), lr, steps) for seed in seeds), key=lambda run: run[1][-1])


def hidden_features(W1, shape):
    images = W1.T.reshape(-1, *shape)
    largest = np.abs(images).max(axis=(1, 2), keepdims=True)
    return images / np.where(largest > 0, largest, 1)


def shuffle_pixels(X, params, order):
    return X[:, order], {**params, "W1": params["W1"][order]}


def make_mlp(sizes, activation="tanh", seed=0):
    torch.manual_seed(seed)
    bend = {"identity": torch.nn.Identity, "sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}[activation]
    return torch.nn.Sequential(*[m for i, o in zip(sizes, sizes[1:]) for m in (torch.nn.Linear(i, o), bend())][:-1])


def train_mlp(model, X, y, lr, steps):
    optimiser, costs = torch.optim.SGD(model.parameters(), lr=lr), []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        optimiser.step()
        costs.append(loss.item())
    return costs


def even_odd(X, y, seed):
    model = make_mlp([64, 16, 8, 1], "relu", seed)
    train_mlp(model, X, y, 0.3, 150)
    return model


def unwritten(*args):
    raise NotImplementedError


@pytest.fixture(scope="module")
def digits():
    images, labels = data.digits(seed=0)
    X, y = images.reshape(-1, 64) / 16, (labels % 2 == 0)[:, None] * 1.0
    return X[:300], y[:300], X[1500:], y[1500:]


def drawn(picture) -> str:
    assert isinstance(picture, Picture), picture
    assert picture.svg.lstrip().startswith("<?xml") and "<path" in picture.svg and len(picture.alt) > 60
    return picture.alt


def test_pictures_that_need_no_function():
    drawn(figures.network())
    drawn(figures.loop())


def test_formulas_and_autograd_lie_on_one_line():
    alt = drawn(figures.twins(forward, backward, backward_torch))
    assert "1057 dots" in alt and "All lie on the diagonal" in alt

    def wrong(X, y, params, cache):
        return {**backward(X, y, params, cache), "b1": np.zeros((1, 16))}

    assert "Not all lie on the diagonal" in drawn(figures.twins(forward, wrong, backward_torch))


def test_runs_on_xor_say_what_they_found():
    alt = drawn(figures.runs(fit, init_params))
    found = int(alt.split("800 steps. ")[1].split()[0])
    assert 0 < found < 8 and "Those that do not end at costs" in alt
    alt = drawn(figures.success(fit, forward, init_params, seeds=5))
    assert " 1: 0%" in alt and " 6: 100%" in alt
    assert "4 of 4 corners right" in drawn(figures.two_planes(fit_restarts))
    assert "4 of 4 corners right" in drawn(figures.summary(fit_restarts))


def test_equal_starts_stay_equal():
    alt = drawn(figures.symmetry(fit, init_params))
    assert "zeros: 1 different, cost 0.69" in alt and "constant: 1 different" in alt and "random: 4 different" in alt


def test_weights_as_images(digits):
    alt = drawn(figures.features(fit, init_params, hidden_features, *digits[:2]))
    assert "their weights moved by at most 0." in alt
    alt = drawn(figures.shuffled(fit, init_params, hidden_features, shuffle_pixels, *digits))
    first, second = alt.rsplit(": ", 1)[1].rstrip(".").split(" and ")
    assert first == second  # to the tenth of a percent


def test_networks_of_torch(digits):
    alt = drawn(figures.activations_compared(make_mlp, train_mlp, steps=120))
    assert "over 120 steps" in alt and "identity 0.69 to 0.69" in alt
    assert "images wrongly" in drawn(figures.mistakes(even_odd, *digits))
    alt = drawn(figures.depth(make_mlp, steps=20))
    assert "0 hidden" in alt and "3 hidden" in alt


def test_a_function_that_is_not_written_leaves_a_sentence(digits):
    for picture in (
        figures.twins(unwritten, backward, backward_torch),
        figures.runs(fit, unwritten),
        figures.success(unwritten, forward, init_params),
        figures.two_planes(unwritten),
        figures.symmetry(unwritten, init_params),
        figures.features(fit, init_params, unwritten, *digits[:2]),
        figures.shuffled(fit, init_params, hidden_features, unwritten, *digits),
        figures.activations_compared(unwritten, train_mlp),
        figures.mistakes(unwritten, *digits),
        figures.depth(unwritten),
        figures.summary(unwritten),
    ):
        assert isinstance(picture, Pending) and "once you have written" in picture.why
