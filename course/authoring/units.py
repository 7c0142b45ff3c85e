"""A unit: its notebooks, its exercises, its pictures, and everything that is wrong with it."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from course.authoring import lint
from course.authoring.files import linked_files
from course.authoring.header import Header
from course.authoring.marks import check_marks
from course.authoring.places import find_root, show, unit_folder, unit_names
from course.authoring.problems import Malformed, Problem
from course.authoring.roles import Role, read_role
from course.authoring.text import Text, parse_text, read_text


@dataclass(frozen=True)
class Exercise:
    """One exercise. ``id`` is its solution's cell id; ``check`` and ``hidden`` are the points of its
    two tests, both None for a manual one, and ``points`` all points together."""

    name: str
    id: str
    notebook: str
    check: float | None
    hidden: float | None
    points: float
    manual: bool


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
    """The names of all units, in the order of their numbers."""
    root = root or find_root()
    return sorted(unit_names(root), key=lambda name: (read_unit(name, root).header.unit, name))


def exercises(unit: str, root: Path | None = None) -> list[Exercise]:
    """A unit's exercises, in the order in which a learner meets them."""
    return read_unit(unit, root).exercises


def read_unit(name: str, root: Path | None = None, instead: dict[Path, str] | None = None, coming: set[Path] = frozenset()) -> Unit:
    """Read a unit. Raises Malformed, which lists every fault with file and line, or CourseError.

    ``instead`` holds words to read in place of a file's own, ``coming`` files that count as being there.
    """
    root = root or find_root()
    folder = unit_folder(name, root)
    problems: list[Problem] = []
    if not name.isidentifier():
        problems.append(Problem(show(folder, root), 1, f"'{name}' cannot be a unit's name; use letters, digits and _ only."))
    texts, roles, ids = [], {}, {}
    for path in sorted(folder.glob("*.md")):
        try:
            words = (instead or {}).get(path)
            text, faults = read_text(path, root) if words is None else parse_text(words, path, root)
        except Malformed as unreadable:
            problems += unreadable.problems
            continue
        problems += faults
        texts.append(text)
        roles[text.name] = _read_roles(text, name, ids, problems, root)
    found = _exercises(roles, problems, {text.name: show(text.path, root) for text in texts})
    numbers = {text.header.unit for text in texts if text.header}
    if len(numbers) > 1:
        problems.append(Problem(show(texts[-1].path, root), 1, "the header's 'unit' differs from another notebook's of this unit; make them equal."))
    files, faults = linked_files(folder, texts, root, coming)
    problems += faults
    if problems:
        raise Malformed(problems)
    return Unit(name, folder, texts, roles, found, files)


def _read_roles(text: Text, unit: str, ids: dict, problems: list[Problem], root: Path) -> list[Role]:
    """The graded cells of one notebook; ``ids`` holds the unit's ids so far and where they stand."""
    where, roles = show(text.path, root), []
    for cell in text.cells:
        role, faults = read_role(cell, unit)
        problems += [Problem(where, cell.line, fault) for fault in faults]
        found = [*check_marks(cell, role)[0], *lint.lint_code(cell, role)]
        found += [*lint.lint_structure(cell), *lint.lint_images(cell)]
        problems += [Problem(where, line, sentence) for line, sentence in found]
        if role is None:
            continue
        if role.id in ids:
            problems.append(Problem(where, cell.line, f"a second cell has the id {role.id} (the first: {ids[role.id]}); rename one."))
            continue
        ids[role.id] = f"{where}:{cell.line}"
        roles.append(role)
    return roles


def _exercises(roles: dict[str, list[Role]], problems: list[Problem], paths: dict[str, str]) -> list[Exercise]:
    """Group the graded cells into exercises, and report those that lack a part."""
    found = []
    for notebook, cells in roles.items():
        parts = defaultdict(dict)
        for role in cells:
            parts[role.exercise][role.kind] = role
        for name, part in parts.items():
            first = next(iter(part.values()))

            def fault(sentence, line=first.cell.line, notebook=notebook):
                problems.append(Problem(paths[notebook], line, sentence))

            if "manual" in part:
                role = part["manual"]
                if len(part) > 1:
                    fault(f"'{name}' is a text answer and has code cells too; give one of them another name.")
                else:
                    found.append(Exercise(name, role.id, notebook, None, None, role.points, True))
                continue
            if "solution" not in part:
                fault(f"'{name}' has a {first.kind} cell but no solution in this notebook; add a cell solution=\"{name}\".")
                continue
            missing = [kind for kind in ("check", "hidden") if kind not in part]
            for kind in missing:
                fault(f"the solution of '{name}' has no {kind} cell; add a cell {kind}=\"{name}\" points=1.")
            if missing:
                continue
            if first.kind != "solution":
                fault(f"the {first.kind} cell of '{name}' stands before its solution; move it below.")
            check, hidden = part["check"].points, part["hidden"].points
            total = (check or 0) + (hidden or 0)
            found.append(Exercise(name, part["solution"].id, notebook, check, hidden, total, False))
    return found
