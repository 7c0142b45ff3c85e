"""Grade a unit's whole bank through the real release and autograde, in a course folder of its own."""

import shutil
from pathlib import Path

import nbformat

from course.authoring.engine import generate
from course.errors import CourseError
from course.grading import bank, scores
from course.grading.bank_plan import Planner, Sheet
from course.grading.course import Course, exercise_of
from course.grading.engine import Engine


class Graded:
    """The bank of a unit of the course at ``home``, graded in ``root``: each learner's line, and where each
    variant was judged."""

    def __init__(self, home: Path, root: Path, unit: str):
        shutil.copy(home / "nbgrader_config.py", root)
        if not (home / "source" / unit).is_dir():
            raise CourseError(f"source/{unit} is missing; run: course build {unit}")
        shutil.copytree(home / "source" / unit, root / "source" / unit)
        self.unit, self.course = unit, Course(root)
        masters = bank.notebooks(self.course, "source", unit)
        blank = {path.stem: nbformat.reads(text, as_version=4) for path, text in generate(unit, root).items() if path.suffix == ".ipynb"}
        planner = Planner(unit, masters, bank.variants(home, unit))
        short = {name: planner.trimmed(nb) for name, nb in blank.items()}
        self.where: dict[bank.Variant, str] = {}
        sheets = {"untouched": Sheet({}), "master": Sheet(planner.master)}
        for i, sheet in enumerate(planner.sheets()):
            sheets[f"sheet-{i}"] = sheet
            self.where |= {variant: f"sheet-{i}" for variant in sheet.judged}
        engine = Engine(self.course, unit)
        for learner, sheet in sheets.items():
            # The untouched notebook and the master run whole; the others run what their verdicts lean on.
            shown = blank if not sheet.judged else short
            filled = {name: bank.fill(unit, nb, sheet.codes) for name, nb in shown.items()}
            bank.hand_in(self.course, learner, unit, filled)
            engine.grade(learner)
        self.scores = scores.read(self.course, unit)
        self.lines = {line.learner: line for line in self.scores.lines}

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
        for path in sorted(self.course.folder("autograded", learner, self.unit).glob("*.ipynb")):
            for cell in nbformat.read(path, as_version=4).cells:
                name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
                if exercise_of(self.unit, name)[0] == exercise:
                    found += [f"{name}: {out.ename}: {out.evalue}" for out in cell.get("outputs", []) if "ename" in out]
        return "\n".join(found)
