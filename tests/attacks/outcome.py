"""What became of an attack: its points, what it gave away, and whether it harmed anybody else."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from course.grading.course import exercise_of
from tests.attacks.vault import SECRETS, WORTH


@dataclass
class Outcome:
    """``double`` and ``half``: points for the wrong and the right exercise; None where there is no score.

    ``secrets``: what the submission's own output held. ``harmed``: other learners without their full score.
    ``said``: what the gradebook or the command said of it.
    """

    double: float | None = None
    half: float | None = None
    secrets: list[str] = field(default_factory=list)
    harmed: list[str] = field(default_factory=list)
    said: str = ""

    def as_dict(self) -> dict:
        return asdict(self)


def secrets_in(text: str) -> set[str]:
    return {what for secret, what in SECRETS.items() if secret in text}


def printed(notebook: Path, without: tuple[str, ...] = ()) -> str:
    """The outputs of an executed notebook, less those of the cells named in ``without``; of errors their text only.

    The traceback of a failed test shows its source, whatever the submission does.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError):
        return ""
    shown = []
    for cell in cells:
        name = cell["metadata"].get("nbgrader", {})
        if isinstance(name, dict) and name.get("grade_id") in without:
            continue
        for output in cell.get("outputs", []):
            shown.append(json.dumps(output.get("evalue") if output["output_type"] == "error" else output, ensure_ascii=False))
    return "\n".join(map(str, shown))


def full(points: dict[str, float]) -> bool:
    return points == WORTH


def by_exercise(unit: str, cells: dict[str, float | None]) -> dict[str, float]:
    """Points by exercise, from points by cell."""
    found: dict[str, float] = {}
    for cell, points in cells.items():
        exercise, _ = exercise_of(unit, cell)
        found[exercise] = found.get(exercise, 0.0) + (points or 0.0)
    return found
