"""The learner's record of their checks: ``progress.json`` beside the units in their folder.

A line is kept for each exercise whose visible check ran: when it passed last, and how it ended when
it ran last. What passed once stays passed (best so far); a failure since then stands beside it.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from course.delivery import RECORD as DELIVERED
from course.delivery import free_name, sha256, write
from course.released import plain

NAME = "progress.json"
ABOUT = (
    "Which visible checks passed, as far as they were run in this folder. 'passed' is when an exercise's check passed "
    "last, 'run' when it ran last and 'result' how that ended; 'graded' is what 'Grade me' found last. The course writes "
    "this file; 'course progress' shows it."
)


@dataclass(frozen=True)
class Line:
    """What is known of one exercise; ``passed`` is None as long as its check never passed, ``check`` the digest
    of the check that ran last when it passed."""

    run: datetime
    result: str  # "passed" or "failed"
    passed: datetime | None = None
    check: str = ""

    @property
    def fails_now(self) -> bool:
        """Passed once, and failed when it ran last."""
        return self.passed is not None and self.result == "failed"


def workspace(start: Path) -> Path | None:
    """The learner's folder that holds ``start``: the nearest one into which the course delivered notebooks."""
    for folder in [start, *start.parents]:
        if (folder / DELIVERED).is_file():
            return folder
    return None


def read(folder: Path) -> dict[str, Line]:
    """Exercise id -> Line; what cannot be read is left out."""
    lines, _, _ = _read(folder / NAME)
    return lines


def gradings(folder: Path) -> dict[str, dict]:
    """Notebook -> what was written down of its grading, as it stands there."""
    return _read(folder / NAME)[1]


def note_grading(folder: Path, name: str, entry: dict) -> None:
    """Write down a notebook's grading (JSON values), in a held workspace. Raises OSError."""
    lines, graded = _to_change(folder / NAME)
    write(folder / NAME, _text(lines, graded | {name: entry}).encode())


def note(folder: Path, id: str, passed: bool, check: str) -> bool:
    """Write down how the check of an exercise ended, in a held workspace; returns whether anything but
    times changed. ``check`` is the source that ran.

    The file is written whole or not at all. One that cannot be read is kept under another name. Raises OSError.
    """
    path = folder / NAME
    lines, graded = _to_change(path)
    before = lines.get(id)
    now = datetime.now().astimezone().replace(microsecond=0)
    if passed:
        line = Line(now, "passed", now, digest(check))
    else:
        line = Line(now, "failed", before and before.passed, before.check if before else "")
    lines[id] = line
    write(path, _text(lines, graded).encode())
    return before is None or (before.result, before.passed is None, before.check) != (line.result, line.passed is None, line.check)


def digest(check: str) -> str:
    """Tells one version of a check from another."""
    return sha256(plain(check).encode())[:12]


def _to_change(path: Path) -> tuple[dict[str, Line], dict[str, dict]]:
    """What the file holds; where it was not understood, it is kept under another name first."""
    lines, graded, whole = _read(path)
    if not whole:
        path.rename(free_name(path, "unreadable"))
    return lines, graded


def _read(path: Path) -> tuple[dict[str, Line], dict[str, dict], bool]:
    """The lines, the gradings, and whether all of the file was understood."""
    try:
        found = json.loads(path.read_bytes())
        graded = {str(name): dict(entry) for name, entry in found.get("graded", {}).items()}
        return {str(id): _line(entry) for id, entry in found["exercises"].items()}, graded, True
    except FileNotFoundError:
        return {}, {}, True
    except (ValueError, LookupError, TypeError, AttributeError):
        return {}, {}, False


def _line(entry: dict) -> Line:
    if entry["result"] not in ("passed", "failed"):
        raise ValueError(entry["result"])
    passed = entry.get("passed")
    return Line(
        datetime.fromisoformat(entry["run"]), entry["result"], datetime.fromisoformat(passed) if passed else None, str(entry.get("check", ""))
    )


def _text(lines: dict[str, Line], graded: dict[str, dict]) -> str:
    entries = {}
    for id, line in sorted(lines.items()):
        entries[id] = {"passed": line.passed and line.passed.isoformat(), "run": line.run.isoformat(), "result": line.result, "check": line.check}
    found = {"about": ABOUT, "exercises": entries} | ({"graded": dict(sorted(graded.items()))} if graded else {})
    return json.dumps(found, indent=1) + "\n"
