"""Hands in the tests with the outputs of a pass, and a record of grading of its own.

threat: structure
must: no points for double, all for half
"""

from nbformat.v4 import new_output

from tests.grading.fixture_course import find


def submit(nb, folder):
    for part in ("check", "hidden"):
        cell = find(nb, f"vault-double-{part}")
        cell.execution_count = 7
        cell.outputs = [new_output("execute_result", data={"text/plain": "2.0"}, execution_count=7)]
    nb.metadata.course_grading = {"losses": [], "notes": [], "imports": "allclose = True", "draws": {"vault-double-hidden": 1}, "person": []}
