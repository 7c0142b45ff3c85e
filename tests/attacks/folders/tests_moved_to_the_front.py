"""Moves the tests in front of the answer, where another one of the same name stands.

threat: structure
must: no points for double, all for half
"""

from nbformat.v4 import new_code_cell

from tests.grading.fixture_course import find


def submit(nb, folder):
    tests = [find(nb, f"vault-double-{part}") for part in ("check", "hidden")]
    for cell in tests:
        nb.cells.remove(cell)
    nb.cells[2:2] = [new_code_cell("double = lambda x: (_ for _ in ()).throw(StopIteration)"), *tests]
