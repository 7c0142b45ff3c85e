"""Run a submission's cells so that whatever happens in one of them costs that exercise and no other.

Takes the place of nbgrader's Execute in ``c.Autograde.autograde_preprocessors``.
"""

import os
import sys
from time import monotonic

from jupyter_core.utils import run_sync
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade, is_solution
from traitlets import Bool, Integer

from course.errors import CourseError
from course.grading import ahead, execution
from course.grading.hearing import HearsCells
from course.grading.kernels import jail, preload
from course.grading.kernels.limits import CUT_OFF
from course.grading.kernels.manager import CourseKernelManager
from course.grading.kernels.provisioner import JailedProvisioner
from course.grading.restore import STORY, listing
from course.grading.rooms.hold import TwoRooms

TIMEOUT = "CellTimeoutError"
DIED = "KernelDied"
NOT_RUN = "NotRun"
OUT_OF_TIME = ("Ran longer", "Not run")


class ExecuteNotebook(TwoRooms, HearsCells, Execute):
    """nbgrader's Execute that outlives its kernel, and runs tests outside of it.

    When a cell kills the kernel, or cannot be interrupted after its timeout, the cell gets an error, a new
    kernel runs the learner's earlier cells again (test cells left out), and the notebook goes on.
    """

    two_rooms = Bool(
        False, help="Run test cells in a process of their own, which asks the learner's kernel; hidden tests come last."
    ).tag(config=True)

    notebook_timeout = Integer(
        300, help="Seconds after which the rest of a notebook is not run any more."
    ).tag(config=True)
    output_limit = Integer(
        5_000_000, help="Bytes of output that are kept for one cell; what comes after is dropped."
    ).tag(config=True)
    workers = Integer(
        0, min=0, help="How many notebooks plain 'nbgrader autograde' executes at a time; 0 is one for each core."
    ).tag(config=True)

    first_try = False  # stop at what runs out of time: it is tried again alone
    stopped = False

    def preprocess(self, nb, resources=None, km=None):
        """Take what was executed ahead, or execute now."""
        return ahead.executed(self, nb, resources), resources

    def execute_notebook(self, nb, resources):
        """Execute the cells, here and now; returns the notebook and the resources."""
        self._losses = {}
        self._lost = set()
        self._kept = {}
        self._kept_already = set()
        self._imports = preload.seldom_needed("\n".join(cell.source for cell in nb.cells if cell.cell_type == "code"))
        self._over = ""
        self._allowed = self.timeout
        self.hidden_begun = False
        self._pinned, self._whose = [], (resources or {}).get("nbgrader", {})
        self._deadline = None  # counted from the first cell: starting a kernel is not the learner's time
        self.timeout_func = self._time_for
        for cell in nb.cells:
            if cell.cell_type == "code":
                # An execution count says later that the cell did run.
                cell.execution_count = None
        try:
            nb, resources = super().preprocess(nb, resources)
        finally:
            self.close_rooms()
        nb.metadata.setdefault(STORY, {})["losses"] = [
            f"{what}: {listing(cells)}." for what, cells in self._losses.items()
        ]
        return nb, resources

    def preprocess_cell(self, cell, resources, index):
        cell, resources = self._preprocess_cell(cell, resources, index, self._step(cell))
        if index == len(self.nb.cells) - 1 and self._pinned:
            # The hidden tests have a time of their own: slow cells before them must not cost every exercise.
            self._deadline = monotonic() + self.notebook_timeout
            for late in self._pinned:
                self._preprocess_cell(self.nb.cells[late], resources, late, self.run_test)
        return cell, resources

    def _step(self, cell):
        """What is done with a cell at its place: run it in the kernel, in two rooms, or remember the names for later."""
        if not (self.two_rooms and cell.cell_type == "code" and is_grade(cell) and not is_solution(cell)):
            return None
        return self.pin if self.is_hidden(cell) else self.run_test

    def _preprocess_cell(self, cell, resources, index, step):
        if cell.cell_type != "code" or not cell.source.strip():
            return cell, resources
        if self.stopped:
            raise execution.Stopped
        self._deadline = self._deadline or monotonic() + self.notebook_timeout
        if self._over or monotonic() > self._deadline:
            self._fail(cell, index, NOT_RUN, self._over or "The notebook's time was used up before this cell.")
            return cell, resources
        try:
            if step is None:
                cell, resources = super().preprocess_cell(cell, resources, index)
            else:
                step(cell, index)
                if step == self.pin:
                    self._pinned.append(index)
        except CellTimeoutError:
            self._fail(cell, index, TIMEOUT, f"The cell ran longer than {self._allowed} s and could not be interrupted.")
            self._start_over(index)
        except DeadKernelError:
            self._fail(cell, index, DIED, self._end_of_kernel())
            self._start_over(index)
        else:
            if any(output.output_type == "error" and output.ename == TIMEOUT for output in cell.outputs):
                self._note(cell, index, f"Ran longer than {self._allowed} s and was interrupted")
        return cell, resources

    def stop(self) -> None:
        """End the kernel, from another thread; the execution raises :class:`execution.Stopped`."""
        self.stopped = True
        provisioner = getattr(self.km, "provisioner", None)
        if provisioner is not None and provisioner.has_process:
            run_sync(provisioner.kill)()  # also below a running event loop, as in the formgrader's server

    def create_kernel_manager(self):
        """A kernel of the course's own kind: warm, jailed, limited. See :mod:`course.grading.kernels`."""
        if sys.platform == "linux":
            self.km = CourseKernelManager(config=self.config)
            self.km.imports = self._imports
            return self.km
        if JailedProvisioner(config=self.config).jail:
            raise CourseError(jail.refusal())
        return super().create_kernel_manager()

    def start_new_kernel(self, **kwargs):
        """Without a jail a kernel has our environment; in one it has an environment of its own."""
        super().start_new_kernel(env={**os.environ, "NBGRADER_EXECUTION": "autograde"}, **kwargs)

    def _end_of_kernel(self) -> str:
        """Why the kernel is dead, in a sentence."""
        provisioner = getattr(self.km, "provisioner", None)
        cause = provisioner.cause() if isinstance(provisioner, JailedProvisioner) else None
        return f"The cell {cause}, and its Python process was ended." if cause else "The cell ended the Python process."

    def process_message(self, msg, cell, cell_index):
        """Take a kernel's message; one that does not fit together, as a learner's code may send, says nothing."""
        if self.hidden_begun:
            # Outputs and widgets of earlier cells stay as they were: what is put there now could be hidden inputs.
            if msg["msg_type"] == "update_display_data" or msg["msg_type"].startswith("comm"):
                return None
            msg["content"].pop("transient", None)
        try:
            return super().process_message(msg, cell, cell_index)
        except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
            self.log.warning("A message of the kernel was left out: %r", error)
            return None

    def output(self, outs, msg, display_id, cell_index):
        """Keep a cell's outputs up to the limit, so that a flood of them fills neither memory nor disk."""
        kind, size = msg["msg_type"], len(str(msg["content"]))
        before = self._kept.get(cell_index, 0)
        self._kept[cell_index] = before + size
        if before + size > self.output_limit and kind != "error":
            if before <= self.output_limit:
                outs.append(new_output("stream", name="stdout", text=CUT_OFF))
            if kind != "execute_result" or size > 10_000:
                return None
            # A short result may be partial credit: the last one is kept whatever was printed before it.
            outs[:] = [output for output in outs if output.output_type != "execute_result"]
        return super().output(outs, msg, display_id, cell_index)

    def _time_for(self, cell):
        """The cell's own timeout, or what is left of the notebook's time if that is less."""
        left = max(1, int(self._deadline - monotonic()))
        self._allowed = min(self.timeout, left) if self.timeout and self.timeout > 0 else left
        return self._allowed

    def _start_over(self, index: int) -> None:
        """A new kernel with the state that the learner's earlier cells make."""
        if self.stopped:
            raise execution.Stopped
        self._lost.add(index)
        try:
            self._cleanup_kernel()
            self.km = self.create_kernel_manager()
            self.start_new_kernel()
            self.start_new_kernel_client()
            self._kept_already.clear()
            last = max([index, *self._pinned])
            for earlier, cell in enumerate(self.nb.cells[:last + 1]):
                if earlier in self._pinned:
                    self.pin(cell, earlier)
                elif cell.cell_type == "code" and earlier not in self._lost and earlier != index and not is_grade(cell):
                    self._replay(cell, earlier)
        except (CellTimeoutError, DeadKernelError):
            self._over = "An earlier cell ended the Python process and the notebook could not be taken up again."

    def _replay(self, cell, index: int) -> None:
        if monotonic() > self._deadline:
            raise CellTimeoutError
        again = cell.copy()
        again.outputs = []
        self.execute_cell(again, index, store_history=True)
        # execute_cell puts the copy into the notebook; the first run's outputs are the ones to keep.
        self.nb.cells[index] = cell

    def _fail(self, cell, index: int, name: str, why: str) -> None:
        cell.outputs = [output for output in cell.get("outputs", []) if output.output_type != "error"]
        cell.outputs.append(new_output("error", ename=name, evalue=why, traceback=[f"{name}: {why}"]))
        what = why.removeprefix("The cell ").rstrip(".")
        self._note(cell, index, "Not run" if name == NOT_RUN else what[0].upper() + what[1:])

    def _note(self, cell, index: int, what: str, late: bool = False) -> None:
        """Remember for whom something was lost. ``late``: it may be for want of time, whatever ``what`` says."""
        if self.first_try and (late or what.startswith(OUT_OF_TIME)):
            raise execution.TimedOut
        name = cell.metadata.get("nbgrader", {}).get("grade_id") or f"cell {index + 1}"
        self._losses.setdefault(what, []).append(name)
