"""Many at a time: the same scores, bounded memory, one writer."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import Future

import pytest
from nbgrader.converters import Autograde

from course.errors import CourseError
from course.grading import ahead, execution
from course.grading.course import Course
from course.grading.engine import Engine, one_writer
from course.grading.pool import Pool
from tests.grading.faults import GRADED
from tests.grading.fixture_course import REPOSITORY, hand_in, make_course, run, solved

LEARNERS = ("right", "blank", "noisy", "partial", "torn", "answered")


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("handed-in") / "course", "mini")
    for learner in LEARNERS:
        hand_in(course, learner, GRADED[learner](course))
    return course


def copy(course, place):
    shutil.copytree(course.root, place)
    return Course(place)


def everything(course):
    """All that the gradebook holds of grades, comments and states, in a fixed order, numbers to the bit."""
    with sqlite3.connect(course.root / "gradebook.db") as db:
        grades = db.execute(
            "select student_id, name, auto_score, manual_score, needs_manual_grade, extra_credit from grade "
            "join submitted_notebook n on grade.notebook_id = n.id join submitted_assignment s on n.assignment_id = s.id "
            "join base_cell on grade.cell_id = base_cell.id order by 1, 2"
        ).fetchall()
        states = db.execute("select learner, state, reason, story, submission, master from course_ledger order by 1").fetchall()
    assert grades and states
    return [tuple(value.hex() if isinstance(value, float) else value for value in row) for row in grades], states


def draws(course):
    """What each hidden test drew with, by learner; only tests in a room of their own note it."""
    found = {}
    for path in sorted((course.root / "autograded").rglob("*.ipynb")):
        found[path.parent.parent.name] = json.loads(path.read_text())["metadata"]["course_grading"].get("draws", {})
    assert found and all(len(drawn) == 3 for drawn in found.values()), "every hidden test ran in two rooms"
    return found


def test_scores_are_equal_however_many_work(handed_in, tmp_path):
    serial, parallel, plain = (copy(handed_in, tmp_path / name) for name in ("serial", "parallel", "plain"))
    assert run(serial, "grade", "mini", "--workers", 1)[0] == 0
    assert run(parallel, "grade", "mini", "--workers", 3)[0] == 0
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", "mini"], cwd=plain.root, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert everything(serial) == everything(parallel) == everything(plain)
    assert draws(serial) == draws(parallel) == draws(plain)
    assert len(everything(serial)[1]) == len(LEARNERS)


class Executed:
    """In the place of the execution: every cell counts as run. Remembers who was executed, and how many at a time."""

    def __init__(self):
        self.learners, self.now, self.most, self.lock = [], 0, 0, threading.Lock()

    def __call__(self, notebook, files, settings, first_try=False):
        with self.lock:
            self.learners.append(settings["at"]["student"])
            self.now += 1
            self.most = max(self.most, self.now)
        nb = json.loads(notebook)
        for cell in nb["cells"]:
            if cell["cell_type"] == "code":
                cell["execution_count"] = 1
        nb["metadata"]["course_grading"]["losses"] = []
        with self.lock:
            self.now -= 1
        return json.dumps(nb)


@pytest.fixture()
def big(handed_in, tmp_path, monkeypatch):
    """A class of 30 right submissions, and an execution that costs nothing."""
    course = copy(handed_in, tmp_path / "big")
    shutil.rmtree(course.root / "submitted")
    right = solved(course)
    for i in range(30):
        hand_in(course, f"learner-{i:02}", right)
    executed = Executed()
    monkeypatch.setattr(execution, "execute", executed)
    return course, executed


class Counting(Pool):
    """A pool that knows how many results nobody has taken yet."""

    most = 0

    def __init__(self, workers):
        super().__init__(workers)
        self.given = []

    def submit(self, job):
        self.given.append(super().submit(job))
        self.most = max(self.most, len(self.given) - self.written())
        return self.given[-1]


def test_few_submissions_are_in_memory_at_a_time(big, monkeypatch):
    course, executed = big
    written = []
    monkeypatch.setattr(ahead, "MOST_BEGUN", 0)  # as if something were always done
    with one_writer(course), Counting(2) as pool:
        pool.written = lambda: len(written)
        for learner, outcome in Engine(course, "mini").grade_all(course.learners("mini"), pool):
            written.append(learner)
            assert outcome.entry.state == "needs a person" or outcome.entry.state == "graded"
    assert sorted(written) == sorted(executed.learners) == course.learners("mini")
    assert 3 <= pool.most <= 7  # two workers: six ahead, and the one that is being written


def test_more_are_prepared_while_nothing_is_done_and_not_without_end(big, monkeypatch):
    """As at the start, while the warm process imports its libraries."""
    course, executed = big
    monkeypatch.setattr(ahead, "MOST_BEGUN", 12)
    enough, written = threading.Event(), []
    monkeypatch.setattr(execution, "execute", lambda *args, **more: enough.wait(60) and executed(*args, **more))

    class Waiting(Counting):
        def submit(self, job):
            future = super().submit(job)
            if len(self.given) == 12:
                enough.set()
            return future

    with one_writer(course), Waiting(2) as pool:
        pool.written = lambda: len(written)
        for learner, _ in Engine(course, "mini").grade_all(course.learners("mini"), pool):
            written.append(learner)
    assert sorted(written) == course.learners("mini") and pool.most == 12
    job = pool.given[0]
    assert not ahead.room({"a": {"": job}, "b": {"": Future()}}, 1, {}), "one is done"
    waiting = {name: {"": Future()} for name in "ab"}
    assert ahead.room(waiting, 1, {"a": 10, "b": 10}) and not ahead.room(waiting, 1, {"a": 10, "b": ahead.MOST_BYTES})


def test_who_comes_behind_many_that_have_not_changed_is_graded(big):
    course, executed = big
    assert run(course, "grade", "mini", "--workers", 1)[0] == 0
    hand_in(course, "zoe", solved(course))
    status, out, _ = run(course, "grade", "mini", "--workers", 1)
    assert status == 0 and executed.learners.count("zoe") == 1 and len(executed.learners) == 31
    assert "30 had not changed" in out and "zoe: graded" in out


def test_plain_nbgrader_executes_ahead_and_each_once(big, monkeypatch):
    course, executed = big
    monkeypatch.setattr(ahead, "MOST_BEGUN", 0)
    seen = []
    convert = Autograde.convert_single_notebook

    def watched(self, path):
        convert(self, path)
        seen.append(len(executed.learners))

    monkeypatch.setattr(Autograde, "convert_single_notebook", watched)
    course.dirs.assignment_id = "mini"
    converter = Autograde(coursedir=course.dirs, parent=course.app)
    converter.start()
    assert sorted(executed.learners) == course.learners("mini")
    before_its_turn = [count - i for i, count in enumerate(seen, 1)]
    assert max(before_its_turn) >= 1 and max(before_its_turn) <= converter.course_look_ahead.pool.workers + 2
    before = len(executed.learners)
    Autograde(coursedir=course.dirs, parent=course.app).start()  # everything is graded: nothing runs, nothing is prepared
    assert len(executed.learners) == before


def test_what_changed_after_it_was_executed_is_executed_again(big, monkeypatch):
    """The result of one text is never used for another."""
    course, executed = big
    grade = Engine._grade

    def late(self, learner):
        if learner == "learner-03":
            nb = solved(course)
            nb.cells[1].source += "\nlate = 1"
            hand_in(course, learner, nb)
        return grade(self, learner)

    monkeypatch.setattr(Engine, "_grade", late)
    assert run(course, "grade", "mini", "--workers", 2)[0] == 0
    assert executed.learners.count("learner-03") == 2 and len(executed.learners) == 31
    assert "late = 1" in (course.folder("autograded", "learner-03", "mini") / "mini.ipynb").read_text()


def test_a_pool_goes_on_after_a_failure(monkeypatch):
    def fail(notebook, files, settings, first_try=False):
        if notebook == "bad":
            raise OSError("the disk is full")
        return notebook

    monkeypatch.setattr(execution, "execute", fail)
    with Pool(2) as pool:
        futures = [pool.submit(execution.Job(text, {}, {})) for text in ("bad", "one", "bad", "two")]
        assert [future.exception() is None for future in futures] == [False, True, False, True]
        assert futures[3].result() == "two"


@pytest.mark.parametrize("number", ["0", "-2"])
def test_no_workers_is_an_error(handed_in, number):
    status, _, err = run(handed_in, "grade", "mini", f"--workers={number}")
    assert status == 2 and "--workers needs a number from 1 up" in err


def test_a_job_is_known_by_all_that_it_depends_on():
    job = execution.Job("{}", {"a.csv": b"1"}, {"at": {"student": "x"}})
    same = execution.Job("{}", {"a.csv": b"1"}, {"at": {"student": "x"}})
    others = [
        execution.Job("{ }", job.files, job.settings), execution.Job("{}", {"a.csv": b"2"}, job.settings),
        execution.Job("{}", {"b.csv": b"1"}, job.settings), execution.Job("{}", job.files, {"at": {"student": "y"}}),
    ]  # fmt: skip
    assert job.key == same.key and len({one.key for one in [job, *others]}) == 5


def test_a_private_folder_that_is_not_ours_is_refused(tmp_path, monkeypatch):
    from course.grading import gate

    monkeypatch.setattr(gate.tempfile, "gettempdir", lambda: str(tmp_path))
    (tmp_path / gate.folder().name).rmdir()
    (tmp_path / f"course-grading-{os.getuid()}").symlink_to(tmp_path)
    with pytest.raises(CourseError, match="belongs to somebody else"):
        gate.folder()
