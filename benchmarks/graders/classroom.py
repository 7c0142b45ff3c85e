"""One made-up class on one unit, in a course folder for each rival that needs another configuration."""

import json
import random
import shutil
import sys
from pathlib import Path

from measure import ROOT

sys.path.insert(0, str(ROOT))
from nbgrader.converters import Autograde  # noqa: E402

from course.authoring.engine import generate  # noqa: E402
from course.grading import ahead, bank, gradebooks, intake  # noqa: E402
from course.grading.bank_plan import Planner  # noqa: E402
from course.grading.course import Course  # noqa: E402

STOCK = "c = get_config()\nc.CourseDirectory.course_id = 'neural-networks-1'\n"
UNJAILED = "\nc.JailedProvisioner.jail = False\n"


def write_class(root: Path, unit: str, learners: int, trimmed: bool = False, exercises: int | None = None) -> Course:
    """A course with ``unit`` released and ``learners`` submissions: of each exercise a variant drawn from the bank,
    right for two learners in three, and a wrong one in every fourth exercise of the others.

    ``trimmed`` submissions lack the cells that no test leans on, which are the figures and demonstrations. With
    ``exercises`` the unit's notebooks end after so many.
    """
    root.mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    shutil.copytree(ROOT / "source" / unit, root / "source" / unit)
    if exercises:
        for path in (root / "source" / unit).glob("*.ipynb"):
            shorten(path, exercises)
    for path, content in generate(unit, root).items():
        place = root / "release" / unit / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    course = Course(root)
    blank = bank.notebooks(course, "release", unit)
    there = {intake.grade_id(cell) for nb in blank.values() for cell in nb.cells}
    found = {exercise: variants for exercise, variants in bank.variants(ROOT, unit).items() if f"{unit}-{exercise}" in there}
    if trimmed:
        planner = Planner(unit, bank.notebooks(course, "source", unit), found)
        blank = {name: planner.trimmed(nb) for name, nb in blank.items()}
    for i in range(learners):
        draw = random.Random(i)
        codes = {}
        for exercise, variants in found.items():
            right = i % 3 or draw.random() < 0.75
            codes[exercise] = draw.choice([one.code for one in variants if one.right == bool(right)])
        bank.hand_in(course, f"learner-{i:04}", unit, {name: bank.fill(unit, nb, codes) for name, nb in blank.items()})
    gradebooks.forget_all()
    return course


def shorten(path: Path, exercises: int) -> None:
    """Let a master end with the hidden tests of its exercise of that number."""
    nb = json.loads(path.read_text())
    ends = [i for i, cell in enumerate(nb["cells"]) if cell["metadata"].get("nbgrader", {}).get("grade_id", "").endswith("-hidden")]
    nb["cells"] = nb["cells"][: ends[min(exercises, len(ends)) - 1] + 1]
    path.write_text(json.dumps(nb))


def copy(course: Course, place: Path, configuration: str = "") -> Path:
    """A copy of the ungraded course with its configuration, or with that and more."""
    shutil.copytree(course.root, place)
    with (place / "nbgrader_config.py").open("a") as file:
        file.write(configuration)
    return place


def stock(course: Course, unit: str, place: Path) -> Path:
    """The same masters, record and submissions in a course with nbgrader's own configuration."""
    for step in ("source", "submitted"):
        shutil.copytree(course.root / step, place / step)
    shutil.copy(course.root / "gradebook.db", place)
    (place / "nbgrader_config.py").write_text(STOCK)
    return place


def sanitized(course: Course, unit: str, place: Path) -> Path:
    """The notebooks as they are executed, tests put back, as JSON files: what the floor and Otter start from."""
    desk = ahead.Desk(Autograde(coursedir=course.dirs, parent=course.app))
    place.mkdir()
    names = list(course.records(unit))
    for learner in course.learners(unit):
        for job in desk.jobs(unit, learner, names):
            (place / f"{learner}-{job.settings['at']['notebook']}.ipynb").write_text(json.dumps(json.loads(job.notebook)))
    return place


def fresh(root: Path) -> None:
    """Forget that anything was graded; the record of the unit stays."""
    shutil.rmtree(root / "autograded", ignore_errors=True)
    kept = root / "gradebook.ungraded"
    if kept.exists():
        shutil.copy(kept, root / "gradebook.db")
    else:
        shutil.copy(root / "gradebook.db", kept)


def points(root: Path) -> dict[str, float]:
    """Each learner's points, from the gradebook."""
    import sqlite3

    with sqlite3.connect(root / "gradebook.db") as db:
        return dict(
            db.execute(
                "select s.student_id, sum(coalesce(grade.auto_score, 0)) from grade join submitted_notebook n on grade.notebook_id = n.id "
                "join submitted_assignment s on n.assignment_id = s.id group by 1"
            )
        )
