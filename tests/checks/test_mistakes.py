"""An exercise's own mistakes, and causes that are read from an exception."""

import numpy as np
import pytest

from course import checks

MISTAKES = {"The bias is not updated.": (np.array([1.0, 2.0]), 0.0)}


def update(w, b):
    return w, b


def told(check_it):
    with pytest.raises(checks.CheckFailed) as failed:
        check_it()
    return " ".join(str(failed.value).split())


def test_a_mistake_may_be_the_whole_of_a_tuple():
    check = checks.of(update)
    message = told(lambda: check(np.array([1.0, 2.0]), 0.0).gives((np.array([1.0, 2.0]), 0.5), mistakes=MISTAKES))
    assert "The bias is not updated." in message


def test_another_result_is_not_taken_for_that_mistake():
    check = checks.of(update)
    message = told(lambda: check(np.array([1.0, 2.0]), 3.0).gives((np.array([1.0, 2.0]), 0.5), mistakes=MISTAKES))
    assert "The bias is not updated." not in message


def test_the_whole_decides_between_mistakes_that_share_a_part():
    check = checks.of(update)
    mistakes = {"Only the weights.": (np.array([1.0, 2.0]), 0.0), "Weights and bias.": (np.array([1.0, 2.0]), 7.0)}
    message = told(lambda: check(np.array([1.0, 2.0]), 7.0).gives((np.array([5.0, 2.0]), 0.5), mistakes=mistakes))
    assert "Weights and bias." in message


def test_a_mistake_may_be_the_array_that_differs():
    """An array is a part of the result, not a list of parts: its elements are not looked into."""
    check = checks.of(update)
    mistakes = {"The mean is missing.": np.array([-1.0])}
    message = told(lambda: check(np.array([-1.0]), 0.0).gives((np.array([-0.5]), 0.0), mistakes=mistakes))
    assert "The mean is missing." in message


def test_a_mistake_may_still_be_one_part():
    check = checks.of(update)
    message = told(lambda: check(np.zeros(2), 0.0).gives((np.zeros(2), 0.5), mistakes={"Only the bias.": 0.0}))
    assert "Only the bias." in message


@pytest.mark.parametrize(
    ("function", "argument", "cause"),
    [
        (lambda z: (z >= 0).astype(int), 1.0, "np.asarray turns the argument into an array"),
        (lambda w: np.add(w, 0.5, out=w), np.array([1, 0]), "makes a new array"),
    ],
)
def test_causes_of_exceptions(function, argument, cause):
    assert cause in told(lambda: checks.of(function)(argument).gives(1))
