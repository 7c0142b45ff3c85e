"""A kernel for a test to talk to."""

import asyncio
from contextlib import contextmanager
from queue import Empty

from traitlets.config import Config

from course.grading.kernels.manager import CourseKernelManager
from tests.grading.jailed import CONFIG


class Started:
    """A running kernel; ``ask`` runs code in it."""

    def __init__(self, runner, manager, client):
        self.runner, self.manager, self.client = runner, manager, client

    @property
    def provisioner(self):
        return self.manager.provisioner

    def ask(self, code: str, seconds: float = 30) -> str:
        """What the code printed, or the name and text of its error. ``"dead"`` when the kernel died of it."""
        return self.runner.run(self._ask(code, seconds))

    async def _ask(self, code, seconds):
        asked, said = self.client.execute(code), []
        for _ in range(int(seconds * 10)):
            try:
                message = await self.client.get_iopub_msg(timeout=0.1)
            except Empty:
                if not await self.manager._async_is_alive():
                    return "dead"
                continue
            content = message["content"]
            if message["parent_header"].get("msg_id") != asked:
                continue
            if message["msg_type"] == "stream":
                said.append(content["text"])
            elif message["msg_type"] == "execute_result":
                said.append(content["data"]["text/plain"])
            elif message["msg_type"] == "error":
                said.append(f"{content['ename']}: {content['evalue']}")
            elif content.get("execution_state") == "idle":
                return "".join(said)
        return "no end"

    def ask_until_dead(self, code: str, seconds: float = 40) -> str | None:
        """Run code that ends the kernel; returns the cause that is told."""
        said = self.ask(code, seconds)
        self.runner.run(self._wait_for_death(seconds))
        assert self.runner.run(self.manager._async_is_alive()) is False, said
        return self.provisioner.cause()

    async def _wait_for_death(self, seconds):
        for _ in range(int(seconds * 20)):
            if not await self.manager._async_is_alive():
                return
            await asyncio.sleep(0.05)

    def end(self):
        """Shut it down at once; returns how it ended."""
        self.runner.run(self.manager.shutdown_kernel(now=True))
        return self.provisioner.last


@contextmanager
def kernel(cwd=None, **traits):
    """A kernel with these traits of JailedProvisioner, in the jail if this machine has one."""
    config = Config({"JailedProvisioner": {**CONFIG.get("JailedProvisioner", {}), **traits}})
    with asyncio.Runner() as runner:
        manager = CourseKernelManager(config=config)
        runner.run(manager.start_kernel(cwd=cwd, extra_arguments=["--HistoryManager.hist_file=:memory:"]))

        async def connect():
            client = manager.client()
            client.start_channels()
            await client.wait_for_ready(60)
            return client

        client = runner.run(connect())
        started = Started(runner, manager, client)
        try:
            yield started
        finally:
            client.stop_channels()
            if runner.run(manager._async_is_alive()):
                started.end()
            runner.run(manager.cleanup_resources())
