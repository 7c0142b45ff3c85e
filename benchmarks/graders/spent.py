"""Wall time and processor time of a command with everything that it starts."""

import ctypes
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from measure import environment

PR_SET_CHILD_SUBREAPER = 36


@dataclass
class Spent:
    wall: float
    cpu: float


def adopt_orphans() -> None:
    """Let processes whose parent ends become this one's children, so that their time is counted (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def run(command: list[str], folder: Path, most_status: int = 0, **more: str) -> Spent:
    """Run a command in ``folder``; ``more`` are variables for its environment. SystemExit when it fails."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment() | more, capture_output=True, text=True)
    wall = time.perf_counter() - start
    if done.returncode > most_status:
        raise SystemExit(f"{' '.join(command)} failed with status {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    _reap_orphans()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _reap_orphans(patience: float = 10) -> None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.01)
        except ChildProcessError:
            return
