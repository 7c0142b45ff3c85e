"""The likely cause of a difference: every sentence is reached, and none is said where it does not fit."""

import ast
import inspect

import numpy as np
import pytest
import torch

from course.checks import causes
from course.checks.ladder import first_difference

A, T = np.array, torch.tensor
Z = A([[1.25, 2.5], [-3.75, 40.5]])

# got, expected, a part of the cause
CASES = [
    # type
    (None, A([1.0]), "no `return`"),
    (None, T([1.0]), "no `return`"),
    (np.tanh, 1.0, "parentheses are missing"),
    (T(1.0), "a", None),
    (T([1.0]), A([1.0]), "stay in NumPy"),
    (A([1.0]), T([1.0]), "stay in PyTorch"),
    (np.float64(1.0), T(1.0), "stay in PyTorch"),
    (1.0, T([1.0]), "became a plain number"),
    (torch.zeros(2).max(0), T([1.0]), "return a pair"),
    ([1.0], A([1.0]), "a list or a tuple"),
    ((1.0,), T([1.0]), "a list or a tuple"),
    (A([1, 2]), [1, 2], "A list of plain numbers"),
    (A([[6.0]]), (A([[6.0]]), A([3.0])), "The docstring lists 2 values"),
    (A([1.0, 2.0]), (), "separate values, with commas"),
    (1.0, {"a": 1.0}, "A dict is asked for"),
    (1.0, A([1.0, 2.0]), "reduced to one number"),
    (1.0, {"a": 1.0}, "A dict is asked for"),
    (1.0, [1.0, 2.0], "A list of 2 is asked for"),
    ("1", A([1.0]), None),
    # length
    ([1], [1, 2], "more or fewer values"),
    ((1.0,), (1.0, A([2.0])), "The docstring lists 2 values"),
    ({"a": 1.0}, {"b": 1.0}, "The names must be those of the docstring"),
    # shape
    (A([1.0]), {"w": 1.0}, "A dict is asked for"),
    (A([1.0]), [A([1.0])], "A list of arrays"),
    (iter([1]), [1], "A generator"),
    (A([1.0, 2.0]), 1.0, "One number is expected"),
    (T(1.0), T([1.0, 2.0]), "reduced to one number"),
    (np.ones((2, 3)), np.ones((3, 2)), "transposed"),
    (np.ones((3, 3)), np.ones(3), "made a square"),
    (np.ones((3, 1)), np.ones(3), "size 1 too many"),
    (np.ones(3), np.ones((3, 1)), "got lost: keepdims"),
    (np.ones(6), np.ones((2, 3)), "another arrangement"),
    (np.ones((1, 4)), np.ones((2, 2)), "another arrangement"),
    (np.ones(3), np.ones((2, 3)), "One axis too many was reduced"),
    (np.ones((2, 2, 3)), np.ones((2, 3)), "outer product"),
    (np.ones(1), np.ones(3), "left out"),
    (np.ones(5), np.ones(3), None),
    # dtype
    (A([1]), A([1.0]), "whole numbers"),
    (A([True]), A([1.0]), ".astype(float)"),
    (A([True]), A([1]), ".astype(int)"),
    (T([True]), T([1]), "True and False"),
    (A([True]), A([1]), ".astype(int)"),
    (A([1.0]), A([1]), "signs or indices"),
    (T([1], dtype=torch.int32), T([1]), "torch.int64"),
    (T([1.0], dtype=torch.float64), T([1.0]), "dtype of its input"),
    (A([None]), A([1.0]), "Python objects"),
    (A([1j]), A([1.0]), None),
    # nan and infinity
    (A([np.nan]), A([1.0]), "0/0"),
    (A([np.inf]), A([1.0]), "overflow"),
    # values
    (A([True, False]), A([False, True]), "opposite of the expected"),
    (A([True, False]), A([True, True]), None),
    (-Z, Z, "opposite sign"),
    (-2.5, 2.5, "opposite sign"),
    (Z.T, Z, "transposed"),
    (Z[::-1], Z, "reverse order"),
    ([3, 2, 1], [1, 2, 3], "reverse order"),
    (np.trunc(Z), Z, "cut off"),
    (2 * Z, Z, "2 times what it should be"),
    (Z / 4, Z, "0.25 times"),
    (T([0.0, 0.5]), T([0.0, 1.0]), "0.5 times"),
    (Z + 1, Z, "off by the same 1"),
    (np.full(3, 0.67), np.zeros(3), None),
    (A([0.0, 1.79e308]), A([0.0, 2.0]), None),
    ("a", "b", None),
    ([10**400, 1], [10**400, 2], None),
]


def cause_of(got, expected, mistakes=None, because=None):
    difference = first_difference(got, expected)
    return causes.of_difference(difference, mistakes or {}, 1e-6, 1e-8, got, because)


