"""The target ``kernel``: an IPython kernel for one notebook, on sockets that were opened for it.

Nothing of a connection is written to disk, and the kernel needs no folder that it could write its sockets to.
"""

import functools
import logging
import os
import random
import sys
import threading
import zlib
from types import SimpleNamespace
from unittest import mock

import zmq
from ipykernel import compiler, ipkernel
from ipykernel.iostream import OutStream
from ipykernel.kernelapp import IPKernelApp
from traitlets.config import Config

from course.grading.kernels import jail
from course.grading.kernels.channels import GradedKernel, NoThread, Publisher
from course.grading.kernels.limits import MB
from course.grading.kernels.session import BoundedSession
from course.grading.kernels.shell import asked_once

TORCH_SEED = 67280421310721  # what PyTorch starts with in a new process


class BoundedStream(OutStream):
    """Standard output or error that keeps no more of a cell's text than the session will send.

    IPython gathers what is written and sends it five times a second; a gigabyte may come in between.
    """

    room = 0  # characters for one cell; set before the first stream is made
    _of, _written = None, 0

    def __init__(self, *args, **kwargs):
        self._sending = threading.Lock()
        super().__init__(*args, **kwargs)

    def flush(self) -> None:
        """Send what is waiting. Four times a cell there is nothing, and no other thread is woken to find that out."""
        if self._flush_pending or not self._is_master_process():
            super().flush()
        else:
            with self._sending:  # what another thread has just begun to send goes before what this one sends next
                pass

    def _flush(self) -> None:
        if not self._is_master_process():
            return super()._flush()  # a fork may have come with the lock taken
        with self._sending:
            super()._flush()

    def write(self, string: str) -> int:
        """Take the string, or its beginning, or nothing of it; whoever prints notices no difference."""
        if not isinstance(string, str):
            return super().write(string)  # which says what is wrong with it
        cell = (self.parent_header or {}).get("msg_id")
        if cell != self._of:
            self._of, self._written = cell, 0
        before = self._written
        self._written += len(string)
        # A little more than is sent, so that the session has the rest to say it of.
        kept = string[: max(0, self.room + 100 - before)]
        if kept:
            super().write(kept)
        return len(string)


class KernelApp(IPKernelApp):
    """IPython's kernel application without a connection file, a heartbeat or a look at its parent."""

    def __init__(self, connection: dict, fds: list[int], limit: int, **kwargs):
        super().__init__(**kwargs)
        self.transport, self.ip = "ipc", connection["ip"]
        for name, port in connection["ports"].items():
            setattr(self, f"{name}_port", port)
        self.fd_of = dict(zip(connection["ports"].values(), fds, strict=True))
        self.session = BoundedSession(limit, parent=self, key=connection["key"].encode())

    def _try_bind_socket(self, s, port):
        s.setsockopt(zmq.USE_FD, self.fd_of[port])
        return super()._try_bind_socket(s, port)

    def init_control(self, context) -> None:
        super().init_control(context)
        self.shell_channel_thread = NoThread()

    def init_iopub(self, context) -> None:
        """As IPython does it, with a socket that has nothing to read, and a thread that seldom sends."""
        self.iopub_socket = context.socket(zmq.PUB)
        self.iopub_socket.linger = 1000
        self.iopub_socket.xpub_nodrop = True  # who says too much at once waits; else the end of a cell could be dropped
        self.iopub_port = self._bind_socket(self.iopub_socket, self.iopub_port)
        self.configure_tornado_logger()
        self.iopub_thread = Publisher(self.iopub_socket, pipe=True)
        self.iopub_thread.start()
        self.iopub_socket = self.iopub_thread.background_socket

    def init_kernel(self) -> None:
        """IPython notes every module's file for a debugger, which nobody has here; to touch 2,500 modules costs a fork 10 ms."""
        with mock.patch.object(ipkernel, "sys", SimpleNamespace(**vars(sys) | {"modules": {}})):
            super().init_kernel()

    def parse_command_line(self, argv=None) -> None:
        """To make a parser takes a tenth of the kernel's start; mostly there is nothing for it to read."""
        if argv:
            super().parse_command_line(argv)

    def _nothing(self, *args, **kwargs) -> None:
        """Not needed here."""

    init_connection_file = write_connection_file = cleanup_connection_file = _nothing
    init_heartbeat = init_poller = init_crash_handler = log_connection_info = _nothing


def run(settings: dict, fds: list[int]) -> None:
    """Be the kernel until it is told to end."""
    _environment(settings)
    if hasattr(ipkernel, "_accepts_parameters"):
        ipkernel._accepts_parameters = asked_once(ipkernel._accepts_parameters)
    # A cell's file is named by a hash that a debugger computes too, and that ipykernel works out in Python.
    compiler.murmur2_x86 = lambda text, seed: zlib.crc32(text.encode("utf-8", "surrogatepass"), seed & 0xFFFFFFFF)
    BoundedStream.room = settings["limits"]["output"] * MB
    _fresh_random_state()
    quick = Config(HistoryManager={"enabled": False}, IPythonKernel={"_execute_sleep": 0})
    app = KernelApp.instance(
        connection=settings["connection"], fds=fds, limit=settings["limits"]["output"] * MB, log_level=50,
        kernel_class=GradedKernel, outstream_class=f"{__name__}.BoundedStream", config=quick,
    )
    sys.argv = ["ipykernel_launcher"]
    app.initialize(settings.get("arguments", []))
    app.log.setLevel(logging.CRITICAL)  # traitlets makes a record of each debugging line and then drops it
    # ipykernel has IPython rewrite a cell to see whether it waits for something, and IPython does so again to run it.
    app.shell.transform_cell = functools.lru_cache(1)(app.shell.transform_cell)
    app.start()


def _environment(settings: dict) -> None:
    """A new environment: in the jail one that says nothing about the machine, else the one that was handed over."""
    if settings.get("jail", True):
        environment = {
            "HOME": jail.TEMPORARY, "USER": "learner", "LOGNAME": "learner", "LANG": "C.UTF-8", "NBGRADER_EXECUTION": "autograde",
            "PATH": os.pathsep.join([os.path.join(sys.prefix, "bin"), "/usr/local/bin", "/usr/bin", "/bin"]),
        }  # fmt: skip
    else:
        environment = dict(settings.get("env", {}))
    environment |= {"MPLBACKEND": "module://matplotlib_inline.backend_inline", **settings.get("threads", {})}
    os.environ.clear()
    os.environ.update(environment)


def _fresh_random_state() -> None:
    """As in a new process: Python's and NumPy's generators from the system, PyTorch's from its fixed first seed."""
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    if "torch" in sys.modules:
        sys.modules["torch"].default_generator.manual_seed(TORCH_SEED)
