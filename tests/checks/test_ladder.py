"""The ladder, rung by rung: type, length, shape, dtype, nan, infinity, values; for every kind of plain data."""

import numpy as np
import pytest
import torch

from course.checks.ladder import first_difference, same

A, T = np.array, torch.tensor
NAN, INF = float("nan"), float("inf")

# got, expected, the rung that does not hold
DIFFERENT = [
    # arrays
    (None, A([1.0]), "type"),
    ([1.0], A([1.0]), "type"),
    (1.0, A([1.0]), "type"),
    (A(1.0), A([1.0]), "shape"),
    (T([1.0]), A([1.0]), "type"),
    (A([1.0, 2.0]), A([1.0]), "shape"),
    (A([[1.0]]), A([1.0]), "shape"),
    (np.zeros((0, 2)), np.zeros((2, 0)), "shape"),
    (A([1]), A([1.0]), "dtype"),
    (A([True]), A([1.0]), "dtype"),
    (A([1.0 + 0j]), A([1.0]), "dtype"),
    (A([1.0]), A([1]), "dtype"),
    (A(["a"]), A([1.0]), "dtype"),
    (A([None]), A([1.0]), "dtype"),
    (A([NAN]), A([1.0]), "nan"),
    (A([NAN, INF]), A([1.0, 1.0]), "nan"),
    (A([INF]), A([1.0]), "infinity"),
    (A([-INF]), A([INF]), "values"),
    (A([1.0]), A([NAN]), "values"),
    (A([1.0]), A([INF]), "values"),
    (A([1.0 + 1e-5]), A([1.0]), "values"),
    (A([1]), A([2]), "values"),
    (A([True]), A([False]), "values"),
    # tensors
    (None, T([1.0]), "type"),
    (A([1.0]), T([1.0]), "type"),
    (1.0, T(1.0), "type"),
    (T([1.0, 2.0]), T([1.0]), "shape"),
    (T(1.0), T([1.0]), "shape"),
    (T([1.0], dtype=torch.float64), T([1.0]), "dtype"),
    (T([1], dtype=torch.int32), T([1]), "dtype"),
    (T([NAN]), T([1.0]), "nan"),
    (T([INF]), T([1.0]), "infinity"),
    (T([1.001]), T([1.0]), "values"),
    (T([1]), T([2]), "values"),
    # numbers
    (None, 1.0, "type"),
    ("1", 1.0, "type"),
    ([1.0], 1.0, "type"),
    (A([1.0]), 1.0, "shape"),
    (T([1.0]), 1.0, "shape"),
    (True, 1.0, "dtype"),
    (1, True, "dtype"),
    (NAN, 1.0, "nan"),
    (INF, 1.0, "infinity"),
    (1.1, 1.0, "values"),
    (np.float32(1.01), 1.0, "values"),
    (10**30, 10**30 + 1, "values"),
    (3, 10**30, "values"),
    # tuples, lists, dicts, texts, None
    (1.0, (1.0, 2.0), "type"),
    (A([1.0, 2.0]), [1.0, 2.0], "type"),
    ((1.0,), (1.0, 2.0), "length"),
    ([], [1], "length"),
    ([1, 2], [1], "length"),
    ((1.0, 3.0), (1.0, 2.0), "values"),
    ((1.0, A([1.0])), (1.0, A([1])), "dtype"),
    ([[1.0], [2.0]], [[1.0], [3.0]], "values"),
    ([1, 2], {"a": 1}, "type"),
    ({"a": 1}, {"b": 1}, "length"),
    ({"a": 1, "b": 2}, {"a": 1}, "length"),
    ({"a": 1}, {"a": 2}, "values"),
    ("a", "b", "values"),
    (0, "a", "values"),
    (0, None, "values"),
]

EQUAL = [
    (A([1.0, 2.0]), A([1.0, 2.0])),
    (A([1.0], dtype=np.float32), A([1.0])),
    (A([1 / 3], dtype=np.float32), A([1 / 3])),
    (A([1 / 3], dtype=np.float16), A([1 / 3])),
    (A([1], dtype=np.int8), A([1])),
    (A([NAN, INF]), A([NAN, INF])),
    (np.zeros((2, 0)), np.zeros((2, 0))),
    (A(1.0), 1.0),
    (1.0, A(1.0)),
    (np.float64(1.0), 1.0),
    (T(1.0), 1.0),
    (1, 1.0),
    (1.0, 1),
    (10**30, 10**30),
    (T([1.0]), T([1.0])),
    (T([1.0], requires_grad=True), T([1.0])),
    (T([1.0], dtype=torch.bfloat16), T([1.0], dtype=torch.bfloat16)),
    ([1.0, 2.0], (1.0, 2.0)),
    ((1.0, [2.0, {"a": A([1])}]), (1.0, [2.0, {"a": A([1])}])),
    ({"a": 1, "b": "c", "d": None}, {"b": "c", "a": 1, "d": None}),
    ([], []),
]


