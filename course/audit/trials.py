"""The one door to executions: codes in, what the visible checks and the hidden tests said of each out."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import course
from course.errors import CourseError

THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
PARTS = ("check", "hidden")


@dataclass(frozen=True)
class Verdict:
    """What a test cell said: ``share`` of its points from 0 to 1, and the whole text of its error if there was one."""

    share: float
    message: str = ""

    @property
    def kills(self) -> bool:
        return self.share < 1


@dataclass(frozen=True)
class Setting:
    """How trials run. ``python``: whose libraries; ``threads``: of BLAS and OpenMP; ``seed``: of all random draws, and of
    Python's hashes; ``seconds``: of the processor for a trial, unless the master needs a fifth of that or more."""

    python: str = sys.executable
    threads: int = 1
    seed: int | None = None
    seconds: int = 4
    lanes: int = 2


def run(books: list[dict], codes: Iterable[tuple[str, str]], setting: Setting = Setting(), files: Path | None = None):
    """For each (exercise, code), in their order, a dictionary ``{"check": Verdict, "hidden": Verdict}``.

    ``books`` come from :mod:`course.audit.plan`; ``files``: a folder whose files lie beside the notebook. Everything runs
    with the caller's rights and no jail, so only the author's own codes belong here. Tests run as in a learner's notebook,
    in one process with the code; what two processes make of it is for the real grading, which the bank's test runs.
    Raises CourseError when the master itself fails, or the worker.
    """
    trials = [{"id": i, "exercise": exercise, "code": code} for i, (exercise, code) in enumerate(codes)]
    points = {(cell["exercise"], cell["kind"]): cell for book in books for cell in book["cells"]}
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        job = Path(folder, "job.json")
        job.write_text(json.dumps({"books": books, "trials": trials, **_plain(setting)}), encoding="utf-8")
        lines = _work(setting, job, files)
    answers = {line["id"]: line for line in lines}
    if len(answers) != len(trials):
        raise CourseError("the audit's worker lost some of its trials; run the command again.")
    return [
        {part: _verdict(points[trial["exercise"], part], answers[trial["id"]], part) for part in PARTS
         if (trial["exercise"], part) in points}
        for trial in trials
    ]  # fmt: skip


def _plain(setting: Setting) -> dict:
    return {"lanes": setting.lanes, "seed": setting.seed, "seconds": setting.seconds}


def _work(setting: Setting, job: Path, files: Path | None) -> list[dict]:
    place = job.parent / "notebook"
    if files is not None:
        shutil.copytree(files, place, ignore=shutil.ignore_patterns("*.ipynb"))
    place.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        **dict.fromkeys(THREADS, str(setting.threads)),
        "PYTHONHASHSEED": str(setting.seed or 0),
        "PYTHONPATH": str(Path(course.__file__).resolve().parents[1]),
        "MPLBACKEND": "Agg",
    }
    done = subprocess.run(
        [setting.python, "-m", "course.audit.worker", str(job)], cwd=place, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        said = done.stderr.strip().split("\n")[-1] or f"it ended with status {done.returncode}"
        raise CourseError(f"the audit cannot run: {said}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _verdict(cell: dict, answer: dict, part: str) -> Verdict:
    """The share of points by the rule of the real grading, :mod:`course.grading.verdict`."""
    from nbformat.v4 import new_code_cell, new_output

    from course.grading.verdict import judge

    said = answer["parts"].get(part)
    if said is None:
        return Verdict(0.0, answer["end"] or "was not run")
    if said["error"] is not None:
        return Verdict(0.0, said["error"])
    executed = new_code_cell(cell["source"], execution_count=1, metadata={"nbgrader": {"points": cell["points"]}})
    if said["result"] is not None:
        executed.outputs.append(new_output("execute_result", {"text/plain": said["result"]}, execution_count=1))
    got, note = judge(executed)
    return Verdict(got / cell["points"] if cell["points"] else 1.0, note or "")
