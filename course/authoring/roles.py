"""What the words on a fence make of a cell: its role for nbgrader, its exercise, its points."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from course.authoring.text import Cell

ROLES = ("solution", "check", "hidden", "manual")
OURS = (*ROLES, "points", "tags")
# `sigmoid`, `sigmoid-torch`, `LogisticRegression`: the function's name with - for _
EXERCISE = re.compile(r"[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*")
LONGEST = 64  # nbformat 4.5 allows no longer cell id
SUFFIX = {"solution": "", "check": "-check", "hidden": "-hidden", "manual": ""}


@dataclass
class Role:
    """A cell that nbgrader knows: ``kind`` is one of ROLES, ``points`` None for a solution."""

    kind: str
    exercise: str
    points: float | None
    id: str
    cell: Cell


def read_role(cell: Cell, unit: str) -> tuple[Role | None, list[str]]:
    """The role that a cell's fence gives it, None for an ordinary cell, and the fence's faults."""
    words, faults = cell.words, _spelling(cell)
    kinds = [kind for kind in ROLES if kind in words]
    if not kinds:
        if "points" in words:
            faults.append("points stand on a cell that is no test; add check=, hidden= or manual=, or take them away.")
        return None, faults
    if len(kinds) > 1:
        faults.append(f"a cell cannot be both {kinds[0]} and {kinds[1]}; make two cells of it.")
        return None, faults
    kind, exercise = kinds[0], words[kinds[0]]
    if not isinstance(exercise, str) or not EXERCISE.fullmatch(exercise):
        hint = str(exercise).strip("_").replace("_", "-") if isinstance(exercise, str) else ""
        hint = hint if EXERCISE.fullmatch(hint) else "sigmoid-torch"
        faults.append(f"{kind}= needs the exercise's name, the function's with - for _, such as {kind}=\"{hint}\".")
        return None, faults
    id = f"{unit}-{exercise}{SUFFIX[kind]}"
    if len(id) > LONGEST:
        faults.append(f"the cell id {id} has more than {LONGEST} characters; choose a shorter exercise name.")
    if kind == "manual" and (cell.kind != "markdown" or not cell.fenced):
        faults.append('manual= belongs on <!-- #region manual="…" points=… -->, around a text answer.')
    if kind != "manual" and cell.kind != "code":
        faults.append(f"{kind}= belongs on a ```python fence.")
    points = words.get("points")
    if kind == "solution":
        if "points" in words:
            faults.append(f"points belong on the tests of '{exercise}', not on its solution.")
    elif "points" not in words:
        faults.append(f"the {kind} cell of '{exercise}' has no points; add points=1 or more to its fence.")
    elif type(points) not in (int, float) or not 0 < points < float("inf"):
        faults.append(f"the points of '{exercise}' are not a number above 0; write points=1 or more.")
        points = None
    return Role(kind, exercise, points, id, cell), faults


def _spelling(cell: Cell) -> list[str]:
    faults = []
    for word, value in cell.words.items():
        if word == "incorrectly_encoded_metadata":
            faults.append(f'the fence cannot be read at "{value}"; write word="text" or word=1, parted by spaces.')
        elif word in ("nbgrader", "id"):
            faults.append(f"'{word}' is made by course build; say solution=, check=, hidden= or manual= instead.")
        elif word in OURS or word == "title" and value:
            continue
        elif near := get_close_matches(word.lower(), OURS, 1, 0.7):
            faults.append(f"unknown word '{word}' on the fence; did you mean '{near[0]}'?")
        elif value is None:
            faults.append(f"the word '{word}' on the fence has no value; write {word}=… or take it away.")
    return faults