@pytest.mark.parametrize("got, expected, rung", DIFFERENT, ids=repr)
def test_the_first_rung_that_does_not_hold(got, expected, rung):
    difference = first_difference(got, expected)
    assert difference is not None and difference.rung == rung
    assert not same(got, expected)
    assert difference.got and difference.expected and difference.got != difference.expected


class EqualToAll:
    def __eq__(self, other):
        return True


@pytest.mark.parametrize("expected", ["a", None, 1.0, A([1.0]), T([1.0]), [1.0], {"a": 1.0}, True], ids=repr)
def test_what_calls_itself_equal_to_everything_is_not(expected):
    assert not same(EqualToAll(), expected)
    assert not same([EqualToAll()], [expected])


@pytest.mark.parametrize("got, expected", EQUAL, ids=repr)
def test_what_stands_on_every_rung(got, expected):
    assert first_difference(got, expected) is None and same(got, expected)


def test_tolerances_are_those_that_are_asked_for():
    assert same(A([1.005]), A([1.0]), atol=1e-2) and not same(A([1.02]), A([1.0]), atol=1e-2)
    assert same(A([105.0]), A([100.0]), rtol=0.06) and not same(A([107.0]), A([100.0]), rtol=0.06)


def test_float32_gets_the_room_that_its_seven_digits_need():
    assert same(A([1.00005], dtype=np.float32), A([1.0]))
    assert not same(A([1.00005]), A([1.0]))
    assert not same(A([1.001], dtype=np.float32), A([1.0]))


def test_the_words_for_each_rung():
    def words(got, expected):
        difference = first_difference(got, expected)
        return difference.got, difference.expected

    assert words([1.0], A([1.0])) == ("a list: [1.0]", "a NumPy array")
    assert words(None, A([1.0])) == ("None", "a NumPy array")
    assert words(A([1.0, 2.0]), A([1.0])) == ("shape (2,)", "shape (1,)")
    assert words(A([1]), A([1.0])) == ("dtype int64", "a floating-point dtype")
    assert words(A([1.0]), A([1])) == ("dtype float64", "an integer dtype")
    assert words(T([1.0]).double(), T([1.0])) == ("dtype torch.float64", "dtype torch.float32")
    assert words(A([1.0, 2.0]), A([1.0, 3.0])) == ("array([1., 2.])", "array([1., 3.])")
    assert words((1.0, A([1.0])), (1.0, A([2.0]))) == ("value 1: array([1.])", "value 1: array([2.])")
    assert words({"W": A([1.0])}, {"W": A([2.0])}) == ("['W']: array([1.])", "['W']: array([2.])")
    assert words([0, 1], [0, 2]) == ("[0, 1]", "[0, 2]")
    assert words([0], [0, 2]) == ("1 value: [0]", "2 values: [0, 2]")
    assert words((A([1.0]),), (A([1.0]), A([1.0]))) == ("1 value", "2 values")


def test_numbers_that_differ_in_a_late_digit_do_not_look_alike():
    difference = first_difference(1.0000012345, 1.0)
    assert difference.got == "1.00000123" and difference.expected == "1.0"
    difference = first_difference(0.1234567, 0.1234563)
    assert difference.got != difference.expected


def test_of_a_large_array_the_first_difference_is_shown():
    got = np.zeros((6, 6))
    got[2, 3] = got[5, 5] = 7
    difference = first_difference(got, np.zeros((6, 6)))
    assert difference.got == "[2, 3] is 7.0 (2 of 36 values differ)" and difference.expected == "[2, 3] is 0.0"


def test_the_path_leads_to_the_difference():
    got, expected = {"a": (1, [A([1.0]), A([2.0])])}, {"a": (1, [A([1.0]), A([3.0])])}
    difference = first_difference(got, expected)
    assert difference.path == ("a", 1, 1) and difference.got_value == A([2.0]) and difference.expected_value == A([3.0])


def test_an_author_is_told_what_checks_can_compare():
    with pytest.raises(TypeError, match="plain data, not a set"):
        first_difference({1}, {1})
