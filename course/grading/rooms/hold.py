"""The grading process's hold on a notebook's examiner, mixed into the step that executes notebooks."""

import hashlib
import json
import os
import secrets
import select
import shutil
import socket
import tempfile
from time import monotonic

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.utils import is_grade, is_solution

from course.grading.kernels.zygote import ZygoteError
from course.grading.regions import released
from course.grading.rooms import start
from course.rooms import cells
from course.grading.restore import STORY

GRACE = 5  # seconds that an examiner gets to finish after the learner's room has closed
FIRST = 60  # seconds for the first word of an examiner
SHOWN = ("stream", "display_data")


class TwoRooms:
    """Runs a locked test cell in the examiner while the kernel answers its questions.

    A visible test runs in its place. A hidden test runs after the learner's last cell, with the names as they were at
    its place: then no code of the learner's is left that could show what it was called with.
    """

    _examiner = None
    _imports: list[str] = []  # what the notebook needs of preload.SELDOM
    _meeting_folder = None
    _kept_already: set[str] = set()  # hidden tests whose names the kernel has just remembered
    hidden_begun = False  # whether learner's code has met a hidden test's input in this notebook

    def is_hidden(self, cell) -> bool:
        return released(cell.source) != cell.source

    def run_test(self, cell, index: int) -> None:
        """Run one test cell in two rooms and put its outputs into the cell. Raises as ``execute_cell`` does."""
        name = cell.metadata["nbgrader"]["grade_id"]
        hidden = self.is_hidden(cell)
        self.hidden_begun = self.hidden_begun or hidden
        seconds = self._time_for(cell)
        task = {
            "source": cell.source,
            "read": cells.read(cell.source),
            "imports": self.nb.metadata.get(STORY, {}).get("imports", ""),
            "text": cells.learners_text([one.source for one in self.nb.cells[:index] if one.cell_type == "code" and not is_grade(one)]),
            "draw": self._draw(cell, name) if hidden else None,
            "seconds": seconds + 2 * GRACE,
        }
        outside, inside = self._place()
        talk = self._examine({**task, "path": outside})
        asking = cell.copy()
        keep = () if hidden else self._hidden_after(index)
        asking.source = f"from course.rooms import asked as _asked; _asked.serve({inside!r}, {name if hidden else None!r}, {keep!r})"
        asking.outputs = []
        finished = False
        try:
            self.execute_cell(asking, index, store_history=False)
            finished = True
            if not any(one.output_type == "error" for one in asking.outputs):
                self._kept_already.update(keep)
        finally:
            self.nb.cells[index] = cell
            if not finished:
                self._let_examiner_go(kill=True)
        report = self._report(talk)
        shown = [one for one in asking.outputs if one.output_type in SHOWN]
        late = any(one.output_type == "error" and one.ename == "CellTimeoutError" for one in asking.outputs)
        cell.outputs = shown + [NotebookNode(one) for one in report["outputs"]]
        if late or report["trouble"] == "CellTimeoutError":
            cell.outputs = [one for one in cell.outputs if one.output_type not in ("error", "execute_result")]
            cell.outputs.append(_error("CellTimeoutError", f"The code that this test called ran longer than {seconds} s."))
        elif report["trouble"]:
            if not any(one.output_type == "error" for one in cell.outputs):
                cell.outputs.append(_error("NoReply", "The notebook's Python could not be asked by this test."))
            # No answer at all may be the fault of a machine that had too much to do.
            self._note(cell, index, "Gave no readable answers to its tests", late=report["trouble"] == "NoReply")
        cell.execution_count = 1
        if hidden:
            self.nb.metadata.setdefault(STORY, {}).setdefault("draws", {})[name] = task["draw"]

    def _hidden_after(self, index: int) -> tuple[str, ...]:
        """The hidden tests that follow a test with no other cell to run in between: they meet the same names."""
        found = []
        for cell in self.nb.cells[index + 1 :]:
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            if not (is_grade(cell) and not is_solution(cell) and self.is_hidden(cell)):
                break
            found.append(cell.metadata["nbgrader"]["grade_id"])
        return tuple(found)

    def pin(self, cell, index: int) -> None:
        """Have the kernel remember its names for a hidden test, unless it did so at the end of the test before."""
        name = cell.metadata["nbgrader"]["grade_id"]
        if name in self._kept_already:
            self._kept_already.remove(name)
            return
        asking = cell.copy()
        asking.source = f"from course.rooms import asked as _asked; _asked.pin({name!r})"
        asking.outputs = []
        try:
            self.execute_cell(asking, index, store_history=False)
        finally:
            self.nb.cells[index] = cell

    def _draw(self, cell, name: str) -> int:
        """A number that belongs to this learner and this test, and cannot be known to who has not read the test."""
        at = self._whose
        text = "\n".join([at.get("student", ""), at.get("assignment", ""), name, cell.source])
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big")

    def _place(self) -> tuple[str, str]:
        """A fresh path for a socket, as this process and as the kernel sees it."""
        name = f"{secrets.token_hex(6)}.sock"
        provisioner = getattr(self.km, "provisioner", None)
        outside, inside = (getattr(provisioner, key, None) for key in ("meeting", "meeting_inside"))
        if not outside:
            self._meeting_folder = self._meeting_folder or tempfile.mkdtemp(prefix="meet-")
            outside = inside = self._meeting_folder
        return os.path.join(outside, name), os.path.join(inside, name)

    def _examine(self, task: dict) -> "_Report":
        """Give the examiner a task, with a fresh examiner if need be; returns once it listens."""
        for again in (False, True):
            try:
                if self._examiner is None:
                    connection, child = start.examiner(self._imports)
                    connection.settimeout(FIRST)
                    self._examiner = connection, connection.makefile("rb"), child
                connection, reader, _ = self._examiner
                connection.sendall(json.dumps(task).encode() + b"\n")
                if json.loads(reader.readline() or b"{}").get("listening"):
                    return _Report(connection, reader)
                raise OSError("the examiner does not listen")
            except (OSError, ZygoteError):
                self._let_examiner_go(kill=True)
                if again:
                    raise
        raise OSError("no examiner")

    def _report(self, talk: "_Report") -> dict:
        """The examiner's report; it has a few seconds once the kernel is through."""
        report = talk.wait(GRACE)
        if report is None:
            self._let_examiner_go(kill=True)
            return {"outputs": [], "trouble": "NoReply"}
        if report.get("fault"):
            self.log.error("The examiner stumbled: %s", report["trouble"])
        return report

    def _let_examiner_go(self, kill: bool = False) -> None:
        if self._examiner is not None:
            connection, reader, child = self._examiner
            self._examiner = None
            start.end(connection, child, kill)
            reader.close()

    def close_rooms(self) -> None:
        """End the examiner and remove the folder of the sockets."""
        self._let_examiner_go()
        if self._meeting_folder:
            shutil.rmtree(self._meeting_folder, ignore_errors=True)
            self._meeting_folder = None


class _Report:
    """An examiner's report on a test, which it writes when the kernel is through."""

    def __init__(self, connection: socket.socket, reader):
        self.connection, self.reader = connection, reader

    def wait(self, seconds: float) -> dict | None:
        """The report; None when there is none after so many seconds."""
        until = monotonic() + seconds
        try:
            if not self._comes(0.2):
                self.connection.sendall(b"-\n")  # if nobody has connected yet, nobody will
                if not self._comes(until - monotonic()):
                    return None
            self.connection.settimeout(max(0.1, until - monotonic()))
            return json.loads(self.reader.readline() or b"null")
        except (OSError, ValueError):
            return None
        finally:
            self.connection.settimeout(FIRST)

    def _comes(self, seconds: float) -> bool:
        # Nothing of it is in the reader yet: the examiner said that it listens, and nothing more.
        poll = select.poll()
        poll.register(self.connection, select.POLLIN)
        return bool(poll.poll(max(0.0, seconds) * 1000))


def _error(name: str, text: str):
    return new_output("error", ename=name, evalue=text, traceback=[f"{name}: {text}"])
