import pytest

from tests.grading.fixture_course import make_course
from tests.hub import machine as machines


@pytest.fixture(scope="module")
def machine():
    """Three learners and an instructor, whose course has the unit mini, released to the exchange."""
    if reason := machines.why_not():
        pytest.skip(reason)
    pytest.importorskip("hatchling", reason="building the learners' wheel needs hatchling (the dev extra)")
    with machines.machine("anna", "bob", "eve") as made:
        made.course = make_course(made.home("instructor") / "course", "mini")
        made.give("instructor", made.course.root)
        made.nbgrader("instructor", "release_assignment", "mini", cwd=made.course.root)
        yield made
