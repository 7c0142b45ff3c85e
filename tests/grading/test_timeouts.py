"""What runs out of time beside others is run once more alone before it counts."""

import json
import os
import subprocess
import sys
import threading

import nbformat
import pytest

from course.grading import execution, gate
from course.grading.execution import Job, TimedOut
from course.grading.pool import Pool
from course.grading.verdict import judge
from tests.grading.fixture_course import REPOSITORY
from tests.grading.jailed import CONFIG
from tests.grading.test_execute import notebook

SETTINGS = {"traits": {"timeout": 2, "shutdown_kernel": "immediate"}, "config": CONFIG, "at": {}}
ASK = "import sys; from course.grading import gate; import fcntl, os; " \
    "fd = os.open(gate.folder() / 'running.lock', os.O_RDWR | os.O_CREAT); fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)"


@pytest.fixture(autouse=True)
def own_gate(tmp_path, monkeypatch):
    """Locks of this test's own, so that nobody else's grading holds it up."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(gate.tempfile, "tempdir", None)


def others_may_execute() -> bool:
    """Asked of another process, as another worker on this machine would."""
    done = subprocess.run([sys.executable, "-c", ASK], env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, capture_output=True, text=True)
    assert done.returncode == 0 or "BlockingIOError" in done.stderr, done.stderr
    return done.returncode == 0


def test_the_second_try_is_alone_and_counts(monkeypatch):
    tries = []

    def slow_beside_others(notebook, files, settings, first_try=False):
        tries.append((first_try, others_may_execute()))
        if first_try:
            raise TimedOut
        return "done"

    monkeypatch.setattr(execution, "execute", slow_beside_others)
    assert execution.execute_among_others("{}", {}, {}) == "done"
    assert tries == [(True, True), (False, False)] and others_may_execute()


def test_newcomers_wait_for_who_waits_to_be_alone():
    """Or somebody who waits would wait for ever in a large class."""
    order, first_in, let_go = [], threading.Event(), threading.Event()

    def first():
        with gate.among_others():
            first_in.set()
            let_go.wait(10)
            order.append("first")

    def lonely():
        with gate.alone():
            order.append("alone")

    def newcomer():
        with gate.among_others():
            order.append("newcomer")

    threads = [threading.Thread(target=first)]
    threads[0].start()
    assert first_in.wait(10)
    threads.append(threading.Thread(target=lonely))
    threads[1].start()
    while _free("turn"):  # until it holds the turn
        pass
    threads.append(threading.Thread(target=newcomer))
    threads[2].start()
    let_go.set()
    for thread in threads:
        thread.join(10)
    assert order == ["first", "alone", "newcomer"]


def _free(name: str) -> bool:
    import fcntl

    descriptor = os.open(gate.folder() / f"{name}.lock", os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def test_a_real_loop_is_given_up_at_once_and_counts_when_alone():
    text = json.dumps(notebook("x = 1", "while True: pass", "y = x + 1"))
    with pytest.raises(TimedOut):
        execution.execute(text, {}, SETTINGS, first_try=True)
    with Pool(2) as pool:
        done = nbformat.reads(pool.submit(Job(text, {}, SETTINGS)).result(timeout=60), as_version=4)
    assert done.metadata.course_grading.losses == ["Ran longer than 2 s and was interrupted: cell 2."]
    assert judge(done.cells[-1]) == (1.0, None) and done.cells[2].execution_count


def test_a_stopped_execution_has_no_result():
    text = json.dumps(notebook("import time; time.sleep(60)"))
    pool = Pool(2)
    futures = [pool.submit(Job(text, {}, {**SETTINGS, "traits": {"timeout": 50, "shutdown_kernel": "immediate"}})) for _ in range(3)]
    while not execution._Running.steps:
        pass
    pool.close()
    assert all(future.cancelled() or isinstance(future.exception(timeout=10), execution.Stopped) for future in futures)
    assert not execution._Running.steps and not list(gate.folder().glob("run-*"))


def test_folders_of_killed_runs_are_removed_and_others_are_not():
    left, young = gate.folder() / "run-left", gate.folder() / "run-young"
    for place in (left, young):
        place.mkdir()
        (place / "answer.csv").write_text("1")
    os.utime(left, (1, 1))
    with gate.run_folder() as mine:
        os.utime(mine, (1, 1))
        with gate.run_folder() as other:
            assert mine.exists() and other.exists() and young.exists() and not left.exists()
    assert not mine.exists() and not other.exists()
