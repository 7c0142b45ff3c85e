"""A unit as a worker needs it: the master's cells that verdicts lean on, as plain data."""

from course.grading import bank
from course.grading.bank_plan import Planner
from course.grading.course import Course, exercise_of, solution_of
from course.grading.intake import grade_id
from nbgrader.utils import is_grade, is_solution


def notebooks(course: Course, unit: str, home=None) -> list[dict]:
    """The unit's master notebooks, each as ``{"name", "cells"}``; a cell is ``{"kind", "exercise", "source", "points"}``.

    ``kind`` is ``"code"``, ``"solution"``, ``"check"`` or ``"hidden"``. Figures and demonstrations that no verdict
    leans on are left out, as in the bank's own runs. ``home``: the course whose bank it is, ``course`` by default.
    """
    masters = bank.notebooks(course, "source", unit)
    planner = Planner(unit, masters, bank.variants(home or course.root, unit))
    return [{"name": name, "cells": _cells(unit, planner.trimmed(nb))} for name, nb in masters.items()]


def _cells(unit: str, nb) -> list[dict]:
    cells = []
    for cell in nb.cells:
        if cell.cell_type != "code":
            continue
        exercise, part = exercise_of(unit, grade_id(cell)) if grade_id(cell) else ("", "code")
        if is_solution(cell):
            exercise, part = solution_of(unit, grade_id(cell)), "solution"
        elif not is_grade(cell):
            part = "code"
        points = cell.metadata.get("nbgrader", {}).get("points", 0) if part in ("check", "hidden") else 0
        cells.append({"kind": part, "exercise": exercise, "source": cell.source, "points": float(points)})
    return cells


def tested(books: list[dict]) -> dict[str, str]:
    """The exercises that have tests, in the order of the notebooks, and the master's solution of each."""
    judged = {cell["exercise"] for book in books for cell in book["cells"] if cell["kind"] in ("check", "hidden")}
    return {
        cell["exercise"]: cell["source"]
        for book in books
        for cell in book["cells"]
        if cell["kind"] == "solution" and cell["exercise"] in judged
    }
