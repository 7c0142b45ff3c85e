"""The files beside a unit's text: only those that it links to travel to source/ and release/.

nbgrader releases every file that it finds in a unit's folder, so what nothing links to, which might
hold an answer, stays behind.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from course.authoring.lint import links
from course.authoring.marks import EXACT
from course.authoring.places import show
from course.authoring.problems import Problem
from course.authoring.text import Cell, Text


def local_links(cells: list[Cell]) -> Iterator[tuple[int, str, Path]]:
    """Links to files: (line, the link as written, its path). Web addresses and anchors are passed over."""
    for cell in cells:
        for line, target, *_ in links(cell):
            parts = urlsplit(target)
            if not parts.scheme and not parts.netloc and parts.path and not parts.path.startswith("/"):
                yield line, target, Path(unquote(parts.path))


def _answer_lines(cell: Cell) -> set[int]:
    """The lines of a cell that stand between marks, which learners do not get."""
    lines, inside = set(), False
    for line, words in enumerate(cell.source.split("\n"), cell.first):
        if mark := EXACT.fullmatch(words):
            inside = mark[1] == "BEGIN"
        elif inside:
            lines.add(line)
    return lines


def linked_files(folder: Path, texts: list[Text], root: Path, coming: set[Path]) -> tuple[list[Path], list[Problem]]:
    """The files that the texts link to, relative to ``folder``, and the faults of the links.

    ``coming`` are files that count as being there.
    """
    found, problems = set(), []
    for text in texts:
        answers = {line for cell in text.cells for line in _answer_lines(cell)}
        for line, target, path in local_links(text.cells):
            if path.suffix == ".ipynb":
                fault = None if _is_notebook(folder, path) else "names a notebook that no text makes; correct it"
            elif line in answers:
                fault = "stands in an answer, but every file travels to the learners; say it in words"
            elif ".." in path.parts:
                fault = "leaves the unit's folder; put the file inside it"
            elif path.suffix == ".md":
                fault = "names a unit's text, which learners do not get; link to the notebook (.ipynb)"
            elif path not in coming and not (folder / path).is_file():
                fault = f"names no file in {show(folder, root)}/; add the file or correct the link"
            else:
                fault = None
                found.add(path)
            if fault:
                problems.append(Problem(show(text.path, root), line, f"the link {target} {fault}."))
    return sorted(found), problems


def _is_notebook(folder: Path, path: Path) -> bool:
    """Whether a link names a notebook of this unit, or of another one, which lies beside it everywhere."""
    return (folder / path).with_suffix(".md").is_file() and (
        len(path.parts) == 1 or (path.parts[0], len(path.parts)) == ("..", 3)
    )
