"""A class of submissions that attack the machine: everybody else is graded, and each of them says why.

Each attack stands in a cell of its own before the last exercise, so that right solutions still earn their points.
"""

import subprocess

import nbformat
import pytest
from nbformat.v4 import new_code_cell

from course.grading import ledger, scores
from course.grading.course import Course
from tests.grading.fixture_course import find, hand_in, make_course, run, solved
from tests.grading.jailed import needs_jail

pytestmark = needs_jail  # on the machine itself nobody should run these

LIMITS = """
c.Execute.timeout = 6
c.Execute.iopub_timeout = 2
c.JailedProvisioner.cpu = 20
c.JailedProvisioner.memory = 500
c.JailedProvisioner.processes = 60
c.JailedProvisioner.disk = 40
c.JailedProvisioner.files = 2000
"""
ENDED = "Ended the Python process: cell"
# Learner: (the attack, what the reason says, what the cell's own output says).
ATTACKS = {
    "loop": ("while True: pass", "Ran longer than 6 s and was interrupted: cell", ""),
    "loop in C": ("import itertools\nsum(itertools.repeat(0))", "Ran longer than 6 s and could not be interrupted: cell", ""),
    "fork bomb": ("import os\nwhile True:\n    try: os.fork()\n    except OSError: pass", "cell", ""),
    "memory": ("x = bytearray(10**10)", "", "MemoryError"),
    "memory, many": (
        "import os, time\nfor _ in range(12):\n    if os.fork() == 0:\n        x = bytearray(b'x' * 90_000_000); time.sleep(60)\ntime.sleep(60)",
        "Used more than 500 MB of memory, and its Python process was ended: cell", "",
    ),
    "disk": ("for i in range(100): open(f'{i}', 'wb').write(b'x' * 1_000_000)", "", "No space left on device"),
    "files": ("import time\nfor i in range(9000): open(f'{i}', 'w').close()\ntime.sleep(5)", "Wrote more than 2000 files", ""),
    "gigabyte": ("for _ in range(1000): print('x' * 1_000_000)", "", "was cut off"),
    "exit": ("import os; os._exit(0)", ENDED, ""),
    "kill": ("import os; os.kill(os.getpid(), 9)", ENDED, ""),
    "kill all": ("import os; os.kill(-1, 9)\nos.kill(os.getpid(), 9)", ENDED, ""),
    "parent": ("import os; print('parent', os.getppid())\nos.kill(1, 9)", "", "parent 0"),
    "descriptors": ("import os; os.closerange(3, 10**4)", "cell", ""),
    "sockets": ("import shutil, os\nfor place in ('/meeting', '/tmp', '/notebook', '/dev'): shutil.rmtree(place, ignore_errors=True)\nprint('swept')", "", "swept"),
    "clock": ("import time\ntime.monotonic = time.time = time.perf_counter = lambda: 0\ntime.clock_settime(time.CLOCK_REALTIME, 0)", "", "PermissionError"),
    "daemon": ("import subprocess\nsubprocess.Popen(['setsid', 'sleep', '31557600'])\nprint('left')", "", "left"),
    "segfault": ("import ctypes; ctypes.string_at(0)", ENDED, ""),
    "threads": ("import threading, time\nfor _ in range(500): threading.Thread(target=time.sleep, args=(99,), daemon=True).start()", "", "can't start new thread"),
    # Names, with nothing wrong in them.
    "o'hara  née Ünïçödé 学生": ("1", "", "1"),
    "a b; rm -rf (x) & #!~": ("1", "", "1"),
}


def attacked(course, code):
    nb = solved(course)
    nb.cells.insert(nb.cells.index(find(nb, "mini-share")), new_code_cell(code, id="attack"))
    return nb


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("attacks") / "a course, it's 'odd' ü", "mini", extra=LIMITS)
    for learner, (code, _, _) in ATTACKS.items():
        hand_in(course, learner, attacked(course, code))
    for learner in ("aa honest", "zz honest"):
        hand_in(course, learner, solved(course))
    for learner in (" .. up", 'quo"ted', "back\\slash"):
        hand_in(course, learner, solved(course))
    status, out, err = run(course, "grade", "mini")
    assert status == 1, err  # three names cannot be learners' names
    return course, {line.learner: line for line in scores.read(Course(course.root), "mini").lines}, out + err


def points(line):
    return tuple(line.points[name].total for name in ("double", "mean-double", "share"))


def test_everybody_else_is_graded(graded):
    _, lines, _ = graded
    for learner in ("aa honest", "zz honest"):
        assert points(lines[learner]) == (3, 3, 3) and lines[learner].reason == "", lines[learner].reason
    for learner in (" .. up", 'quo"ted', "back\\slash"):
        assert lines[learner].state == ledger.REFUSED and "rename it" in lines[learner].reason


@pytest.mark.parametrize("learner", ATTACKS)
def test_an_attack_costs_at_most_its_author_and_is_said(graded, learner):
    course, lines, _ = graded
    line = lines[learner]
    _, reason, output = ATTACKS[learner]
    assert line.points, (line.state, line.reason)
    if learner == "threads" and points(line)[2] < 3:
        reason = "Gave no readable answers to its tests: mini-share"  # its threads may leave none for the tests to be answered
    assert reason in line.reason and (reason or line.state == ledger.GRADED), line.reason
    assert line.state == (ledger.LOSSES if reason else ledger.GRADED)
    # What came before the attack was worth its points; what came after as well, where a new kernel took over.
    assert points(line)[:2] == (3, 3)
    if learner not in ("fork bomb", "descriptors", "threads"):
        assert points(line) == (3, 3, 3), [cell.outputs for cell in executed(course, learner).cells if cell.cell_type == "code"][-2:]
    cell = next(cell for cell in executed(course, learner).cells if cell.id == "attack")
    assert output in str(cell.outputs), cell.outputs


def executed(course, learner):
    return nbformat.read(course.folder("autograded", learner, "mini") / "mini.ipynb", as_version=4)


def test_a_gigabyte_of_output_becomes_a_small_notebook(graded):
    assert (graded[0].folder("autograded", "gigabyte", "mini") / "mini.ipynb").stat().st_size < 12_000_000


def test_nothing_of_them_is_left(graded):
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    assert "sleep 31557600" not in running


def test_a_name_that_leads_elsewhere_is_no_learner(graded):
    course, _, _ = graded
    status, _, err = run(course, "grade", "mini", "--learner", "../submitted/aa honest")
    assert status == 2 and "has handed in nothing" in err
