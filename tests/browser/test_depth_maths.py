"""What the depth explorer computes in the browser, held against torch.autograd."""

import itertools

import pytest

from course.widgets.depth import NAMES, RANGES, by_autograd
from tests.browser.test_maths import calls  # noqa: F401  (a fixture)

QUESTIONS = [
    {"activation": name, "depth": depth, "z": z, "w": w}
    for name, depth, z, w in itertools.product(NAMES, (1, 2, 20), (-3.0, -0.1, 0.0, 0.5, 3.0), (0.5, 1.0, 2.0))
]


def test_every_layers_gradient_agrees_with_autograd(calls):  # noqa: F811
    told = [by_autograd(**question) for question in QUESTIONS]
    expression = "given.map(([q, told]) => m.agreement(m.chain(q), told, q))"
    assert calls("depth_maths", expression, list(zip(QUESTIONS, told))) == [True] * len(QUESTIONS)


def test_agreement_can_fail_and_can_be_unknown(calls):  # noqa: F811
    question = {"activation": "tanh", "depth": 2, "z": 0.5, "w": 1.0}
    told = by_autograd(**question)

    def ask(answer):
        return calls("depth_maths", "m.agreement(m.chain(given[0]), given[1], given[0])", [question, answer])

    assert ask(told) is True
    for wrong in ({"output": told["output"] + 1e-6}, {"reaching": [told["reaching"][0] * 1.001, *told["reaching"][1:]]}):
        assert ask(told | wrong) is False
    assert ask(told | {"depth": 3}) is None and ask({}) is None and ask(None) is None


def test_the_curve_is_the_first_bar_of_each_depth(calls):  # noqa: F811
    question = {"activation": "sigmoid", "depth": 1, "z": -0.7, "w": 1.5}
    curve = calls("depth_maths", "m.byDepth(given, 20)", question)
    assert curve == pytest.approx([by_autograd(**question | {"depth": n})["reaching"][0] for n in range(1, 21)])


def test_the_least_and_the_largest_stay_in_the_picture(calls):  # noqa: F811
    ends = [range_[:2] for range_ in (RANGES["z"], RANGES["w"])]
    for z, w in itertools.product(*ends):
        for name in NAMES:
            for gradient in calls("depth_maths", "m.byDepth(given, 20)", {"activation": name, "depth": 1, "z": z, "w": w}):
                assert gradient == 0 or 1e-20 < gradient < 1e7


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (("sigmoid", 10, 0.5, 1.0), ["10 sigmoid layers", "it vanishes"]),
        (("relu", 20, 1.0, 2.0), ["20 ReLU layers", "by 2: it explodes"]),
        (("relu", 3, -1.0, 1.0), ["exactly 0", "slope 0 stops it"]),
        (("linear", 1, 0.0, 1.0), ["1 linear layer with", "by 1: it comes back whole"]),
        (("linear", 3, 0.0, 2.0), ["gradient at the input is 8", "it grows"]),
        (("tanh", 2, 0.5, 1.0), ["it shrinks"]),
    ],
)
def test_it_is_said_in_words(calls, question, words):  # noqa: F811
    asked = dict(zip(("activation", "depth", "z", "w"), question))
    said = calls("depth_maths", "m.inWords(given, m.chain(given), (v, n) => v.toFixed(n), (v) => String(Number(v.toPrecision(2))))", asked)
    for part in words:
        assert part in said, said
