"""Makes the tests worth a hundred times as much.

threat: structure
must: no points for double, all for half; the maximum stays
"""

from tests.grading.fixture_course import find


def submit(nb, folder):
    for exercise in ("double", "half"):
        for part in ("check", "hidden"):
            find(nb, f"vault-{exercise}-{part}").metadata.nbgrader.points = 300
