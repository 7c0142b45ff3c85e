"""``course build``: make the solved masters from the units' text, or check that they agree.

A master that someone edited since it was built is never overwritten unasked: ``course import``
brings the edit into the text, ``--force`` drops it.
"""

import shutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.authoring.drift import first_difference, read_notebook
from course.authoring.master import STAMP, dump, fingerprint, make_master
from course.authoring.places import find_root, show, unit_names
from course.authoring.problems import Malformed
from course.authoring.units import Unit, read_unit
from course.errors import CourseError


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("unit", nargs="*", metavar="UNIT", help="the units to build (default: all)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when text, masters and release differ")
    parser.add_argument("--force", action="store_true", help="overwrite a master even where it was edited by hand")


def run(args: Namespace) -> int:
    root = find_root()
    units = read_units(args.unit, root)
    if units is None:
        return 2
    if args.check:
        return _check(units, not args.unit, root)
    written = sum(build_unit(unit, root, args.force) for unit in units)
    if not args.unit:
        written += remove_strangers(root)
    masters = sum(len(unit.texts) for unit in units)
    print(f"built {masters} masters of {len(units)} units: {written} files changed")
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


def build_unit(unit: Unit, root: Path, force: bool = False) -> int:
    """Bring source/<unit>/ to what the text says. Returns how many files were written or removed."""
    files = built_files(unit)
    folder = root / "source" / unit.name
    if not force:
        for path, wanted in files.items():
            if path.suffix == ".ipynb":
                refuse_edited(folder / path, wanted, root)
        for path in strangers(folder, set(files)):
            if path.suffix == ".ipynb":
                refuse_edited(path, b"", root)
    return write_files(folder, files, show(folder, root))


def write_files(folder: Path, files: dict[Path, bytes], where: str) -> int:
    """Make ``folder`` hold exactly ``files``; a file whose bytes are right is not touched."""
    changed = 0
    for path in strangers(folder, set(files)):
        path.unlink()
        print(f"{where}/{path.relative_to(folder).as_posix()}: removed, no text makes it")
        changed += 1
    for path, content in files.items():
        target = folder / path
        if target.is_file() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        print(f"{where}/{path.as_posix()}: written")
        changed += 1
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return changed


def strangers(folder: Path, wanted: set[Path]) -> list[Path]:
    """Files in a unit's folder at a station that belong to nothing; Jupyter's own are not looked at."""
    found = (path for path in folder.rglob("*") if path.is_file())
    relative = ((path, path.relative_to(folder)) for path in sorted(found))
    return [path for path, name in relative if name not in wanted and ".ipynb_checkpoints" not in name.parts]


def refuse_edited(path: Path, wanted: bytes, root: Path) -> None:
    """Raise CourseError for a master with an edit that building it anew would lose."""
    if not path.is_file() or path.read_bytes() == wanted:
        return
    where = show(path, root)
    try:
        notebook = read_notebook(path, where)
    except CourseError:
        return  # nothing that JupyterLab could open, so nothing to import
    stamp = notebook.metadata.get(STAMP)
    if fingerprint(notebook.cells) != stamp:
        why = "was edited since it was built" if stamp else "was not made by course build"
        raise CourseError(f"{where}: this master {why}; keep that with 'course import {where}', or drop it with 'course build --force'.")


def remove_strangers(root: Path) -> int:
    """Remove what source/ holds of units that are gone. Returns how many folders."""
    gone = [folder for folder in _folders(root / "source") if folder.name not in unit_names(root)]
    for folder in gone:
        for path in folder.rglob("*.ipynb"):
            refuse_edited(path, b"", root)
        shutil.rmtree(folder)
        print(f"{show(folder, root)}/: removed, no unit has this name")
    return len(gone)


def _folders(station: Path) -> list[Path]:
    return sorted(path for path in station.glob("*") if path.is_dir() and not path.name.startswith("."))


def _check(units: list[Unit], everything: bool, root: Path) -> int:
    found = []
    for unit in units:
        found += master_drift(unit, root)
    if everything:
        for folder in _folders(root / "source"):
            if folder.name not in unit_names(root):
                found.append(f"{show(folder, root)}/: no unit has this name; course build removes it.")
    for sentence in found:
        print(sentence, file=sys.stderr)
    if not found:
        print(f"{len(units)} units: text and masters agree")
    return 1 if found else 0


def master_drift(unit: Unit, root: Path) -> list[str]:
    """One sentence for each file of source/<unit>/ that is not what the text says."""
    return drift(root / "source" / unit.name, built_files(unit), root, "course build",
                 "course import brings an edit into the text, course build makes it anew")


def drift(folder: Path, files: dict[Path, bytes], root: Path, command: str, way_out: str) -> list[str]:
    """Compare a folder with what it must hold; one sentence for each file that differs."""
    found = []
    for path, wanted in files.items():
        target, where = folder / path, show(folder / path, root)
        if not target.is_file():
            found.append(f"{where}: is missing; {command} makes it.")
        elif target.read_bytes() != wanted:
            what = "its bytes differ"
            if path.suffix == ".ipynb":
                try:
                    have = read_notebook(target, where)
                except CourseError as error:
                    found.append(str(error))
                    continue
                import nbformat

                what = first_difference(have, nbformat.reads(wanted.decode(), as_version=4)) or "its layout differs"
            found.append(f"{where}: {what}; {way_out}.")
    for path in strangers(folder, set(files)):
        found.append(f"{show(path, root)}: nothing makes this file; {command} removes it.")
    return found
