"""What the perceptron explorer computes in the browser, held against NumPy."""

import itertools

import numpy as np
import pytest

from course.widgets.perceptron import COUNT, RANGES, SETS, grid
from tests.browser.test_maths import calls  # noqa: F401  (a fixture)

SOME = (-1.5, -0.35, 0.0, 0.8, 2.0)
NEURONS = [dict(zip(("w1", "w2", "b"), values)) for values in itertools.product(SOME, repeat=3)]
NUMBER = "(v, n) => (v < 0 ? '−' : '') + Math.abs(v).toFixed(n)"


def fires(neuron, points):
    # Rounded, since 0.8 - 0.35 - 0.45 shall be 0.
    return np.round(np.asarray(points) @ [neuron["w1"], neuron["w2"]] + neuron["b"], 9) >= 0


def area(polygon):
    x, y = np.array(polygon).T if polygon else np.zeros((2, 1))
    return 0.5 * abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))


def test_answers_agree_with_numpy(calls):  # noqa: F811
    for data, told in SETS.items():
        rows = calls("perceptron_maths", "given[1].map((n) => m.judged(given[0], n))", [told, NEURONS])
        for neuron, found in zip(NEURONS, rows):
            assert [row["says"] for row in found] == fires(neuron, told["x"]).astype(int).tolist(), (data, neuron)
            assert [row["right"] for row in found] == [row["says"] == y for row, y in zip(found, told["y"])]


def test_a_sum_that_only_rounding_keeps_from_0_fires(calls):  # noqa: F811
    assert 0.7 + 0.1 - 0.8 != 0
    assert calls("perceptron_maths", "m.sum({w1: 0.7, w2: 0.1, b: -0.8}, [1, 1])") == 0


def test_the_two_sides_fill_the_square_and_the_line_is_between_them(calls):  # noqa: F811
    low, high = SETS["AND"]["range"]
    inside = grid("AND")
    for neuron, found in zip(NEURONS, calls("perceptron_maths", "given[1].map((n) => m.cut(n, given[0]))", [[low, high], NEURONS])):
        assert area(found["fires"]) + area(found["silent"]) == pytest.approx((high - low) ** 2)
        assert area(found["fires"]) / (high - low) ** 2 == pytest.approx(fires(neuron, inside).mean(), abs=0.06)
        for end in found["ends"] or []:
            assert np.dot(end, [neuron["w1"], neuron["w2"]]) + neuron["b"] == pytest.approx(0, abs=1e-9)
            assert all(low - 1e-9 <= v <= high + 1e-9 for v in end)


def test_dragging_moves_the_line_where_it_was_asked(calls):  # noqa: F811
    ranges = {key: list(value) for key, value in RANGES.items()}
    moved = calls("perceptron_maths", "m.through([0.5, 1], {w1: 1, w2: -0.5, b: 2}, given)", ranges)
    assert moved == {"b": 0}
    turned = calls("perceptron_maths", "m.turned([0.5, 0.5], [0.85, 0.15], 0.35, given)", ranges)
    assert turned == pytest.approx({"w1": 1.0, "w2": -1.0, "b": 0.0})
    far = calls("perceptron_maths", "m.turned([0, 0], [100, -100], 0.35, given)", ranges)
    assert (far["w1"], far["w2"]) == (2, -2)
    fitted = calls("perceptron_maths", "m.fitted([8, -4, 3], given)", ranges)
    assert fitted == {"w1": 2, "w2": -1, "b": 0.75}  # the same proportions, so the same answers


@pytest.mark.parametrize("neuron", [{"w1": 1, "w2": 1, "b": -1.5}, {"w1": -0.35, "w2": 2, "b": -0.35}, {"w1": 0, "w2": 1, "b": -0.33}])
def test_the_learners_line_lies_on_the_boundary(calls, neuron):  # noqa: F811
    low, high = SETS["AND"]["range"]
    values = fires(neuron, grid("AND")).astype(float).tolist()
    lines = calls("perceptron_maths", "m.contours(given[0], given[1], given[2])", [values, COUNT, [low, high]])
    assert len(lines) == 1 and len(lines[0]) > COUNT / 2
    far = (np.array(lines[0]) @ [neuron["w1"], neuron["w2"]] + neuron["b"]) / np.hypot(neuron["w1"], neuron["w2"])
    assert np.abs(far).max() <= (high - low) / (COUNT - 1)


