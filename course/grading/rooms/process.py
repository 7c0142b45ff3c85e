"""The examiner's process: reads tasks from the grading process, one JSON line each, and writes a report for each.

A task names a socket to listen at; the learner's kernel connects to it and is asked over it. The process has no rights
that the grading process lacks, opens nothing of the learner's, and has its own limits (``start.LIMITS``).
"""

import contextlib
import json
import os
import select
import socket
from time import monotonic

LINE = 64 * 2**20


def run(settings: dict, fds: list[int]) -> None:
    """Serve the grading process at the other end of ``fds[0]`` until it closes. The target of the zygote."""
    from course.grading.rooms.examiner import Examiner

    os.environ["NBGRADER_EXECUTION"] = "autograde"  # as nbgrader tells a kernel
    examiner = Examiner()
    # A grading process that was interrupted is gone in the middle of a test; nobody is left to be told.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError), socket.socket(fileno=fds[0]) as boss:
        reader = boss.makefile("rb")
        while line := reader.readline(LINE):
            if line == b"-\n":
                continue  # meant for a task that has ended
            task = json.loads(line)
            report = _examine(examiner, task, boss)
            boss.sendall(json.dumps(report).encode() + b"\n")


def _examine(examiner, task: dict, boss: socket.socket) -> dict:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(task["path"])
        try:
            os.chmod(task["path"], 0o666)  # the kernel may run as nobody; the folder is private
            listener.listen(1)
            boss.sendall(b'{"listening": true}\n')
            ready, _, _ = select.select([listener, boss], [], [], task["seconds"])
            if listener not in ready:
                if boss in ready:
                    boss.recv(2)  # the kernel gave up before it connected
                return {"outputs": [], "trouble": "NoReply", "asked": 0}
            connection, _ = listener.accept()
        finally:
            os.unlink(task["path"])
    try:
        return examiner.run(task, connection, monotonic() + task["seconds"])
    except Exception as error:  # the fault of a master's imports, or of this package
        return {"outputs": [], "trouble": f"{type(error).__name__}: {error}", "asked": 0, "fault": True}
    finally:
        connection.close()

