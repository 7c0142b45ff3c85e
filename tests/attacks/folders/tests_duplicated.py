"""Hands in each test twice.

threat: structure
must: no points for double, all for half; nobody else's grading stops
"""

import copy

from tests.grading.fixture_course import find


def submit(nb, folder):
    for part in ("check", "hidden"):
        again = copy.deepcopy(find(nb, f"vault-double-{part}"))
        again.id += "-again"
        nb.cells.append(again)
