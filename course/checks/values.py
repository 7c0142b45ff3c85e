"""Plain data as the checks see it: which kind a value is, how it is shown, copied and compared.

torch is never imported here: a tensor can only exist when somebody else has imported it.
"""

import copy
import sys
from numbers import Number

import numpy as np


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


def type_name(value) -> str:
    """The kind of a value in words that a learner uses."""
    if value is None:
        return "None"
    if is_tensor(value):
        return "a torch tensor"
    if is_array(value):
        return "a NumPy array"
    if isinstance(value, (bool, np.bool_)):
        return "a truth value"
    if is_scalar(value):
        return "a number"
    name = type(value).__name__
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def show(value, limit: int = 24) -> str:
    """A value on one or a few lines; large arrays as their shape and dtype."""
    if is_tensor(value) or is_array(value):
        name = "tensor" if is_tensor(value) else "array"
        dtype = str(value.dtype).removeprefix("torch.")
        data = to_numpy(value)
        if data.size > limit or data.size == 0:
            return f"{name} of shape {tuple(value.shape)}, {dtype}"
        text = np.array2string(data, separator=", ", precision=6, max_line_width=70, suppress_small=False)
        default = "float32" if is_tensor(value) else "float64"
        return f"{name}({text}{'' if dtype == default else ', ' + dtype})"
    if isinstance(value, np.generic):
        value = value.item()
    if callable(value) and hasattr(value, "__name__"):
        return value.__name__
    if isinstance(value, tuple):
        return "(" + ", ".join(show(item, limit) for item in value) + ("," if len(value) == 1 else "") + ")"
    if isinstance(value, list):
        return "[" + ", ".join(show(item, limit) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {show(item, limit)}" for key, item in value.items()) + "}"
    text = repr(value)
    return text if len(text) <= 200 else text[:197] + "..."


def show_call(function, args, kwargs) -> str:
    """The call as a learner would type it: ``sigmoid(array([0., 1.]))``."""
    parts = [show(value) for value in args] + [f"{key}={show(value)}" for key, value in kwargs.items()]
    return f"{getattr(function, '__name__', 'your function')}({', '.join(parts)})"


def clone(value):
    """A copy of plain data that shares no memory with it; anything else as it is."""
    if is_tensor(value):
        return value.detach().clone().requires_grad_(value.requires_grad)
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
    """Whether plain data still holds what it held: values to the bit, shapes and dtypes."""
    if is_tensor(before) or is_array(before):
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
