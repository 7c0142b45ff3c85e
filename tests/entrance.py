"""A learner's session, as a learner starts it: ``with learning(folder) as session:``."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ADDRESS = re.compile(r"(http://127\.0\.0\.1:(\d+))/\S*token=(\w+)")


@dataclass
class Session:
    process: subprocess.Popen
    url: str  # the whole address, token and all
    base: str
    port: int
    token: str
    said: str  # what the terminal showed until then

    def interrupt(self) -> int:
        """Ctrl-C; returns the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


def users_own(folder: Path) -> Path:
    """Where the user's own Jupyter settings would be in a session over this folder."""
    return folder.parent / "users_own"


@contextmanager
def learning(folder: Path, *options: str):
    """``course learn`` over a folder, from the checkout's own release, for a user without settings."""
    own = {"JUPYTER_RUNTIME_DIR": str(folder.parent / "runtime"), "JUPYTER_CONFIG_DIR": str(users_own(folder))}
    command = [sys.executable, "-m", "course", "learn", "--no-browser", "--folder", str(folder), *options]
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ | own, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:
        try:
            said = ""
            while not (address := ADDRESS.search(said)):
                line = process.stdout.readline()
                assert line, f"the server ended before it gave an address:\n{said}"
                said += line
            yield Session(process, address[0], address[1], int(address[2]), address[3], said)
        finally:
            process.kill()
