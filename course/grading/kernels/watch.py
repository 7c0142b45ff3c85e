"""Look at what a child and all it started use, and say which limit they passed.

With a control group the system itself holds memory and processes; the look is then for time and files alone.
Without one it is all there is, and what happens between two looks is not seen.
"""

import os
import signal
import time

from course.grading.kernels import jail
from course.grading.kernels.limits import MB, Limits, status

CLOCK = os.sysconf("SC_CLK_TCK")
CPU, WALL, MEMORY, PROCESSES, FILES = "cpu", "wall", "memory", "processes", "files"


class Watch:
    """``pid`` is the child's number as this process sees it; in a cell, ``/proc`` shows the cell's processes only."""

    def __init__(self, pid: int, limits: Limits, jailed: bool, group):
        self.pid, self.limits, self.jailed, self.group = pid, limits, jailed, group
        self.deadline = time.monotonic() + limits.wall
        self.cpu_seen, self.memory_seen, self.group_out = 0.0, 0, False

    def look(self) -> str | None:
        """The limit that is passed, or None."""
        pids = self._processes()
        self._count_cpu(pids)
        if self.cpu_seen > self.limits.cpu:
            return CPU
        if time.monotonic() > self.deadline:
            return WALL
        if self.jailed and self._files() > self.limits.files:
            return FILES
        if self.group is not None:
            return MEMORY if self.group.ran_out() else None
        memory, tasks = self._held(pids)
        self.memory_seen = max(self.memory_seen, memory)
        if memory > self.limits.memory * MB:
            return MEMORY
        return PROCESSES if tasks > self.limits.processes else None

    def last_look(self) -> None:
        """What the control group knows after everything has ended."""
        self._count_cpu([])
        self.memory_seen = max(self.memory_seen, self.group.peak() or 0)
        self.group_out = self.group.ran_out()

    def peak(self) -> int:
        """The most memory that was seen in use, in bytes."""
        if self.group is not None:
            self.memory_seen = max(self.memory_seen, self.group.peak() or 0)
        return self.memory_seen

    def verdict(self, code: int) -> str | None:
        """Why the child ended by itself with this exit code (negative: by that signal), as far as a limit is the cause."""
        if code == -signal.SIGXCPU or (code == -signal.SIGKILL and self.cpu_seen > self.limits.cpu - 1):
            return CPU
        if code == -signal.SIGKILL and self.group is not None and self.group.ran_out():
            return MEMORY
        return None

    def _processes(self) -> list[int]:
        if self.jailed:
            return [int(name) for name in os.listdir("/proc") if name.isdigit()]
        found, todo = [], [os.getpid()]
        while todo:
            pid = todo.pop()
            try:
                with open(f"/proc/{pid}/task/{pid}/children") as file:
                    todo += (children := [int(word) for word in file.read().split()])
                found += children
            except OSError:
                continue
        return found

    def _count_cpu(self, pids: list[int]) -> None:
        known = self.group.cpu() if self.group is not None else None
        if known is None:
            known = sum(map(_cpu, pids))
        self.cpu_seen = max(self.cpu_seen, known)

    def _held(self, pids: list[int]) -> tuple[int, int]:
        """Bytes and threads of these processes. Looking closely is dear, so it is done only near the limit."""
        memory = sum(map(_resident, pids))
        if memory > self.limits.memory * MB:
            memory = sum(map(_fair_share, pids))
        return memory, sum(map(_threads, pids))

    def _files(self) -> int:
        total = 0
        for place in (jail.HOME, jail.TEMPORARY, jail.SHARED):
            info = os.statvfs(place)
            total += info.f_files - info.f_ffree
        return total


def _resident(pid: int) -> int:
    """Bytes that a process has in memory, without files; pages shared after a fork count in each process."""
    try:
        held = status(pid)
        return held.get("RssAnon", 0) + held.get("RssShmem", 0)
    except OSError:  # it has just ended
        return 0


def _fair_share(pid: int) -> int:
    """The same with shared pages divided among those who share them, the warm process too."""
    try:
        with open(f"/proc/{pid}/smaps_rollup") as file:
            lines = {line.split(":")[0]: int(line.split()[1]) for line in file if line.endswith("kB\n")}
        return 1024 * (lines["Pss_Anon"] + lines["Pss_Shmem"])
    except (OSError, KeyError):
        return _resident(pid)


def _threads(pid: int) -> int:
    try:
        return len(os.listdir(f"/proc/{pid}/task"))
    except OSError:
        return 0


def _cpu(pid: int) -> float:
    """Seconds of processor time of a process and of its children that were waited for."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            words = file.read().rpartition(")")[2].split()
        return sum(map(int, words[11:15])) / CLOCK
    except (OSError, IndexError):
        return 0.0
