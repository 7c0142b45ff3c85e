"""``course release``: make the unsolved notebooks from the masters, with nbgrader.

What comes out is compared with the masters before it is written: nothing that is the author's may
reach release/.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import nbformat

from course.authoring import gradebook
from course.authoring.build import build_unit, read_units, remove_gone
from course.authoring.drift import read_notebook
from course.authoring.engine import Saved, Unsolver, generate
from course.authoring.leaks import leaks, leaks_in_file
from course.authoring.places import find_root, show, unit_folder, unit_names
from course.authoring.stations import drift, remove_folders, strangers, write_files
from course.errors import CourseError


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("unit", nargs="*", metavar="UNIT", help="the units to release (default: all)")
    parser.add_argument("--verbose", action="store_true", help="show nbgrader's log")


def run(args: Namespace) -> int:
    root = find_root()
    units = read_units(args.unit, root)
    if units is None:
        return 2
    status = 0
    for unit in units:
        try:
            if done := build_unit(unit, root):
                print(f"source/{unit.name}/: {', '.join(done)}")
            done = release_unit(unit.name, root, args.verbose)
            print(f"release/{unit.name}/: {', '.join(done) or 'unchanged'}")
        except CourseError as error:
            print(f"course release: {error}", file=sys.stderr)
            status = 2
    if not args.unit:
        remove_gone(root)
        remove_folders(root / "release", unit_names(root), root)
    return status


def release_unit(unit: str, root: Path, verbose: bool = False) -> list[str]:
    """Release one unit from its masters. Returns what was written and removed.

    Raises CourseError, with release/ as it was, where something of the author's would come out or a
    recorded score would be lost.
    """
    masters = read_masters(unit, root)
    files, cells = unsolve(unit, masters, root)
    refuse_leaks(unit, files, masters)
    for path in support(unit, root):
        files[path] = (root / "source" / unit / path).read_bytes()
    book = gradebook.known(unit, root)
    if not gradebook.is_known(book, cells):
        for note in gradebook.keep_scores(unit, book, cells):
            print(note)
        files = generate(unit, root, verbose)
    refuse_leaks(unit, files, masters)
    return write_files(root / "release" / unit, files)


def ensure_released(units: list[str], root: Path | None = None) -> dict[str, list[str]]:
    """Make gradebook.db know these units as their masters in source/ are, so that they can be graded.

    Returns the units that it had to be told of, each with a sentence for every notebook whose recorded
    scores were given by other tests; a gradebook that holds exactly these cells is left alone. Raises
    CourseError for an unknown unit, or where a recorded score would be lost.
    """
    root = root or find_root()
    told = {}
    for unit in units:
        unit_folder(unit, root)
        _, cells = unsolve(unit, read_masters(unit, root), root)
        book = gradebook.known(unit, root)
        if not gradebook.is_known(book, cells):
            told[unit] = gradebook.keep_scores(unit, book, cells)
            generate(unit, root)
    return told


def release_drift(unit: str, files: dict[Path, bytes], root: Path) -> list[str]:
    """One sentence for each file of release/<unit>/ that is not what releasing gives.

    ``files`` is what source/<unit>/ must hold.
    """
    masters = {
        path.stem: nbformat.reads(content.decode(), as_version=4)
        for path, content in files.items()
        if path.suffix == ".ipynb"
    }
    wanted = {path: content for path, content in files.items() if path.suffix != ".ipynb"}
    wanted |= unsolve(unit, masters, root)[0]
    return drift(root / "release" / unit, wanted, root, "course release", f"course release {unit} makes it anew")


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
            found = (
                ["it holds a line of an answer or of hidden tests"]
                if leaks_in_file(content, [*masters.values()])
                else []
            )
        if found:
            raise CourseError(
                f"release/{unit}/{path.as_posix()}: not released, since {found[0]}; correct the unit's text, then release again."
            )