@pytest.mark.parametrize("got, expected, part", CASES, ids=[str(part) for *_, part in CASES])
def test_a_difference_gets_its_cause(got, expected, part):
    cause = cause_of(got, expected)
    assert cause is None if part is None else part in (cause or "no cause")


def sentences():
    """Every text that a function of causes.py can return, less what is put in at {}."""
    for node in ast.walk(ast.parse(inspect.getsource(causes))):
        if not isinstance(node, ast.Return) or node.value is None:
            continue
        for part in ast.walk(node.value):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and len(part.value) > 12:
                yield part.value


def test_every_sentence_is_reached():
    said = [cause_of(got, expected) or "" for got, expected, _ in CASES]
    said.append(causes.of_type(T(1.0), 1.0))  # asked by Outcome.is_a; elsewhere such a tensor is one number
    said.append(causes.of_type([1.0], ()))  # asked by Outcome.is_a as well
    said.append(causes.of_refusal(ValueError("no"), None, "ValueError"))
    said.append(causes.of_refusal(None, AssertionError(), "ValueError"))
    missed = [sentence for sentence in sentences() if not any(sentence in cause for cause in said)]
    assert len(list(sentences())) > 30 and not missed


@pytest.mark.parametrize(
    "got, expected",
    [
        (0.0, 0.5),  # one number is always some factor and some amount away
        (A([0.0, 0.5, 1.0]), A([0.1192, 0.5, 0.8808])),  # rounded, but no integer arithmetic
        (A([-0.995, 0.995]), A([-1.0, 1.0])),  # 0.995 is no factor that one forgets
        (1.0004 * Z, Z),
        (A([[1.0, 0.0], [0.0, 0.0]]), A([[1.0, 0.0], [0.0, 0.5]])),
        (A([-1.5574, 0.0, 1.5574]), A([-0.7616, 0.0, 0.7616])),
    ],
)
def test_no_pattern_is_seen_where_there_is_none(got, expected):
    assert cause_of(got, expected) is None


def test_a_mistake_may_name_the_part_that_differs_alone():
    pair = (A([1.0]), 2.0)
    assert cause_of((A([-1.0]), 2.0), pair, {"The sign.": A([-1.0])}) == "The sign."
    assert cause_of((A([-1.0]), 2.0), pair, {"The sign.": (A([-1.0]), 9.0)}) == "The sign."


def test_a_refusal_that_is_none_gets_its_cause():
    assert "returned like a value" in causes.of_refusal(ValueError("no"), None, "ValueError")
    assert "AssertionError" in causes.of_refusal(None, AssertionError("no"), "ValueError")
    assert causes.of_refusal(5.0, None, "ValueError") is None
    assert causes.of_refusal(None, IndexError("no"), "ValueError") is None


def test_the_authors_mistakes_come_first():
    assert cause_of(-Z, Z, {"It is a loss, not a gain.": -Z}) == "It is a loss, not a gain."
    assert cause_of(None, Z, {"Nothing came back.": None}) == "Nothing came back."
    assert cause_of(3.0, Z, {"This is the largest element.": 3.0}) == "This is the largest element."
    assert "opposite sign" in cause_of(-Z, Z, {"Another mistake.": 7 * Z})


def test_a_mistake_in_one_part_of_a_result_is_found():
    expected, mistakes = (Z, A([1.0])), {"The bias is missing.": (Z, A([0.0])), "The order is wrong.": (Z.T, A([1.0]))}
    assert cause_of((Z, A([0.0])), expected, mistakes) == "The bias is missing."
    assert cause_of((Z.T, A([0.0])), expected, mistakes) == "The order is wrong."  # although the bias is wrong, too
    assert cause_of((Z, A([9.0])), expected, mistakes) is None
    assert cause_of({"W": Z.T}, {"W": Z}, {"Transposed.": {"V": Z}}) == "Rows and columns are exchanged (transposed)."


def test_a_list_of_numbers_is_compared_as_a_whole():
    assert cause_of([0, 1, 1], [0, 1, -1], {"A sign.": [0, 1, 1]}) == "A sign."
    assert cause_of([0, 1, 1], [0, 1, -1]) is None


def test_the_authors_sentence_for_a_call():
    because = "exp(1000) is infinity."
    assert cause_of(A([np.nan]), A([1.0]), because=because) == because
    assert cause_of(A([np.inf]), A([1.0]), because=because) == because
    assert cause_of([1], [1, 2], because=because) == because
    assert cause_of(A([1.3]), A([1.0]), because=because) == because
    assert "opposite sign" in cause_of(A([-1.0]), A([1.0]), because=because)
    assert "no `return`" in cause_of(None, A([1.0]), because=because)
