"""The bank of solutions: for each exercise right ones that differ, and wrong ones named by misconception.

``tests/bank/<unit>/<exercise>/{right,wrong}_*.py`` holds them; each file is what a learner would have typed
into the solution cell, whole.
"""

import copy
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.utils import is_solution

from course.errors import CourseError
from course.grading.course import Course, solution_of
from course.grading.intake import grade_id


@dataclass(frozen=True)
class Variant:
    """One solution of an exercise; ``name`` is the file's, such as ``wrong_sign`` or ``right_where``."""

    unit: str
    exercise: str
    name: str
    code: str

    @property
    def right(self) -> bool:
        return self.name.startswith("right_")

    def __str__(self) -> str:
        return f"{self.unit}/{self.exercise}/{self.name}"


def folder(root: Path) -> Path:
    return Path(root) / "tests" / "bank"


def units(root: Path) -> list[str]:
    """The units that have a bank, in the course at ``root``."""
    return sorted(path.name for path in folder(root).glob("*") if path.is_dir() and path.name.isidentifier())


def variants(root: Path, unit: str) -> dict[str, list[Variant]]:
    """The bank of a unit: exercise to its variants, the right ones first, each in the order of the names.

    Raises CourseError for a file that is neither ``right_*.py`` nor ``wrong_*.py``.
    """
    found: dict[str, list[Variant]] = {}
    for place in sorted(path for path in (folder(root) / unit).glob("*") if path.is_dir()):
        if place.name == "__pycache__":
            continue
        found[place.name] = []
        for path in sorted(place.iterdir()):
            if path.name == "__pycache__":
                continue
            if path.suffix != ".py" or not path.stem.startswith(("right_", "wrong_")):
                raise CourseError(
                    f"{path.relative_to(root)} is no variant: name it right_<how>.py or wrong_<misconception>.py."
                )
            found[place.name].append(Variant(unit, place.name, path.stem, path.read_text(encoding="utf-8").strip()))
    return found


def notebooks(course: Course, step: str, unit: str) -> dict[str, nbformat.NotebookNode]:
    """The notebooks of a unit's ``source`` or ``release`` folder, by name. Raises CourseError if there are none."""
    place = course.folder(step, ".", unit)
    found = {path.stem: nbformat.read(path, as_version=4) for path in sorted(place.glob("*.ipynb"))}
    if not found:
        raise CourseError(f"{step}/{unit} holds no notebook; run: course {'build' if step == 'source' else 'release'} {unit}")
    return found


def solutions(unit: str, nb) -> dict[str, str]:
    """The code of a notebook's solution cells, by exercise, in the order of the notebook."""
    return {
        solution_of(unit, grade_id(cell)): cell.source
        for cell in nb.cells
        if cell.cell_type == "code" and is_solution(cell)
    }


def fill(unit: str, nb, codes: dict[str, str]):
    """A copy of a notebook whose solution cells hold ``codes``, by exercise; other exercises stay as they are.

    Codes of exercises that are not in this notebook are left out: a unit may have several notebooks.
    """
    filled = copy.deepcopy(nb)
    for cell in filled.cells:
        if cell.cell_type == "code" and is_solution(cell):
            exercise = solution_of(unit, grade_id(cell))
            if exercise in codes:
                cell.source = codes[exercise]
                cell.outputs, cell.execution_count = [], None
    return filled


def hand_in(course: Course, learner: str, unit: str, filled: dict) -> None:
    """Write notebooks, by name, as one learner's submission."""
    place = course.folder("submitted", learner, unit)
    place.mkdir(parents=True, exist_ok=True)
    for name, nb in filled.items():
        nbformat.write(nb, place / f"{name}.ipynb")
