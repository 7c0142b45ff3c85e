"""The warm process: imports everything once, then forks a monitor for each child that is asked for.

Started by ``zygote``, with one socket; each message on it is a request in JSON, with a socket of the child's own and
whatever descriptors the child gets. It ends when that socket closes. It never runs a learner's code itself.
"""

import ctypes
import gc
import json
import os
import signal
import socket
import sys

from course.grading.kernels import jail, monitor, preload
from course.grading.kernels.targets import LARGEST, MOST_FDS


def main(fd: int, warm: bool) -> None:
    """Serve requests; without ``warm`` only one, and without importing anything before it."""
    # Ctrl-C is for whoever grades; this process ends when they do.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.path[:] = [path for path in sys.path if path not in ("", os.getcwd())]
    control = socket.socket(fileno=fd)
    gc.disable()  # there is next to no garbage in imports, and looking for it takes a quarter of their time
    missing = preload.everything() if warm else []
    forget_environment()
    settle(warm)
    threads = preload.threads()
    tell = {"ready": threads == 1, "missing": missing, "threads": threads}
    control.send(json.dumps(tell).encode())
    if threads != 1:
        return
    signal.signal(signal.SIGCHLD, reap)
    while True:
        text, fds, _, _ = socket.recv_fds(control, LARGEST, MOST_FDS)
        if not text:
            return
        request = json.loads(text)
        if warm and preload.add(request["settings"].get("imports", [])):
            settle(warm)
            if preload.threads() != 1:
                return
        jail.view(tuple(request["settings"].get("hide", [])))  # worked out before the fork, so that the next knows it too
        if not warm or os.fork() == 0:
            control.close()
            gc.enable()
            monitor.run(socket.socket(fileno=fds[0]), request, fds[1:])
            os._exit(0)
        for fd in fds:
            os.close(fd)


def settle(warm: bool) -> None:
    """Make what is in memory now cheap to fork: no collector looks at it, and its pages are large."""
    gc.freeze()
    if warm:
        preload.gather_memory()


def reap(*_) -> None:
    """Take leave of the monitors that have ended, so that their processor time counts as this process's children's."""
    try:
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass
    except ChildProcessError:
        pass


def forget_environment() -> None:
    """Wipe the copy of the environment that ``/proc/self/environ`` shows of every child as well."""
    with open("/proc/self/stat") as file:
        words = file.read().rpartition(")")[2].split()
    start, end = int(words[47]), int(words[48])  # env_start and env_end, fields 50 and 51
    kept = dict(os.environ)
    os.environ.clear()
    if 0 < start < end:
        ctypes.memset(start, 0, end - start)
    os.environ.update(kept)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] == "warm")
