"""The course that is attacked: one unit, ``vault``, whose secrets are marked so that they are known where they turn up.

Every attack hands in a wrong ``double`` (worth 3) and a right ``half`` (worth 2).
"""

from pathlib import Path

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.grading.course import Course
from tests.grading import fixture_course
from tests.grading.fixture_course import KERNEL, exercise, find, make_course, released

UNIT = "vault"
WORTH = {"double": 3.0, "half": 2.0}
PARTS = {"double": ("check", "hidden"), "half": ("check", "hidden")}
HALF = "def half(x):\n    return x / 2"
# What must not be found in what a submission prints, nor on a learner's page, by what it gives away.
SECRETS = {
    "zx-master-4417": "the solution",
    "zx-hidden-9023": "a hidden test",
    "1750.25": "a hidden input",
    "3500.5": "an expected value",
    "zx-neighbour-5538": "another submission",
    "zx-environment-7712": "the grader's environment",
    "zx-network-reached": "the network",
    "zx-note-found": "what another submission left",
    "zx-gradebook-written": "the gradebook, to write",
    "zx-configuration-changed": "the configuration, to write",
    "zx-examiner-seen": "the examiner",
    "zx-parent-attached": "its parent's memory",
    "zx-jail-left": "mounts of its own",
}
ENVIRONMENT = {"LC_VAULT": "zx-environment-7712"}
# Those who hand in a right notebook, before all attacks and after them by name; their scores must be full.
HONEST = {
    "ada": "def double(x):\n    # zx-neighbour-5538\n    return x + x",
    "zoe": "def double(x):\n    # zx-neighbour-5538\n    return x + x",
}


def vault():
    """The master."""
    cells = [new_markdown_cell("# Vault", id="title"), new_code_cell("import numpy as np", id="imports")]
    cells += exercise(
        UNIT, "double", "def double(x):\n    # zx-master-4417\n    return 2 * np.asarray(x)",
        "assert double(1) == 2\nassert np.allclose(double(np.array([1.0, 4.0])), [2, 8])",
        'note = "zx-hidden-9023"\nx = np.array([1750.25, -1000.0])\nexpected = np.array([3500.5, -2000.0])\n'
        "assert np.allclose(double(x), expected)\nassert abs(double(0.25) - 0.5) < 1e-9 and double(-3) == -6",
    )  # fmt: skip
    cells += exercise(UNIT, "half", HALF, "assert half(8) == 4", "assert half(-3) == -1.5 and half(7) == 3.5", points=(1, 1))
    return new_notebook(cells=[*cells, new_markdown_cell("The end.", id="end")], metadata=KERNEL)


fixture_course.UNITS[UNIT] = {UNIT: vault}


def make(root: Path, extra: str = "") -> Course:
    """The course folder, with the unit released."""
    return make_course(root, UNIT, extra=extra)


def solved(course: Course, double: str):
    """The released notebook with this ``double`` and a right ``half``."""
    nb = released(course, UNIT, UNIT)
    find(nb, f"{UNIT}-double").source = double
    find(nb, f"{UNIT}-half").source = HALF
    return nb


def learner_of(attack: str, second: bool = False) -> str:
    """Who hands an attack in: between those of HONEST by name."""
    return f"m-{attack.replace('_', '-')}{'-again' if second else ''}"
