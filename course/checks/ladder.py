"""The ladder: type, then shape, then dtype, then nan and infinity, then values.

``first_difference`` climbs it and stops at the first rung that does not hold.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from course.checks.show import article, show, show_pair, type_name, typed
from course.checks.values import is_array, is_scalar, is_tensor, to_numpy

KINDS = {"f": "floating-point", "i": "integer", "u": "integer", "b": "boolean", "c": "complex"}


@dataclass
class Difference:
    """The first rung that does not hold, in words, with what the search for a cause needs.

    ``path`` leads from the whole result to the two values: the indices and keys on the way.
    """

    rung: str  # "type", "length", "shape", "dtype", "nan", "infinity" or "values"
    got: str
    expected: str
    got_value: Any = None
    expected_value: Any = None
    path: tuple = ()


def same(got, expected, rtol: float = 1e-6, atol: float = 1e-8) -> bool:
    """Whether ``got`` stands on every rung that ``expected`` stands on."""
    return first_difference(got, expected, rtol, atol) is None


def tolerances(got, expected, rtol: float, atol: float) -> tuple[float, float]:
    """Widen the tolerances for numbers that carry about seven digits (float32) or three (float16)."""
    dtypes = {str(getattr(value, "dtype", "")).removeprefix("torch.") for value in (got, expected)}
    if dtypes & {"float16", "bfloat16"}:
        return max(rtol, 2e-2), max(atol, 2e-3)
    if "float32" in dtypes:
        return max(rtol, 1e-4), max(atol, 1e-6)
    return rtol, atol


def first_difference(got, expected, rtol: float = 1e-6, atol: float = 1e-8) -> Difference | None:
    """The first rung on which ``got`` differs from ``expected``, or None.

    ``expected`` decides what is asked for: an array asks for an array, a tensor for a tensor of the
    same dtype, a number for any one number, a tuple, list or dict for the same, element by element.
    """
    if isinstance(expected, (tuple, list)):
        return _sequence(got, expected, rtol, atol)
    if isinstance(expected, dict):
        return _mapping(got, expected, rtol, atol)
    if expected is None or isinstance(expected, (str, bytes)):
        if type(got) is type(expected) and got == expected:
            return None
        return Difference("values", show(got), show(expected), got, expected)
    if not (is_array(expected) or is_tensor(expected) or is_scalar(expected)):
        raise TypeError(f"checks compare plain data, not {type_name(expected)}")
    return _numbers(got, expected, rtol, atol)


def _sequence(got, expected, rtol, atol):
    if not isinstance(got, (tuple, list)):
        return Difference("type", typed(got), f"{type_name(expected)} of {_values(expected)}", got, expected)
    flat = all(map(is_scalar, got)) and all(map(is_scalar, expected))
    if len(got) != len(expected):
        shown = [f"{_values(v)}: {show(v)}" if flat and len(v) <= 24 else _values(v) for v in (got, expected)]
        return Difference("length", *shown, got, expected)
    for index, (mine, theirs) in enumerate(zip(got, expected)):
        if difference := first_difference(mine, theirs, rtol, atol):
            if flat and len(got) <= 24 and difference.rung in ("nan", "infinity", "values"):
                # a short list of numbers is read as a whole
                return Difference(difference.rung, *show_pair(got, expected), got, expected)
            return _inside(f"value {index}", index, difference)
    return None


def _mapping(got, expected, rtol, atol):
    if not isinstance(got, dict):
        return Difference("type", typed(got), f"a dict with the keys {list(expected)}", got, expected)
    if got.keys() != expected.keys():
        return Difference("length", f"the keys {list(got)}", f"the keys {list(expected)}", got, expected)
    for key, theirs in expected.items():
        if difference := first_difference(got[key], theirs, rtol, atol):
            return _inside(f"[{key!r}]", key, difference)
    return None


def _values(sequence) -> str:
    return f"{len(sequence)} value{'' if len(sequence) == 1 else 's'}"


def _inside(where: str, key, difference: Difference) -> Difference:
    margin = "\n" + " " * (len(where) + 2)
    difference.got = f"{where}: {difference.got}".replace("\n", margin)
    difference.expected = f"{where}: {difference.expected}".replace("\n", margin)
    difference.path = (key, *difference.path)
    return difference


def _numbers(got, expected, rtol, atol):
    if is_tensor(expected):
        right_type = is_tensor(got)
    elif is_array(expected) and expected.ndim:
        right_type = is_array(got)
    else:
        right_type = is_scalar(got) or ((is_array(got) or is_tensor(got)) and got.ndim > 0)
    if not right_type:
        return Difference("type", typed(got), type_name(expected), got, expected)

    mine, theirs = to_numpy(got), to_numpy(expected)
    if mine.shape != theirs.shape:
        return Difference("shape", f"shape {mine.shape}", f"shape {theirs.shape}", got, expected)
    if is_tensor(expected):
        if got.dtype != expected.dtype:
            return Difference("dtype", f"dtype {got.dtype}", f"dtype {expected.dtype}", got, expected)
    else:
        kind, wanted = _kind(mine), _kind(theirs)
        # One number may be an int where a float is expected: 1 and 1.0 are the same answer.
        number = not (is_array(expected) and expected.ndim) and {kind, wanted} <= {"integer", "floating-point"}
        if kind != wanted and not number:
            return Difference("dtype", f"dtype {mine.dtype}", f"{article(wanted)} dtype", got, expected)
    if "O" not in (mine.dtype.kind, theirs.dtype.kind) and {mine.dtype.kind, theirs.dtype.kind} & {"f", "c"}:
        for rung, test in (("nan", np.isnan), ("infinity", np.isinf)):
            if (test(mine) & ~test(theirs)).any():
                return Difference(rung, show(got), show(expected), got, expected)
        rtol, atol = tolerances(got, expected, rtol, atol)
        with np.errstate(all="ignore"):
            close = np.isclose(mine, theirs, rtol=rtol, atol=atol, equal_nan=True)
    else:
        close = np.asarray(mine == theirs)
    if np.all(close):
        return None
    return Difference("values", *_pair(got, expected, close), got, expected)


def _kind(data: np.ndarray) -> str:
    # A Python int beyond 64 bits becomes an array of objects, and is an integer nevertheless.
    if data.dtype.kind == "O" and data.ndim == 0 and isinstance(data.item(), int):
        return "integer"
    return KINDS.get(data.dtype.kind, "numeric")


def _pair(got, expected, close) -> tuple[str, str]:
    """Both values; of large arrays the first place where they differ."""
    if close.size <= 24:
        return show_pair(got, expected)
    place = tuple(int(i) for i in np.argwhere(~close)[0])
    index = ", ".join(map(str, place))
    mine, theirs = show_pair(to_numpy(got)[place], to_numpy(expected)[place])
    count = int((~close).sum())
    return f"[{index}] is {mine} ({count} of {close.size} values differ)", f"[{index}] is {theirs}"
