"""Visible checks: small numbers that a person can verify, and messages that say what to do next."""

import linecache
import traceback

from course.checks import causes
from course.checks.derivation import check_derivation
from course.checks.failures import CheckFailed, message
from course.checks.ladder import first_difference
from course.checks.loops import loops
from course.checks.values import clone, show, show_call, type_name, unchanged


def of(function, reread: str | None = None) -> "Check":
    """Begin the visible checks of ``function``; ``reread`` names the section to go back to."""
    return Check(function, reread)


class Check:
    """The visible checks of one function. Calling it calls the function and gives an ``Outcome``."""

    def __init__(self, function, reread: str | None):
        self.function, self.reread, self.count = function, reread, 0
        self.name = getattr(function, "__name__", "your function")
        if not callable(function):
            self.fail(
                called=self.name if self.name != "your function" else "the name of this exercise",
                got=type_name(function),
                expected="a function",
                likely_cause="The name of the function was used for a value in some cell. Restart the kernel and run again.",
            )

    def __call__(self, *args, **kwargs) -> "Outcome":
        """Call the function on copies of the arguments, which must come back unchanged."""
        return self._call(args, kwargs, may_change=False)

    def inout(self, *args, **kwargs) -> "Outcome":
        """Like a call of the check, for a function that is meant to change its arguments.

        ``Outcome.arguments`` then holds them as the function left them.
        """
        return self._call(args, kwargs, may_change=True)

    def that(self, condition, sentence: str, got=None, expected=None, because: str | None = None) -> None:
        """Any other condition: ``sentence`` says what was looked at."""
        self.count += 1
        if not bool(condition):
            self.fail(
                called=sentence,
                got=None if got is None else got if isinstance(got, str) else show(got),
                expected=None if expected is None else expected if isinstance(expected, str) else show(expected),
                likely_cause=because,
            )

    def derivation(self, steps, **task) -> None:
        """Steps of algebra as strings, each equal to the one before; see ``check_derivation``."""
        self.count += 1
        if problem := check_derivation(steps, **task):
            self.fail(**problem)

    def without_loops(self, at_most: int = 0) -> None:
        """Fail when the function's code holds more loops than ``at_most``; see ``checks.loops``."""
        self.count += 1
        found = loops(self.function)
        if len(found) > at_most:
            self.fail(
                called=f"the code of {self.name} was read",
                got="\n".join(str(loop) for loop in found[:6]),
                expected=f"at most {at_most} loop" if at_most else "no loop in Python",
                likely_cause="Each line above makes Python itself walk through the numbers. Let one call of the library work on "
                "whole arrays; helpers that you call count as well.",
            )

    def passed(self) -> None:
        """Say that all visible checks pass. It promises no more than that."""
        if not self.count:
            raise ValueError(f"{self.name}: passed() was called and nothing was checked")
        print(f"{self.name}: all visible checks pass.")

    def fail(self, **parts) -> None:
        raise CheckFailed(message(reread=self.reread, **parts)) from None

    def _call(self, args, kwargs, may_change: bool) -> "Outcome":
        self.count += 1
        called = show_call(self.function, args, kwargs)
        mine, named = [clone(a) for a in args], {key: clone(a) for key, a in kwargs.items()}
        try:
            value, error = self.function(*mine, **named), None
        except Exception as raised:
            value, error = None, raised
        if isinstance(error, NotImplementedError):
            where = traceback.extract_tb(error.__traceback__)[-1].name
            where = self.name if where == self.name else f"{where}, which {self.name} calls,"
            self.fail(
                called=called,
                got="NotImplementedError",
                expected="a value",
                likely_cause=f"{where} is not written yet. Replace the line `raise NotImplementedError` with your code "
                "and run that cell.",
            )
        outcome = Outcome(self, called, value, error, [*mine, *named.values()])
        if error is None and not may_change:
            for before, after in zip([*args, *kwargs.values()], outcome.arguments):
                if not unchanged(before, after):
                    self.fail(
                        called=called,
                        got=f"the argument afterwards is {show(after)}",
                        expected=f"the argument is left as it was: {show(before)}",
                        likely_cause="The code writes into its argument (x[...] = ..., x += ..., out=x or a torch "
                        "function that ends in _). Work on a copy, or make a new array.",
                    )
        return outcome


class Outcome:
    """What one call gave: a value or an exception. Its methods judge it and can be chained."""

    def __init__(self, check: Check, called: str, value, error, arguments: list):
        self._check, self._called, self._value, self._error = check, called, value, error
        self.arguments = arguments

    @property
    def value(self):
        """What came back; the check fails here when the function raised."""
        if self._error is not None:
            self._check.fail(
                called=self._called,
                got=describe_exception(self._error),
                expected="a value, and no exception",
                likely_cause=causes.of_exception(self._error),
            )
        return self._value

    def gives(self, expected, rtol: float = 1e-6, atol: float = 1e-8, mistakes: dict | None = None, because=None) -> "Outcome":
        """Fail unless the value stands on every rung of the ladder beside ``expected``.

        ``mistakes`` maps the sentence for a misconception to the value that it gives; ``because`` is
        the cause to name when no other is found.
        """
        difference = first_difference(self.value, expected, rtol, atol)
        if difference:
            self._check.fail(
                called=self._called,
                got=difference.got,
                expected=difference.expected,
                likely_cause=causes.of_difference(difference, mistakes or {}, rtol, atol) or because,
            )
        return self

    def has_shape(self, *shape: int) -> "Outcome":
        got = tuple(getattr(self._array(), "shape", ()))
        return self._must(got == shape, f"shape {got}", f"shape {shape}", "The result of this call has another shape.")

    def has_dtype(self, dtype) -> "Outcome":
        got = getattr(self._array(), "dtype", type(self._value))
        return self._must(got == dtype, f"dtype {got}", f"dtype {dtype}", "Something in between was made with another dtype.")

    def is_a(self, kind: type) -> "Outcome":
        return self._must(isinstance(self.value, kind), type_name(self._value), kind.__name__, None)

    def raises(self, kind: type[Exception], because: str | None = None) -> "Outcome":
        """Fail unless the call raised ``kind``: the function must refuse this input."""
        got = f"the value {show(self._value)}" if self._error is None else describe_exception(self._error)
        return self._must(isinstance(self._error, kind), got, f"{kind.__name__} is raised", because)

    def _array(self):
        if self.value is None:
            self.gives(0.0)
        return self._value

    def _must(self, condition, got, expected, because) -> "Outcome":
        if not condition:
            self._check.fail(called=self._called, got=got, expected=expected, likely_cause=because)
        return self


def describe_exception(error: BaseException) -> str:
    """The exception and the learner's own line that raised it, without the frames of libraries."""
    text = f"{type(error).__name__}: {error}"
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "site-packages" not in f.filename]
    frames = [f for f in frames if f.name not in ("_call",)]
    if not frames:
        return text
    frame = frames[-1]
    line = linecache.getline(frame.filename, frame.lineno).strip() or frame.line
    return f"{text}\nin line {frame.lineno} of your cell, in {frame.name}: {line}" if line else text
