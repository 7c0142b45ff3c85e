"""The tests are classifiers: on the bank, every right solution gets all points and every wrong one loses some.

Each variant goes through the real release and autograde, in a course folder of this run's own.
"""

from pathlib import Path

import pytest

from course.grading import bank
from tests.bank_run import Graded

ROOT = Path(__file__).resolve().parents[1]
UNITS = bank.units(ROOT)
VARIANTS = [variant for unit in UNITS for found in bank.variants(ROOT, unit).values() for variant in found]


@pytest.fixture(scope="session")
def graded(tmp_path_factory):
    """A function that gives a unit's graded bank, and grades it the first time it is asked."""
    done: dict[str, Graded] = {}

    def get(unit: str) -> Graded:
        if unit not in done:
            done[unit] = Graded(ROOT, tmp_path_factory.mktemp(f"bank-{unit}"), unit)
        return done[unit]

    return get


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_variant(graded, variant):
    unit = graded(variant.unit)
    assert variant.exercise in unit.tested(), f"there is no exercise '{variant.exercise}' in '{variant.unit}'"
    learner = unit.where[variant]
    points, maximum = unit.points(learner, variant.exercise)
    if variant.right:
        assert points == maximum, f"a right solution got {points} of {maximum}:\n{unit.errors(learner, variant.exercise)}"
    else:
        assert points < maximum, f"a wrong solution got all {maximum} points: the tests do not see it"


@pytest.mark.parametrize("unit", UNITS)
def test_the_master_gets_everything(graded, unit):
    unit = graded(unit)
    for exercise in unit.tested():
        points, maximum = unit.points("master", exercise)
        assert points == maximum, f"{exercise}: {points} of {maximum}\n{unit.errors('master', exercise)}"


@pytest.mark.parametrize("unit", UNITS)
def test_the_untouched_notebook_gets_nothing(graded, unit):
    unit = graded(unit)
    assert {exercise: unit.points("untouched", exercise)[0] for exercise in unit.tested()} == dict.fromkeys(unit.tested(), 0.0)
    assert unit.lines["untouched"].reason == "", unit.lines["untouched"].reason


@pytest.mark.parametrize("unit", UNITS)
def test_each_exercise_has_enough_variants(graded, unit):
    found = bank.variants(ROOT, unit)
    assert sorted(found) == sorted(graded(unit).tested()), "a bank folder for each exercise that has tests, and no other"
    for exercise, variants in found.items():
        right = sum(variant.right for variant in variants)
        wrong = len(variants) - right
        assert right >= 2 and wrong >= 3, f"{exercise} has {right} right and {wrong} wrong variants; 2 and 3 are needed"
        assert len({variant.code for variant in variants}) == len(variants), f"{exercise} has the same variant twice"
