"""A Jupyter server of its own, with settings of its own, for browser tests and benchmarks."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


class Server:
    """``module`` with ``options``, serving ``folder`` for as long as the ``with`` lasts; ``url`` is its root."""

    module, options = "jupyter_server", []

    def __init__(self, folder: Path, seconds: float = 90):
        self.folder, self.seconds = Path(folder), seconds

    def prepare(self, own: Path) -> None:
        """Write settings below ``own``, which is empty and holds the server's config, data and runtime folders."""

    def __enter__(self):
        self._own = tempfile.TemporaryDirectory(prefix="jupyter-")
        own = Path(self._own.name)
        self.prepare(own)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        folders = {f"JUPYTER_{kind}_DIR": str(own / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
        path = os.pathsep.join(filter(None, [str(REPOSITORY), os.environ.get("PYTHONPATH")]))
        self._log = open(own / "server.log", "w+")
        self._server = subprocess.Popen(
            [
                *[sys.executable, "-m", self.module, "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"],
                *["--ServerApp.port_retries=0", "--IdentityProvider.token=", f"--ServerApp.root_dir={self.folder}"],
                *self.options,
            ],
            env=os.environ | folders | {"IPYTHONDIR": str(own / "ipython"), "PYTHONPATH": path},
            cwd=self.folder,  # where nbgrader looks for its configuration
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exception):
        self._server.terminate()
        try:
            self._server.wait(15)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()
        self._log.close()
        self._own.cleanup()

    def _wait(self):
        end = time.monotonic() + self.seconds
        while time.monotonic() < end and self._server.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/api/status", timeout=2).close()
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"{self.module} did not start:\n{self.log()[-2000:]}")

    def log(self) -> str:
        """All that the server has said so far."""
        self._log.flush()
        return Path(self._log.name).read_text()
