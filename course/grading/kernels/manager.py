"""The kernel manager and client that go with the jailed kernels."""

import asyncio
import time
from queue import Empty

import zmq.asyncio
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import DottedObjectName, Type, default

from course.grading.kernels.provisioner import JailedProvisioner
from course.grading.kernels.session import Undated

LARGEST_MESSAGE = 32_000_000  # bytes; a kernel that sends more at once is cut off
WAITING_MESSAGES = 200


class CourseClient(AsyncKernelClient):
    """Jupyter's client that knows when such a kernel is ready, and needs no heartbeat."""

    def start_channels(self, shell=True, iopub=True, stdin=True, hb=False, control=True):
        super().start_channels(shell, iopub, stdin, False, control)

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Until the kernel answers and its output arrives. Raises RuntimeError when it does not in ``timeout`` s.

        Jupyter's own way waits at the end until nothing has come for 0.2 s; here the kernel says that it is idle.
        """
        deadline = time.monotonic() + (timeout or 60)
        while time.monotonic() < deadline:
            asked = self.kernel_info()
            try:
                while (await self.get_shell_msg(timeout=1))["parent_header"].get("msg_id") != asked:
                    pass
                while True:
                    said = await self.get_iopub_msg(timeout=0.1)
                    if said["parent_header"].get("msg_id") == asked and said["content"].get("execution_state") == "idle":
                        return
            except Empty:
                pass
            if not await self.parent._async_is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
            await asyncio.sleep(0)
        raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")


class CourseKernelManager(AsyncKernelManager):
    """Starts kernels with :class:`JailedProvisioner`, whatever kernels are installed on the machine."""

    imports: list[str] = []  # for the provisioner
    client_class = DottedObjectName(f"{__name__}.CourseClient", config=True)
    client_factory = Type(CourseClient)

    @default("session")
    def _session_default(self):
        return Undated(parent=self)

    @default("context")
    def _context_default(self):
        self._created_context = True
        context = zmq.asyncio.Context()
        # What a kernel sends is bounded where it is made; this is for one that sends by itself.
        context.maxmsgsize = LARGEST_MESSAGE
        context.rcvhwm = WAITING_MESSAGES
        return context

    @property
    def kernel_spec(self):
        return KernelSpec(argv=[], display_name="Python 3", language="python", interrupt_mode="signal")

    async def _async_pre_start_kernel(self, **kwargs):
        if self.provisioner is None:
            self.provisioner = JailedProvisioner(kernel_id="", kernel_spec=self.kernel_spec, parent=self)
            self.provisioner.imports = self.imports
        return await super()._async_pre_start_kernel(**kwargs)

    pre_start_kernel = _async_pre_start_kernel
