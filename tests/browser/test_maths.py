"""The formulas that the browser computes with, held against PyTorch."""

import json
import math

import pytest
import torch

from course.widgets.activations import NAMES, RANGES, by_autograd
from course.widgets.assets import script

POINTS = [(x, w, b) for x in (-3.0, -0.5, 0.0, 1.0, 3.0) for w in (-2.0, 0.0, 1.0) for b in (-2.0, 0.0, 0.35)]


@pytest.fixture
def calls(page):
    """Calls an expression of a module of ours: calls(module, "f(...arguments)", arguments)."""

    def run(module, expression, arguments=None):
        return page.evaluate(
            """async ([source, expression, given]) => {
                const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
                const module = await import(url);
                return new Function("m", "given", `return ${expression}`)(module, given);
            }""",
            [script(module), expression, arguments],
        )

    return run


@pytest.mark.parametrize("name", NAMES)
def test_values_and_gradients_agree_with_autograd(calls, name):
    told = calls("activations_maths", f"given.map(([x, w, b]) => m.atPoint('{name}', x, w, b))", POINTS)
    for (x, w, b), here in zip(POINTS, told, strict=True):
        torch_says = by_autograd(name, x, w, b)
        for key, value in here.items():
            assert value == pytest.approx(torch_says[key] or 0.0, abs=1e-14), (key, x, w, b)
        question = json.dumps({"activation": name, "x": x, "w": w, "b": b})
        agrees = "m.agreement(given[0], given[1], given[2])"
        assert calls("activations_maths", agrees, [here, torch_says, json.loads(question)]) is True


def test_agreement_can_fail_and_can_be_unknown(calls):
    here = {"z": 1.0, "a": 0.5}
    ask = {"activation": "tanh", "x": 1.0, "w": 1.0, "b": 0.0}
    agreement = "m.agreement(given[0], given[1], given[2])"
    assert calls("activations_maths", agreement, [here, ask | here | {"a": 0.6}, ask]) is False
    assert calls("activations_maths", agreement, [here, ask | here | {"x": 2.0}, ask]) is None
    assert calls("activations_maths", agreement, [here, None, ask]) is None
    assert calls("activations_maths", agreement, [here, {}, ask]) is None


def test_zones_end_where_the_slope_falls_to_the_threshold(calls):
    limit = calls("activations_maths", "m.SATURATED")
    for name, slope in {"sigmoid": lambda s: s * (1 - s), "tanh": lambda t: 1 - t * t}.items():
        edge = calls("activations_maths", f"m.ACTIVATIONS.{name}.zones[1][0]")
        value = getattr(torch, name)(torch.tensor(edge, dtype=torch.float64)).item()
        assert slope(value) == pytest.approx(limit, rel=1e-9)
    sigmoid_edge = calls("activations_maths", "m.ACTIVATIONS.sigmoid.zones[1][0]")
    assert 2.8 < sigmoid_edge < 3.0  # "gradient matters only from about -3 to 3"
    assert calls("activations_maths", "m.ACTIVATIONS.linear.zones") == []


@pytest.mark.parametrize("w", [1.0, -1.0, 2.0, 0.5, 0.0])
@pytest.mark.parametrize("z", [-8.0, -1.0, 0.0, 2.5, 8.0])
def test_dragging_comes_as_near_as_the_sliders_allow(calls, z, w):
    ranges = {name: list(limits) for name, limits in RANGES.items()}
    point = {"x": 0.5, "w": w, "b": 0.5}
    moved = calls("activations_maths", "m.towards(given[0], given[1], given[2])", [z, point, ranges])
    for name, value in moved.items():
        low, high, step = RANGES[name]
        assert low <= value <= high and math.isclose(value / step, round(value / step), abs_tol=1e-6)
    reach = abs(w) * 3.0 + 2.0
    nearest = max(-reach, min(reach, z))
    assert w * moved["x"] + moved["b"] == pytest.approx(nearest, abs=0.06)
    if abs((z - 0.5) / w if w else math.inf) <= 3.0:
        assert moved["b"] == 0.5  # x alone could do it


def test_numbers_read_well(calls):
    for value, digits, text in [(0.5, 2, "0.50"), (-0.5, 1, "−0.5"), (-0.0001, 2, "0.00"), (1e9, 0, "1000000000")]:
        assert calls("dom", "m.number(...given)", [value, digits]) == text
    for value, text in [(0, "0"), (0.05, "0.05"), (2.2e-16, "2.2 × 10⁻¹⁶"), (1234.5, "1200"), (3e12, "3.0 × 10¹²")]:
        assert calls("dom", "m.magnitude(given)", value) == text


def test_a_path_breaks_at_gaps_and_jumps(calls):
    panel = "{px: (x) => x, py: (y) => y}"
    points = [[-1, 0], [-0.5, 0], [0, 1], [0.5, 1], [1, None], [1.5, 1]]
    d = calls("plot", f"m.path({panel}, given, [0])", points)
    assert d == "M-1.00,0.00L-0.50,0.00M0.00,1.00M0.50,1.00M1.50,1.00"
    assert calls("plot", f"m.path({panel}, given)", points).count("M") == 2
