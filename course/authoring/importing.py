"""``course import``: bring an edit made to a master in JupyterLab back into the unit's text.

Either all of the edit reaches the text, or one sentence says why not and nothing is written.
"""

import difflib
import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from bisect import bisect_right
from pathlib import Path

from course.authoring.build import build_unit
from course.authoring.drift import first_difference, read_notebook
from course.authoring.master import STAMP, essence, fingerprint, make_master
from course.authoring.files import local_links
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


def import_notebook(path: Path, root: Path, dry_run: bool = False) -> int:
    """Bring the master at ``path`` into its text and build it anew. Returns 0.

    Raises CourseError, with nothing written, where text and master both changed or the text cannot
    hold the edit; Malformed where the text as it stands cannot be read.
    """
    where = show(path, root)
    if path.suffix != ".ipynb" or path.parent.parent != root / "source":
        raise CourseError(f"{where}: this is not a master; name one as source/<unit>/<notebook>.ipynb.")
    unit_name, text_path = path.parent.name, root / "course" / "units" / path.parent.name / f"{path.stem}.md"
    if not text_path.is_file():
        raise CourseError(f"{where}: there is no text {show(text_path, root)} to bring it into; write one that holds a header, build it, and edit that.")
    notebook = read_notebook(path, where)
    unit = read_unit(unit_name, root)
    text = next(text for text in unit.texts if text.name == path.stem)
    built = make_master(text, unit.roles[text.name])
    if not _is_edited(notebook, built, where, show(text_path, root)):
        return 0
    if notebook.metadata.get("course") != built.metadata["course"]:
        raise CourseError(f"{where}: the metadata 'course' changed, which are the header of {show(text_path, root)}; edit that, and set them back here.")
    outputs = sum(bool(cell.get("outputs")) for cell in notebook.cells)
    lines, starts = merge(text, built.cells, notebook.cells, unit_name, where)
    words = "\n".join(lines)
    coming = _new_files(text, words, path.parent, unit.folder)
    _verify(unit, text, words, starts, notebook, coming, where, root)
    _show_diff(text, words, root, dry_run)
    if dry_run:
        return 0
    for name in coming:
        (unit.folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path.parent / name, unit.folder / name)
        print(f"{show(unit.folder / name, root)}: copied from {show(path.parent, root)}/")
    replacement = text_path.with_name(f".{text_path.name}.new")
    replacement.write_text(words, encoding="utf-8", newline="")
    os.replace(replacement, text_path)
    build_unit(read_unit(unit_name, root), root)
    dropped = f", without its {outputs} outputs" if outputs else ""
    print(f"{where}: built anew from the text{dropped}; reload it in JupyterLab")
    return 0


def _is_edited(notebook, built, where: str, text: str) -> bool:
    """Whether there is something to import. Raises CourseError where the text changed as well."""
    now, then, edited = fingerprint(built.cells), notebook.metadata.get(STAMP), fingerprint(notebook.cells)
    if edited == now:
        print(f"{where}: nothing to import, {text} says the same")
        return False
    if then is None:
        raise CourseError(f"{where}: this notebook was not made by course build, so what changed cannot be told; "
                          "build the master, edit that one, and import it.")
    if edited == then:
        print(f"{where}: nothing to import, only {text} changed since; course build makes the master anew")
        return False
    if now != then:
        raise CourseError(f"{where}: {text} changed too since this master was built; undo one of the two (git diff shows each): "
                          "restore the text and import again, or drop the master's edit with 'course build --force'.")
    return True


def _new_files(text: Text, words: str, master_folder: Path, folder: Path) -> set[Path]:
    """Files that the edit links to and that lie beside the master only, where JupyterLab puts them."""
    cells = parse_text(words, text.path, folder)[0].cells
    names = {path for _, _, path in local_links(cells) if ".." not in path.parts and path.suffix != ".ipynb"}
    return {name for name in names if (master_folder / name).is_file() and not (folder / name).exists()}


def _verify(unit: Unit, text: Text, words: str, starts: dict[int, str], notebook, coming: set[Path], where: str, root: Path) -> None:
    """Raise CourseError, naming the cell, unless the new text gives exactly the edited cells."""
    try:
        new = read_unit(unit.name, root, {text.path: words}, coming)
    except Malformed as malformed:
        lines = sorted(starts)
        said = []
        for problem in malformed.problems:
            at = bisect_right(lines, problem.line)
            cell = f"cell '{starts[lines[at - 1]]}': " if at and problem.path == show(text.path, root) else ""
            said.append(f"{where}: {cell}{problem.sentence}")
        raise CourseError("\n".join(said)) from None
    again = make_master(next(other for other in new.texts if other.name == text.name), new.roles[text.name])
    if [essence(cell) for cell in again.cells] != [essence(cell) for cell in notebook.cells]:
        what = first_difference(notebook, again)
        raise CourseError(f"{where}: the text cannot hold this edit ({what}); write it in another way. Nothing was written.")


def _show_diff(text: Text, words: str, root: Path, dry_run: bool) -> None:
    name = show(text.path, root)
    old, new = text.path.read_text(encoding="utf-8").split("\n"), words.split("\n")
    diff = [*difflib.unified_diff(old, new, name, name, n=1, lineterm="")][2:]
    if dry_run:
        print("\n".join([f"--- {name}", f"+++ {name}", *diff]))
        return
    added = sum(line.startswith("+") for line in diff)
    removed = sum(line.startswith("-") for line in diff)
    print(f"{name}: {added} lines in, {removed} lines out")
