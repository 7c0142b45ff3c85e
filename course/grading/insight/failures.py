"""``tests/bank/failures.json``: how the tests fail on each wrong variant of the bank. The audit writes it.

One line for each exercise, with the exercise's digest in the audit's record and, for each wrong variant, a short hash of what
the visible check said and one of what the hidden tests said (see :func:`course.grading.insight.answers.failure`).
"""

import hashlib
import json
from pathlib import Path

from course.grading import bank
from course.grading.insight.answers import failure

NAME = "failures.json"
PARTS = ("check", "hidden")


def mark(said: dict[str, str]) -> str:
    """The fingerprint of a failure; ``said`` maps ``check`` and ``hidden`` to messages, empty ones for what passed."""
    return "-".join(_hash(failure(part, said.get(part, ""))) for part in PARTS)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10] if text else ""


def read(root: Path, unit: str) -> dict[str, dict[str, str]]:
    """Exercise to the fingerprints of its wrong variants, by name; empty where nothing was recorded."""
    try:
        recorded = json.loads((bank.folder(root) / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {exercise: entry["wrong"] for exercise, entry in recorded.get(unit, {}).items()}


def write(root: Path, unit: str, exercises: list) -> None:
    """Record a unit; ``exercises`` are those of :mod:`course.audit.judged`, and other units' lines stay."""
    path = bank.folder(root) / NAME
    try:
        every = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        every = {}
    every[unit] = {
        one.name: {
            "digest": one.summary["digest"],
            "wrong": {
                judged.variant.name: mark({part: verdict.message for part, verdict in judged.verdicts.items() if verdict.kills})
                for judged in one.variants
                if not judged.variant.right
            },
        }
        for one in exercises
    }
    lines = []
    for name in sorted(every):
        rows = [f"    {json.dumps(exercise)}: {json.dumps(entry)}" for exercise, entry in every[name].items()]
        lines.append(f"  {json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n  }")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
