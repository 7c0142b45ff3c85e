"""Visible checks: small numbers that a person can verify, and messages that say what to do next."""

import warnings

import numpy as np

from course.checks import causes, exceptions
from course.checks.derivation import check_derivation
from course.checks.failures import CheckFailed, message
from course.checks.hidden import quiet
from course.checks.ladder import first_difference
from course.checks.loops import loops
from course.checks.show import Call, article, show, typed
from course.checks.values import clone, is_array, is_scalar, is_tensor, to_numpy, unchanged, watching_arguments
from course.progress import listen

WRITES = (
    "The code writes into its argument: with x[...] = ..., x += ..., out=x, a list's append or pop, or a torch "
    "function that ends in _. Work on a copy, or make a new array."
)
WATCHES = (
    "The code asks autograd to watch its argument. Begin with a tensor of your own: z.detach().clone().requires_grad_()."
)
CUT_OFF = "The result does not hang on the input any more: .detach(), .item(), .numpy(), torch.no_grad() or torch.tensor(...) cut it off."


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
                called="the name of this exercise",
                got=typed(function),
                expected="a function",
                likely_cause="The name of the function was used for a value in some cell. Restart the kernel and run again.",
            )

    def __call__(self, *args, **kwargs) -> "Outcome":
        """Call the function on copies of the arguments, which must come back unchanged."""
        return self._call(args, kwargs)

    def inout(self, *args, **kwargs) -> "Outcome":
        """Like a call of the check, for a function that is meant to change its arguments.

        ``Outcome.arguments`` then holds them as the function left them.
        """
        return self._call(args, kwargs, may_change=True)

    def quietly(self, *args, **kwargs) -> "Outcome":
        """Like a call of the check, with every overflow, invalid value, division by zero and warning
        made an exception; fails when there is one.
        """
        outcome = self._call(args, kwargs, through=quiet)
        if isinstance(outcome.error, (FloatingPointError, Warning)):
            self.fail(
                called=outcome.called,
                got=exceptions.describe(outcome.error),
                expected="no overflow, no invalid value and no warning on the way",
                likely_cause="np.exp sees a large positive number somewhere, or something is divided by 0. "
                "Both branches of np.where are computed for every element.",
            )
        return outcome

    def gradient(self, tensor) -> "Outcome":
        """What autograd finds for the slopes of the result's sum with respect to ``tensor``, the only
        argument. ``tensor``: floating-point, any shape; it need not require a gradient.
        """
        start = clone(tensor).requires_grad_()
        outcome = self._call([start], {}, may_change=True)
        value = outcome.value
        where = outcome.called.after("the gradient of ")
        if not is_tensor(value) or not value.requires_grad:
            got = "a result through which no gradient flows" if is_tensor(value) else typed(value)
            cause = CUT_OFF if is_tensor(value) else causes.of_type(value, tensor)
            self.fail(called=where, got=got, expected="a tensor through which gradients flow", likely_cause=cause)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value.sum().backward()
        return Outcome(self, where, outcome.arguments[0].grad, None, [])

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
        """Steps of algebra as strings, each equal to the one before; see ``check_derivation``.

        ``steps``: a list of strings, or the ``Outcome`` of the call that returns it.
        """
        self.count += 1
        if isinstance(steps, Outcome):
            if isinstance(steps.error, NameError):
                steps.fail("strings", "A step stands outside quotes. Each step is a string: \"1/(1 + exp(-x))\".")
            steps = steps.value
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
        """Say that all visible checks pass. It promises no more than that. In a learner's folder it counts as progress."""
        if not self.count:
            raise ValueError(f"{self.name}: passed() was called and nothing was checked")
        print(f"{self.name}: all visible checks pass.")
        listen.proven(self.name)

    def fail(self, **parts) -> None:
        failed = CheckFailed(message(reread=self.reread, **parts))
        failed.said = " ".join(filter(None, (parts.get(name) for name in ("got", "expected", "likely_cause"))))
        raise failed from None

    def _call(self, args, kwargs, may_change: bool = False, through=None) -> "Outcome":
        self.count += 1
        called = Call(self.function, args, kwargs)
        mine, named = [clone(a) for a in args], {key: clone(a) for key, a in kwargs.items()}
        value = error = None
        try:
            with watching_arguments():
                value = through(self.function, *mine, **named) if through else self.function(*mine, **named)
        except Exception as raised:
            error = raised
        if where := exceptions.unwritten(error):
            where = where if where == self.name else f"{where}, which {self.name} calls,"
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
                    self._fail_changed(called, before, after)
        return outcome

    def _fail_changed(self, called, before, after) -> None:
        watched = unchanged(_detached(before), _detached(after))
        mine, theirs = show(after), show(before)
        if mine == theirs:
            mine = "not quite what it was: it differs in the last digits, since + h and then - h need not lead back"
        self.fail(
            called=called,
            got="the argument afterwards requires a gradient, or holds another .grad"
            if watched
            else f"the argument afterwards is {mine}",
            expected=f"the argument is left as it was: {theirs}",
            likely_cause=WATCHES if watched else WRITES,
        )


