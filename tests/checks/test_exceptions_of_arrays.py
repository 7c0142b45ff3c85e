"""Causes that are read from what NumPy and PyTorch raise about shapes, dtypes and singular matrices."""

import numpy as np
import pytest
import torch

from course.checks import exceptions

SQUARE, TALL = np.array([[1.0, 2.0], [2.0, 4.0]]), np.ones((3, 2))


@pytest.mark.parametrize(
    ("call", "cause"),
    [
        (lambda: torch.arange(6).reshape(2, 3).T.view(-1), "`view` never copies"),
        (lambda: np.arange(6).reshape(4, 2), "reshape keeps every number"),
        (lambda: torch.arange(6).reshape(4, 2), "reshape keeps every number"),
        (lambda: torch.ones(2) @ torch.ones(3), "different lengths"),
        (lambda: torch.ones(2, 3) @ torch.ones(2), "as many columns as the vector"),
        (lambda: torch.ones(2) @ torch.ones(2, dtype=torch.float64), "Tensors of two dtypes"),
        (lambda: torch.ones(2, 2) @ torch.ones(2, dtype=torch.float64), "Tensors of two dtypes"),
        (lambda: torch.ones(2, 2) @ torch.ones(2, 3, dtype=torch.float64), "Tensors of two dtypes"),
        (lambda: torch.tensor([1, 2]).mean(), "torch.mean wants floating-point numbers"),
        (lambda: torch.tensor([[1, 2]]).std(dim=0), "no spread of integers"),
        (lambda: np.zeros(2, dtype=np.uint8) + 300, "wider type"),
        (lambda: np.linalg.inv(SQUARE), "has no inverse"),
        (lambda: np.linalg.inv(TALL), "Only a square matrix"),
        (lambda: torch.linalg.inv(torch.ones(3, 2)), "Only a square matrix"),
        (lambda: exec("n, h, w = np.zeros((1, 2, 3, 4)).shape", {"np": np}), "more or fewer axes"),
    ],
)
def test_the_cause_is_named(call, cause):
    with pytest.raises(Exception) as raised:  # noqa: PT011 - each library has its own class
        call()
    assert cause in exceptions.of_exception(raised.value)
