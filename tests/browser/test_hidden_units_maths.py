"""What the hidden units explorer computes in the browser, held against NumPy."""

import numpy as np
import pytest

from course.widgets.hidden_units import EVERY, MOST, NUMBERS, RATE, SETS, STARTS, STEPS, beginning, mean_cost, points_of, training
from tests.browser.test_maths import calls  # noqa: F401  (a fixture)

NUMBER = "(v, n) => v.toFixed(n)"
RULES = {"steps": STEPS, "every": EVERY, "rate": RATE}


def browser_form(params):
    return {"W1": params["W1"].tolist(), "b1": params["b1"][0].tolist(), "W2": params["W2"][:, 0].tolist(), "b2": float(params["b2"][0, 0])}


def close(mine, theirs, atol):
    return all(np.allclose(mine[name], theirs[name], rtol=0, atol=atol) for name in ("W1", "b1", "W2", "b2"))


@pytest.mark.parametrize("start", STARTS)
def test_the_starts_agree_with_python(calls, start):  # noqa: F811
    for units in (1, 4, MOST):
        found = calls("hidden_units_maths", "m.beginning(given[0], given[1], given[2])", [NUMBERS, start, units])
        assert close(found, browser_form(beginning(start, units)), 1e-15)


@pytest.mark.parametrize(("data", "start", "units"), [("XOR", "random 1", 2), ("rings", "random 2", 5), ("moons", "random 3", 8), ("XOR", "all 0.5", 3)])
def test_the_whole_training_agrees_with_numpy(calls, data, start, units):  # noqa: F811
    code = "m.training(m.beginning(given.numbers, given.start, given.units), given.points, given.rules)"
    given = {"numbers": NUMBERS, "start": start, "units": units, "points": SETS[data], "rules": RULES}
    found, expected = calls("hidden_units_maths", code, given), training(data, start, units)
    assert len(found["networks"]) == len(expected) and len(found["costs"]) == STEPS + 1
    assert all(close(mine, browser_form(theirs), 1e-6) for mine, theirs in zip(found["networks"], expected))
    assert found["costs"][::EVERY] == pytest.approx([mean_cost(data, params) for params in expected], abs=1e-9)


def test_answers_and_costs_agree_with_numpy(calls):  # noqa: F811
    for data in SETS:
        X, y = points_of(data)
        for params in training(data, "random 1", 4)[::40]:
            found = calls("hidden_units_maths", "m.judged(given[0], given[1])", [browser_form(params), SETS[data]])
            Z = np.tanh(X @ params["W1"] + params["b1"]) @ params["W2"] + params["b2"]
            assert found["cost"] == pytest.approx(mean_cost(data, params), abs=1e-12)
            assert found["right"] == int(((Z > 0) == (y == 1)).sum())
    assert calls("hidden_units_maths", "given.map(m.sigmoid)", [-800, 0, 800]) == [0, 0.5, 1]


def test_a_unit_that_is_off_says_nothing_to_the_output(calls):  # noqa: F811
    params = browser_form(training("XOR", "random 1", 3)[30])
    found = calls("hidden_units_maths", "m.without(given, [1, 6])", params)
    assert found == {**params, "off": [1, 6], "W2": [params["W2"][0], 0, params["W2"][2]]}


def test_equal_units_are_counted_once(calls):  # noqa: F811
    def count(W1, b1):
        return calls("hidden_units_maths", "m.different(given)", {"W1": W1, "b1": b1})

    assert count([[1, 1, 1], [2, 2, 2]], [0, 0, 0]) == 1
    assert count([[1, 1, 1], [2, 2, 2]], [0, 0.001, 0]) == 2
    assert count([[1, 1.000001, -1], [2, 2, 2]], [0, 0, 0]) == 2
    assert count([[0.0, -0.0], [0, 0]], [0, 0]) == 1


def test_sides_run_through_middles_of_cells_or_from_frame_to_frame(calls):  # noqa: F811
    assert calls("hidden_units_maths", "m.middles(4, [0, 4])") == [0.5, 1.5, 2.5, 3.5]
    assert calls("hidden_units_maths", "m.along(5, [-1, 1])") == [-1, -0.5, 0, 0.5, 1]


def test_units_and_sums_on_the_square_are_those_of_the_network(calls):  # noqa: F811
    params = training("rings", "random 2", 3, 200)[-1]
    params = {**params, "W2": params["W2"] * [[1], [0], [1]]}  # the second one is switched off
    side = [-1.4, -0.3, 0.1, 1.4]
    A = np.tanh(np.array([[x1, x2] for x2 in side for x1 in side]) @ params["W1"] + params["b1"])
    code = "[m.unitOn(given[0], 1, given[1]), m.sumOn(given[0], given[1])].map((each) => Array.from(each))"
    unit, sums = calls("hidden_units_maths", code, [browser_form(params), side])
    np.testing.assert_allclose(unit, A[:, 1], rtol=0, atol=1e-14)
    np.testing.assert_allclose(sums, (A @ params["W2"] + params["b2"])[:, 0], rtol=0, atol=1e-13)


def test_shades_cover_the_square(calls):  # noqa: F811
    values = [1, 1, -1, 0.01, 0.5, -0.5, 1, -1, 0, 0, 0, 0, 1, 1, 1, 1]
    found = calls("hidden_units_maths", "m.shades(given, 4, 2)", values)
    assert found == [
        [-2, "M2 3h1v1h-1zM3 2h1v1h-1z"],
        [-1, "M1 2h1v1h-1z"],
        [1, "M0 2h1v1h-1z"],
        [2, "M0 3h2v1h-2zM2 2h1v1h-1zM0 0h4v1h-4z"],
    ]


def test_units_far_out_are_saturated_and_not_broken(calls):  # noqa: F811
    params = {"W1": [[900.0], [-900.0]], "b1": [0.5]}
    found = calls("hidden_units_maths", "Array.from(m.unitOn(given[0], 0, given[1]))", [params, [-1.0, 1.0]])
    assert found[1:3] == [1.0, -1.0] and all(abs(value) <= 1.0 for value in found)  # and nan nowhere


@pytest.mark.parametrize(
    ("units", "off", "differ", "words"),
    [
        (4, [], 4, "XOR, 4 hidden units, start random 1, step 50: cost 0.123, 3 of 4 right."),
        (1, [], 1, "XOR, 1 hidden unit, start random 1, step 50: cost 0.123, 3 of 4 right."),
        (4, [2, 0], 4, "right. Units 1, 3 switched off."),
        (2, [1, 6], 2, "right. Unit 2 switched off."),
        (3, [], 1, "All 3 hidden units are the same."),
        (3, [], 2, "Of the 3 hidden units only 2 differ."),
    ],
)
def test_it_is_said_in_words(calls, units, off, differ, words):  # noqa: F811
    now = {"units": units, "step": 50, "off": off, "start": "random 1"}
    said = calls("hidden_units_maths", f"m.inWords(given[0], given[1], {{ cost: 0.1234, right: 3 }}, given[2], {NUMBER})", [SETS["XOR"], now, differ])
    assert words in said and said.count("same") == (differ == 1 and units > 1)
