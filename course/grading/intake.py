"""The door: which submissions can be graded at all, and for those that cannot, one sentence why."""

import hashlib
import json
import os
import stat
from pathlib import Path

import nbformat
import nbformat.reader
from nbgrader.utils import parse_utc

MEGABYTE = 1_000_000
NOTEBOOK_LIMIT = 20 * MEGABYTE
FOLDER_LIMIT = 100 * MEGABYTE
NAME_LIMIT = 100
REMEMBERED = 100
# The folders that passed lately: nbgrader's steps ask three times about each.
_passed: dict[Path, tuple] = {}


class Refused(Exception):
    """A submission that cannot be graded; the message is one sentence for the instructor."""


def check(folder: Path, records: dict[str, list] | None = None) -> None:
    """Raise :class:`Refused` unless the submission in ``folder`` (``.../<learner>/<unit>``) can be graded.

    ``records`` is the gradebook's record of the unit (see ``Course.records``). Without it only the files
    are looked at, and not whether the cells in them belong to the unit.
    """
    try:
        seen = _signature(Path(folder))
        before, known = _passed.get(folder, (None, None))
        if before == seen and (records is None or records == known):
            return
        _check(Path(folder), records)
        _passed.pop(folder, None)
        _passed[folder] = (seen, records)
        while len(_passed) > REMEMBERED:
            del _passed[next(iter(_passed))]
    except OSError as error:
        name = Path(error.filename or "a file").name
        raise Refused(f"{name} cannot be read: {error.strerror}.") from None


def _signature(folder: Path) -> tuple:
    """Changes with any change to the files below the folder, without reading them."""
    found = [(path, path.lstat()) for path in sorted([folder.parent, folder, *folder.rglob("*")])]
    return tuple((path, info.st_mode, info.st_ino, info.st_size, info.st_mtime_ns, info.st_ctime_ns) for path, info in found)


def _check(folder: Path, records: dict[str, list] | None) -> None:
    _check_name(folder.parent.name)
    if folder.is_symlink() or folder.parent.is_symlink():
        raise Refused("the folder is a symbolic link; hand in the files themselves.")
    if not folder.is_dir():
        raise Refused(f"'{folder.name}' is a file where a folder with the unit's notebooks should be.")
    _check_files(folder)
    _check_timestamp(folder / "timestamp.txt")
    found = sorted(path.name for path in folder.glob("*.ipynb"))
    expected = sorted(f"{name}.ipynb" for name in records) if records else found
    if not found:
        raise Refused("the folder is empty." if not any(folder.iterdir()) else "there is no notebook in the folder.")
    if not set(found) & set(expected):
        raise Refused(
            f"there is no {' or '.join(expected)}, only {', '.join(found[:3])}; "
            "if it is the right notebook, give it its name back."
        )
    for name in expected:
        if name in found:
            known = {record.name for record in records[name.removesuffix(".ipynb")]} if records else None
            _check_notebook(folder / name, known, folder.name)


def digest(folder: Path) -> str:
    """A SHA-256 over every file's name and content, so that an unchanged submission is recognised."""
    total = hashlib.sha256()
    for path in sorted(Path(folder).rglob("*")):
        if ".ipynb_checkpoints" in path.parts or not (path.is_symlink() or path.is_file()):
            continue
        try:
            if path.is_symlink():
                content = b"link " + os.fsencode(os.readlink(path))
            else:
                with path.open("rb") as file:
                    content = hashlib.file_digest(file, "sha256").digest()
        except OSError:
            content = b"unreadable"
        for part in (os.fsencode(path.relative_to(folder)), content):
            total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()


def _check_name(learner: str) -> None:
    awkward = set('*?[]"\\<>|`$')
    if (
        learner != learner.strip()
        or learner.startswith(".")
        or len(learner) > NAME_LIMIT
        or not learner.isprintable()
        or awkward & set(learner)
    ):
        raise Refused(
            "the folder's name cannot serve as a learner's name (a dot or a space at its edge, one of "
            f"{' '.join(sorted(awkward))}, an unprintable sign or over {NAME_LIMIT} letters); rename it."
        )


