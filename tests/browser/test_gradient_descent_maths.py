"""What the gradient descent explorer computes in the browser, held against NumPy and torch."""

import numpy as np
import pytest

from course.widgets.gradient_descent import RATES, SETS, STEPS, by_autograd
from tests.browser.test_maths import calls  # noqa: F401  (a fixture)

POINTS = [[0, 0], [-2, 3], [8.5, -4.9], [2.85, -0.43], [200, -900], [-3, 5]]
NUMBER = "(v, n) => (v < 0 ? '−' : '') + Math.abs(v).toFixed(n)"
MODULE = "gradient_descent_maths"


def numbers(name):
    return np.array(SETS[name]["x"]), np.array(SETS[name]["y"])


def cost(name, w, b):
    x, y = numbers(name)
    return float(np.mean(np.logaddexp(0, w * x + b) - y * (w * x + b)))


@pytest.mark.parametrize("name", SETS)
def test_cost_and_slopes_agree_with_numpy(calls, name):  # noqa: F811
    x, y = numbers(name)
    code = "given[1].map((at) => [m.cost(given[0], at), m.slopes(given[0], at)])"
    for (w, b), (height, slopes) in zip(POINTS, calls(MODULE, code, [SETS[name], POINTS])):
        mistake = 0.5 * (1 + np.tanh((w * x + b) / 2)) - y
        assert height == pytest.approx(cost(name, w, b), rel=1e-9)
        assert slopes == pytest.approx([np.mean(mistake * x), mistake.mean()], abs=1e-12)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("rate", RATES)
def test_the_walk_agrees_with_autograd(calls, name, rate):  # noqa: F811
    path = calls(MODULE, "m.descend(given[0], [-2, 3], given[1], given[2])", [SETS[name], rate, STEPS])
    rows = np.array(by_autograd(name, -2.0, 3.0, rate))
    assert np.shape(path) == (STEPS + 1, 2)
    assert np.allclose(path, rows[:, :2], rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("name", SETS)
def test_the_bottom_is_where_both_slopes_are_0(calls, name):  # noqa: F811
    bottom, slopes = calls(MODULE, "(() => { const at = m.lowest(given); return [at, m.slopes(given, at)]; })()", SETS[name])
    assert slopes == pytest.approx([0, 0], abs=1e-12)
    random = np.random.default_rng(0)
    assert all(cost(name, *(bottom + random.normal(size=2))) > cost(name, *bottom) for _ in range(50))


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("above", [0.01, 0.5, 8])
def test_a_contour_has_its_height_and_goes_once_around(calls, name, above):  # noqa: F811
    code = "(() => { const at = m.lowest(given[0]); return [at, m.contour(given[0], at, m.cost(given[0], at) + given[1])]; })()"
    bottom, line = calls(MODULE, code, [SETS[name], above])
    assert [cost(name, *at) for at in line] == pytest.approx([cost(name, *bottom) + above] * len(line), rel=1e-6)
    turns = np.unwrap(np.arctan2(*(np.array(line + line[:1]) - bottom).T[::-1]))
    assert abs(turns[-1] - turns[0]) == pytest.approx(2 * np.pi) and len(set(np.sign(np.diff(turns)))) == 1


def test_the_learners_steps_are_held_against_their_own_places(calls):  # noqa: F811
    x, y = numbers("centred")
    right = np.array(by_autograd("centred", -2.0, 3.0, 30.0))[:, :2].tolist()
    code = "m.stepsOff(given[0], given[1], 30)"
    assert calls(MODULE, code, [SETS["centred"], right])["off"] < 1e-9
    wrong = [row[:] for row in right]
    wrong[7][0] += 0.5
    found = calls(MODULE, code, [SETS["centred"], wrong])
    assert found["off"] >= 0.5 - 1e-9 and found["step"] == 7 and found["to"] == pytest.approx(right[7])
    assert calls(MODULE, code, [SETS["centred"], [*right[:3], *[[None, None]] * 58]]) == {"off": pytest.approx(0, abs=1e-9), "step": None, "to": None}


@pytest.mark.parametrize(
    ("name", "rate", "start", "kind"),
    [
        ("centred", 0.03, (-2, 3), "creeps"),
        ("centred", 1.0, (-2, 3), "arrives"),
        ("shifted", 3.0, (-2, 3), "settles"),
        ("centred", 30.0, (-2, 3), "bounces"),
        ("shifted", 30.0, (-2, 3), "diverges"),
    ],
)
def test_what_becomes_of_a_walk_is_said_in_words(calls, name, rate, start, kind):  # noqa: F811
    code = f"""(() => {{
        const walk = m.descend(given.set, given.start, given.rate, given.steps);
        const costs = walk.map((at) => m.cost(given.set, at));
        const bottom = m.cost(given.set, m.lowest(given.set));
        const fate = m.fate(costs, bottom, walk, given.set);
        return {{ ...fate, costs, bottom, walk, words: m.story(fate, costs, bottom, {NUMBER}) }}; }})()"""
    found = calls(MODULE, code, {"set": SETS[name], "start": start, "rate": rate, "steps": STEPS})
    costs = np.array(found["costs"])
    assert found["kind"] == kind and found["words"].startswith(("It ", "At first"))
    assert found["rises"] == (np.diff(costs) > 1e-9).sum() and (found["rises"] == 0) == (kind in ("creeps", "arrives"))
    assert found["most"] == pytest.approx(costs.max()) and found["bottom"] == pytest.approx(0.306, abs=1e-3)
    if found["from"] is not None:
        assert (costs[found["from"] :] - found["bottom"] <= 0.01).all() and costs[found["from"] - 1] - found["bottom"] > 0.01
    inside = [SETS[name]["w"][0] <= w <= SETS[name]["w"][1] and SETS[name]["b"][0] <= b <= SETS[name]["b"][1] for w, b in found["walk"]]
    assert (found["left"] is None) == all(inside) and ("leaves the picture" in found["words"]) == (not all(inside))