def _detached(value):
    """Plain data without what autograd keeps beside it."""
    if is_tensor(value):
        return value.detach()
    if isinstance(value, dict):
        return {key: _detached(one) for key, one in value.items()}
    return [_detached(one) for one in value] if isinstance(value, (list, tuple)) else value


class Outcome:
    """What one call gave: a value or an exception. Its methods judge it and can be chained."""

    def __init__(self, check: Check, called: Call, value, error, arguments: list):
        self._check, self.called, self._value, self.error = check, called, value, error
        self.arguments = arguments

    @property
    def value(self):
        """What came back; the check fails here when the function raised."""
        if self.error is not None:
            self.fail("a value, and no exception", exceptions.of_exception(self.error))
        return self._value

    def fail(self, expected: str, because: str | None) -> None:
        """Fail with what came back, a value or an exception."""
        got = f"the value {show(self._value)}" if self.error is None else exceptions.describe(self.error)
        self._check.fail(called=self.called, got=got, expected=expected, likely_cause=because)

    def gives(self, expected, rtol: float = 1e-6, atol: float = 1e-8, mistakes: dict | None = None, because=None) -> "Outcome":
        """Fail unless the value stands on every rung of the ladder beside ``expected``.

        ``mistakes`` maps the sentence for a misconception to the value that it gives; ``because`` is
        the cause to name when no other is found.
        """
        if self.error is not None:
            self.fail("a value, and no exception", exceptions.of_exception(self.error) or because)
        difference = first_difference(self._value, expected, rtol, atol)
        if difference:
            self._check.fail(
                called=self.called,
                got=difference.got,
                expected=difference.expected,
                likely_cause=causes.of_difference(difference, mistakes or {}, rtol, atol, self._value, because),
            )
        return self

    def has_shape(self, *shape: int) -> "Outcome":
        """Fail unless the value is an array or tensor, or a number for ``()``, of this shape."""
        data = self._data()
        got = tuple(to_numpy(data).shape)
        return self._must(got == shape, f"shape {got}", f"shape {shape}", causes.of_shape(got, shape))

    def has_dtype(self, dtype) -> "Outcome":
        """Fail unless the value has this dtype of NumPy or torch."""
        got = getattr(self._data(), "dtype", type(self._value))
        return self._must(got == dtype, f"dtype {got}", f"dtype {dtype}", "Something in between was made with another dtype.")

    def is_a(self, kind: type) -> "Outcome":
        """Fail unless the value is an instance of ``kind``."""
        if isinstance(self.value, kind):
            return self
        plain = kind in (int, float, list, tuple, dict, str) or kind.__name__ == "Tensor"
        example = kind() if plain else np.zeros(1) if kind is np.ndarray else None
        cause = causes.of_type(self._value, example) if self._value is None or example is not None else None
        if kind in (int, float) and isinstance(self._value, np.generic):
            cause = cause or f"It is a number of NumPy's, {type(self._value).__name__}. {kind.__name__}(...) makes a plain one of it."
        return self._must(False, typed(self._value), article(kind.__name__), cause)

    def raises(self, kind: type[Exception] | tuple[type[Exception], ...], because: str | None = None) -> "Outcome":
        """Fail unless the call raised ``kind``, or one of them: the function must refuse this input."""
        if not isinstance(self.error, kind):
            kinds = [one.__name__ for one in (kind if isinstance(kind, tuple) else (kind,))]
            self.fail(" or ".join(kinds) + " is raised", causes.of_refusal(self._value, self.error, kinds[0]) or because)
        return self

    def _data(self):
        if not (is_scalar(self.value) or is_array(self._value) or is_tensor(self._value)):
            self._must(False, typed(self._value), "an array or a tensor", causes.of_type(self._value, np.zeros(1)))
        return self._value

    def _must(self, condition, got, expected, because) -> "Outcome":
        if not condition:
            self._check.fail(called=self.called, got=got, expected=expected, likely_cause=because)
        return self
