"""A control group for each kernel, where this machine lets us make one: limits on all its processes together.

Both generations are known: one tree for all controllers (version 2), and one for each (version 1).
"""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from course.grading.kernels.limits import MB, Limits

MOUNT = Path("/sys/fs/cgroup")
WANTED = ("memory", "pids")
WITHOUT = "LC_COURSE_WITHOUT_GROUPS"  # set it to grade as a machine does that makes no groups; the tests do


@dataclass
class Group:
    """The folders of one group (one of version 2, one for each controller of version 1), kept open by descriptor."""

    folders: dict[str, Path]
    version: int

    def __post_init__(self):
        # The jail shows no cgroup file system: what is needed after joining it is opened before.
        places = dict.fromkeys(self.folders.values())
        self._join = [os.open(place / "cgroup.procs", os.O_WRONLY) for place in places]
        self._parents = [(os.open(place.parent, os.O_RDONLY), place.name) for place in places]
        self._fds = {name: os.open(path, os.O_RDONLY) for name, path in self._files().items() if path.exists()}

    def _files(self) -> dict[str, Path]:
        memory, cpu = self.folders["memory"], self.folders.get("cpuacct", self.folders["memory"])
        names = (
            {"peak": memory / "memory.peak", "killed": memory / "memory.events", "cpu": cpu / "cpu.stat"}
            if self.version == 2
            else {"peak": memory / "memory.max_usage_in_bytes", "killed": memory / "memory.oom_control", "cpu": cpu / "cpuacct.usage"}
        )
        return names

    def add(self, pid: int) -> None:
        """Put a process in. Raises OSError where that is refused."""
        for fd in self._join:
            os.write(fd, str(pid).encode())

    def _read(self, name: str) -> dict[str, int]:
        """The figures of a file; a file that holds only a number has it under the empty name."""
        if name not in self._fds:
            return {}
        words = [line.split() for line in os.pread(self._fds[name], 4096, 0).decode().splitlines()]
        return {line[0] if len(line) == 2 else "": int(line[-1]) for line in words if line and line[-1].isdigit()}

    def cpu(self) -> float | None:
        """Seconds of processor time of all processes that ever were in the group."""
        told = self._read("cpu")
        if self.version == 2:
            return told["usage_usec"] / 1e6 if "usage_usec" in told else None
        return told[""] / 1e9 if "" in told else None

    def peak(self) -> int | None:
        """The most memory that the group held at once, in bytes."""
        return self._read("peak").get("")

    def ran_out(self) -> bool:
        """Whether the system killed one of the processes because the group's memory was used up."""
        return bool(self._read("killed").get("oom_kill", 0))

    def remove(self) -> None:
        """Remove the group, whose processes are gone."""
        for parent, name in self._parents:
            for _ in range(50):
                try:
                    os.rmdir(name, dir_fd=parent)
                    break
                except OSError:  # a process that is just ending still counts
                    time.sleep(0.002)
            os.close(parent)
        for fd in (*self._join, *self._fds.values()):
            os.close(fd)


def make(name: str, limits: Limits, mount: Path = MOUNT, own: str | None = None) -> Group | None:
    """A new group with these limits, or None where this machine does not let us make one.

    ``own`` is the text of ``/proc/self/cgroup``; ``name`` must be a name that is not in use.
    """
    if os.environ.get(WITHOUT):
        return None
    own = Path("/proc/self/cgroup").read_text() if own is None else own
    where = {kind: path for _, kinds, path in (line.split(":", 2) for line in own.splitlines()) for kind in kinds.split(",")}
    for version, parents in ((2, _parents(mount, where.get(""))), (1, _parents_1(mount, where))):
        for parent in parents:
            group = _make(name, limits, parent, version)
            if group is not None:
                return group
    return None


def _parents(mount: Path, path: str | None):
    """Version 2: beside our own group, else below the top; in our own group processes and groups cannot mix."""
    if path is None or not (mount / "cgroup.controllers").exists():
        return
    here = mount / path.strip("/")
    for parent in dict.fromkeys([here.parent if here != mount else mount, mount]):
        enabled = parent / "cgroup.subtree_control"
        if enabled.exists() and set(WANTED) <= set(enabled.read_text().split()):
            yield dict.fromkeys(WANTED, parent)


def _parents_1(mount: Path, where: dict[str, str]):
    if all(name in where and (mount / name).is_dir() for name in WANTED):
        named = [name for name in (*WANTED, "cpuacct") if name in where and (mount / name).is_dir()]
        yield {name: _existing(mount / name, where[name]) for name in named}


def _existing(mount: Path, path: str) -> Path:
    """Our own group; in a container its path is sometimes that of another view, and then the top is ours."""
    place = mount / path.strip("/")
    return place if place.is_dir() else mount


def _make(name: str, limits: Limits, parents: dict[str, Path], version: int) -> Group | None:
    folders = {kind: parent / name for kind, parent in parents.items()}
    made: list[str] = []
    memory = str(limits.memory * MB)
    values = (
        [("memory", "memory.max", memory), ("memory", "memory.swap.max", "0"), ("pids", "pids.max", str(limits.processes))]
        if version == 2
        else [("memory", "memory.limit_in_bytes", memory), ("memory", "memory.memsw.limit_in_bytes", memory),
              ("pids", "pids.max", str(limits.processes))]
    )  # fmt: skip
    try:
        for place in dict.fromkeys(folders.values()):
            place.mkdir()
            made.append(str(place))
        for kind, file, value in values:
            path = folders[kind] / file
            if path.exists() or "sw" not in file:  # a system without swap has no limit on it
                path.write_text(value)
        return Group(folders, version)
    except OSError:
        for place in made:
            os.rmdir(place)
        return None
