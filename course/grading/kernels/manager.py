"""The kernel manager and client that go with the jailed kernels."""

import time

import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import DottedObjectName, Instance, Type, default

from course.grading.kernels.provisioner import JailedProvisioner
from course.grading.kernels.session import Undated
from course.grading.kernels.zygote import Child

LARGEST_MESSAGE = 32_000_000  # bytes; a kernel that sends more at once is cut off
WAITING_MESSAGES = 200


class CourseClient(BlockingKernelClient):
    """Jupyter's client that hears all channels at once, knows when such a kernel is ready, and needs no heartbeat."""

    def start_channels(self, shell=True, iopub=True, stdin=True, hb=False, control=True):
        super().start_channels(shell, iopub, stdin, False, control)

    def hear(self, seconds: float) -> dict | None:
        """The next message of the iopub or the shell channel; None after ``seconds`` without one, or when it is none.

        Returns at once, perhaps with None, when the kernel has ended.
        """
        sockets = self.iopub_channel.socket, self.shell_channel.socket
        for wait in (False, True):
            if wait and not self._poll(sockets, seconds):
                return None
            for socket in sockets:
                try:
                    _, message = self.session.recv(socket)
                except (ValueError, TypeError, KeyError, AttributeError, RecursionError):  # a learner's code can send what it likes
                    return None
                if message is not None:
                    return message
        return None

    def _poll(self, sockets, seconds: float) -> bool:
        poller = zmq.Poller()
        for each in sockets:
            poller.register(each, zmq.POLLIN)
        if self.parent.child is not None and (ended := self.parent.child.fileno()) >= 0:
            poller.register(ended, zmq.POLLIN)
        return bool(poller.poll(max(0.0, seconds) * 1000))

    def wait_for_ready(self, timeout: float | None = None) -> None:
        """Until the kernel answers and its output arrives. Raises RuntimeError when it does not in ``timeout`` s.

        Jupyter's own way waits at the end until nothing has come for 0.2 s; here the kernel says that it is idle.
        """
        deadline = time.monotonic() + (timeout or 60)
        while time.monotonic() < deadline:
            asked, missing = self.kernel_info(), {"shell", "iopub"}
            while missing and (said := self.hear(1 if "shell" in missing else 0.1)):
                if said["parent_header"].get("msg_id") == asked:
                    missing -= {"shell"} if said["msg_type"].endswith("_reply") else {"iopub"} if idle(said) else set()
            if not missing:
                return
            if not self.parent.alive:
                raise RuntimeError("Kernel died before replying to kernel_info")
        raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")


def idle(message: dict) -> bool:
    """Whether a kernel says that it has done what it was asked for."""
    return message["msg_type"] == "status" and message["content"].get("execution_state") == "idle"


class CourseKernelManager(AsyncKernelManager):
    """Starts kernels with :class:`JailedProvisioner`, whatever kernels are installed on the machine."""

    imports: list[str] = []  # for the provisioner
    client_class = DottedObjectName(f"{__name__}.CourseClient", config=True)
    client_factory = Type(CourseClient)
    context = Instance(zmq.Context)

    @default("session")
    def _session_default(self):
        return Undated(parent=self)

    @default("context")
    def _context_default(self):
        self._created_context = True
        context = zmq.Context()
        # What a kernel sends is bounded where it is made; this is for one that sends by itself.
        context.maxmsgsize = LARGEST_MESSAGE
        context.rcvhwm = WAITING_MESSAGES
        return context

    @property
    def child(self) -> Child | None:
        """The kernel's process, None before it begins and after its end is known."""
        return getattr(self.provisioner, "child", None)

    @property
    def alive(self) -> bool:
        return self.child is not None and self.child.wait(0) is None

    @property
    def kernel_spec(self):
        return KernelSpec(argv=[], display_name="Python 3", language="python", interrupt_mode="signal")

    async def _async_pre_start_kernel(self, **kwargs):
        if self.provisioner is None:
            self.provisioner = JailedProvisioner(kernel_id="", kernel_spec=self.kernel_spec, parent=self)
            self.provisioner.imports = self.imports
        return await super()._async_pre_start_kernel(**kwargs)

    pre_start_kernel = _async_pre_start_kernel
