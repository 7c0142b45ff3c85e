"""A real kernel beside a learner's notebook, asked as JupyterLab asks it."""

import os
from pathlib import Path

from jupyter_client.manager import KernelManager

ROOT = Path(__file__).parents[2]


class Kernel:
    """``with Kernel(folder, release) as kernel: kernel.run(source, cell_id)``.

    ``release`` takes the place of the course's own released notebooks in it.
    """

    def __init__(self, folder: Path, release: Path | None = None, first: str = "", options=(), **environment):
        self.folder, self.release, self.first, self.options, self.environment = folder, release, first, options, environment

    def __enter__(self) -> "Kernel":
        self.manager = KernelManager(kernel_name="python3")
        path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        environment = {**os.environ, "PYTHONPATH": path, **self.environment}
        extra = ["--HistoryManager.enabled=False", *self.options]
        self.manager.start_kernel(cwd=str(self.folder), env=environment, extra_arguments=extra)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(60)
        if self.release:
            self.run(f"import pathlib, course.released\ncourse.released.find_release = lambda: pathlib.Path({str(self.release)!r})")
        if self.first:
            assert self.run(self.first).error is None
        return self

    def __exit__(self, *exception):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, source: str, cell_id: str | None = None) -> "Ran":
        """Run a cell and wait for it; ``cell_id`` travels as JupyterLab sends it."""
        content = {"code": source, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        message = self.client.session.msg("execute_request", content, metadata={"cellId": cell_id} if cell_id else {})
        self.client.shell_channel.send(message)
        ran = Ran()
        while True:
            got = self.client.get_iopub_msg(timeout=60)
            if got["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            kind, content = got["msg_type"], got["content"]
            if kind == "stream":
                ran.text += content["text"]
            elif kind == "error":
                ran.error, ran.shown = content["ename"], "\n".join(content["traceback"])
            elif kind in ("display_data", "execute_result", "update_display_data"):
                ran.displays.append((kind, content["data"]))
            elif kind == "status" and content["execution_state"] == "idle":
                return ran


class Ran:
    """What a cell gave: its printed text, its error's name and how that is shown, its displays."""

    def __init__(self):
        self.text, self.error, self.shown, self.displays = "", None, "", []
