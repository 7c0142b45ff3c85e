"""Copies and changes: a function that writes into its argument is found out, wherever it writes."""

import numpy as np
import pytest
import torch

from course.checks.values import clone, is_scalar, unchanged


def leaf():
    tensor = torch.ones(2, requires_grad=True)
    (tensor * 3).sum().backward()
    return tensor


KINDS = {
    "array": lambda: np.ones((2, 2)),
    "array with nan": lambda: np.array([np.nan, 1.0]),
    "integer array": lambda: np.arange(3),
    "array of texts": lambda: np.array(["a", "b"]),
    "tensor": lambda: torch.ones(2),
    "tensor with its gradient": leaf,
    "number": lambda: 3.0,
    "nan": lambda: float("nan"),
    "text": lambda: "a",
    "list of arrays": lambda: [np.ones(2), np.ones(3)],
    "nested": lambda: {"a": ([np.ones(2)], (torch.ones(2), 1))},
    "set": lambda: {1, 2},
    "None": lambda: None,
    "function": lambda: np.tanh,
}


def write(x):
    x[0] = 5


def start_watching(x):
    x.requires_grad_()


def fill_gradient(x):
    (x * 2).sum().backward()


def drop_gradient(x):
    x.grad = None


CHANGES = [
    ("array", write),
    ("array", lambda x: np.exp(x, out=x)),
    ("array with nan", lambda x: np.nan_to_num(x, copy=False)),
    ("integer array", write),
    ("tensor", write),
    ("tensor", lambda x: x.add_(1)),
    ("tensor", start_watching),
    ("tensor with its gradient", fill_gradient),
    ("tensor with its gradient", drop_gradient),
    ("tensor with its gradient", lambda x: x.requires_grad_(False)),
    ("list of arrays", lambda x: write(x[1])),
    ("list of arrays", lambda x: x.append(0)),
    ("list of arrays", lambda x: x.pop()),
    ("list of arrays", lambda x: x.reverse()),
    ("nested", lambda x: write(x["a"][0][0])),
    ("nested", lambda x: x["a"][1][0].mul_(2)),
    ("nested", lambda x: x.pop("a")),
    ("nested", lambda x: x.update(b=1)),
    ("set", lambda x: x.add(3)),
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_is_unchanged(kind):
    value = KINDS[kind]()
    assert unchanged(clone(value), value)


@pytest.mark.parametrize("kind, change", CHANGES, ids=[f"{kind}-{k}" for k, (kind, _) in enumerate(CHANGES)])
def test_a_change_is_seen_and_does_not_reach_the_copy(kind, change):
    value = KINDS[kind]()
    before = clone(value)
    change(value)
    assert not unchanged(before, value)
    assert unchanged(before, clone(KINDS[kind]())), "the copy shares memory with the original"


def test_a_change_of_shape_or_dtype_counts():
    assert not unchanged(np.ones(4), np.ones((2, 2)))
    assert not unchanged(np.ones(2), np.ones(2, dtype=np.float32))
    assert not unchanged(torch.ones(2), torch.ones(2).double())


def test_a_tensor_in_a_graph_is_copied_without_a_warning(recwarn):
    value = torch.ones(2, requires_grad=True) * 2
    assert unchanged(clone(value), value) and clone(value).requires_grad
    assert not recwarn.list


@pytest.mark.parametrize("value", [1, 1.5, True, 1j, np.float32(1), np.int64(1), np.array(1.0), torch.tensor(1.0)])
def test_one_number(value):
    assert is_scalar(value)


@pytest.mark.parametrize("value", ["1", None, [1], np.array([1.0]), torch.tensor([1.0])])
def test_no_number(value):
    assert not is_scalar(value)
