"""Interrupted at any moment, by a real signal, and run again: nothing is graded twice, nothing is missed."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell

from course.grading import scores
from course.grading.course import Course
from tests.grading.fixture_course import REPOSITORY, hand_in, make_course, solved

LEARNERS = [f"learner-{i}" for i in range(5)]
MARK = "COURSE_TEST_OF_INTERRUPTS"


@pytest.fixture()
def course(tmp_path):
    course = make_course(tmp_path / "course", "mini")
    for i, learner in enumerate(LEARNERS):
        nb = solved(course)
        nb.cells = [cell for cell in nb.cells if cell.id != "mini-proof"] if i % 2 else nb.cells
        # Nobody is so quick that all are graded before the signal arrives.
        nb.cells.append(new_code_cell("import time\ntime.sleep(1)"))
        hand_in(course, learner, nb)
    return course


class Grading:
    """A running ``course grade``, whose lines are read as they come."""

    def __init__(self, course):
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUNBUFFERED": "1", MARK: str(course.root)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "course", "grade", "mini", "--workers", "2"], cwd=course.root, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.news: list[str] = []

    def read(self, until: int | None = None) -> None:
        """Read on, to the end or until ``until`` submissions were news."""
        for line in self.process.stdout:
            if found := re.match(r"mini \d+/\d+ (\S+): ", line):
                self.news.append(found[1])
                if len(self.news) == until:
                    return

    def signalled(self, number) -> str:
        self.process.send_signal(number)
        self.read()
        return self.process.communicate()[1]


def left_over(root: Path) -> list[str]:
    """Processes that a grading of this course has started and that are still there."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if f"{MARK}={root}".encode() in (place / "environ").read_bytes().split(b"\0"):
                found.append((place / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found


def files(course) -> dict:
    found = {}
    for path in course.folder("autograded", "*", "mini").parents[1].glob("*/mini/mini.ipynb"):
        found[path.parents[1].name] = (path.stat().st_mtime_ns, path.stat().st_ino)
    return found


def gone(root: Path) -> bool:
    """Whether no process is left, after a while in which kernels notice that their owner is gone."""
    for _ in range(150):
        if not left_over(root):
            return True
        time.sleep(0.1)
    return False


def check_complete(course) -> None:
    lines = {line.learner: line for line in scores.read(Course(course.root), "mini").lines}
    assert sorted(lines) == LEARNERS
    assert all(line.total == 9 and not line.stale and line.state in ("graded", "needs a person") for line in lines.values()), lines


def test_interrupted_in_the_middle(course):
    first = Grading(course)
    first.read(until=2)
    said = first.signalled(signal.SIGINT)
    assert first.process.returncode == 130 and "interrupted; what was finished is kept" in said and "Traceback" not in said
    assert gone(course.root), left_over(course.root)
    kept = {learner: mark for learner, mark in files(course).items() if learner in first.news}
    assert len(kept) == len(first.news) >= 2
    second = Grading(course)
    second.read()
    assert second.process.wait() == 0
    assert sorted(first.news + second.news) == LEARNERS
    assert {learner: files(course)[learner] for learner in kept} == kept
    check_complete(course)


def test_killed_again_and_again(course):
    """Each run is killed as soon as it has graded one; the news of all runs together names everybody once."""
    news: list[str] = []
    for _ in range(len(LEARNERS) + 1):
        grading = Grading(course)
        grading.read(until=1)
        if grading.news:
            grading.signalled(signal.SIGKILL)
        news += grading.news
        if grading.process.wait() == 0:
            break
    else:
        Grading(course).read()
    assert sorted(news) == LEARNERS
    check_complete(course)
    assert gone(course.root), left_over(course.root)


def test_killed_before_anything_was_graded(course):
    grading = Grading(course)
    while not list((course.root / "autograded").glob("*")) and grading.process.poll() is None:
        time.sleep(0.01)
    grading.signalled(signal.SIGKILL)
    again = Grading(course)
    again.read()
    assert sorted(grading.news + again.news) == LEARNERS
    check_complete(course)
