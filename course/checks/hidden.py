"""Hidden tests: properties, said in words; never an input or an expected value."""

import warnings

import numpy as np

from course.checks.failures import HiddenTestFailed
from course.checks.values import clone, unchanged


class hidden:
    """The hidden tests of one function: ``with checks.hidden(f) as must: with must("..."): ...``.

    Every property is tried, also after one failed. Leaving the block raises ``HiddenTestFailed`` that
    lists them when one did, or when the block tried none.
    """

    def __init__(self, function):
        self.name = getattr(function, "__name__", "your function")
        self.results: list[tuple[str, str | None]] = []

    def __enter__(self):
        return lambda text: _Property(self, text)

    def __exit__(self, kind, error, trace):
        if kind is not None and not issubclass(kind, Exception):
            return False  # an interrupt, or the end of the process
        if error is not None:
            self.results.append(("run to the end of its tests", _raised(error)))
        if not self.results:
            raise HiddenTestFailed(f"{self.name}: no hidden test ran; please tell your instructor.") from None
        if any(problem for _, problem in self.results):
            raise HiddenTestFailed(self._message()) from None
        return False

    def _message(self) -> str:
        if all(problem == "NotImplementedError" for _, problem in self.results):
            return f"{self.name} is not written yet: its cell still raises NotImplementedError."
        lines = [f"{self.name} loses points in the hidden tests."]
        for text, problem in self.results:
            if problem is None:
                lines.append(f"  ✓ must {text}")
            else:
                lines.append(f"  ✗ must {text}" + (f" (your code raised {problem})" if problem != "assert" else ""))
        return "\n".join(lines)


class _Property:
    def __init__(self, owner: hidden, text: str):
        self.owner, self.text = owner, text

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None and not issubclass(kind, Exception):
            return False
        self.owner.results.append((self.text, None if error is None else _raised(error)))
        return True


def _raised(error: BaseException) -> str:
    # Only the name: the text of an exception may hold the input that caused it.
    return "assert" if isinstance(error, AssertionError) else type(error).__name__


def keeps(function, *args, **kwargs) -> bool:
    """Call ``function`` and say whether it left all its arguments as they were."""
    before = clone([*args, *kwargs.values()])
    function(*args, **kwargs)
    return unchanged(before, [*args, *kwargs.values()])


def quiet(function, *args, **kwargs):
    """Call ``function`` with every warning and every overflow, invalid value and division by zero
    made an exception. Underflow to zero is allowed: it is what exp(-1000) does.
    """
    with np.errstate(over="raise", invalid="raise", divide="raise"), warnings.catch_warnings():
        warnings.simplefilter("error")
        return function(*args, **kwargs)
