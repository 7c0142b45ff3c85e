"""The same attacks against stock nbgrader, each in a cell of its own that it may ruin.

The cell has a copy of the course, a process namespace and a network of its own, and a control group that bounds memory
and processes; what is written goes to memory. Beside the attack, ``ada`` has been graded before and ``zoe`` comes after.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry

from course.errors import CourseError
from course.grading.kernels import cgroups, jail
from course.grading.kernels.limits import Limits
from tests.attacks import vault
from tests.attacks.corpus import Attack
from tests.attacks.outcome import Outcome, by_exercise, full, printed, secrets_in
from tests.grading.fixture_course import REPOSITORY

CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'vault'\n"
LIMITS = Limits(memory=3000, processes=300)
MOST = 150  # seconds for one class of three
PORT = 8765
GRADE = f"python -m nbgrader autograde {vault.UNIT} > log 2>&1"
SCRIPT = (
    f"cp -r /mnt/in /mnt/course && cd /mnt/course && (python -m http.server {PORT} --bind 127.0.0.1 > /dev/null 2>&1 &) && "
    f"timeout -k 1 {MOST} {GRADE}; tail -c 20000 log > /mnt/out/log; "
    "cp -r --parents gradebook.db nbgrader_config.py autograded /mnt/out/; true"
)


class Stock:
    """Stock nbgrader's course folder below ``root``, in which ``ada`` is graded already."""

    def __init__(self, root: Path):
        if why := jail.refusal():
            raise CourseError(f"Attacks on stock nbgrader run in a cell, and {why}")
        self.ours = vault.make(root / "ours")
        self.place = root / "stock"
        shutil.copytree(self.ours.root / "source", self.place / "source")
        shutil.copy(self.ours.root / "gradebook.db", self.place)
        (self.place / "nbgrader_config.py").write_text(CONFIG)
        self._hand_in("ada")
        done = _in_a_cell(self.place)
        for name in ("gradebook.db", "autograded"):
            if not (done / name).exists():
                raise CourseError("Stock nbgrader could not grade an honest submission:\n" + _read(done / "log"))
            (shutil.copytree if name == "autograded" else shutil.copy)(done / name, self.place / name)
        self._hand_in("zoe")

    def _hand_in(self, learner: str) -> None:
        path = self.place / "submitted" / learner / vault.UNIT / f"{vault.UNIT}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(vault.solved(self.ours, vault.HONEST[learner]), path)

    def outcome(self, attack: Attack) -> Outcome:
        """Grade the class with the attack in it, and look what became of it."""
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "stock"
            shutil.copytree(self.place, place)
            attack.hand_in(self.ours, PORT)
            for learner in attack.learners:
                mine = self.ours.folder("submitted", learner, vault.UNIT)
                (place / "submitted" / learner).mkdir()
                os.rename(mine, place / "submitted" / learner / vault.UNIT)
            return _read_outcome(attack, _in_a_cell(place))


def _in_a_cell(place: Path) -> Path:
    """Run ``nbgrader autograde`` on a copy of the course folder, in a cell; gives the folder of what came of it."""
    out = place.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    group = cgroups.make(f"vault-{os.getpid()}-{place.parent.name}", LIMITS)
    if group is None:
        raise CourseError("Attacks on stock nbgrader need a control group, and none can be made here; run as root, or under systemd-run --user --scope -p Delegate=yes.")
    scripts = f"{sysconfig.get_path('scripts')}:{os.environ['PATH']}"
    command = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"]
    for folder, size in (("/mnt", 800), ("/tmp", 200), ("/dev/shm", 200), ("/var/tmp", 50)):
        command += ["--size", str(size * 10**6), "--tmpfs", folder]
    for folder in {str(REPOSITORY), sys.prefix, sys.base_prefix}:  # they may be below one of these
        command += ["--ro-bind", folder, folder]
    command += ["--ro-bind", str(place), "/mnt/in", "--bind", str(out), "/mnt/out", "--dir", "/mnt/home", "--chdir", "/mnt", "--clearenv"]
    variables = {"PATH": scripts, "HOME": "/mnt/home", "LANG": "C.UTF-8", "PYTHONPATH": str(REPOSITORY), "MPLBACKEND": "agg"}
    for name, value in {**variables, **vault.ENVIRONMENT}.items():
        command += ["--setenv", name, value]
    try:
        subprocess.run(
            [*command, "prlimit", "--fsize=500000000", "--core=0", "sh", "-c", SCRIPT], timeout=2 * MOST,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=lambda: group.add(os.getpid()),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        pass
    finally:
        group.remove()
    return out


def _read(path: Path) -> str:
    with contextlib.suppress(OSError):
        return path.read_text(errors="replace")
    return ""


def _points(out: Path) -> dict[str, dict[str, float]]:
    """Each learner's points by exercise, from the gradebook; of a learner without a score nothing."""
    found = {}
    with contextlib.suppress(Exception), Gradebook(f"sqlite:///{out / 'gradebook.db'}") as gradebook:
        for submission in gradebook.assignment_submissions(vault.UNIT):
            grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
            if any(grade.auto_score is not None or grade.manual_score is not None for grade in grades):
                scores = {grade.name: grade.auto_score if grade.manual_score is None else grade.manual_score for grade in grades}
                found[submission.student.id] = by_exercise(vault.UNIT, scores)
    return found


def _read_outcome(attack: Attack, out: Path) -> Outcome:
    points, log = _points(out), _read(out / "log")
    secrets = secrets_in(_read(out / "nbgrader_config.py"))
    for learner in attack.learners:
        secrets |= secrets_in(printed(out / "autograded" / learner / vault.UNIT / f"{vault.UNIT}.ipynb"))
    harmed = [learner for learner in vault.HONEST if not full(points.get(learner, {}))]
    mine = [points.get(learner, {}) for learner in attack.learners]
    best = {exercise: max((one[exercise] for one in mine if exercise in one), default=None) for exercise in vault.WORTH}
    errors = re.findall(r"^(?:[\w.]+\.)?(\w+(?:Error|Exception)\b.*)", log, re.M)
    return Outcome(best["double"], best["half"], sorted(secrets), harmed, (errors or [""])[-1][:200])


