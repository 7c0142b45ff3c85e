"""Control groups of both generations, in a made-up file system: what is written where, and what is read back."""

from pathlib import Path

import pytest

from course.grading.kernels import cgroups
from course.grading.kernels.limits import Limits

LIMITS = Limits(memory=300, processes=40)
FILES = {
    2: {"cgroup.procs": "", "memory.max": "max", "memory.swap.max": "max", "pids.max": "max", "memory.peak": "123456\n",
        "memory.events": "low 0\nmax 3\noom 1\noom_kill 0\n", "cpu.stat": "usage_usec 2500000\nuser_usec 1\n"},
    1: {"cgroup.procs": "", "memory.limit_in_bytes": "-1", "pids.max": "max", "memory.max_usage_in_bytes": "123456\n",
        "memory.oom_control": "oom_kill_disable 0\nunder_oom 0\noom_kill 0\n", "cpuacct.usage": "2500000000\n"},
}  # fmt: skip


@pytest.fixture(params=[2, 1])
def machine(request, tmp_path, monkeypatch):
    """The mount of a machine whose groups come with their files, and the text of /proc/self/cgroup."""
    if request.param == 2:
        (tmp_path / "user.slice").mkdir()
        (tmp_path / "cgroup.controllers").write_text("cpu memory pids")
        (tmp_path / "user.slice" / "cgroup.subtree_control").write_text("memory pids")
        own = "0::/user.slice/session.scope\n"
    else:
        for name in ("memory", "pids", "cpuacct"):
            (tmp_path / name / "here").mkdir(parents=True)
        own = "4:memory:/here\n3:pids:/here\n2:cpu,cpuacct:/here\n0::/\n"
    plain = Path.mkdir

    def mkdir(self, *args, **kwargs):
        plain(self, *args, **kwargs)
        for name, text in FILES[request.param].items():
            (self / name).write_text(text)

    monkeypatch.setattr(Path, "mkdir", mkdir)
    monkeypatch.delenv(cgroups.WITHOUT, raising=False)
    return request.param, tmp_path, own


def places(version, mount):
    return {"memory": mount / "user.slice" / "g", "pids": mount / "user.slice" / "g"} if version == 2 else {
        "memory": mount / "memory" / "here" / "g", "pids": mount / "pids" / "here" / "g"}  # fmt: skip


def test_limits_are_written_and_figures_read(machine):
    version, mount, own = machine
    group = cgroups.make("g", LIMITS, mount, own)
    at = places(version, mount)
    assert (at["memory"] / ("memory.max" if version == 2 else "memory.limit_in_bytes")).read_text() == "300000000"
    assert (at["pids"] / "pids.max").read_text() == "40"
    group.add(4711)
    assert all((place / "cgroup.procs").read_text() == "4711" for place in at.values())
    assert group.cpu() == 2.5 and group.peak() == 123456 and not group.ran_out()
    events = at["memory"] / ("memory.events" if version == 2 else "memory.oom_control")
    events.write_text(events.read_text().replace("oom_kill 0", "oom_kill 1"))
    assert group.ran_out()


def test_where_a_group_cannot_be_made_nothing_is_left(machine, monkeypatch):
    version, mount, own = machine
    removed = []
    monkeypatch.setattr(cgroups.os, "rmdir", lambda place, **_: removed.append(Path(place)))
    plain = Path.write_text

    def write_text(self, text, *args, **kwargs):
        if self.name == "pids.max" and text == "40":
            raise PermissionError(self)
        return plain(self, text, *args, **kwargs)

    monkeypatch.setattr(Path, "write_text", write_text)
    assert cgroups.make("g", LIMITS, mount, own) is None
    assert set(places(version, mount).values()) <= set(removed)


def test_a_machine_without_them(tmp_path):
    assert cgroups.make("g", LIMITS, tmp_path, "0::/\n") is None
    assert cgroups.make("g", LIMITS, tmp_path, "4:memory:/x\n3:pids:/x\n") is None
    assert list(tmp_path.iterdir()) == []
