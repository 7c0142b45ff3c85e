"""Start examiners: forked from one warm process of the grading process, which is started again when it has died."""

import array
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

_lock = threading.Lock()
_warm: tuple[subprocess.Popen, socket.socket] | None = None


def examiner() -> tuple[socket.socket, int]:
    """A fresh examiner: the socket to it, and its process id. Raises OSError when none can be started."""
    mine, theirs = socket.socketpair()
    with theirs, _lock:
        for last in (False, True):
            try:
                _, boss = _running()
                boss.sendmsg([b"e"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [theirs.fileno()]))])
                if pid := boss.recv(8, socket.MSG_WAITALL):
                    return mine, int.from_bytes(pid, "big")
                raise OSError("the examiners' warm process has ended")
            except OSError:
                _forget()
                if last:
                    raise
    raise OSError("no examiner")


def _running():
    global _warm
    if _warm is None or _warm[0].poll() is not None:
        mine, theirs = socket.socketpair()
        home = str(Path(__file__).resolve().parents[3])
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH", "")])), "OMP_NUM_THREADS": "1"}
        with theirs:
            process = subprocess.Popen(
                [sys.executable, "-m", "course.grading.rooms.warm", str(theirs.fileno())],
                pass_fds=[theirs.fileno()], env=environment, stdin=subprocess.DEVNULL, cwd=home,
            )  # fmt: skip
        if mine.recv(1) != b"!":
            raise OSError("the examiners' warm process did not start")
        _warm = process, mine
    return _warm


def _forget() -> None:
    global _warm
    if _warm is not None:
        process, boss = _warm
        boss.close()
        process.wait()
        _warm = None


def end(connection: socket.socket, pid: int, kill: bool = False) -> None:
    """Let an examiner go; it ends when its socket closes. ``kill``: at once."""
    if kill:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    try:
        connection.shutdown(socket.SHUT_RDWR)  # whoever still waits for a report stops waiting
    except OSError:
        pass
    connection.close()
