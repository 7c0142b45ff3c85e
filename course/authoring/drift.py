"""Say in one sentence where two notebooks first differ."""

import json
from pathlib import Path

import nbformat

from course.authoring.master import essence
from course.errors import CourseError


def read_notebook(path: Path, where: str) -> nbformat.NotebookNode:
    """A notebook file, with ``where`` as its name in messages.

    Raises CourseError where it is missing, is not JSON or is not a notebook of format 4.
    """
    try:
        text = path.read_text(encoding="utf-8")
        notebook = nbformat.from_dict(json.loads(text))
        if notebook.nbformat != 4 or notebook.nbformat_minor < 5:
            raise CourseError(
                f"{where}: this notebook has the old format {notebook.nbformat}.{notebook.nbformat_minor}; "
                "open and save it in JupyterLab, which makes it 4.5."
            )
        if not all("id" in cell for cell in notebook.cells):
            raise CourseError(
                f"{where}: this notebook has cells without an id; open and save it in JupyterLab, which gives them one."
            )
        nbformat.validate(notebook)
    except FileNotFoundError:
        raise CourseError(f"{where}: there is no such notebook; course build makes it.") from None
    except (ValueError, AttributeError, TypeError, nbformat.ValidationError) as error:
        reason = str(error).splitlines()[0][:100]
        raise CourseError(
            f"{where}: this is not a notebook ({reason}); restore it from git, or make it anew."
        ) from None
    for cell in notebook.cells:
        cell.source = "".join(cell.source)
    return notebook


def first_difference(have: nbformat.NotebookNode, want: nbformat.NotebookNode) -> str | None:
    """Where ``have`` first differs from ``want``, cell and what; None where only bytes differ."""
    for at, expected in enumerate(want.cells):
        if at == len(have.cells):
            return f"cell '{expected.id}' is missing at the end"
        cell = have.cells[at]
        if cell.id == expected.id:
            if what := _difference(cell, expected):
                return f"cell '{cell.id}' differs in its {what}"
            continue
        ids, wanted = {other.id for other in have.cells}, {other.id for other in want.cells}
        if cell.id not in wanted and expected.id not in ids and cell.cell_type == expected.cell_type:
            return f"cell '{cell.id}' differs in its {_difference(cell, expected) or 'id'}"
        if expected.id not in ids:
            return f"cell '{expected.id}' is missing before cell '{cell.id}'"
        if cell.id not in wanted:
            return f"cell '{cell.id}' should not be there"
        return f"cell '{cell.id}' stands where '{expected.id}' belongs"
    if len(have.cells) > len(want.cells):
        return f"cell '{have.cells[len(want.cells)].id}' should not be there"
    if have.metadata != want.metadata:
        keys = [
            key for key in sorted({*have.metadata, *want.metadata}) if have.metadata.get(key) != want.metadata.get(key)
        ]
        return f"the notebook's metadata differ in '{keys[0]}'"
    return None


def _difference(have: dict, want: dict) -> str | None:
    if have.cell_type != want.cell_type:
        return f"type ({have.cell_type}, not {want.cell_type})"
    if have.source != want.source:
        old, new = have.source.split("\n"), want.source.split("\n")
        line = next((at for at, pair in enumerate(zip(old, new)) if pair[0] != pair[1]), min(len(old), len(new)))
        return f"source, line {line + 1}"
    mine, other = essence(have), essence(want)
    if mine != other:
        keys = {*mine["metadata"], *other["metadata"]}
        changed = sorted(key for key in keys if mine["metadata"].get(key) != other["metadata"].get(key))
        return "metadata" + (f" ('{changed[0]}')" if changed else " (attachments)")
    if have.cell_type == "code" and have.outputs != want.outputs:
        return "outputs"
    return "metadata" if have != want else None