def test_lines_of_other_shapes(calls):  # noqa: F811
    def lines(values):
        return calls("perceptron_maths", "m.contours(given[0], given[1], [0, 1])", [np.ravel(values).tolist(), len(values)])

    assert lines(np.zeros((5, 5))) == [] and lines(np.ones((5, 5))) == []
    island = np.zeros((5, 5))
    island[2, 2] = 1
    assert len(lines(island)) == 1
    strip = np.zeros((5, 5))
    strip[:, 2] = 1
    assert len(lines(strip)) == 2
    corners = np.eye(2)  # two islands that touch at a corner: every piece is drawn once
    assert sum(len(line) - 1 for line in lines(corners)) == 2


def ask(calls, change, neuron=None):
    neuron = neuron or {"w1": 1, "w2": 1, "b": -2}
    low, high = SETS["AND"]["range"]
    plane, points = fires(neuron, grid("AND")).astype(float), fires(neuron, SETS["AND"]["x"]).astype(float)
    change(plane, points)
    code = """(() => {
        const rows = m.judged(given.set, given.neuron);
        const off = m.compared(given.plane, given.points, given.neuron, rows, given.count, given.range);
        return m.verdict("perceptron", off, rows.length); })()"""
    given = {"set": SETS["AND"], "neuron": neuron, "plane": plane.tolist(), "points": points.tolist()}
    return calls("perceptron_maths", code, {**given, "count": COUNT, "range": [low, high]})


def test_what_is_said_of_the_learners_perceptron(calls):  # noqa: F811
    assert ask(calls, lambda plane, points: None) == "Your perceptron agrees at all 4 points and on the whole plane."
    edge = ask(calls, lambda plane, points: points.__setitem__(3, 0))
    assert "at 1 of 4 points. There the sum is exactly 0" in edge and "plane" not in edge
    assert "at 1 of 4 points." == ask(calls, lambda plane, points: points.__setitem__(0, 1)).split("differently ")[1]
    assert "on less than 1 % of the plane." in ask(calls, lambda plane, points: plane.__setitem__(0, 1))
    share = (~fires({"w1": 1, "w2": 1, "b": -2}, grid("AND"))).mean()
    everywhere = ask(calls, lambda plane, points: plane.__setitem__(slice(None), 1))
    assert abs(int(everywhere.split(" on ")[1].split(" %")[0]) - 100 * share) < 3
    assert "values other than 0 and 1" in ask(calls, lambda plane, points: points.__setitem__(0, -1))


@pytest.mark.parametrize(
    ("data", "neuron", "words"),
    [
        ("AND", (1, 1, -1.5), "For AND, 4 of 4 right. This neuron is an AND gate."),
        ("NAND", (-1, -1, 1.5), "This neuron is a NAND gate."),
        ("XOR", (1, 1, -0.5), "For XOR, 3 of 4 right. No line gets all 4 right."),
        ("OR", (0, 0, 0), "Both weights are 0"),
        ("OR", (0.1, 0.1, 3), "The boundary lies outside of the picture."),
        ("setosa", (1, 1, 0), "25 of 25 right. The line separates them."),
        ("virginica", (1, 1, 0), "No line gets all 25 right."),
    ],
)
def test_it_is_said_in_words(calls, data, neuron, words):  # noqa: F811
    code = f"m.inWords(given[0], m.judged(given[0], given[1]), given[1], m.cut(given[1], given[0].range).ends, {NUMBER})"
    assert words in calls("perceptron_maths", code, [SETS[data], dict(zip(("w1", "w2", "b"), neuron))])
