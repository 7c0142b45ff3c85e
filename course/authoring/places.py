"""Where the stations lie: the course's root, and the folders below it."""

from pathlib import Path

import course
from course.errors import CourseError

CONFIG = "nbgrader_config.py"


def find_root(start: Path | None = None) -> Path:
    """The nearest folder at or above ``start`` (the working directory) that holds nbgrader's
    configuration; else the checkout that this package was imported from.

    Raises CourseError where neither exists.
    """
    start = Path.cwd() if start is None else Path(start).resolve()
    for folder in (start, *start.parents, Path(course.__file__).resolve().parents[1]):
        if (folder / CONFIG).is_file():
            return folder
    raise CourseError(f"{start}: no {CONFIG} here or in any folder above; run this inside the course's folder.")


def unit_folder(unit: str, root: Path) -> Path:
    """The folder of a unit's text. Raises CourseError for a unit that does not exist."""
    folder = root / "course" / "units" / unit
    if unit not in unit_names(root):
        known = ", ".join(unit_names(root)) or "none yet"
        raise CourseError(f"there is no unit '{unit}' in course/units/ (there is: {known}).")
    return folder


def unit_names(root: Path) -> list[str]:
    """The folders in course/units/ that hold a notebook's text, in alphabetical order."""
    folders = (root / "course" / "units").glob("*/*.md")
    return sorted({path.parent.name for path in folders})


def show(path: Path, root: Path) -> str:
    """A path as messages name it: from the course's root where it lies below it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
