"""The worked lines in the docstrings of the exercises are what a notebook prints."""

import doctest
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
MASTERS = sorted((ROOT / "source").glob("*/*.ipynb"))
FLAGS = doctest.NORMALIZE_WHITESPACE


def solutions(path):
    """The first cell, and the solution cells: exercise -> source."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    solved = {}
    for cell in cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("solution") and not mark.get("grade"):
            solved[mark["grade_id"]] = cell.source
    return cells[0].source, solved


def examples(name, source, scope):
    """The docstrings' worked lines of the functions and classes that a cell defines."""
    before = set(scope)
    exec(compile(source, f"<{name}>", "exec"), scope)
    finder = doctest.DocTestFinder(recurse=False)
    defined = [scope[key] for key in scope if key not in before and getattr(scope[key], "__doc__", None)]
    return [test for thing in defined for test in finder.find(thing, globs=scope) if test.examples]


@pytest.mark.parametrize("path", MASTERS, ids=[f"{path.parent.name}/{path.stem}" for path in MASTERS])
def test_worked_lines(path):
    first, solved = solutions(path)
    scope = {"__name__": "notebook"}
    exec(compile(first, "<first cell>", "exec"), scope)
    tests = [test for name, source in solved.items() for test in examples(name, source, scope)]
    assert tests, "no solution has a worked line"
    wrong = []
    for test in tests:
        report = []
        doctest.DocTestRunner(optionflags=FLAGS).run(test, out=report.append, clear_globs=False)
        wrong += report
    assert not wrong, "\n".join(wrong)
