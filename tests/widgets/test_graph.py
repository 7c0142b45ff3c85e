"""The graph explorer's Python side: torch as referee, the learner's class beside it, and what it refuses."""

import math

import pytest
import traitlets

from course import widgets
from course.errors import CourseError
from course.widgets.graph import NODES, RANGES, STEPS, by_autograd, by_value

# A class like the learner's, in the smallest form that the widget needs.
VALUE = '''
import math
class Value:
    def __init__(self, data, parents=(), local=()):
        self.data, self.parents, self.local, self.grad = float(data), parents, local, 0.0
    def __add__(self, other):
        return Value(self.data + other.data, (self, other), (1.0, 1.0))
    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), (other.data, self.data))
    def __pow__(self, n):
        return (n * log(self)).exp()
    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))
    def backward(self):
        hand_on(self, 1.0)
def hand_on(node, amount):
    node.grad += amount
    for parent, slope in zip(node.parents, node.local):
        hand_on(parent, slope * amount)
'''
LOG = "def log(u):\n    return Value(math.log(u.data), (u,), (1 / u.data,))"


@pytest.fixture
def close():
    opened = []
    yield lambda widget: opened.append(widget) or widget
    for widget in opened:
        widget.close()


def by_hand(a, b, c):
    d, e, f = b * c, a + b * c, b * c * a
    g = e**f
    de, df = f * e ** (f - 1), g * math.log(e)
    dd = de + df * a
    values = dict(zip(NODES, (a, b, c, d, e, f, g)))
    return values, dict(zip(NODES, (de + df * d, dd * c, dd * b, dd, de, df, 1.0)))


@pytest.mark.parametrize("point", [(2.0, 0.5, 3.0), (0.5, 0.0, 4.0), (2.5, 1.0, 4.0), (0.5, 0.05, 0.0), (1.0, 0.3, 1.7)])
def test_autograd_says_what_the_chain_rule_says(point):
    values, grads = by_hand(*point)
    told = by_autograd(*point)
    assert told["values"] == pytest.approx(values, rel=1e-12) and told["grads"] == pytest.approx(grads, rel=1e-12)
    assert (told["a"], told["b"], told["c"]) == point


def test_the_notes_own_point():
    told = by_autograd(2.0, 0.5, 3.0)
    assert told["values"]["g"] == 42.875
    assert [round(told["grads"][name], 3) for name in "abc"] == [117.318, 432.523, 72.087]


def test_every_point_of_the_sliders_has_a_logarithm():
    lowest = RANGES["a"][0] + RANGES["b"][0] * RANGES["c"][0]
    assert lowest > 0 and all(low >= 0 for low, _, _ in RANGES.values())
    assert math.isfinite(by_hand(*(high for _, high, _ in RANGES.values()))[0]["g"])


def test_the_learners_class_comes_step_by_step(shell, close):
    explorer = close(widgets.graph_explorer())
    assert explorer.own["state"] == "missing" and "once its cell has run" in explorer.own["sentence"]
    shell.run_cell("class Value:\n    def __init__(self, data):\n        self.data = data\n    def __mul__(self, other):\n        raise NotImplementedError")
    assert explorer.own["state"] == "unwritten"
    shell.run_cell(VALUE)
    assert "it needs log" in explorer.own["sentence"] and explorer.own["state"] == "failed"
    shell.run_cell(LOG)
    values, grads = by_hand(2.0, 0.5, 3.0)
    assert explorer.own["state"] == "drawn"
    assert explorer.own["values"] == pytest.approx(values) and explorer.own["grads"] == pytest.approx(grads)


def test_it_looks_again_when_a_function_that_the_class_uses_changes(shell, close):
    shell.run_cell(VALUE + LOG)
    explorer = close(widgets.graph_explorer())
    right = explorer.own["grads"]["d"]
    shell.run_cell("def hand_on(node, amount):\n    node.grad = amount\n    for p, s in zip(node.parents, node.local):\n        hand_on(p, s * amount)")
    assert explorer.own["state"] == "drawn" and explorer.own["grads"]["d"] != pytest.approx(right)


def test_a_class_that_raises_or_never_ends_is_one_sentence(shell, close):
    shell.run_cell(VALUE.replace("return Value(self.data * other.data", "return Value(self.data * other") + LOG)
    explorer = close(widgets.graph_explorer())
    assert explorer.own["sentence"].startswith("Value raised TypeError:")
    shell.run_cell("class Value:\n    def __init__(self, data):\n        while True:\n            pass")
    assert "was stopped" in explorer.own["sentence"]
    shell.run_cell("Value = 3")
    assert "not a function" in explorer.own["sentence"] or "TypeError" in explorer.own["sentence"]


def test_a_number_that_is_no_number_travels_as_none():
    namespace = {}
    exec(VALUE.replace("math.exp(self.data), (self,)", "math.nan, (self,)") + LOG, namespace)
    told = by_value("Value", namespace, 2.0, 0.5, 3.0)
    assert told["values"]["g"] is None and "nan or infinity" in told["sentence"]


def test_both_are_asked_again_once_a_browser_looks(shell, close):
    shell.run_cell(VALUE + LOG)
    explorer = close(widgets.graph_explorer())
    explorer.a = 1.0
    assert explorer.torch == {} and explorer.own["a"] == 2.0
    explorer._from_browser(explorer, {"kind": "shown"}, [])
    assert explorer.torch["a"] == explorer.own["a"] == 1.0
    explorer.c = 0.5
    assert explorer.torch["values"] == pytest.approx(by_hand(1.0, 0.5, 0.5)[0])
    assert explorer.own["grads"] == pytest.approx(explorer.torch["grads"])


@pytest.mark.filterwarnings("error")
def test_what_it_cannot_do_is_one_sentence():
    with pytest.raises(CourseError, match=r"graph_explorer\(a=0\): a must lie between 0.5 and 2.5"):
        widgets.graph_explorer(a=0)
    with pytest.raises(CourseError, match="step must be a whole number from 0 to 13"):
        widgets.graph_explorer(step=14)
    with pytest.raises(CourseError, match="in quotes"):
        widgets.graph_explorer(value=dict)


def test_traits_stay_in_the_picture(close):
    explorer = close(widgets.graph_explorer())
    for name, (low, high, _) in RANGES.items():
        for outside in (low - 0.1, high + 0.1, math.nan):
            with pytest.raises(traitlets.TraitError):
                setattr(explorer, name, outside)
    with pytest.raises(traitlets.TraitError):
        explorer.step = STEPS + 1
