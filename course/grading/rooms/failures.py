"""Exceptions from the learner's room as exceptions here: the same built-in type, the same text, and the lines where
they were raised as text, since their frames stay there.
"""

import builtins
from traceback import FrameSummary

import numpy as np

from course.checks.exceptions import LIBRARIES
from course.rooms.limits import Refused

PLACES = {"builtins": builtins, "numpy.exceptions": np.exceptions, "numpy.linalg": np.linalg}
KINDS = {
    f"{place}.{name}": kind
    for place, module in PLACES.items()
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, Exception)
}
RESERVED = {"CheckFailed", "HiddenTestFailed", "AssertionError", "KernelDied", "NotRun", "CellTimeoutError", "Refused", "NotPlain", "Unsendable"}


class RoomTrouble(BaseException):
    """The learner's room cannot be asked any more. No ``except Exception`` of a test swallows it."""


class Interrupted(RoomTrouble):
    """Learner code was interrupted because it took too long."""


class Left(RoomTrouble):
    """Learner code tried to leave Python: SystemExit or the like."""


def exception_of(kinds, args, text, frames) -> BaseException:
    """The exception that a report stands for. Raises Refused for a report that is none."""
    if type(kinds) is not list or not kinds or any(type(kind) is not str for kind in kinds) or type(text) is not str:
        raise Refused("a report of an exception that is none")
    first = kinds[0].rpartition(".")[2]
    if "builtins.Exception" not in kinds:
        if first == "KeyboardInterrupt":
            return Interrupted("The code ran too long and was interrupted.")
        # A name of the learner's making could say what the code was called with.
        what = first if first in ("SystemExit", "GeneratorExit") else "an exception"
        return Left(f"The code raised {what} that ends Python.")
    kind = next((KINDS[name] for name in kinds if name in KINDS), Exception)
    if kinds[0] not in KINDS and first.isidentifier() and len(first) < 60 and first not in RESERVED and not hasattr(builtins, first):
        kind = type(first, (kind,), {"__module__": "learner"})
    error = _made(kind, args, text)
    error.frames_elsewhere = [_frame(*frame) for frame in frames] if type(frames) is list else []
    return error


def _made(kind, args, text) -> Exception:
    try:
        return kind(*args) if type(args) is tuple else kind(text)
    except TypeError:  # a type that wants other arguments
        try:
            return kind(text)
        except TypeError:
            return Exception(text)


def _frame(filename, line, name, text) -> FrameSummary:
    """A frame without its file's name: a name from there must not make anybody here read a file."""
    if [type(part) for part in (filename, line, name, text)] != [str, int, str, str]:
        raise Refused("a report of an exception that is none")
    theirs = filename.startswith(LIBRARIES) or "-packages" in filename
    return FrameSummary("<frozen library>" if theirs else "<cell>", line, name[:100], lookup_line=False, line=text[:200])

