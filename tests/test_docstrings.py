"""The worked lines in the docstrings of the exercises are what a notebook prints."""

import ast
import doctest
import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
MASTERS = sorted((ROOT / "source").glob("*/*.ipynb"))
FLAGS = doctest.NORMALIZE_WHITESPACE
WRAPPED = re.compile(r"(?:np\.\w+|array)\(([-+.\de]+|True|False)\)")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")


class Shown(doctest.OutputChecker):
    """A worked line shows the number: 5.5 stands for np.float64(5.5) and array(5.5) too, to nine digits."""

    def check_output(self, want, got, flags):
        want, got = WRAPPED.sub(r"\1", want), WRAPPED.sub(r"\1", got)
        if super().check_output(want, got, flags):
            return True
        left, right = NUMBER.findall(want), NUMBER.findall(got)
        same_words = NUMBER.sub("#", want).split() == NUMBER.sub("#", got).split()
        return same_words and len(left) == len(right) and [*map(float, left)] == pytest.approx([*map(float, right)], rel=1e-9)


def solutions(path):
    """The first cell, and what later cells define: name -> source. Of given cells, functions and classes only."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    solved = {}
    for cell in cells[1:]:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("solution") and not mark.get("grade"):
            solved[mark["grade_id"]] = cell.source
        elif not mark:
            given = [node for node in ast.parse(cell.source).body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
            solved[cell.id] = "\n".join(map(ast.unparse, given))
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
        doctest.DocTestRunner(Shown(), optionflags=FLAGS).run(test, out=report.append, clear_globs=False)
        wrong += report
    assert not wrong, "\n".join(wrong)