def _check_files(folder: Path) -> None:
    """Links and pipes would be followed or waited for when nbgrader copies the files beside the notebook."""
    total = 0
    for path in sorted(folder.rglob("*")):
        info = path.lstat()
        name = path.relative_to(folder)
        if stat.S_ISLNK(info.st_mode):
            raise Refused(f"{name} is a symbolic link; hand in the file itself.")
        if not (stat.S_ISREG(info.st_mode) or stat.S_ISDIR(info.st_mode)):
            raise Refused(f"{name} is not an ordinary file.")
        total += info.st_size
        if path.suffix == ".ipynb" and info.st_size > NOTEBOOK_LIMIT:
            raise Refused(
                f"{name} has {info.st_size / MEGABYTE:.0f} MB and the limit is {NOTEBOOK_LIMIT // MEGABYTE} MB; "
                "clear its outputs and hand it in again."
            )
    if total > FOLDER_LIMIT:
        raise Refused(f"the files have {total / MEGABYTE:.0f} MB and the limit is {FOLDER_LIMIT // MEGABYTE} MB.")


def _check_timestamp(path: Path) -> None:
    try:
        if path.exists() and (text := path.read_text(encoding="utf-8").strip()):
            parse_utc(text)
    except (ValueError, OverflowError):
        raise Refused("timestamp.txt does not hold a date; correct or delete it.") from None


def _check_notebook(path: Path, known: set[str] | None, unit: str) -> None:
    """That the file is a notebook nbformat can bring up to date and, if ``known`` is given, one of this unit's."""
    name = path.name
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{name} is not UTF-8 text; save it again in JupyterLab.") from None
    if not text.strip():
        raise Refused(f"{name} is an empty file.")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused(f"{name} is not JSON, so it is no notebook; it may have been cut off or renamed.") from None
    if not isinstance(content, dict) or not isinstance(content.get("nbformat"), int):
        raise Refused(f"{name} is JSON but no notebook.")
    if content["nbformat"] not in (3, 4):
        raise Refused(
            f"{name} has notebook format {content['nbformat']}, and 3 and 4 can be read; save it again in JupyterLab."
        )
    try:
        notebook = parsed(text)
        cells = notebook.cells
        for cell in cells:
            cell.pop("outputs", None)
            if (
                cell.cell_type not in ("code", "markdown", "raw")
                or not isinstance(cell.source, str)
                or not isinstance(cell.metadata, dict)
            ):
                raise ValueError
        # Half a surrogate pair is legal JSON, and could not be written to a file again.
        json.dumps(notebook, ensure_ascii=False).encode("utf-8")
    except Exception:  # nbformat raises whatever a malformed notebook makes it stumble over
        raise Refused(f"{name} is damaged: its cells cannot be read; save it again in JupyterLab.") from None
    if known:
        _check_unit(name, cells, known, unit)


def parsed(text: str) -> nbformat.NotebookNode:
    """A notebook in nbformat's present form. Whether it is valid is seen when it has been prepared; to ask each time is half the work."""
    return nbformat.convert(nbformat.reader.reads(text), 4)


def _check_unit(name: str, cells: list, known: set[str], unit: str) -> None:
    marks = {grade_id(cell) for cell in cells} - {None}
    if known & (marks | {cell.get("id") for cell in cells}):
        return
    others = {mark.split("-")[0] for mark in marks}
    what = f"it looks like unit '{others.pop()}'" if len(others) == 1 else "it is another notebook"
    raise Refused(f"{name} holds none of the cells of '{unit}'; {what}.")


def grade_id(cell) -> str | None:
    """The name that nbgrader's metadata gives a cell, whatever state that metadata is in."""
    mark = cell.metadata.get("nbgrader")
    name = mark.get("grade_id") if isinstance(mark, dict) else None
    return name if isinstance(name, str) else None
