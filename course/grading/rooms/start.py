"""Start examiners: forked from the warm process, or started cold where that fails."""

import socket

from course.grading.kernels import zygote

# Enough for every test of a notebook; a cell's own time is kept by the grading process.
LIMITS = {"cpu": 3600, "wall": 7200, "memory": 3000}


def examiner(imports: list[str] | tuple = ()) -> tuple[socket.socket, zygote.Child]:
    """A fresh examiner, with ``imports`` (of ``preload.SELDOM``) done: the socket to it, and its process. Raises ZygoteError when none can be started."""
    mine, theirs = socket.socketpair()
    settings = {"limits": LIMITS, "imports": list(imports)}
    with theirs:
        try:
            child = zygote.shared().start("examiner", settings, [theirs.fileno()])
        except zygote.ZygoteGone:
            zygote.discard()
            child = zygote.cold_start("examiner", settings, [theirs.fileno()])
    return mine, child


def end(connection: socket.socket, child: zygote.Child, kill: bool = False) -> None:
    """Let an examiner go; it ends when its socket closes. ``kill``: at once."""
    if kill:
        child.kill()
    try:
        connection.shutdown(socket.SHUT_RDWR)  # whoever still waits for a report stops waiting
    except OSError:
        pass
    connection.close()
