"""The learner's own function: found by name, run on known inputs, told in numbers or in one sentence."""

import signal
import sys
import threading
import time
import types
import warnings
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from IPython.utils.capture import capture_output

SECONDS = 1.0  # how long a learner's function may take before it is stopped


@dataclass(frozen=True, eq=False)
class Probe:
    """What a widget asks of the learner's function ``name``.

    ``inputs`` are arrays of floats; a function whose name ends in ``_torch`` is given tensors
    (CPU, torch's default dtype). ``shape`` is the shape that the result must have. With ``rows`` the function
    is called once for each, with that tuple of plain values before the inputs, and each call must give
    ``shape``; the values are then those of all rows, (number of rows, *shape).
    """

    name: str
    inputs: tuple[np.ndarray, ...]
    shape: tuple[int, ...]
    rows: tuple[tuple, ...] = ()


class TooSlow(BaseException):
    """Not an Exception, so that an ``except Exception`` in the learner's loop lets it through."""


def sample(probe: Probe, namespace: dict) -> dict:
    """Run the learner's function once and say what came.

    Returns a dict for a widget's ``learner`` trait: ``name``; ``state``, one of "drawn",
    "missing" (no such name yet), "unwritten" (NotImplementedError) and "failed"; ``values``, nested
    lists of floats in the probe's shape with None for nan and infinity, or None unless drawn; and
    ``sentence``, empty when there is nothing to add to the curve. Raises nothing.
    """
    name = probe.name
    if name not in namespace:
        return _told(name, "missing", f"Your {name} will be drawn here, dashed, once its cell has run.")
    function = namespace[name]
    if not callable(function):
        return _told(name, "failed", f"{name} is now {_a(function)}, not a function.")
    try:
        with _in_silence(), np.errstate(all="ignore"), stopped_after(SECONDS):
            results = [_plain(function(*row, *_arguments(probe))) for row in probe.rows or ((),)]
    except NotImplementedError:
        return _told(name, "unwritten", f"{name} is not written yet.")
    except TooSlow:
        return _told(name, "failed", f"{name} was stopped: it ran for more than {SECONDS:g} s.")
    except KeyboardInterrupt:
        return _told(name, "failed", f"{name} was interrupted.")
    except BaseException as error:  # SystemExit too: a learner's cell must never end the kernel here
        return _told(name, "failed", f"{name} raised {_in_one_line(error)}")
    told = [_judged(probe, result) for result in results]
    failed = next((one for one in told if one["state"] != "drawn"), None)
    if failed or not probe.rows:
        return failed or told[0]
    sentence = next((one["sentence"] for one in told if one["sentence"]), "")
    return {**told[0], "values": [one["values"] for one in told], "sentence": sentence}


def _judged(probe: Probe, result) -> dict:
    name = probe.name
    if result is None:
        return _told(name, "failed", f"{name} returned None: is its return missing?")
    try:
        array = np.asarray(result)
    except (ValueError, TypeError):
        return _told(name, "failed", f"{name} gave {_a(result)}, not an array of numbers.")
    if array.dtype.kind not in "fiub":
        return _told(name, "failed", f"{name} gave {_a(result)} of dtype {array.dtype}, not of real numbers.")
    if array.shape != probe.shape:
        return _told(name, "failed", f"{name} gave shape {array.shape} where {probe.shape} was expected.")
    array = array.astype(np.float64)
    finite = np.isfinite(array)
    if finite.all():
        return {"name": name, "state": "drawn", "values": array.tolist(), "sentence": ""}
    sentence = f"{name} gives nan or infinity at {(~finite).sum()} of {array.size} points, left out here."
    return {"name": name, "state": "drawn", "values": np.where(finite, array, None).tolist(), "sentence": sentence}


def _told(name: str, state: str, sentence: str) -> dict:
    return {"name": name, "state": state, "values": None, "sentence": sentence}


def _a(thing) -> str:
    kind = type(thing).__name__
    return f"an {kind}" if kind[0] in "aeiouAEIOU" or kind == "ndarray" else f"a {kind}"


