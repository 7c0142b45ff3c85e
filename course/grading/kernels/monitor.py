"""Between the grading process and one child: makes the cell, puts the child into it, watches, reports.

A monitor is a fork of the warm process. It talks to whoever asked for the child over one socket, in JSON: first
``{"pid": ...}`` or ``{"error": ..., "refused": ...}``, at last ``{"end": {...}}``. When that socket closes, it ends
the child and everything the child started.
"""

import contextlib
import json
import os
import resource
import select
import signal
import socket
import time
import traceback

from course.grading.kernels import cgroups, jail, namespaces, targets
from course.grading.kernels.cell import Cell, copy_files
from course.grading.kernels.limits import MB, Limits
from course.grading.kernels.watch import Watch

TICK = 0.2  # seconds between two looks


def run(conn: socket.socket, request: dict, fds: list[int]) -> None:
    """Serve one child from its start to its end; the process ends with it."""
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    monitor = None
    try:
        monitor = Monitor(request, fds)
        monitor.start(conn)
    except Exception as error:
        if monitor is not None:
            monitor.clear()
        tell(conn, {"error": f"{type(error).__name__}: {error}", "refused": isinstance(error, jail.Refused)})
        return
    tell(conn, {"pid": monitor.pid, "weaker": monitor.weaker})
    end = monitor.until_end(conn)
    monitor.clear()
    tell(conn, {"end": end | {"cpu": monitor.cpu()}})


def tell(conn: socket.socket, message: dict) -> None:
    try:
        conn.send(json.dumps(message).encode())
    except OSError:  # whoever asked is gone
        pass


class Monitor:
    """One child, with its cell and its control group where it has them."""

    def __init__(self, request: dict, fds: list[int]):
        self.request, self.fds = request, fds
        self.settings = request["settings"]
        self.target = targets.load(request["target"])
        self.jailed = self.target.jailed and self.settings.get("jail", True)
        self.limits = Limits(**self.settings.get("limits", {}))
        self.cell = self.group = None
        self.why = None
        self.pid = 0
        self.weaker: list[str] = []

    def start(self, conn: socket.socket) -> None:
        files = self.settings.get("files") if self.jailed else None
        files = os.open(files, os.O_RDONLY | os.O_DIRECTORY) if files else None
        self.group = cgroups.make(f"course-{os.getpid()}-{time.monotonic_ns()}", self.limits)
        if self.group is None:
            self.weaker.append("memory and processes are counted every 0.2 s, and not held by a control group")
        if self.jailed:
            self.cell = Cell(self.limits, self.settings.get("hide", []), self.settings.get("meeting"))
            self.cell.join()
            if files is not None:
                copy_files(files, jail.HOME, self.limits.disk * MB // 2)
                os.close(files)
        else:
            # Whatever the child leaves behind comes to us, so that it can be ended.
            namespaces.prctl(namespaces.PR_SET_CHILD_SUBREAPER, 1)
        self._fork(conn)
        self.watch = Watch(self.pid, self.limits, self.jailed, self.group)

    def _fork(self, conn: socket.socket) -> None:
        """Fork the child, which does nothing before it is in its control group."""
        wait, go = os.pipe()
        self.trouble, trouble = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(go)
                conn.close()
                os.read(wait, 1)
                self._become_the_child(trouble)
            except BaseException as error:
                traceback.print_exc()  # seen where the target is not quiet
                with contextlib.suppress(OSError):  # closed when the target began
                    os.write(trouble, f"{type(error).__name__}: {error}".encode()[:1000])
                os._exit(70)
            os._exit(0)
        for fd in (wait, trouble, *self.fds):
            os.close(fd)
        self.handle = os.pidfd_open(self.pid)
        try:
            if self.group is not None:
                self.group.add(self.pid)
        except OSError:
            self.group.remove()
            self.group = None
        os.write(go, b"1")
        os.close(go)

    def _become_the_child(self, trouble: int) -> None:
        namespaces.die_with_parent()
        os.setsid()
        *fds, trouble = keep_only([*self.fds, trouble], quiet=self.target.quiet)
        if self.jailed:
            namespaces.become(jail.USER)
            namespaces.die_with_parent()  # a change of user had undone it
        else:
            namespaces.prctl(namespaces.PR_SET_NO_NEW_PRIVS, 1)
            os.chdir(self.settings.get("cwd") or "/")
        os.umask(0o022)
        with open("/proc/self/oom_score_adj", "w") as file:
            file.write("1000")
        self.limits.of_one_process()
        os.close(trouble)
        self.target.run(self.settings, fds)

    def until_end(self, conn: socket.socket) -> dict:
        """Wait for the child's end, pass signals on, and end it when a limit is reached or nobody waits any more."""
        poll = select.poll()
        poll.register(self.handle, select.POLLIN)
        poll.register(conn, select.POLLIN)
        while True:
            ready = {fd for fd, _ in poll.poll(TICK * 1000)}
            if self.handle in ready:
                break
            if conn.fileno() in ready and not self._obey(conn):
                poll.unregister(conn)
            if self.why is None:
                self.why = self.watch.look()
                if self.why is not None:
                    self._kill()
        _, status = os.waitpid(self.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        said = os.read(self.trouble, 1000).decode(errors="replace")
        return {"said": said, "code": code, "why": self.why or self.watch.verdict(code), "memory": self.watch.peak()}

    def _obey(self, conn: socket.socket) -> bool:
        try:
            words = conn.recv(1024)
        except OSError:
            words = b""
        if not words:
            self.why = "gone"
            self._kill()
            return False
        number = json.loads(words)["signal"]
        if number == signal.SIGKILL:
            self.why = "asked"
            self._kill()
        else:
            signal.pidfd_send_signal(self.handle, number)
        return True

    def _kill(self) -> None:
        try:
            signal.pidfd_send_signal(self.handle, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def cpu(self) -> float:
        """Seconds of processor time that the child and all it started used, and the watching, once they are gone."""
        theirs, mine = (resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
        return max(self.watch.cpu_seen, theirs.ru_utime + theirs.ru_stime) + mine.ru_utime + mine.ru_stime

    def clear(self) -> None:
        """End what the child left running, and take the cell down."""
        if self.cell is not None:
            self.cell.end()
        elif self.pid:
            end_descendants()
        if self.group is not None:
            if self.pid:
                self.watch.last_look()
            self.group.remove()
            self.group = None


def keep_only(fds: list[int], quiet: bool) -> list[int]:
    """Close every descriptor but ``fds``, which move to 3 and up. Standard input is null; if ``quiet``, so are the others."""
    null = os.open(os.devnull, os.O_RDWR)
    high = max(200, null, *fds) + 1
    for i, fd in enumerate(fds):
        os.dup2(fd, high + i)
    for standard in (0, 1, 2) if quiet else (0,):
        os.dup2(null, standard)
    os.closerange(3, high)
    for i in range(len(fds)):
        os.dup2(high + i, 3 + i, inheritable=False)
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    os.closerange(3 + len(fds), min(most, 2**20) if most > 0 else 2**20)
    return list(range(3, 3 + len(fds)))


def end_descendants() -> None:
    """End the processes that an unjailed child left behind: orphans become children of this process."""
    while True:
        mine = [int(pid) for pid in _children(os.getpid())]
        if not mine:
            return
        for pid in mine:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass


def _children(pid: int) -> list[str]:
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return file.read().split()
