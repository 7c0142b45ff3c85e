"""Plain data as the checks see it: which kind a value is, how it is copied and compared.

torch is never imported here: a tensor can only exist when somebody else has imported it.
"""

import copy
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from numbers import Number

import numpy as np


_watching = ContextVar("watching", default=False)


@contextmanager
def watching_arguments():
    """Inside, calls are made to see whether they change their arguments.

    A grader that runs the learner's functions in another process brings the changes back only then.
    """
    token = _watching.set(True)
    try:
        yield
    finally:
        _watching.reset(token)


def changes_wanted() -> bool:
    """Whether the caller is inside of ``watching_arguments``."""
    return _watching.get()


def is_tensor(value) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def is_array(value) -> bool:
    return isinstance(value, np.ndarray)


def is_scalar(value) -> bool:
    """A number of Python, NumPy or torch: what a caller may use as one number."""
    if isinstance(value, (Number, np.generic)):
        return True
    return (is_array(value) or is_tensor(value)) and value.ndim == 0


def to_numpy(value) -> np.ndarray:
    """A tensor, array or number as an array, without touching the original."""
    if is_tensor(value):
        value = value.detach().cpu()
        return value.float().numpy() if str(value.dtype) == "torch.bfloat16" else value.numpy()
    return np.asarray(value)


def clone(value):
    """A copy of plain data that shares no memory with it; anything else as it is."""
    if is_tensor(value):
        twin = value.detach().clone().requires_grad_(value.requires_grad)
        if value.is_leaf and value.grad is not None:
            twin.grad = value.grad.detach().clone()
        return twin
    if is_array(value):
        return value.copy()
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return type(value)(clone(item) for item in value)
    if isinstance(value, dict):
        return {key: clone(item) for key, item in value.items()}
    if isinstance(value, (set, bytearray)):
        return copy.copy(value)
    return value


def unchanged(before, after) -> bool:
    """Whether plain data still holds what it held: values to the bit, shapes, dtypes, and of a
    tensor whether it requires a gradient and which it holds.
    """
    if is_tensor(before) or is_array(before):
        if is_tensor(before) and not _same_gradient(before, after):
            return False
        a, b = to_numpy(before), to_numpy(after)
        if a.shape != b.shape or a.dtype != b.dtype:
            return False
        return np.array_equal(a, b, equal_nan=a.dtype.kind in "fc")
    if isinstance(before, (list, tuple)):
        return len(before) == len(after) and all(map(unchanged, before, after))
    if isinstance(before, dict):
        return before.keys() == after.keys() and all(unchanged(before[key], after[key]) for key in before)
    if isinstance(before, (Number, str, set, bytearray)):
        return before == after or before != before
    return True


def _same_gradient(before, after) -> bool:
    if before.requires_grad != after.requires_grad:
        return False
    if not (before.is_leaf and after.is_leaf):
        return True  # reading .grad of anything but a leaf warns, and it is None
    if before.grad is None or after.grad is None:
        return before.grad is after.grad
    return unchanged(before.grad, after.grad)
