"""``tests/bank/audit.json``: what the last audit of each exercise found, committed, and held to the texts by a test."""

import json
from pathlib import Path

from course.audit import measure
from course.audit.judged import Exercise, shortcomings
from course.errors import CourseError
from course.grading import bank
from course.grading.course import Course

NAME = "audit.json"


def path(root: Path) -> Path:
    return bank.folder(root) / NAME


def read(root: Path) -> dict[str, dict[str, dict]]:
    """Unit to exercise to figures. Raises CourseError for a file that is no record."""
    try:
        return json.loads(path(root).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise CourseError(f"tests/bank/{NAME} cannot be read ({error}); delete it and run: course audit") from None


def write(root: Path, unit: str, exercises: list[Exercise]) -> None:
    """Put the figures of a whole unit into the record; the other units' stay."""
    every = {**read(root), unit: {one.name: one.summary for one in exercises}}
    lines = []
    for name in sorted(every):
        rows = [f"    {json.dumps(exercise)}: {json.dumps(figures)}" for exercise, figures in every[name].items()]
        lines.append(f"  {json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n  }")
    path(root).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def faults(course: Course, unit: str) -> list[str]:
    """What the record says against a unit, a sentence each: not audited as it is now, or short of the target."""
    recorded, now = read(course.root).get(unit), measure.digests(course, unit)
    if recorded is None:
        return [f"{unit} was never audited; run: course audit {unit}"]
    changed = [name for name in now if recorded.get(name, {}).get("digest") != now[name]]
    changed += [name for name in recorded if name not in now]
    if changed:
        return [f"{unit}: {', '.join(changed)} changed since the audit; run: course audit {unit}"]
    return shortcomings(unit, recorded)
