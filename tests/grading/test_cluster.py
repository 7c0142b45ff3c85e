"""``course grade --scheduler``: worker processes of a real Dask scheduler, one of them killed in the middle."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from distributed import LocalCluster

from course.errors import CourseError
from course.grading import execution
from course.grading.cluster import Cluster
from course.grading.course import Course
from course.grading.execution import Job
from tests.grading.faults import GRADED
from tests.grading.fixture_course import REPOSITORY, hand_in, make_course, run
from tests.grading.jailed import CONFIG
from tests.grading.test_parallel import draws, everything

SLOW = "import time; time.sleep(2)"  # so that a kill hits an execution
KINDS = ("right", "blank", "partial", "torn")


@pytest.fixture(scope="module")
def dask():
    """A scheduler and three worker processes."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(REPOSITORY)
    with LocalCluster(n_workers=3, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster:
        yield cluster
    if before is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = before


@pytest.fixture()
def course(tmp_path):
    course = make_course(tmp_path / "course", "mini")
    for i in range(8):
        nb = GRADED[KINDS[i % 4]](course)
        next(cell for cell in nb.cells if cell.cell_type == "code").source += f"\n{SLOW}"
        hand_in(course, f"{KINDS[i % 4]}-{i}", nb)
    return course


def test_a_worker_that_is_killed_loses_nothing(dask, course, tmp_path):
    shutil.copytree(course.root, tmp_path / "serial")
    serial = Course(tmp_path / "serial")
    assert run(serial, "grade", "mini", "--workers", 1)[0] == 0
    process = subprocess.Popen(
        [sys.executable, "-m", "course", "grade", "mini", "--scheduler", dask.scheduler_address], cwd=course.root,
        env={**os.environ, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    news, killed = [], None
    for line in process.stdout:
        if found := re.match(r"mini \d+/\d+ (\S+): ", line):
            news.append(found[1])
            if len(news) == 2:
                killed = kill_a_busy_worker(dask)
    assert process.wait() == 0, process.stderr.read()
    assert killed and sorted(news) == course.learners("mini")
    assert everything(course) == everything(serial) and draws(course) == draws(serial)


def kill_a_busy_worker(dask) -> int:
    """SIGKILL for a worker process that is executing something; returns its process id."""
    busy = next(state for state in dask.scheduler.workers.values() if state.processing)
    pid = next(worker.pid for worker in dask.workers.values() if worker.worker_address == busy.address)
    assert pid != os.getpid() and Path(f"/proc/{pid}").exists()
    os.kill(pid, signal.SIGKILL)
    return pid


def test_learners_code_runs_in_no_worker(dask):
    nb = '{"cells": [%s], "metadata": {"kernelspec": {"name": "python3"}}, "nbformat": 4, "nbformat_minor": 5}'
    cell = '{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": null, "source": "import os; os._exit(3)"}'
    job = Job(nb % cell, {}, {"traits": {"timeout": 20, "shutdown_kernel": "immediate"}, "config": CONFIG, "at": {}})
    with Cluster(dask.scheduler_address) as cluster:
        before = {worker.pid for worker in dask.workers.values()}
        assert "KernelDied" in cluster.submit(job).result(timeout=60)
        assert {worker.pid for worker in dask.workers.values()} == before


def test_what_a_task_raises_arrives(dask):
    job = Job("no notebook", {}, {"traits": {}, "config": {}, "at": {}})
    with Cluster(dask.scheduler_address) as cluster:
        assert isinstance(cluster.submit(job).exception(timeout=60), ValueError)


def test_no_scheduler_and_no_worker_are_answered(dask):
    with pytest.raises(CourseError, match="there is no Dask scheduler at 'tcp://127.0.0.1:1'"):
        Cluster("tcp://127.0.0.1:1", patience=1)
    with LocalCluster(n_workers=0, processes=False, dashboard_address=":0") as empty:
        with pytest.raises(CourseError, match="no worker has joined"):
            Cluster(empty.scheduler_address, patience=1)


def test_a_scheduler_that_goes_away_ends_the_run_and_marks_nobody(course):
    lonely = LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=":0")
    with Cluster(lonely.scheduler_address, patience=3) as cluster:
        future = cluster.submit(Job("{}", {}, {"traits": {}, "config": {}, "at": {}}))
        future.exception(timeout=60)
        lonely.close()
        late = cluster.submit(Job("{ }", {}, {"traits": {}, "config": {}, "at": {}}))
        assert isinstance(late.exception(timeout=90), CourseError)


def test_a_worker_with_other_versions_refuses():
    mine = execution.fingerprint()
    assert {"Python", "numpy", "torch", "course"} <= set(mine)
    with pytest.raises(CourseError, match=r"has numpy .* where 0.1 is asked for; install the same there"):
        execution.execute_there("{}", {}, {}, {**mine, "numpy": "0.1"})


def test_workers_and_scheduler_are_alternatives(tmp_path):
    with pytest.raises(SystemExit):
        run(make_course(tmp_path), "grade", "mini", "--workers", 2, "--scheduler", "tcp://127.0.0.1:1")
