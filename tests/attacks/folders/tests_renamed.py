"""Gives the tests other names.

threat: structure
must: no points for double, all for half
"""

from tests.grading.fixture_course import find


def submit(nb, folder):
    for part in ("check", "hidden"):
        cell = find(nb, f"vault-double-{part}")
        cell.metadata.nbgrader.grade_id = cell.id = f"another-{part}"
