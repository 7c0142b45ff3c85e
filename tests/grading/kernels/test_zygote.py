"""The warm process: it forks what it is asked for, dies with its owner, and is replaced when it dies."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

from course.errors import CourseError
from course.grading.kernels import jail, preload, targets, zygote
from course.grading.kernels.provisioner import JailedProvisioner
from tests.grading.jailed import CONFIG, needs_jail
from tests.grading.kernels.started import config, kernel, started
from tests.grading.kernels.test_limits import descendants

REPOSITORY = Path(__file__).resolve().parents[3]


def gone(pid) -> bool:
    """Whether a process ends within a while."""
    for _ in range(200):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


def test_one_warm_process_serves_all_and_has_everything_imported():
    first = zygote.shared()
    with kernel() as started:
        code = "import sys; print([name in sys.modules for name in ('numpy', 'torch', 'matplotlib.pyplot', 'course.checks')])"
        assert started.ask(code) == f"{[True] * 4}\n"
    assert zygote.shared() is first and first.alive


def test_what_only_some_units_need_is_imported_for_those():
    ask = "import sys; [name in sys.modules for name in ('sklearn.datasets', 'torch._dynamo')]"
    assert preload.seldom_needed("step = torch.optim.SGD(w, lr=1)") == ["torch._dynamo"]
    assert preload.seldom_needed("import numpy\nfrom sklearn.datasets import load_digits") == ["sklearn.datasets"]
    assert preload.seldom_needed("import numpy as np") == []
    zygote.discard()
    try:
        with kernel() as plain, kernel(imports=["sklearn.datasets", "torch._dynamo", "this"]) as asking:
            assert (plain.ask(ask), asking.ask(ask), asking.ask("'this' in sys.modules")) == ("[False, False]", "[True, True]", "False")
    finally:
        zygote.discard()


def test_any_kernel_manager_gets_a_jailed_kernel_by_its_name():
    """As JupyterLab would, from a kernel specification that names the provisioner."""
    manager = AsyncKernelManager(config=config())
    manager._kernel_spec = KernelSpec(display_name="Python 3", language="python", metadata={"kernel_provisioner": {"provisioner_name": "course-jailed"}})
    with started(manager) as running:
        assert running.ask("import sys; 'torch' in sys.modules") == "True"
        assert isinstance(running.provisioner, JailedProvisioner) and running.provisioner.cold == ""


def test_what_was_imported_before_the_fork_works_after_it():
    """Pictures, tracebacks, gradients in other threads: a fork of a process that had used them would hang."""
    with kernel() as started:
        assert started.ask("import torch; x = torch.ones(3, requires_grad=True); (x * x).sum().backward(); x.grad.tolist()") == "[2.0, 2.0, 2.0]"
        assert "Figure" in started.ask("import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.gcf()")
        assert started.ask("1 / 0") == "ZeroDivisionError: division by zero"
        assert started.ask("import threading; t = threading.Thread(target=print, args=['in a thread']); t.start(); t.join()") == "in a thread\n"
        assert started.ask("torch.optim.Adam([x]).step()\nimport subprocess; print(subprocess.run(['echo', 'hi'], capture_output=True).stdout)") == "b'hi\\n'\n"


def test_one_that_died_is_started_again_and_its_kernels_go_on():
    first = zygote.shared()
    with kernel() as old:
        old.ask("x = 5")
        os.kill(first.pid, signal.SIGKILL)
        assert gone(first.pid)
        with kernel() as new:
            assert new.ask("'x' in dir()") == "False" and new.provisioner.cold == ""
        assert old.ask("x") == "5"
    assert zygote.shared() is not first


def test_one_that_died_unnoticed_is_started_again_and_it_is_said(monkeypatch, caplog):
    class Dying:
        left = 1

        def start(self, *_):
            raise zygote.ZygoteGone("the warm process is gone: test")

    real = zygote.shared
    monkeypatch.setattr(zygote, "shared", lambda: Dying() if (left := Dying.left) and not setattr(Dying, "left", left - 1) else real())
    with kernel() as started:
        assert started.ask("1 + 1") == "2"
    assert "it is started again" in caplog.text and "cold" not in caplog.text


def test_what_cannot_be_forked_starts_cold_with_the_same_limits_and_says_so(monkeypatch, caplog):
    def shared():
        raise zygote.ZygoteGone("the warm process has 3 threads and cannot be forked")

    monkeypatch.setattr(zygote, "shared", shared)
    with kernel(memory=400) as started:
        assert "3 threads" in started.provisioner.cold and "starts cold" in caplog.text
        assert started.ask("import sys; 'torch' in sys.modules") == "False"
        assert "MemoryError" in started.ask("x = bytearray(10**10)")
        assert started.ask("import os; os.getcwd()") == ("'/notebook'" if not CONFIG else f"{os.getcwd()!r}")
        pid = started.provisioner.child.pid
    assert gone(pid)


def test_a_kernel_whose_monitor_is_killed_is_dead():
    with kernel() as started:
        pid = started.provisioner.child.pid
        parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        os.kill(parent, signal.SIGKILL)
        assert gone(pid)
        assert started.ask("1") == "dead" and started.provisioner.child.end.why == "gone"


OWNER = """
import sys, time
from tests.grading.kernels.started import kernel
from course.grading.kernels import zygote
with kernel() as started:
    print(zygote.shared().pid, started.provisioner.child.pid, flush=True)
    time.sleep(600)
