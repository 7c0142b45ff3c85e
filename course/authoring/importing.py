"""``course import``: bring an edit made to a master in JupyterLab back into the unit's text.

Either all of the edit reaches the text, or one sentence says why not and nothing is written.
"""

import difflib
import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

import nbformat

from course.authoring.build import build_unit
from course.authoring.drift import first_difference, read_notebook
from course.authoring.files import local_links
from course.authoring.master import STAMP, essence, fingerprint, make_master
from course.authoring.merge import merge
from course.authoring.places import find_root, show
from course.authoring.problems import Malformed
from course.authoring.text import Text, parse_text
from course.authoring.units import Unit, read_unit
from course.errors import CourseError


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("notebook", metavar="NOTEBOOK", help="the edited master: source/<unit>/<notebook>.ipynb")
    parser.add_argument("--dry-run", action="store_true", help="show what would change in the text; write nothing")


def run(args: Namespace) -> int:
    path = Path(args.notebook).absolute()
    root = find_root(path.parent if path.parent.is_dir() else None)
    try:
        return import_notebook(path, root, args.dry_run)
    except Malformed as malformed:
        for problem in malformed.problems:
            print(problem, file=sys.stderr)
        return 2


@dataclass
class Edit:
    """A master as it lies in source/, the unit and the text that it was built from, and what they give."""

    notebook: nbformat.NotebookNode
    unit: Unit
    text: Text
    built: nbformat.NotebookNode
    root: Path

    @property
    def where(self) -> str:
        return f"source/{self.unit.name}/{self.text.name}.ipynb"

    @property
    def text_name(self) -> str:
        return show(self.text.path, self.root)


def import_notebook(path: Path, root: Path, dry_run: bool = False) -> int:
    """Bring the master at ``path`` into its text and build it anew. Returns 0.

    Raises CourseError, with nothing written, where text and master both changed or the text cannot
    hold the edit; Malformed where the text as it stands cannot be read.
    """
    edit = _read_edit(path, root)
    if not _is_edited(edit):
        return 0
    lines, starts = merge(edit.text, edit.built.cells, edit.notebook.cells, edit.unit.name, edit.where)
    words = "\n".join(lines)
    coming = _new_files(edit, words, path.parent)
    _verify(edit, words, starts, coming)
    _show_diff(edit, words, dry_run)
    if dry_run:
        return 0
    for name in coming:
        (edit.unit.folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path.parent / name, edit.unit.folder / name)
        print(f"{show(edit.unit.folder / name, root)}: copied from {show(path.parent, root)}/")
    replacement = edit.text.path.with_name(f".{edit.text.path.name}.new")
    replacement.write_text(words, encoding="utf-8", newline="")
    os.replace(replacement, edit.text.path)
    build_unit(read_unit(edit.unit.name, root), root)
    outputs = sum(bool(cell.get("outputs")) for cell in edit.notebook.cells)
    dropped = f", without the outputs of {outputs} cells" if outputs else ""
    print(f"{edit.where}: built anew from the text{dropped}; reload it in JupyterLab")
    return 0


def _read_edit(path: Path, root: Path) -> Edit:
    where = show(path, root)
    if path.suffix != ".ipynb" or path.parent.parent != root / "source":
        raise CourseError(f"{where}: this is not a master; name one as source/<unit>/<notebook>.ipynb.")
    text_path = root / "course" / "units" / path.parent.name / f"{path.stem}.md"
    if not text_path.is_file():
        raise CourseError(
            f"{where}: there is no text {show(text_path, root)} to bring it into; "
            "write one with a header, build it, and edit the master that comes out."
        )
    notebook = read_notebook(path, where)
    unit = read_unit(path.parent.name, root)
    text = next(text for text in unit.texts if text.name == path.stem)
    return Edit(notebook, unit, text, make_master(text, unit.roles[text.name]), root)


def _is_edited(edit: Edit) -> bool:
    """Whether there is something to import. Raises CourseError where the text changed as well."""
    now, then = fingerprint(edit.built.cells), edit.notebook.metadata.get(STAMP)
    edited = fingerprint(edit.notebook.cells)
    header = edit.built.metadata["course"]
    if edited != then and edit.notebook.metadata.get("course", header) != header:
        raise CourseError(
            f"{edit.where}: its metadata 'course' are not the header of {edit.text_name}; "
            "change the header in the text only, and set the metadata back here."
        )
    if edited == now:
        print(f"{edit.where}: nothing to import, {edit.text_name} says the same")
        return False
    if then is None:
        raise CourseError(
            f"{edit.where}: this notebook was not made by course build, so what changed cannot be told; "
            "build the master, edit that one, and import it."
        )
    if edited == then:
        print(f"{edit.where}: nothing to import, only {edit.text_name} changed; course build makes the master anew")
        return False
    if now != then:
        raise CourseError(
            f"{edit.where}: {edit.text_name} changed too since this master was built; undo one of the two "
            "(git diff shows each): restore the text and import again, or drop the master's edit with "
            "'course build --force'."
        )
    return True


def _new_files(edit: Edit, words: str, folder: Path) -> set[Path]:
    """Files that the edit links to and that lie beside the master only, where JupyterLab puts them."""
    cells = parse_text(words, edit.text.path, edit.root)[0].cells
    names = {path for _, _, path in local_links(cells) if ".." not in path.parts and path.suffix != ".ipynb"}
    return {name for name in names if (folder / name).is_file() and not (edit.unit.folder / name).exists()}


def _verify(edit: Edit, words: str, starts: dict[int, str], coming: set[Path]) -> None:
    """Raise CourseError, naming the cell, unless the new text gives exactly the edited cells."""
    try:
        unit = read_unit(edit.unit.name, edit.root, {edit.text.path: words}, coming)
    except Malformed as malformed:
        lines = sorted(starts)
        said = []
        for problem in malformed.problems:
            at = bisect_right(lines, problem.line) if problem.path == edit.text_name else 0
            cell = f"cell '{starts[lines[at - 1]]}': " if at else ""
            said.append(f"{edit.where}: {cell}{problem.sentence}")
        raise CourseError("\n".join(said)) from None
    text = next(text for text in unit.texts if text.name == edit.text.name)
    again = make_master(text, unit.roles[text.name])
    if [essence(cell) for cell in again.cells] != [essence(cell) for cell in edit.notebook.cells]:
        what = first_difference(edit.notebook, again)
        raise CourseError(f"{edit.where}: the text cannot hold this edit ({what}); write it in another way.")


def _show_diff(edit: Edit, words: str, dry_run: bool) -> None:
    name = edit.text_name
    old, new = edit.text.path.read_text(encoding="utf-8").split("\n"), words.split("\n")
    diff = [*difflib.unified_diff(old, new, name, name, n=1, lineterm="")]
    if dry_run:
        print("\n".join(diff))
        return
    added = sum(line.startswith("+") for line in diff[2:])
    removed = sum(line.startswith("-") for line in diff[2:])
    print(f"{name}: {added} lines in, {removed} lines out")
