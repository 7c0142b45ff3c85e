"""A unit: its notebooks, its exercises, its pictures, and everything that is wrong with it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course.authoring import lint
from course.authoring.exercises import Exercise, group
from course.authoring.files import linked_files
from course.authoring.header import Header, read_header
from course.authoring.lint_tests import lint_tests
from course.authoring.marks import check_marks
from course.authoring.places import find_root, show, unit_folder, unit_names
from course.authoring.problems import Malformed, Problem
from course.authoring.roles import Role, read_role
from course.authoring.text import Cell, Text, parse_text, read_text
from course.rooms.cells import parsed


@dataclass
class Unit:
    """A unit without faults. ``files`` are the pictures and other files that its text links to,
    relative to ``folder``; ``roles`` holds, per notebook, the graded cells in order."""

    name: str
    folder: Path
    texts: list[Text]
    roles: dict[str, list[Role]]
    exercises: list[Exercise]
    files: list[Path]

    @property
    def header(self) -> Header:
        """The header of the notebook that is named like the unit, else of the first."""
        return next((text.header for text in self.texts if text.name == self.name), self.texts[0].header)


def units(root: Path | None = None) -> list[str]:
    """The names of all units in the order of their numbers; one whose header cannot be read comes last."""
    root = root or find_root()

    def number(name: str) -> float:
        paths = sorted((root / "course" / "units" / name).glob("*.md"))
        lines = paths[0].read_text(encoding="utf-8", errors="replace").split("\n")
        header = read_header(lines)[0]
        return header.unit if header else float("inf")

    return sorted(unit_names(root), key=lambda name: (number(name), name))


def exercises(unit: str, root: Path | None = None) -> list[Exercise]:
    """A unit's exercises, in the order in which a learner meets them."""
    return read_unit(unit, root).exercises


def read_unit(
    name: str, root: Path | None = None, instead: dict[Path, str] | None = None, coming: set[Path] = frozenset()
) -> Unit:
    """Read a unit. Raises Malformed, which lists every fault with file and line, or CourseError.

    ``instead`` holds words to read in place of a file's own, ``coming`` files that count as being there.
    """
    root = root or find_root()
    folder = unit_folder(name, root)
    problems: list[Problem] = []
    texts, roles, found = [], {}, []
    ids: dict[str, str] = {}
    for path in sorted(folder.glob("*.md")):
        where = show(path, root)
        try:
            words = (instead or {}).get(path)
            text, faults = read_text(path, root) if words is None else parse_text(words, path, root)
        except Malformed as unreadable:
            problems += unreadable.problems
            continue
        problems += faults
        texts.append(text)
        roles[text.name], faults = _read_roles(text.cells, name, ids, where)
        ours, more = group(roles[text.name], text.name)
        found += ours
        faults += [*more, *_header_faults(text, texts[0], name)]
        problems += [Problem(where, line, sentence) for line, sentence in faults]
    files, faults = linked_files(folder, texts, root, coming)
    problems += faults
    if problems:
        raise Malformed(problems)
    return Unit(name, folder, texts, roles, found, files)


def _read_roles(
    cells: list[Cell], unit: str, ids: dict[str, str], where: str
) -> tuple[list[Role], list[tuple[int, str]]]:
    """The graded cells among ``cells`` and all faults; ``ids`` says where the unit's ids so far stand."""
    roles, faults = [], []
    imported = _imported(next((cell for cell in cells if cell.kind == "code"), None))
    for cell in cells:
        role, sentences = read_role(cell, unit)
        faults += [(cell.line, sentence) for sentence in sentences]
        faults += _cell_faults(cell, role)
        faults += lint_tests(cell, role, imported)
        if role and role.id in ids:
            faults.append((cell.line, f"a second cell has the id {role.id} (the first: {ids[role.id]}); rename one."))
        elif role:
            ids[role.id] = f"{where}:{cell.line}"
            roles.append(role)
    return roles, faults


def _imported(cell: Cell | None) -> set[str]:
    """The names that a cell imports."""
    tree = parsed(cell.source) if cell else None
    found = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))] if tree else []
    return {(alias.asname or alias.name).split(".")[0] for node in found for alias in node.names}


def _cell_faults(cell: Cell, role: Role | None) -> Iterator[tuple[int, str]]:
    yield from check_marks(cell, role)
    yield from lint.lint_code(cell, role)
    yield from lint.lint_structure(cell)
    yield from lint.lint_images(cell)


def _header_faults(text: Text, first: Text, unit: str) -> Iterator[tuple[int, str]]:
    if not unit.isidentifier():
        yield 1, f"'{unit}' cannot be a unit's name; use letters, digits and _ only."
    if not text.name.isidentifier():
        yield 1, f"'{text.name}' cannot be a notebook's name; use letters, digits and _ only."
    if text.header and first.header and text.header.unit != first.header.unit:
        yield 1, f"the header's 'unit' is not that of {first.path.name}, a notebook of the same unit; make them equal."
