"""The solved masters, where this copy of the course holds them: hidden tests to grade with, solutions to show.

A checkout has them in ``source/``. A wheel brings them as ``course/masters``, unless it was built for a graded class.
Nothing here needs nbgrader.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import course
from course.errors import CourseError
from course.released import checkout

CONFIG = "nbgrader_config.py"
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
WITHOUT = (
    "this copy of the course holds neither hidden tests nor solutions, as for a graded class; "
    "hand your notebook in to your instructor, who grades it."
)


@dataclass(frozen=True)
class Masters:
    """``folder`` holds a folder of solved notebooks for each unit; ``config`` is nbgrader's configuration."""

    folder: Path
    config: Path


def find_masters() -> Masters:
    """Raises CourseError where this copy of the course was made without them."""
    root = checkout()
    if root:
        found = Masters(root / "source", root / CONFIG)
    else:
        place = Path(course.__file__).resolve().parent / "masters"
        found = Masters(place, place / CONFIG)
    if not (any(found.folder.glob("*/*.ipynb")) and found.config.is_file()):
        raise CourseError(WITHOUT)
    return found


def has_masters() -> bool:
    """Whether a learner can grade their own work with this copy of the course, and see solutions."""
    try:
        return bool(find_masters())
    except CourseError:
        return False


def solution(notebook: str, id: str) -> str:
    """The solved cell ``id`` of a notebook (a workspace path), without nbgrader's marks.

    Raises CourseError where there are no masters, or this one is broken or without that cell.
    """
    path = find_masters().folder / notebook
    try:
        cells = json.loads(path.read_bytes())["cells"]
        source = next("".join(cell["source"]) for cell in cells if cell["metadata"].get("nbgrader", {}).get("grade_id") == id)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, StopIteration):
        raise CourseError(f"{path}: the solution of '{id}' cannot be read; install the course again.") from None
    text, scheme = [], False
    for line in source.splitlines():
        mark = line.strip()
        if mark == "### BEGIN MARK SCHEME":
            scheme = True
        if not scheme and mark not in (BEGIN, END):
            text.append(line)
        if mark == "### END MARK SCHEME":
            scheme = False
    return "\n".join(text).strip("\n")
