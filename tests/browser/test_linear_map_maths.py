"""What the linear map explorer computes in the browser, held against NumPy."""

import itertools

import numpy as np
import pytest

from course.widgets.linear_map import RANGE, by_numpy
from tests.browser.test_maths import calls  # noqa: F401  (a fixture)

SOME = (-2.0, -0.5, 0.0, 0.05, 1.0)
MATRICES = [dict(zip("abcd", entries)) for entries in itertools.product(SOME, repeat=4)]


def test_determinant_rank_and_eigenvalues_agree_with_numpy(calls):  # noqa: F811
    told = [by_numpy(**M) for M in MATRICES]
    agrees = calls("linear_map_maths", "given.map(([M, told]) => m.agreement(m.facts(M), told, M))", list(zip(MATRICES, told)))
    assert all(agrees), [M for M, fine in zip(MATRICES, agrees) if not fine][:5]


def test_agreement_can_fail_and_can_be_unknown(calls):  # noqa: F811
    M = {"a": 1.0, "b": 0.5, "c": 0.0, "d": 1.0}
    told = by_numpy(**M)

    def ask(answer):
        return calls("linear_map_maths", "m.agreement(m.facts(given[0]), given[1], given[0])", [M, answer])

    assert ask(told) is True
    for wrong in ({"det": 1.1}, {"rank": 1}, {"eigenvalues": [[1.0, 0.0], [0.5, 0.0]]}):
        assert ask(told | wrong) is False
    assert ask(told | {"a": 2.0}) is None and ask({}) is None and ask(None) is None


def test_eigenvectors_keep_their_line(calls):  # noqa: F811
    kinds = set()
    for M, found in zip(MATRICES, calls("linear_map_maths", "given.map((M) => m.eigen(M))", MATRICES)):
        A = np.array([[M["a"], M["b"]], [M["c"], M["d"]]])
        kinds.add(found["kind"])
        assert len(found["directions"]) == {"two": 2, "one": 1, "all": 0, "none": 0}[found["kind"]]
        for (value, _), direction in zip(found["values"], found["directions"]):
            assert np.hypot(*direction) == pytest.approx(1)
            assert np.allclose(A @ direction, value * np.array(direction), atol=1e-6), M
    assert kinds == {"two", "one", "all", "none"}


@pytest.mark.parametrize(
    ("matrix", "words"),
    [
        ((1, 0, 0, 1), ["Determinant 1.00: areas stay", "Rank 2", "every arrow keeps its line"]),
        ((-1, 0, 0, 1), ["turned over, as by a mirror", "along (0.00, 1.00) they are multiplied by 1.00", "(1.00, 0.00) they are multiplied by −1.00"]),
        ((0, -1, 1, 0), ["areas stay", "no arrow keeps its line"]),
        ((1, 0.5, 0, 1), ["areas stay", "there is no second line"]),
        ((1, 1, 1, 1), ["Determinant 0", "Rank 1: the whole plane is squashed onto one line"]),
        ((0, 0, 0, 0), ["Rank 0: the whole plane falls into the origin"]),
        ((2, 0, 0, 1.5), ["areas become 3.00 times as large"]),
    ],
)
def test_it_is_said_in_words(calls, matrix, words):  # noqa: F811
    said = calls("linear_map_maths", "m.inWords(given, (v, n) => (v < 0 ? '−' : '') + Math.abs(v).toFixed(n))", dict(zip("abcd", matrix)))
    for part in words:
        assert part in said, said


def test_presets_are_on_the_grid_and_recognised(calls):  # noqa: F811
    low, high, step = RANGE
    for key, preset in calls("linear_map_maths", "m.PRESETS").items():
        for entry in "abcd":
            assert low <= preset[entry] <= high and abs(preset[entry] / step - round(preset[entry] / step)) < 1e-6
        assert calls("linear_map_maths", "m.presetOf(given)", preset) == key
    assert calls("linear_map_maths", "m.presetOf(given)", {"a": 1.5, "b": 1, "c": 0, "d": 1}) == "own"
    for value, snapped in [(0.512, 0.5), (7, 2), (-7, -2), (0.53, 0.55)]:
        assert calls("linear_map_maths", "m.snapped(...given)", [value, list(RANGE)]) == pytest.approx(snapped)
