"""Marks the tests as answers, which are not put back.

threat: structure
must: no points for double, all for half
"""

from tests.grading.fixture_course import find


def submit(nb, folder):
    for part in ("check", "hidden"):
        cell = find(nb, f"vault-double-{part}")
        cell.source = "assert True"
        cell.metadata.nbgrader.update(solution=True, locked=False)
