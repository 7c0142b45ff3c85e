"""Grade a unit's whole bank through the real release and autograde, in a course folder of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

from course.authoring.engine import generate
from course.errors import CourseError
from course.grading import bank, scores
from course.grading.bank_plan import Planner, Sheet
from course.grading.course import Course, exercise_of
from tests.grading.jailed import SETTINGS

ROOT = Path(__file__).resolve().parents[1]


class Graded:
    """The bank of a unit of the course at ``home``, graded below ``root``: each learner's line, and where each
    variant was judged.

    One course folder for each of ``workers`` processes, since a gradebook has one writer.
    """

    def __init__(self, home: Path, root: Path, unit: str, workers: int | None = None):
        workers = workers or min(os.cpu_count() or 1, 4)
        if not (home / "source" / unit).is_dir():
            raise CourseError(f"source/{unit} is missing; run: course build {unit}")
        first = root / "0"
        first.mkdir(parents=True)
        (first / "nbgrader_config.py").write_text((home / "nbgrader_config.py").read_text() + SETTINGS)
        shutil.copytree(home / "source" / unit, first / "source" / unit)
        blank = {path.stem: nbformat.reads(text, as_version=4) for path, text in generate(unit, first).items() if path.suffix == ".ipynb"}
        for i in range(1, workers):
            shutil.copytree(first, root / str(i))
        courses = [Course(root / str(i)) for i in range(workers)]
        self.unit, self.course = unit, courses[0]
        planner = Planner(unit, bank.notebooks(self.course, "source", unit), bank.variants(home, unit))
        short = {name: planner.trimmed(nb) for name, nb in blank.items()}
        self.where: dict[bank.Variant, str] = {}
        self.homes: dict[str, Course] = {}
        sheets = {"untouched": Sheet({}), "master": Sheet(planner.master)}
        for i, sheet in enumerate(planner.sheets()):
            sheets[f"sheet-{i}"] = sheet
            self.where |= {variant: f"sheet-{i}" for variant in sheet.judged}
        for i, (learner, sheet) in enumerate(sheets.items()):
            # The untouched notebook and the master run whole; the others run what their verdicts lean on.
            shown = blank if not sheet.judged else short
            self.homes[learner] = courses[i % workers]
            bank.hand_in(courses[i % workers], learner, unit, {name: bank.fill(unit, nb, sheet.codes) for name, nb in shown.items()})
        self._grade(courses)
        results = [scores.read(course, unit) for course in courses]
        self.scores = results[0]
        self.lines = {line.learner: line for result in results for line in result.lines}

    def _grade(self, courses: list[Course]) -> None:
        command = [sys.executable, "-m", "course", "grade", self.unit]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
        running = [
            subprocess.Popen(command, cwd=course.root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            for course in courses
        ]
        said = [process.communicate()[0] for process in running]
        assert all(process.returncode == 0 for process in running), "\n".join(said)

    def points(self, learner: str, exercise: str) -> tuple[float, float]:
        """Points and maximum of an autograded exercise."""
        line = self.lines[learner]
        assert line.points, f"{learner} was not graded: {line.state}: {line.reason}"
        return line.points[exercise].total, self.scores.maximum(exercise)

    def tested(self) -> list[str]:
        """The exercises that have tests, so not those that a person grades."""
        return [name for name, parts in self.scores.maxima.items() if "manual" not in parts]

    def errors(self, learner: str, exercise: str) -> str:
        """What the exercise's test cells ended in, for the message of a failure."""
        found = []
        for path in sorted(self.homes[learner].folder("autograded", learner, self.unit).glob("*.ipynb")):
            for cell in nbformat.read(path, as_version=4).cells:
                name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
                if exercise_of(self.unit, name)[0] == exercise:
                    found += [f"{name}: {out.ename}: {out.evalue}" for out in cell.get("outputs", []) if "ename" in out]
        return "\n".join(found)
