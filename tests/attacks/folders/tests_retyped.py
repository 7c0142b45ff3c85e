"""Turns the tests into text.

threat: structure
must: no points for double, all for half
"""

from tests.grading.fixture_course import find


def submit(nb, folder):
    for part in ("check", "hidden"):
        cell = find(nb, f"vault-double-{part}")
        cell.cell_type = "markdown"
        cell.metadata.nbgrader.cell_type = "markdown"
        del cell["outputs"], cell["execution_count"]
