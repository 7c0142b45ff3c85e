"""Deletes the tests.

threat: structure
must: no points for double, all for half; the tests are put back
says: put back
"""

from tests.grading.fixture_course import find


def submit(nb, folder):
    for part in ("check", "hidden"):
        nb.cells.remove(find(nb, f"vault-double-{part}"))
