"""The released notebooks as the learner's side reads them: their headers, exercises, points, hints and cells.

They are the one truth about which exercises there are; nothing here needs nbgrader.
"""

import json
import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

import course
from course.delivery import released
from course.errors import CourseError

HINT = re.compile(r"<summary><b>Hint (\d+)</b>:?\s*(.*?)</summary>", re.DOTALL)


@dataclass(frozen=True)
class Hint:
    """A folded hint: its number below the exercise, and its title as HTML."""

    number: int
    title: str


@dataclass(frozen=True)
class Exercise:
    """One exercise. ``id`` is its solution cell's; ``points`` those of its visible check, whose source is
    ``check``. A text answer that a person grades (``manual``) has no check; ``stub`` is the cell's first text."""

    id: str
    name: str  # the function's, as in the text: sigmoid_torch
    notebook: str  # workspace path with forward slashes
    points: float
    manual: bool
    check: str
    stub: str
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True)
class Cell:
    """A cell of a released notebook; ``graded`` is nbgrader's own metadata, empty for an ordinary cell."""

    id: str
    kind: str
    source: str
    graded: dict


@dataclass(frozen=True)
class Unit:
    """One released notebook, as its header describes it."""

    name: str  # workspace path with forward slashes
    title: str
    number: int | None
    minutes: int | None
    needs: tuple[str, ...]
    gives: str
    cells: tuple[Cell, ...] = ()
    exercises: tuple[Exercise, ...] = ()

    @property
    def folder(self) -> str:
        return self.name.split("/")[0]

    @property
    def checked(self) -> list[Exercise]:
        """The exercises that have a visible check."""
        return [each for each in self.exercises if not each.manual]


def checkout() -> Path | None:
    """The checkout that this package is run from; None where it was installed."""
    root = Path(course.__file__).resolve().parents[1]
    return root if (root / "pyproject.toml").is_file() and (root / "course" / "learn.py").is_file() else None


def find_release() -> Path:
    """The released notebooks: of the checkout, or those that were installed with the package."""
    root = checkout()
    release = root / "release" if root else Path(course.__file__).resolve().parent / "release"
    if not any(release.glob("*/*.ipynb")):
        raise CourseError(
            f"{release}: there are no notebooks to work on; "
            + ("make them with 'course build' and 'course release'." if root else "install the course again.")
        )
    return release


def read_units(release: Path) -> list[Unit]:
    """Every released notebook, in the order of the course."""
    units = [read_unit(release, name) for name in released(release) if name.endswith(".ipynb")]
    return sorted(units, key=lambda unit: (unit.number or 99, unit.folder, Path(unit.name).stem != unit.folder, unit.name))


def choose(units: list[Unit], name: str) -> list[Unit]:
    """The notebooks of the unit with this folder name. Raises CourseError for one that does not exist."""
    found = [each for each in units if each.folder == name]
    if not found:
        known = list(dict.fromkeys(each.folder for each in units))
        near = get_close_matches(name.lower().replace("-", "_").replace(" ", "_"), known, 1)
        meant = f"did you mean '{near[0]}'? There" if near else "there"
        raise CourseError(f"there is no unit '{name}'; {meant} is: {', '.join(known)}.")
    return found


def read_unit(release: Path, name: str) -> Unit:
    """One released notebook; what is missing in its metadata is left out, and a broken one has no cells."""
    stamp = (release / name).stat()
    return _read(release, name, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=64)
def _read(release: Path, name: str, _changed: int, _size: int) -> Unit:
    try:
        notebook = json.loads((release / name).read_bytes())
    except ValueError:
        notebook = None
    try:
        header = dict(notebook["metadata"]["course"])
    except (ValueError, LookupError, TypeError):
        header = {}
    try:
        cells = tuple(_cell(cell) for cell in notebook["cells"])
    except (LookupError, TypeError, AttributeError):
        cells = ()
    spoken = Path(name).stem.replace("_", " ").capitalize()
    return Unit(
        name,
        str(header.get("title") or spoken),
        header.get("unit"),
        header.get("minutes"),
        tuple(header.get("needs") or ()),
        str(header.get("gives") or ""),
        cells,
        tuple(_exercises(name, cells)),
    )


def _cell(cell: dict) -> Cell:
    graded = cell.get("metadata", {}).get("nbgrader", {})
    return Cell(str(cell.get("id", "")), cell["cell_type"], "".join(cell["source"]), dict(graded))


def _exercises(name: str, cells: tuple[Cell, ...]):
    """The exercises among the cells, in order. A hint belongs to the exercise whose solution stands above it."""
    unit = name.split("/")[0]
    starts = [at for at, cell in enumerate(cells) if cell.graded.get("solution")]
    checks = {cell.graded["grade_id"]: cell for cell in cells if cell.graded.get("grade") and cell.graded.get("grade_id")}
    for at, end in zip(starts, [*starts[1:], len(cells)]):
        cell = cells[at]
        id = str(cell.graded.get("grade_id", ""))
        manual, check = bool(cell.graded.get("grade")), checks.get(f"{id}-check")
        if not (id and (manual or check)):
            continue
        points = (cell if manual else check).graded.get("points") or 0
        hints = [Hint(int(number), title) for below in cells[at:end] if below.kind == "markdown" for number, title in HINT.findall(below.source)]
        spoken = id.removeprefix(f"{unit}-").replace("-", "_")
        yield Exercise(id, spoken, name, float(points), manual, "" if manual else check.source, cell.source, () if manual else tuple(hints))


def find_cell(units: list[Unit], cell_id: str | None, source: str) -> tuple[Unit, int] | None:
    """The released cell that a learner runs, as (unit, place): the one with this id, else, since some programs give
    cells ids of their own, the one with this source. None for a cell that the learner added."""
    code = [(unit, at, cell) for unit in units for at, cell in enumerate(unit.cells) if cell.kind == "code"]
    wanted = plain(source)
    same_id = [(unit, at) for unit, at, cell in code if cell_id and cell.id == cell_id]
    same_source = [(unit, at) for unit, at, cell in code if wanted and plain(cell.source) == wanted]
    both = [place for place in same_id if place in same_source]
    return next(iter([*both, *same_id, *same_source]), None)


def exercise_of(unit: Unit, at: int) -> Exercise | None:
    """The exercise whose visible check is the cell at this place; None for every other cell."""
    id = unit.cells[at].graded.get("grade_id", "")
    return next((each for each in unit.checked if id == f"{each.id}-check"), None)


def plain(source: str) -> str:
    """A cell's source without what an editor adds or takes at line ends."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())
