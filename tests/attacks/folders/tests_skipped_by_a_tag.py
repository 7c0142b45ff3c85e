"""Tags the tests to be left out.

threat: structure
must: no points for double, all for half
"""

from tests.grading.fixture_course import find


def submit(nb, folder):
    for part in ("check", "hidden"):
        find(nb, f"vault-double-{part}").metadata.tags = ["skip-execution", "raises-exception", "remove-cell"]
