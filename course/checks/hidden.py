"""Hidden tests: properties, said in words; never an input or an expected value."""

import builtins
import warnings

import numpy as np

from course.checks.exceptions import unwritten
from course.checks.failures import HiddenTestFailed
from course.checks.values import clone, unchanged, watching_arguments

UNWRITTEN = "not written yet"


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
        problems = {problem for _, problem in self.results if problem}
        if problems == {UNWRITTEN}:
            return f"{self.name} is not written yet: its cell, or that of a function it calls, still raises NotImplementedError."
        lines = [f"{self.name} loses points in the hidden tests."]
        for text, problem in self.results:
            why = "" if problem in (None, "assert") else f" ({problem})"
            lines.append(f"  {'✓' if problem is None else '✗'} must {text}{why}")
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
    """What happened, without a word of the learner's making: the text of an exception, the name of a
    class that they define and the name of a function may hold the input that it was called with.
    """
    if isinstance(error, AssertionError):
        return "assert"
    if unwritten(error):
        return UNWRITTEN
    kind = type(error)
    known = any(getattr(place, kind.__name__, None) is kind for place in (builtins, np.exceptions, np.linalg))
    return f"{kind.__name__} was raised" if known else "an exception was raised"


def keeps(function, *args, **kwargs) -> bool:
    """Call ``function`` and say whether it left all its arguments as they were."""
    before = clone([*args, *kwargs.values()])
    with watching_arguments():
        function(*args, **kwargs)
    return unchanged(before, [*args, *kwargs.values()])


def quiet(function, *args, **kwargs):
    """Call ``function`` with every warning and every overflow, invalid value and division by zero
    made an exception. Underflow to zero is allowed: it is what exp(-1000) does.
    """
    with np.errstate(over="raise", invalid="raise", divide="raise"), warnings.catch_warnings():
        warnings.simplefilter("error")
        return function(*args, **kwargs)
