"""A new edition of a notebook with everything that the learner typed in theirs.

Three notebooks meet: the learner's (``mine``), the one that was delivered to them (``old``), the new
one (``new``). Cells are known by their exercise's name, or by their ids. The new one gives the order, the texts and the tests;
from the learner's come

- the solution cells and text answers in which they typed;
- ordinary cells that they edited, and cells that they added, after the cell they stood below;
- their outputs, where the cell is the same.

An ordinary cell that they deleted stays away. A graded one comes back, since grading needs it.
"""

import json

Notebook = dict


def merge(mine: bytes, old: bytes, new: bytes) -> tuple[bytes, list[str]] | None:
    """The merged notebook, and the ids of the exercises that the learner had written and whose cell says something
    else in the new edition. None where the cells cannot be told apart: broken notebooks, cells without ids or
    with one id twice, ids that are not those that were delivered.
    """
    try:
        notebooks = [json.loads(data) for data in (mine, old, new)]
        cells = [{_id(cell): cell for cell in notebook["cells"]} for notebook in notebooks]
        if any(len(by_id) != len(notebook["cells"]) for by_id, notebook in zip(cells, notebooks)):
            return None
        if 2 * len(cells[0].keys() & cells[1].keys()) < len(cells[1]):
            return None
        merged, look_again = _cells(*cells)
        theirs, _, edition = notebooks
        edition = {**edition, "cells": merged, "metadata": {**theirs["metadata"], **edition["metadata"]}}
        edition["nbformat_minor"] = max(theirs["nbformat_minor"], edition["nbformat_minor"])
        if {theirs["nbformat"], edition["nbformat"]} != {4}:
            return None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return (json.dumps(edition, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode(), look_again


def _cells(mine: dict[str, dict], old: dict[str, dict], new: dict[str, dict]) -> tuple[list[dict], list[str]]:
    result: list[dict] = []
    look_again: list[str] = []
    for id, cell in new.items():
        was = mine.get(id)
        if was is None:
            if id not in old or _graded(cell):
                result.append(cell)
            continue
        typed = id not in old or _text(was) != _text(old[id])
        if typed and _solution(cell):
            if id in old and _text(old[id]) != _text(cell):
                look_again.append(id)
            result.append(_filled(cell, was))
        elif typed and not _graded(cell):
            result.append(was)
        else:
            result.append(_filled(cell, was) if _text(was) == _text(cell) else cell)
    above = None
    for id, cell in mine.items():
        if id not in new:
            if not _text(cell).strip() or (id in old and _text(cell) == _text(old[id])):
                continue  # nothing in it, or nothing of theirs
            places = [at for at, each in enumerate(result) if _id(each) == above]
            result.insert(places[0] + 1 if places else 0, cell := _ordinary(cell))
            id = _id(cell)
        if any(_id(each) == id for each in result):
            above = id
    return result, look_again


def _id(cell: dict) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id") or cell["id"]


def _text(cell: dict) -> str:
    return "".join(cell["source"]).replace("\r\n", "\n")


def _graded(cell: dict) -> bool:
    """Whether nbgrader knows the cell."""
    return bool(cell["metadata"].get("nbgrader"))


def _solution(cell: dict) -> bool:
    """Whether the learner writes there."""
    return bool(cell["metadata"].get("nbgrader", {}).get("solution"))


def _filled(cell: dict, was: dict) -> dict:
    """The new edition's cell with the learner's text and what running it gave."""
    kept = {key: was[key] for key in ("source", "outputs", "execution_count", "attachments") if key in was}
    return {**cell, **kept} if cell["cell_type"] == was["cell_type"] else {**cell, "source": was["source"]}


def _ordinary(cell: dict) -> dict:
    """A cell of the learner's, which no grader may take for an exercise that is gone."""
    metadata = {key: value for key, value in cell["metadata"].items() if key not in ("nbgrader", "editable", "deletable")}
    return {**cell, "metadata": metadata}
