"""All attacks in one class, graded as the course grades, with honest learners before and after them."""

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

from course.grading import scores
from course.grading.course import Course
from tests.attacks import vault
from tests.attacks.corpus import ATTACKS, Attack
from tests.attacks.outcome import Outcome, full, printed, secrets_in
from tests.grading.fixture_course import REPOSITORY, run

HIDDEN = tuple(f"{vault.UNIT}-{exercise}-hidden" for exercise in vault.WORTH)
# A test of an endless loop takes seconds. Memory is little so that nothing takes long to fill it.
QUICK = "\nc.Execute.timeout = 3\nc.Execute.iopub_timeout = 2\nc.JailedProvisioner.memory = 1000\n"


@dataclass
class Class:
    """The graded class: where it is, what the command said and returned, and each attack's outcome."""

    course: Course
    status: int
    said: str
    outcomes: dict[str, Outcome]
    harmed: list[str]
    visited: bool


@contextlib.contextmanager
def listening() -> Iterator[tuple[int, list]]:
    """A server on this machine: its port, and a list of those who connected."""
    guests: list = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        done = threading.Event()

        def serve():
            while not done.is_set():
                with contextlib.suppress(TimeoutError):
                    guests.append(server.accept()[1])

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1], guests
        finally:
            done.set()
            thread.join()


def grade(root: Path, attacks: list[Attack] = ATTACKS, extra: str = "", workers: int = 0) -> Class:
    """Hand all attacks in, grade the class with ``course grade``, write its feedback, and look what became of it."""
    course = vault.make(root, QUICK + extra)
    for learner, code in vault.HONEST.items():
        path = course.folder("submitted", learner, vault.UNIT) / f"{vault.UNIT}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(vault.solved(course, code), path)
    configuration = (root / "nbgrader_config.py").read_bytes()
    with listening() as (port, guests):
        for attack in attacks:
            attack.hand_in(course, port)
        command = [sys.executable, "-m", "course", "grade", vault.UNIT, *(["--workers", str(workers)] if workers else [])]
        environment = {**os.environ, **vault.ENVIRONMENT, "PYTHONPATH": os.pathsep.join([str(REPOSITORY), os.environ.get("PYTHONPATH", "")])}
        done = subprocess.run(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    feedback = run(course, "feedback", vault.UNIT)
    assert feedback[0] in (0, 1), feedback
    lines = {line.learner: line for line in scores.read(course, vault.UNIT).lines}
    points = {learner: {name: found.total for name, found in line.points.items()} for learner, line in lines.items()}
    harmed = [learner for learner in vault.HONEST if learner not in lines or not full(points[learner])]
    if (root / "nbgrader_config.py").read_bytes() != configuration:
        harmed.append("the configuration")
    outcomes = {attack.name: _outcome(course, attack, lines, points) for attack in attacks}
    return Class(course, done.returncode, done.stdout, outcomes, harmed, bool(guests))


def _outcome(course: Course, attack: Attack, lines: dict, points: dict) -> Outcome:
    """Of an attack that is handed in twice the better points, and what either gave away."""
    found: set[str] = set()
    for learner in attack.learners:
        name = f"{vault.UNIT}.ipynb"
        found |= secrets_in(printed(course.folder("autograded", learner, vault.UNIT) / name, HIDDEN))
        for page in course.folder("feedback", learner, vault.UNIT).glob("*"):
            found |= secrets_in(page.read_text(encoding="utf-8", errors="replace"))
    mine = [points.get(learner) or {} for learner in attack.learners]
    best = {exercise: max((one[exercise] for one in mine if exercise in one), default=None) for exercise in vault.WORTH}
    line = lines.get(attack.learners[-1])
    said = " ".join([line.state + ":", line.reason, *line.notes]) if line else "not graded"
    return Outcome(best["double"], best["half"], sorted(found), [], said)
