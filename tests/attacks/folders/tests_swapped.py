"""Gives the tests of a right exercise the names of those of a wrong one.

threat: structure
must: no points for double, all for half
"""

from tests.grading.fixture_course import find


def submit(nb, folder):
    for part in ("check", "hidden"):
        mine, other = find(nb, f"vault-double-{part}"), find(nb, f"vault-half-{part}")
        mine.metadata, other.metadata, mine.id, other.id = other.metadata, mine.metadata, other.id, mine.id
