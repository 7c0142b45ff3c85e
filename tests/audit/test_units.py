"""The real units: what was recorded is of today's texts and reaches the target; two exercises are audited anew."""

import pytest

from course.audit import measure, record, steady
from course.audit.trials import Setting
from course.grading import bank
from course.grading.course import Course
from tests.test_bank import ROOT

UNITS = bank.units(ROOT)


@pytest.fixture(scope="module")
def course():
    return Course(ROOT)


@pytest.mark.parametrize("unit", UNITS)
def test_the_unit_was_audited_as_it_is_and_reaches_the_target(course, unit):
    assert record.faults(course, unit) == []


@pytest.mark.parametrize("unit, exercise", [("activations", "sigmoid-stable"), ("neurons", "step")])
def test_an_exercise_audited_anew_gives_what_is_recorded(course, unit, exercise):
    (one,) = measure.audit(course, unit, None, {exercise})
    assert not one.stale
    assert one.summary == record.read(ROOT)[unit][exercise]


def test_scores_are_the_same_with_another_seed_and_more_threads(course):
    said = []
    settings = {"seed": Setting(seed=7), "threads": Setting(threads=2, lanes=1)}
    assert steady.compare(course, "neurons", settings, said.append, {"step"}) == 0, said
    assert len(said) == 2
