"""Writes other tests in place of the tests.

threat: structure
must: no points for double, all for half
"""

from tests.grading.fixture_course import find


def submit(nb, folder):
    for part in ("check", "hidden"):
        find(nb, f"vault-double-{part}").source = "assert True"