def _in_one_line(error: BaseException, longest: int = 140) -> str:
    try:
        message = " ".join(str(error).split())
    except Exception:  # an exception class of the learner's own may be broken too
        message = ""
    message = message if len(message) <= longest else message[: longest - 1] + "…"
    end = "" if message.endswith((".", "!", "?", "…")) else "."
    return f"{type(error).__name__}: {message}{end}" if message else f"{type(error).__name__}."


def _arguments(probe: Probe) -> list:
    """Fresh copies each time, so that a function that changes its input changes nothing of ours."""
    if not probe.name.endswith("_torch"):
        return [array.copy() for array in probe.inputs]
    import torch

    return [torch.tensor(array, dtype=torch.get_default_dtype(), device="cpu") for array in probe.inputs]


def _plain(result):
    return result.detach().cpu().numpy() if hasattr(result, "detach") else result


@contextmanager
def _in_silence():
    """Keep what the function prints, displays or warns of out of the cell that happened to run last.

    A message from the page may be handled in a thread of its own while a cell runs (ipykernel 7).
    There, silence would swallow that cell's output, and what is printed does not land in it anyway.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    with capture_output(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def stopped_after(seconds: float):
    """Raise TooSlow in the body at the first line of Python that runs later than ``seconds``.

    It cannot stop one long call into C. Under a debugger nothing is stopped.
    """
    if sys.gettrace() is not None:
        yield
    elif _has_an_alarm():
        with _alarm(seconds):
            yield
    else:
        with _clock_at_each_line(seconds):
            yield


def _has_an_alarm() -> bool:
    """Whether the system may interrupt this code, which costs it nothing: on Unix, in the main thread, if nobody else asked."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGALRM) is signal.SIG_DFL and signal.getitimer(signal.ITIMER_REAL)[0] == 0


@contextmanager
def _alarm(seconds: float):
    inside = True

    def ring(number, frame):
        if inside:
            raise TooSlow

    signal.signal(signal.SIGALRM, ring)
    try:
        # Again and again, for whoever catches everything.
        signal.setitimer(signal.ITIMER_REAL, seconds, 0.05)
        try:
            yield
        finally:
            inside = False
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


@contextmanager
def _clock_at_each_line(seconds: float):
    end = time.monotonic() + seconds

    def look_at_clock(frame, event, argument):
        if time.monotonic() > end:
            raise TooSlow
        return look_at_clock

    sys.settrace(look_at_clock)
    try:
        yield
    finally:
        sys.settrace(None)


def fingerprint(value, namespace: dict, seen: frozenset = frozenset()) -> object:
    """Equal before and after exactly when the function cannot have changed, as far as can be seen.

    A function of the notebook counts by its code, defaults, closure and the names of the notebook
    that it uses, so that running its cell again unchanged changes nothing, while ``sigmoid_grad``
    changes with the ``sigmoid`` that it calls. Plain constants count by value, all else by identity;
    what an array holds is not looked at.
    """
    if type(value) in (int, float, str, bool, type(None)):
        return (type(value), repr(value))
    if not isinstance(value, types.FunctionType) or value.__globals__ is not namespace:
        return _Same(value)
    code = value.__code__
    if code in seen:
        return code
    seen = seen | {code}
    used = sorted(name for name in _names(code) if name in namespace)
    cells = [cell.cell_contents for cell in value.__closure__ or () if _filled(cell)]
    held = [*(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values(), *cells]
    return (
        code,
        tuple((name, fingerprint(namespace[name], namespace, seen)) for name in used),
        tuple(fingerprint(thing, namespace, seen) for thing in held),
    )


def _names(code: types.CodeType) -> set[str]:
    inner = (constant for constant in code.co_consts if isinstance(constant, types.CodeType))
    return set(code.co_names).union(*map(_names, inner))


def _filled(cell) -> bool:
    try:
        cell.cell_contents
    except ValueError:
        return False
    return True


class _Same:
    """Equal only to the very same object, which it keeps alive so that no other can take its place."""

    def __init__(self, thing):
        self.thing = thing

    def __eq__(self, other):
        return isinstance(other, _Same) and self.thing is other.thing

    __hash__ = None
