"""A notebook's graded cells, grouped into exercises."""

from collections import defaultdict
from dataclasses import dataclass

from course.authoring.roles import Role


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


def group(roles: list[Role], notebook: str) -> tuple[list[Exercise], list[tuple[int, str]]]:
    """The exercises of a notebook in order, and the faults of those that lack a part, as (line, sentence)."""
    parts: dict[str, dict[str, Role]] = defaultdict(dict)
    for role in roles:
        parts[role.exercise][role.kind] = role
    found, faults = [], []
    for name, part in parts.items():
        said = _lacks(name, part)
        faults += [(next(iter(part.values())).cell.line, sentence) for sentence in said]
        if said:
            continue
        if manual := part.get("manual"):
            found.append(Exercise(name, manual.id, notebook, None, None, manual.points, True))
            continue
        check, hidden = part["check"].points, part["hidden"].points
        total = (check or 0) + (hidden or 0)  # None: reported where it stands
        found.append(Exercise(name, part["solution"].id, notebook, check, hidden, total, False))
    return found, faults


def _lacks(name: str, part: dict[str, Role]) -> list[str]:
    first = next(iter(part))
    if "manual" in part:
        both = f"'{name}' is a text answer and has code cells too; give one of them another name."
        return [both] if len(part) > 1 else []
    if "solution" not in part:
        return [f"'{name}' has a {first} cell but no solution in this notebook; add a cell solution=\"{name}\"."]
    missing = [kind for kind in ("check", "hidden") if kind not in part]
    if missing:
        return [
            f"the solution of '{name}' has no {kind} cell; add a cell {kind}=\"{name}\" points=1." for kind in missing
        ]
    if first != "solution":
        return [f"the {first} cell of '{name}' stands before its solution; move it below."]
    return []
