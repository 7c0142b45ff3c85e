"""nbgrader's formgrader, served from a course folder as ``jupyter server`` does it for an instructor."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.browser.lab import REPOSITORY


class FormGrader:
    """A Jupyter server in a course folder with nbgrader's extension on, for as long as the ``with`` lasts; ``url`` is its root."""

    def __init__(self, folder: Path, seconds: float = 60):
        self.folder, self.seconds = Path(folder), seconds

    def __enter__(self) -> "FormGrader":
        self._own = tempfile.TemporaryDirectory(prefix="formgrader-")
        own = Path(self._own.name)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        folders = {f"JUPYTER_{kind}_DIR": str(own / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
        path = os.pathsep.join(filter(None, [str(REPOSITORY), os.environ.get("PYTHONPATH")]))
        self._log = open(own / "server.log", "w+")
        self._server = subprocess.Popen(
            [
                *[sys.executable, "-m", "jupyter_server", "--allow-root", "--no-browser", "--ip=127.0.0.1", f"--port={port}"],
                *["--ServerApp.port_retries=0", "--IdentityProvider.token=", f"--ServerApp.root_dir={self.folder}"],
                "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
            ],
            env=os.environ | folders | {"IPYTHONDIR": str(own / "ipython"), "PYTHONPATH": path},
            cwd=self.folder,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _wait(self):
        end = time.monotonic() + self.seconds
        while time.monotonic() < end and self._server.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/api/status", timeout=2).close()
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"the formgrader did not start:\n{self.log()[-2000:]}")

    def log(self) -> str:
        self._log.flush()
        return Path(self._log.name).read_text()

    def __exit__(self, *exception):
        self._server.terminate()
        try:
            self._server.wait(15)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()
        self._log.close()
        self._own.cleanup()
