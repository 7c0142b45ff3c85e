"""Every figure of the computation graphs unit, drawn with reference functions and with unwritten ones."""

import math

import numpy as np
import pytest
import torch

from course.figures import computation_graphs as figures
from course.figures.computation_graphs_drawing import EDGES, layered, local_derivatives, number
from course.figures.picture import Pending, Picture


class Node:
    def __init__(self, data, parents=(), local=(), name=""):
        self.data, self.parents, self.local, self.name, self.grad = data, parents, local, name, 0.0


def topological_order(node):
    order, stack = [], [(node, False)]
    while stack:
        top, ready = stack.pop()
        if ready:
            order.append(top)
        elif top not in order:
            stack += [(top, True), *((parent, False) for parent in top.parents if parent not in order)]
    return list(dict.fromkeys(order))


def forward(a, b, c):
    return {"d": b * c, "e": a + b * c, "f": b * c * a, "g": (a + b * c) ** (b * c * a)}


def backward(a, b, c):
    v = {"a": a, "b": b, "c": c, **forward(a, b, c)}
    grads = dict.fromkeys("gfedcba", 0.0) | {"g": 1.0}
    for head in "gfed":
        for tail, to in EDGES:
            if to == head:
                grads[tail] += grads[head] * local_derivatives(v)[tail, head]
    return grads


def numerical_gradient(f, x, h=1e-5):
    return np.array([(f(x + h * row) - f(x - h * row)) / (2 * h) for row in np.eye(x.size)])


def unbroadcast(grad, shape):
    return grad.sum(axis=1, keepdims=True)


def make_model(sizes, seed=0):
    torch.manual_seed(seed)
    layers = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(n_in, n_out), torch.nn.Tanh()]
    return torch.nn.Sequential(*layers[:-1], torch.nn.Sigmoid())


def train_step(model, x, y, lr):
    model.zero_grad()
    loss = torch.nn.functional.binary_cross_entropy(model(x), y)
    loss.backward()
    with torch.no_grad():
        for p in model.parameters():
            if p.grad is not None:
                p -= lr * p.grad
    return loss.item()


def predict(model, x):
    with torch.no_grad():
        return model(x)


def freeze(model, names):
    for name, p in model.named_parameters():
        if name in names:
            p.requires_grad_(False)


def small_graph():
    a, b = Node(2.0, name="a"), Node(-0.5, name="b")
    t = Node(-1.0, (a, b), (-0.5, 2.0))
    s = Node(0.27, (t,), (0.2,))
    return Node(-0.27, (t, s), (0.27, -1.0))


def unwritten(*args, **kwargs):
    raise NotImplementedError


DRAWN = {
    "values": lambda: figures.values(forward, 2.0, 0.5, 3.0),
    "gradients": lambda: figures.gradients(forward, backward, 2.0, 0.5, 3.0),
    "step_size": lambda: figures.step_size(numerical_gradient),
    "numbered": lambda: figures.numbered(topological_order, Node),
    "graph": lambda: figures.graph(small_graph()),
    "repeated": lambda: figures.repeated(unbroadcast),
    "training": lambda: figures.training(train_step, make_model),
    "frozen": lambda: figures.frozen(freeze, train_step, make_model),
    "online": lambda: figures.online(train_step, predict, make_model),
    "summary": lambda: figures.summary(),
}


@pytest.mark.parametrize("name", DRAWN)
def test_it_is_drawn(name):
    picture = DRAWN[name]()
    assert isinstance(picture, Picture), picture
    assert len(picture.alt) > 40 and picture.svg.lstrip().startswith("<?xml")
    assert "nan" not in picture.alt


PENDING = {
    "values": lambda: figures.values(unwritten, 2.0, 0.5, 3.0),
    "gradients": lambda: figures.gradients(forward, unwritten, 2.0, 0.5, 3.0),
    "step_size": lambda: figures.step_size(unwritten),
    "numbered": lambda: figures.numbered(unwritten, Node),
    "graph": lambda: figures.graph(None),
    "repeated": lambda: figures.repeated(unwritten),
    "training": lambda: figures.training(unwritten, make_model),
    "frozen": lambda: figures.frozen(unwritten, train_step, make_model),
    "online": lambda: figures.online(train_step, unwritten, make_model),
    "a wrong function": lambda: figures.gradients(forward, lambda a, b, c: {"a": 1.0}, 2.0, 0.5, 3.0),
    "an order without all nodes": lambda: figures.numbered(lambda node: [], Node),
}


@pytest.mark.parametrize("name", PENDING)
def test_it_waits_for_the_learner(name):
    assert isinstance(PENDING[name](), Pending)


def test_the_alt_texts_tell_what_was_computed():
    told = DRAWN["gradients"]().alt
    assert "117.32 at a" in told and "432.52 at b" in told and "72.087 at c" in told
    assert "your unbroadcast adds up each row: 4, 5, 5" in DRAWN["repeated"]().alt
    assert "near h = 3e-06 for the central" in DRAWN["step_size"]().alt


def test_local_derivatives_are_those_of_autograd():
    v = {"a": 2.0, "b": 0.5, "c": 3.0, **forward(2.0, 0.5, 3.0)}
    slopes = local_derivatives(v)
    assert slopes["e", "g"] == pytest.approx(36.75) and slopes["f", "g"] == pytest.approx(42.875 * math.log(3.5))
    assert len(slopes) == len(EDGES) == 8


def test_nodes_of_any_graph_stand_above_their_parents():
    places = layered(small_graph())
    assert len(places) == 5
    for node, _, row in places.values():
        assert all(places[id(parent)][2] < row for parent in node.parents)
    assert len({(x, row) for _, x, row in places.values()}) == 5


def test_a_deep_graph_is_laid_out_without_recursion():
    node = Node(0.0)
    for _ in range(3000):
        node = Node(0.0, (node,), (1.0,))
    assert max(row for _, _, row in layered(node).values()) == 3000


def test_numbers_are_short_and_have_a_true_minus():
    assert [number(v) for v in (42.875, -0.5, 134217728.0, 1.0)] == ["42.875", "−0.5", "1.3422e8", "1"]
