"""A kernel for a test to talk to."""

import asyncio
import threading
import time
from contextlib import contextmanager
from functools import cache
from queue import Empty

from jupyter_core.utils import ensure_async
from traitlets.config import Config

from course.grading.kernels.manager import CourseClient, CourseKernelManager
from tests.grading.jailed import CONFIG


@cache
def _loop():
    """An event loop in a thread that lasts as long as the tests: the main thread's may be Playwright's."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    return loop


def wait_for(coroutine):
    """Its result."""
    return asyncio.run_coroutine_threadsafe(coroutine, _loop()).result()


class Started:
    """A running kernel; ``ask`` runs code in it."""

    def __init__(self, manager, client):
        self.manager, self.client = manager, client

    @property
    def provisioner(self):
        return self.manager.provisioner

    def ask(self, code: str, seconds: float = 30) -> str:
        """What the code printed and displayed, or the name and text of its error. ``"dead"`` when the kernel died of it."""
        asked, said, end = self.client.execute(code), [], time.monotonic() + seconds
        while time.monotonic() < end:
            message = self._hear()
            if message is None:
                if not wait_for(self.manager._async_is_alive()):
                    return "dead"
                continue
            content = message["content"]
            if message["parent_header"].get("msg_id") != asked:
                continue
            if message["msg_type"] == "stream":
                said.append(content["text"])
            elif message["msg_type"] in ("execute_result", "display_data"):
                said.append(content["data"]["text/plain"])
            elif message["msg_type"] == "error":
                said.append(f"{content['ename']}: {content['evalue']}")
            elif content.get("execution_state") == "idle":
                return "".join(said)
        return "no end"

    def _hear(self):
        if isinstance(self.client, CourseClient):
            return self.client.hear(0.1)
        try:
            return wait_for(self.client.get_iopub_msg(timeout=0.1))
        except Empty:
            return None

    def ask_until_dead(self, code: str, seconds: float = 40) -> str | None:
        """Run code that ends the kernel; returns the cause that is told."""
        said = self.ask(code, seconds)
        wait_for(self._wait_for_death(seconds))
        assert wait_for(self.manager._async_is_alive()) is False, said
        return self.provisioner.cause()

    async def _wait_for_death(self, seconds):
        for _ in range(int(seconds * 20)):
            if not await self.manager._async_is_alive():
                return
            await asyncio.sleep(0.05)

    def end(self):
        """Shut it down at once; returns how it ended."""
        wait_for(self.manager.shutdown_kernel(now=True))
        return self.provisioner.last


@contextmanager
def kernel(cwd=None, imports=(), **traits):
    """A kernel with these traits of JailedProvisioner, in the jail if this machine has one."""
    manager = CourseKernelManager(config=config(**traits))
    manager.imports = list(imports)
    with started(manager, cwd) as running:
        yield running


def config(**traits) -> Config:
    return Config({"JailedProvisioner": {**CONFIG.get("JailedProvisioner", {}), **traits}})


@contextmanager
def started(manager, cwd=None):
    """A manager's kernel, running."""
    wait_for(manager.start_kernel(cwd=cwd, extra_arguments=["--HistoryManager.hist_file=:memory:"]))

    async def connect():
        client = manager.client()
        client.start_channels()
        await ensure_async(client.wait_for_ready(60))
        return client

    client = wait_for(connect())
    running = Started(manager, client)
    try:
        yield running
    finally:
        client.stop_channels()
        if wait_for(manager._async_is_alive()):
            running.end()
        wait_for(manager.cleanup_resources())
