"""Runs one test cell as IPython would, with the learner's names bound to stand-ins.

The shell here belongs to the course: what the cell prints and raises looks as in a notebook, and no code of the
learner's ever runs in it.
"""

import base64
import io
import marshal
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from fractions import Fraction
from numbers import Real

import numpy as np
import torch
from IPython.core.async_helpers import _pseudo_sync_runner
from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from course.checks import draws, missing, probing, sources
from course.grading.rooms import failures, standins
from course.grading.rooms.room import LearnersRoom
from course.rooms.cells import FILE
from course.rooms.limits import Closed, Refused

# What ends a cell's tests for good: the name of the output's error, and its sentence where the trouble has none.
TROUBLES = (
    (failures.Interrupted, "CellTimeoutError", "The code that this test called ran too long and was interrupted."),
    (failures.Left, "LeftRoom", ""),
    (Refused, "ReplyRefused", "What came back from the code that this test called cannot be read"),
    (Closed, "NoReply", "The code that this test called gave no reply"),
)


class _Results(DisplayHook):
    """Keeps the value of a cell's last expression as an output."""

    def __call__(self, result=None):
        if result is not None and not self.quiet():
            text = number_text(result) if not isinstance(result, standins.StandIn) else "an object of the learner's"
            self.shell.heard.append({"output_type": "execute_result", "data": {"text/plain": text}, "metadata": {}, "execution_count": 1})


class _OneName(CachingCompiler):
    """IPython's compiler, for which each cell has the name that compiled cells have."""

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        return FILE


class ExaminersShell(InteractiveShell):
    """IPython that keeps its outputs in ``heard``, as nbformat writes them."""

    displayhook_class = _Results
    heard: list = []

    def run_compiled(self, source: str, compiled: str) -> None:
        """Run a cell as ``run_cell`` does, from what ``cells.compiled`` made of it."""
        self.compile.cache(source, 1)  # for tracebacks
        with self.builtin_trap, self.display_trap:
            for code in marshal.loads(base64.b64decode(compiled)):
                if _pseudo_sync_runner(self.run_code(code)):
                    break  # it raised

    def _showtraceback(self, etype, evalue, stb):
        # The frames of this room's own code say nothing to whoever reads the page.
        trace = [str(part) for part in stb if os.path.join("grading", "rooms", "") not in str(part) and "skipping hidden" not in str(part)]
        for frame in getattr(evalue, "frames_elsewhere", [])[-6:]:
            if frame.filename == "<cell>" and frame.line:
                trace.append(f"in your code, line {frame.lineno} of its cell, in {frame.name}: {frame.line}")
        self.heard.append({"output_type": "error", "ename": str(etype.__name__), "evalue": str(evalue)[:20_000], "traceback": trace})


def number_text(value) -> str:
    """The text of a cell's result: that of a plain float for every real number, whatever its type."""
    if isinstance(value, (bool, np.bool_)):
        return str(bool(value))
    if isinstance(value, (torch.Tensor, np.ndarray)) and value.ndim == 0:
        value = value.item()
        return number_text(value)
    if isinstance(value, (Real, Fraction)):
        return repr(float(value))
    return repr(value)[:2000]


_made: list[ExaminersShell] = []


def new_shell() -> ExaminersShell:
    return ExaminersShell(config=Config(HistoryManager={"enabled": False}), compiler_class=_OneName)


def make_ahead() -> None:
    """In the warm process: make the shell that an examiner begins with, and leave all else as it was."""
    main = sys.modules["__main__"]
    try:
        _made[:] = [new_shell()]
    finally:
        sys.modules["__main__"] = main


class Examiner:
    """One process's shell. ``run`` examines a cell; each begins with names of its own."""

    def __init__(self):
        self.shell = _made.pop() if _made else new_shell()
        sys.modules["__main__"] = self.shell.user_module
        ExaminersShell._instance = InteractiveShell._instance = self.shell  # what get_ipython() finds
        self.begun = set(self.shell.user_ns)
        self.imports = None
        missing.explain_in_notebooks()

    def run(self, task: dict, connection, until: float) -> dict:
        """Examine the cell ``task["source"]``, asking over ``connection``; gives its outputs and what went wrong.

        ``task`` also holds what was ``read`` in the cell (:func:`cells.read`), the master's ``imports``, the learner's
        code as ``text``, and the ``draw``.
        """
        source, read = task["source"], task["read"]
        marked = set(read["inout"])
        room = LearnersRoom(connection, until, lambda: _asking_line() in marked)
        self.shell.heard = heard = []
        out, err = io.StringIO(), io.StringIO()
        draws.draw_as(task.get("draw"))
        np.random.seed(draws.seed(0) % 2**32)
        torch.default_generator.manual_seed(draws.seed(0))  # torch.manual_seed asks after every accelerator: 3 ms
        sources.read = lambda function: task["text"]
        probing.make = lambda function: room.probe(read["probes"], function.__name__, task["imports"])
        try:
            with redirect_stdout(out), redirect_stderr(err):
                names = self._names(task["imports"])
                for name in read["needed"]:
                    if name not in names:
                        try:
                            self.shell.user_ns[name] = room.name(name)
                        except KeyError:
                            pass
                if read["compiled"]:
                    self.shell.run_compiled(source, read["compiled"])
                else:
                    self.shell.run_cell(source, store_history=False)
        except (Refused, Closed, failures.RoomTrouble) as trouble:
            room.talk.trouble = room.talk.trouble or trouble
        finally:
            sources.read, probing.make = sources.in_this_process, None
            np.seterr(divide="warn", over="warn", under="ignore", invalid="warn")
            torch.set_grad_enabled(True)
        trouble = room.talk.trouble
        connection.close()
        outputs = [_stream(name, stream) for name, stream in (("stdout", out), ("stderr", err)) if stream.getvalue()] + heard
        if trouble is not None:
            outputs = [one for one in outputs if one["output_type"] == "stream"] + [_error(trouble)]
        return {"outputs": outputs, "trouble": outputs[-1]["ename"] if trouble is not None else None, "asked": room.talk.asked}

    def _names(self, imports: str) -> dict:
        """Begin with the master's imports and nothing else; gives the names."""
        names = self.shell.user_ns
        for name in [name for name in names if name not in self.begun]:
            del names[name]
        exec(compile(imports, "<imports>", "exec"), names)
        return names


def _asking_line() -> int:
    """The line of the cell that is running: the outermost frame that is the cell's own, or a function of it."""
    frame, line = sys._getframe(), 0
    while frame is not None:
        if frame.f_globals.get("__name__") == "__main__" and "ipython" in frame.f_code.co_filename:
            line = frame.f_lineno
        frame = frame.f_back
    return line


def _stream(name: str, stream: io.StringIO) -> dict:
    return {"output_type": "stream", "name": name, "text": stream.getvalue()[:200_000]}


def _error(trouble: BaseException) -> dict:
    kind, name, text = next((row for row in TROUBLES if isinstance(trouble, row[0])), (None, "NoReply", ""))
    said = str(trouble)
    if kind in (Refused, Closed):
        said = f"{text}: {said}." if said else f"{text}."
    return {"output_type": "error", "ename": name, "evalue": said, "traceback": [f"{name}: {said}"]}


