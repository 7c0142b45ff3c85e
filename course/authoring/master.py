"""Make a master, nbgrader's solved notebook, from a notebook's text. Same text, same bytes."""

import hashlib
import json

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from course.authoring.roles import OURS, Role
from course.authoring.text import Text

NEW = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
# no version of Python: a master must not change with the machine that builds it
LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}
STAMP = "course_build"  # what the cells were when built, so that an edit made since can be seen
# what JupyterLab leaves behind when a notebook is only run or looked at
VOLATILE = {"collapsed", "scrolled", "trusted", "execution", "ExecuteTime"}


def make_master(text: Text, roles: list[Role]) -> nbformat.NotebookNode:
    """The solved notebook of a text, whose graded cells are ``roles``."""
    by_cell = {id(role.cell): role for role in roles}
    taken = {role.id for role in roles}
    cells = []
    for cell in text.cells:
        role = by_cell.get(id(cell))
        metadata = {word: value for word, value in cell.words.items() if role is None or word not in OURS}
        if "tags" in cell.words:
            metadata["tags"] = cell.words["tags"]
        if role:
            metadata["nbgrader"] = nbgrader_metadata(role)
        cells.append(
            NEW[cell.kind](source=cell.source, metadata=metadata, id=role.id if role else _derived(cell, taken))
        )
    metadata = {"course": text.header.as_metadata(), "kernelspec": KERNEL, "language_info": LANGUAGE}
    metadata[STAMP] = fingerprint(cells)
    return new_notebook(cells=cells, metadata=metadata)


def nbgrader_metadata(role: Role) -> dict:
    """What nbgrader (schema 3) must know of a graded cell."""
    found = {
        "grade": role.kind != "solution",
        "grade_id": role.id,
        "locked": role.kind in ("check", "hidden"),
        "schema_version": 3,
        "solution": role.kind in ("solution", "manual"),
        "task": False,
    }
    if role.points is not None:
        found["points"] = role.points
    return found


def dump(notebook: nbformat.NotebookNode) -> str:
    """A notebook as the file that Jupyter itself would write."""
    return nbformat.writes(notebook, version=nbformat.NO_CONVERT) + "\n"


def essence(cell: dict) -> dict:
    """What matters of a cell: no output, no count, nothing that running it or looking at it leaves."""
    metadata = {key: value for key, value in cell["metadata"].items() if key not in VOLATILE}
    own = metadata.pop("nbgrader", {})
    if any(own.get(key) for key in ("grade", "solution", "locked", "task")):
        metadata["nbgrader"] = {key: own[key] for key in own if key not in ("checksum", "cell_type")}
        metadata["nbgrader"].setdefault("task", False)
    if not metadata.get("tags", True):
        del metadata["tags"]
    kept = {"cell_type": cell["cell_type"], "source": cell["source"], "metadata": metadata}
    if cell.get("attachments"):
        kept["attachments"] = cell["attachments"]
    return kept


def fingerprint(cells: list[dict]) -> str:
    """A digest of all that matters of the cells, in order."""
    plain = json.dumps([essence(cell) for cell in cells], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def _derived(cell, taken: set[str]) -> str:
    """An id from the cell's content, with a counter for those that say the same."""
    digest = hashlib.sha256(f"{cell.kind}\0{cell.source}".encode()).hexdigest()[:12]
    base = wanted = f"{cell.kind}-{digest}"
    count = 1
    while wanted in taken:
        count += 1
        wanted = f"{base}-{count}"
    taken.add(wanted)
    return wanted
