"""The kernel's ways out, with fewer threads: to wake one costs more than most of what a graded cell has to say.

ipykernel hands each message to a thread of its own, so that a busy cell delays nobody. Here one client asks one thing
after another, and each message goes out from where it is made.
"""

import signal
import threading

from ipykernel.ipkernel import IPythonKernel
from ipykernel.iostream import IOPubThread
from traitlets import Type

from course.grading.kernels.shell import GradedShell


class Publisher(IOPubThread):
    """Sends in the main thread what comes from there; for any other thread it is the thread that sends."""

    def __init__(self, *args, **kwargs):
        self._one_at_a_time = threading.Lock()
        super().__init__(*args, **kwargs)

    def send_multipart(self, *args, **kwargs) -> None:
        """Now, except for a learner's threads, whose turn it may not be."""
        if self._is_master_process() and threading.current_thread() in (threading.main_thread(), self.thread):
            self._really_send(*args, **kwargs)
        else:
            super().send_multipart(*args, **kwargs)

    def _really_send(self, *args, **kwargs) -> None:
        if not self._is_master_process():
            return super()._really_send(*args, **kwargs)  # a fork may have come with the lock taken
        with Uninterrupted(), self._one_at_a_time:
            super()._really_send(*args, **kwargs)


class Uninterrupted:
    """In the main thread, an interrupt waits for the end of the block: half a message would spoil all that follow."""

    def __enter__(self):
        self._came, self._here = None, threading.current_thread() is threading.main_thread()
        if self._here:
            self._before = signal.signal(signal.SIGINT, self._note)

    def _note(self, *what):
        self._came = what

    def __exit__(self, *exception):
        if self._here:
            signal.signal(signal.SIGINT, self._before)
            if self._came and callable(self._before):
                self._before(*self._came)


class NoThread:
    """Takes the place of the thread that hands requests on to subshells; no is what it answers."""

    parent_thread = threading.main_thread()

    def __bool__(self) -> bool:
        return False


class GradedKernel(IPythonKernel):
    """IPython's kernel without subshells: nobody asks a graded notebook two things at a time."""

    shell_class = Type(GradedShell)

    _supports_kernel_subshells = False
