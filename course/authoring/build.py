"""``course build``: make the solved masters from the units' text, or check that they agree.

A master that someone edited since it was built is never overwritten unasked: ``course import``
brings the edit into the text, ``--force`` drops it.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import nbformat

from course.authoring.drift import read_notebook
from course.authoring.master import STAMP, dump, fingerprint, make_master
from course.authoring.places import find_root, show, unit_names
from course.authoring.problems import Malformed
from course.authoring.stations import drift, folder_drift, remove_folders, strangers, unit_folders, write_files
from course.authoring.units import Unit, read_unit
from course.errors import CourseError


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("unit", nargs="*", metavar="UNIT", help="the units to build (default: all)")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail when text, masters and release differ"
    )
    parser.add_argument("--force", action="store_true", help="overwrite a master even where it was edited by hand")


def run(args: Namespace) -> int:
    root = find_root()
    units = read_units(args.unit, root)
    if units is None:
        return 2
    if not units:
        print("course/units/ holds no unit yet")
    if args.check:
        return check(units, not args.unit, root)
    for unit in units:
        done = build_unit(unit, root, args.force)
        print(f"source/{unit.name}/: {', '.join(done) or 'unchanged'}")
    if not args.unit:
        remove_gone(root, args.force)
    return 0


def read_units(names: list[str], root: Path) -> list[Unit] | None:
    """The units of these names (all where there are none); None after printing what is wrong."""
    found, faulty = [], []
    for name in dict.fromkeys(names) or unit_names(root):
        try:
            found.append(read_unit(name, root))
        except Malformed as malformed:
            faulty += malformed.problems
    for problem in faulty:
        print(problem, file=sys.stderr)
    return None if faulty else found


def built_files(unit: Unit) -> dict[Path, bytes]:
    """Everything that source/<unit>/ must hold, by path relative to it."""
    files: dict[Path, bytes] = {}
    for text in unit.texts:
        files[Path(f"{text.name}.ipynb")] = dump(make_master(text, unit.roles[text.name])).encode()
    for path in unit.files:
        files[path] = (unit.folder / path).read_bytes()
    return files


def build_unit(unit: Unit, root: Path, force: bool = False) -> list[str]:
    """Bring source/<unit>/ to what the text says. Returns what was written and removed.

    Raises CourseError, with nothing written, where that would lose an edit of a master.
    """
    files = built_files(unit)
    folder = root / "source" / unit.name
    if not force:
        for path, wanted in files.items():
            if path.suffix == ".ipynb":
                refuse_edited(folder / path, root, wanted)
        for path in strangers(folder, set(files)):
            refuse_edited(path, root)
    return write_files(folder, files)


def refuse_edited(path: Path, root: Path, wanted: bytes | None = None) -> None:
    """Raise CourseError for a master with an edit that writing ``wanted`` (None: removing it) loses."""
    if path.suffix != ".ipynb" or not path.is_file() or path.read_bytes() == wanted:
        return
    where = show(path, root)
    try:
        notebook = read_notebook(path, where)
    except CourseError:
        return  # nothing that JupyterLab could open, so nothing to import
    safe = {notebook.metadata.get(STAMP)}
    if wanted:
        safe.add(fingerprint(nbformat.reads(wanted.decode(), as_version=4).cells))
    if fingerprint(notebook.cells) in safe:
        return
    if wanted is None:
        raise CourseError(
            f"{where}: no text makes this notebook; move it out of source/, or remove it with 'course build --force'."
        )
    raise CourseError(
        f"{where}: this master was edited since it was built; bring that into the text with 'course import {where}', "
        "or drop it with 'course build --force'."
    )


def remove_gone(root: Path, force: bool = False) -> None:
    """Remove what source/ holds of units that are gone, unless a master there was edited."""
    for folder in unit_folders(root / "source"):
        if folder.name not in unit_names(root) and not force:
            for path in strangers(folder, set()):
                refuse_edited(path, root)
    remove_folders(root / "source", unit_names(root), root)


def check(units: list[Unit], everything: bool, root: Path) -> int:
    """Print where masters and releases are not what the text says. Returns 0 where they are, else 1."""
    from course.authoring.release import release_drift  # nbgrader takes a second to import

    found = []
    for unit in units:
        way_out = "course import brings an edit into the text, course build makes the master anew"
        files = built_files(unit)
        found += drift(root / "source" / unit.name, files, root, "course build", way_out)
        found += release_drift(unit.name, files, root)
    if everything:
        names = unit_names(root)
        found += folder_drift(root / "source", names, root, "course build")
        found += folder_drift(root / "release", names, root, "course release")
    for sentence in found:
        print(sentence, file=sys.stderr)
    if found:
        return 1
    print(f"text, masters and release agree: {', '.join(unit.name for unit in units)}")
    return 0
