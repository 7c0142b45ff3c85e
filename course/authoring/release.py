"""``course release``: make the unsolved notebooks from the masters, with nbgrader.

What comes out is compared with the masters before it is written: nothing that is the author's may
reach release/.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.authoring import gradebook
from course.authoring.build import build_unit, read_units, strangers, write_files
from course.authoring.drift import read_notebook
from course.authoring.engine import Saved, Unsolver, generate
from course.authoring.leaks import leaks, leaks_in_file
from course.authoring.places import find_root, show, unit_folder
from course.errors import CourseError


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("unit", nargs="*", metavar="UNIT", help="the units to release (default: all)")
    parser.add_argument("--verbose", action="store_true", help="show nbgrader's log")


def run(args: Namespace) -> int:
    root = find_root()
    units = read_units(args.unit, root)
    if units is None:
        return 2
    for unit in units:
        build_unit(unit, root)
    status = 0
    for unit in units:
        try:
            changed = release_unit(unit.name, root, args.verbose)
            print(f"release/{unit.name}/: {changed} files changed" if changed else f"release/{unit.name}/: unchanged")
        except CourseError as error:
            print(f"course release: {error}", file=sys.stderr)
            status = 2
    return status


def read_masters(unit: str, root: Path) -> dict[str, dict]:
    """The masters of a unit by notebook name. Raises CourseError where there are none."""
    folder = root / "source" / unit
    found = {path.stem: read_notebook(path, show(path, root)) for path in sorted(folder.glob("*.ipynb"))}
    if not found:
        raise CourseError(f"source/{unit}/: there are no masters; course build {unit} makes them.")
    return found


def unsolve(unit: str, masters: dict[str, dict], root: Path) -> tuple[dict[Path, bytes], dict[str, list[Saved]]]:
    """What releasing these masters gives: the notebooks' bytes, and the cells for the gradebook."""
    unsolver = Unsolver(root)
    files, cells = {}, {}
    for name, master in masters.items():
        files[Path(f"{name}.ipynb")], cells[name] = unsolver.release(master, unit, name)
    return files, cells


def release_unit(unit: str, root: Path, verbose: bool = False) -> int:
    """Release one unit from its masters. Returns how many files were written or removed.

    Raises CourseError, with release/ as it was, where something of the author's would come out or a
    recorded score would be lost.
    """
    masters = read_masters(unit, root)
    files, cells = unsolve(unit, masters, root)
    files |= {path: (root / "source" / unit / path).read_bytes() for path in support(unit, root)}
    book = gradebook.known(unit, root)
    if not gradebook.is_known(book, cells):
        for note in gradebook.keep_scores(unit, book, cells):
            print(note)
        files = generate(unit, root, verbose)
    refuse_leaks(unit, files, masters)
    return write_files(root / "release" / unit, files, f"release/{unit}")


def support(unit: str, root: Path) -> list[Path]:
    """The files of a unit that travel beside its notebooks."""
    folder = root / "source" / unit
    return [path.relative_to(folder) for path in strangers(folder, set()) if path.suffix != ".ipynb"]


def refuse_leaks(unit: str, files: dict[Path, bytes], masters: dict[str, dict]) -> None:
    """Raise CourseError where a file for the learner holds something of the author's."""
    for path, content in files.items():
        if path.suffix == ".ipynb":
            found = leaks(json.loads(content), masters[path.stem])
        else:
            found = ["it holds a line of an answer or of hidden tests"] if leaks_in_file(content, [*masters.values()]) else []
        if found:
            raise CourseError(f"release/{unit}/{path.as_posix()}: not released, since {found[0]}; correct the unit's text, then release again.")


def ensure_released(units: list[str], root: Path | None = None) -> list[str]:
    """Make gradebook.db know these units as their masters in source/ are, so that they can be graded.

    Returns the units that it had to be told of; a gradebook that holds exactly these cells is left
    alone. Raises CourseError for an unknown unit, or where a recorded score would be lost.
    """
    root = root or find_root()
    told = []
    for unit in units:
        unit_folder(unit, root)
        _, cells = unsolve(unit, read_masters(unit, root), root)
        book = gradebook.known(unit, root)
        if not gradebook.is_known(book, cells):
            gradebook.keep_scores(unit, book, cells)
            generate(unit, root)
            told.append(unit)
    return told
