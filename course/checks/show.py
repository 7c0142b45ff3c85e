"""How values are written in messages: short, on as few lines as they need."""

import sys

import numpy as np

from course.checks.values import clone, is_array, is_scalar, is_tensor, to_numpy

NAMES = ((list, "a list"), (tuple, "a tuple"), (dict, "a dict"), (set, "a set"), (str, "a string"))
# dtypes that need no mention, because the libraries print them without
SILENT = {"array": {"float64", "int64", "bool"}, "tensor": {"float32", "int64", "bool"}}


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
    for kind, name in NAMES:
        if isinstance(value, kind):
            return name
    if callable(value):
        return "a function"
    return article(type(value).__name__)


def typed(value) -> str:
    """The kind of a value and the value: "a list: [1, 2]"."""
    return "None" if value is None else f"{type_name(value)}: {show(value)}"


def article(noun: str) -> str:
    """The noun with "a" or "an" before it."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def show(value, limit: int = 24, digits: int = 6) -> str:
    """A value on one or a few lines; arrays of more than ``limit`` numbers as their shape and dtype."""
    if is_array(value) and value.ndim == 0 and value.dtype.kind != "O":
        value = value.item()
    if is_tensor(value) or is_array(value):
        return _show_many(value, limit, digits)
    if isinstance(value, np.generic):
        value = value.item()
    if type(value) is float:
        text = f"{value:.{digits}g}"
        return text if any(c in text for c in ".en") else text + ".0"
    if callable(value) and hasattr(value, "__name__"):
        return _show_function(value)
    if isinstance(value, (list, tuple)):
        text = ", ".join(show(item, limit, digits) for item in value)
        return f"[{text}]" if isinstance(value, list) else f"({text}{',' if len(value) == 1 else ''})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {show(item, limit, digits)}" for key, item in value.items()) + "}"
    text = repr(value)
    return text if len(text) <= 200 else text[:197] + "..."


def show_pair(got, expected) -> tuple[str, str]:
    """Two values that differ, with as many digits as show that they do."""
    for digits in (6, 9, 17):
        mine, theirs = show(got, digits=digits), show(expected, digits=digits)
        if mine != theirs:
            break
    return mine, theirs


def show_call(function, args, kwargs) -> str:
    """The call as a learner would type it, on one line: ``sigmoid(array([0., 1.]))``."""
    parts = [show(value) for value in args] + [f"{key}={show(value)}" for key, value in kwargs.items()]
    inside = ", ".join(" ".join(part.split()) for part in parts)
    return f"{getattr(function, '__name__', 'your function')}({inside})"


class Call:
    """A call, told by ``show_call`` once somebody wants to read of it; most calls are right. ``before`` begins the text."""

    def __init__(self, function, args, kwargs, before: str = ""):
        self._of, self._before = (function, clone(tuple(args)), clone(kwargs)), before

    def __str__(self) -> str:
        return self._before + show_call(*self._of)

    def after(self, words: str) -> "Call":
        """The same call with ``words`` before it."""
        return Call(*self._of, before=words)


def _show_many(value, limit: int, digits: int) -> str:
    name = "tensor" if is_tensor(value) else "array"
    dtype = str(value.dtype).removeprefix("torch.")
    data = to_numpy(value)
    if data.shape == (0,):
        return f"{name}([])"
    if data.size > limit or data.size == 0:
        return f"{name} of shape {tuple(value.shape)}, {dtype}"
    layout = {"separator": ", ", "max_line_width": 70, "prefix": f"{name}("}
    text = np.array2string(data, precision=digits, **layout)
    if data.dtype.kind == "f" and "e" in text:
        # one tiny number would turn all of them into powers of ten
        text = np.array2string(data, formatter={"float_kind": lambda v: _point(f"{v:.{digits}g}")}, **layout)
    return f"{name}({text}{'' if dtype in SILENT[name] else ', ' + dtype})"


def _point(number: str) -> str:
    return number if any(c in number for c in ".en") else number + "."


def _show_function(function) -> str:
    """A function with its library's short name: np.exp, torch.exp, or the learner's own name."""
    torch, name = sys.modules.get("torch"), function.__name__
    if isinstance(function, np.ufunc):
        return f"np.{name}"
    if torch is not None and getattr(torch, name, None) is function:
        return f"torch.{name}"
    return "a lambda" if name == "<lambda>" else name