"""


def test_all_ends_with_the_grading_process():
    owner = subprocess.Popen([sys.executable, "-c", OWNER], cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, stdout=subprocess.PIPE, text=True)
    pids = owner.stdout.readline().split()
    below = descendants(pids[0])
    assert pids[1] in below
    owner.kill()
    owner.wait()
    owner.stdout.close()
    assert all(map(gone, [*pids, *below]))


def test_only_targets_of_the_table():
    with pytest.raises(zygote.ZygoteError, match="KeyError: 'os.system'"):
        zygote.shared().start("os.system", {})
    with pytest.raises(zygote.ZygoteError, match="too large"):
        zygote.shared().start("kernel", {"x": "y" * 300_000})
    assert set(targets.TARGETS) >= {"kernel"} and zygote.shared().alive


def test_files_too_large_for_the_jail_fail_that_kernel_only(tmp_path):
    if CONFIG:
        pytest.skip("without a jail nothing is copied")
    (tmp_path / "big").write_bytes(b"x" * 3_000_000)
    with pytest.raises(zygote.ZygoteError, match="the files beside the notebook are larger"):
        with kernel(cwd=str(tmp_path), disk=4):
            pass


@pytest.fixture
def path_without_bubblewrap(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    jail.refusal.cache_clear()
    yield tmp_path
    jail.refusal.cache_clear()


def test_without_bubblewrap_it_refuses_with_the_way_out(path_without_bubblewrap):
    assert "bubblewrap is not installed" in jail.refusal() and "course grade --no-jail" in jail.refusal()
    with pytest.raises(CourseError, match="not installed"):
        with kernel(jail=True):
            pass


def test_where_namespaces_are_forbidden_it_refuses(path_without_bubblewrap):
    fake = path_without_bubblewrap / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    fake.chmod(0o755)
    assert "(No permissions to create new namespace)" in jail.refusal() and "--no-jail" in jail.refusal()


@needs_jail
def test_a_jail_that_fails_at_the_last_moment_is_no_reason_to_go_without(tmp_path):
    """bubblewrap was there when it was asked, and is not when the cell is made: no kernel outside of it."""
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin" / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: no more' >&2\nexit 1\n")
    fake.chmod(0o755)
    before, jail_said = os.environ["PATH"], jail.refusal()
    zygote.discard()
    os.environ["PATH"] = f"{tmp_path / 'bin'}:{before}"
    try:
        assert jail_said is None
        with pytest.raises(CourseError, match="no more.*--no-jail"):
            with kernel():
                pass
    finally:
        os.environ["PATH"] = before
        zygote.discard()


def test_the_environment_of_the_warm_process_is_small(monkeypatch):
    monkeypatch.setenv("NN1_TEST_SECRET", "x")
    assert "NN1_TEST_SECRET" not in zygote._environment()
    assert json.dumps(zygote._environment())
