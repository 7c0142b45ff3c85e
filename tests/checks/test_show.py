"""How values look in a message."""

import numpy as np
import pytest
import torch

from course.checks.show import show, show_call, type_name

SHOWN = [
    (1, "1"),
    (1.0, "1.0"),
    (0.1 + 0.2, "0.3"),
    (1e-9, "1e-09"),
    (float("nan"), "nan"),
    (float("-inf"), "-inf"),
    (True, "True"),
    (np.float64(0.25), "0.25"),
    (np.int64(3), "3"),
    (np.bool_(False), "False"),
    (np.array(2.5), "2.5"),
    (torch.tensor(2.5), "tensor(2.5)"),
    (np.array([1.0, -2.0]), "array([ 1., -2.])"),
    (np.array([[1, 2], [3, 4]]), "array([[1, 2],\n       [3, 4]])"),
    (np.array([1.0], dtype=np.float32), "array([1.], float32)"),
    (np.array([True]), "array([ True])"),
    (np.array([1.0, 1e-9]), "array([1., 1e-09])"),
    (np.array([]), "array([])"),
    (np.zeros((0, 3)), "array of shape (0, 3), float64"),
    (np.zeros(25), "array of shape (25,), float64"),
    (torch.tensor([1.0]), "tensor([1.])"),
    (torch.tensor([1]), "tensor([1])"),
    (torch.tensor([1.0], dtype=torch.float64), "tensor([1.], float64)"),
    ((1, 2.0), "(1, 2.0)"),
    ((1,), "(1,)"),
    ([np.array([1.0]), "a"], "[array([1.]), 'a']"),
    ({"a": 1.0}, "{'a': 1.0}"),
    (np.tanh, "np.tanh"),
    (torch.tanh, "torch.tanh"),
    (show, "show"),
    (lambda z: z, "a lambda"),
    ("x" * 300, "'" + "x" * 196 + "..."),
]
NAMED = [
    (None, "None"),
    (1, "a number"),
    (np.array(1.0), "a NumPy array"),
    (torch.tensor(1.0), "a torch tensor"),
    (True, "a truth value"),
    ([], "a list"),
    ((), "a tuple"),
    (torch.zeros(2).max(0), "a tuple"),
    ({}, "a dict"),
    ("", "a string"),
    (np.tanh, "a function"),
    (ValueError("x"), "a ValueError"),
    (ArithmeticError(), "an ArithmeticError"),
]


@pytest.mark.parametrize("value, text", SHOWN, ids=[text for _, text in SHOWN])
def test_a_value(value, text):
    assert show(value) == text


@pytest.mark.parametrize("value, text", NAMED, ids=[text for _, text in NAMED])
def test_a_kind(value, text):
    assert type_name(value) == text


def test_a_call_stands_on_one_line():
    def f(Z, axis):
        pass

    assert show_call(f, (np.array([[1.0, 2.0], [3.0, 4.0]]),), {"axis": 0}) == "f(array([[1., 2.], [3., 4.]]), axis=0)"
