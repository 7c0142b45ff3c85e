"""Run an attack on stock nbgrader and on this course's path; ``python -m tests.attacks.run`` prints the table of both."""

import json
import logging
import tempfile

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.preprocessors import Execute
from nbgrader.utils import determine_grade

from course.grading.execute import ExecuteNotebook
from course.grading.restore import STORY
from course.grading.verdict import judge
from tests.attacks.corpus import ATTACKS, CHECK, HIDDEN, IMPORTS
from tests.grading.fixture_course import KERNEL, mark


def notebook(code: str):
    cells = [new_code_cell(IMPORTS), new_code_cell(code)]
    for part, source, points in (("check", CHECK, 1), ("hidden", HIDDEN, 2)):
        cells.append(new_code_cell(source, metadata=mark(f"u-double-{part}", grade=True, locked=True, points=points)))
    nb = new_notebook(cells=cells, metadata=json.loads(json.dumps(KERNEL)))
    nb.metadata[STORY] = nbformat.from_dict({"imports": IMPORTS})
    return nb


def at(place: str) -> dict:
    return {"metadata": {"path": place}, "nbgrader": {"student": "eve", "assignment": "u", "notebook": "u"}}


def in_two_rooms(code: str) -> tuple[float, object]:
    """The points of an attack on this course's path, and the executed notebook."""
    with tempfile.TemporaryDirectory() as place:
        step = ExecuteNotebook(timeout=20, two_rooms=True, shutdown_kernel="immediate")
        nb, _ = step.execute_notebook(notebook(code), at(place))
    return sum(judge(cell)[0] for cell in nb.cells if "nbgrader" in cell.metadata), nb


def in_stock(code: str) -> float:
    """The points of an attack with nbgrader's own execution and its own reading of the outputs."""
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as place:
        try:
            nb, _ = Execute(timeout=20, shutdown_kernel="immediate").preprocess(notebook(code), at(place))
        except Exception:  # stock fails the whole submission
            return 0.0
        finally:
            logging.disable(logging.NOTSET)
    return sum(determine_grade(cell)[0] or 0.0 for cell in nb.cells if "nbgrader" in cell.metadata)


def main() -> None:
    print("| attack | tries | stock, of 3 | two rooms |\n|---|---|---|---|")
    for name, attack in ATTACKS.items():
        print(f"| {name} | {attack.tries} | {in_stock(attack.code):g} | {in_two_rooms(attack.code)[0]:g} |", flush=True)


if __name__ == "__main__":
    main()
