"""A unit's folder at a station: bring it to what it must hold, or say where it differs."""

import shutil
from pathlib import Path

import nbformat

from course.authoring.drift import first_difference, read_notebook
from course.authoring.places import show
from course.errors import CourseError


def strangers(folder: Path, wanted: set[Path]) -> list[Path]:
    """Files in ``folder`` whose path, relative to it, is not wanted; Jupyter's own are not looked at."""
    found = ((path, path.relative_to(folder)) for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path, name in found if name not in wanted and ".ipynb_checkpoints" not in name.parts]


def unit_folders(station: Path) -> list[Path]:
    """The folders of units at a station."""
    return sorted(path for path in station.glob("*") if path.is_dir() and not path.name.startswith("."))


def write_files(folder: Path, files: dict[Path, bytes]) -> list[str]:
    """Make ``folder`` hold exactly ``files``; a file whose bytes are right is not touched.

    Returns what was done, for example ["wrote a.ipynb", "removed b.ipynb"].
    """
    done = []
    for path in strangers(folder, set(files)):
        path.unlink()
        done.append(f"removed {path.relative_to(folder).as_posix()}")
    for path, content in files.items():
        target = folder / path
        if target.is_file() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        done.append(f"wrote {path.as_posix()}")
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return done


def remove_folders(station: Path, units: list[str], root: Path) -> None:
    """Remove the folders of units that are gone."""
    for folder in unit_folders(station):
        if folder.name not in units:
            shutil.rmtree(folder)
            print(f"{show(folder, root)}/: removed, no unit has this name")


def drift(folder: Path, files: dict[Path, bytes], root: Path, command: str, way_out: str) -> list[str]:
    """One sentence for each file of ``folder`` that is not what ``files`` says.

    ``command`` is what makes the files; ``way_out`` ends the sentence about a notebook that differs.
    """
    found = []
    for path, wanted in files.items():
        target, where = folder / path, show(folder / path, root)
        if not target.is_file():
            found.append(f"{where}: is missing; {command} makes it.")
        elif target.read_bytes() != wanted:
            try:
                what = _what(target, wanted, where)
            except CourseError as error:
                found.append(str(error))
            else:
                way = way_out if path.suffix == ".ipynb" else f"{command} makes it anew"
                found.append(f"{where}: {what}; {way}.")
    for path in strangers(folder, set(files)):
        found.append(f"{show(path, root)}: nothing makes this file; {command} removes it.")
    return found


def folder_drift(station: Path, units: list[str], root: Path, command: str) -> list[str]:
    """One sentence for each folder of a station that belongs to no unit."""
    gone = [folder for folder in unit_folders(station) if folder.name not in units]
    return [f"{show(folder, root)}/: no unit has this name; {command} removes it." for folder in gone]


def _what(path: Path, wanted: bytes, where: str) -> str:
    if path.suffix != ".ipynb":
        return "its bytes differ"
    have = read_notebook(path, where)
    return first_difference(have, nbformat.reads(wanted.decode(), as_version=4)) or "only its layout differs"
