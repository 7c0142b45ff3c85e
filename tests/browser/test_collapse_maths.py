"""What the collapse explorer computes in the browser, held against PyTorch and NumPy."""

import itertools

import numpy as np
import pytest

from course.widgets.collapse import BETWEEN, by_torch, layer
from tests.browser.test_maths import calls  # noqa: F401  (a fixture)

NAMES = ("between", "layers", "turn", "stretch", "shift")
QUESTIONS = [
    dict(zip(NAMES, values))
    for values in itertools.product(BETWEEN, (1, 2, 5), (-90.0, 0.0, 35.0), (0.7, 1.0, 1.4), (-1.0, 0.0, 0.45))
]


def test_the_layers_agree_with_torch(calls):  # noqa: F811
    told = [by_torch(**question) for question in QUESTIONS]
    expression = "given.map(([q, told]) => m.agreement(m.compared(q), told, q))"
    assert calls("collapse_maths", expression, list(zip(QUESTIONS, told))) == [True] * len(QUESTIONS)


def test_agreement_can_fail_and_can_be_unknown(calls):  # noqa: F811
    question = QUESTIONS[-1]
    told = by_torch(**question)

    def ask(answer):
        return calls("collapse_maths", "m.agreement(m.compared(given[0]), given[1], given[0])", [question, answer])

    assert ask(told) is True
    assert ask(told | {"points": [[told["points"][0][0] + 1e-6, told["points"][0][1]], *told["points"][1:]]}) is False
    assert ask(told | {"turn": 5.0}) is None and ask({}) is None and ask(None) is None


def test_the_single_layer_is_the_product(calls):  # noqa: F811
    question = {"between": "nothing", "layers": 4, "turn": 35.0, "stretch": 1.3, "shift": 0.7}
    single = calls("collapse_maths", "m.product(given)", question)
    W, b = layer(35.0, 1.3, 0.7)
    assert np.allclose(single["W"], np.linalg.matrix_power(W, 4))
    assert np.allclose(single["b"], sum(np.linalg.matrix_power(W, k) @ b for k in range(4)))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (("nothing", 3, 30.0, 1.2, 0.4), ["3 layers with nothing between them do what one layer does", "difference in the picture is 0.0000"]),
        (("relu", 3, 30.0, 1.2, 0.4), ["3 layers with ReLU", "no single layer can do that"]),
        (("tanh", 2, 30.0, 1.2, 0.4), ["2 layers with tanh", "no single layer can do that"]),
        (("relu", 1, 30.0, 1.2, 0.4), ["One layer", "nothing to collapse"]),
    ],
)
def test_it_is_said_in_words(calls, question, words):  # noqa: F811
    asked = dict(zip(NAMES, question))
    said = calls("collapse_maths", "m.inWords(given, m.compared(given), (v, n) => v.toFixed(n))", asked)
    for part in words:
        assert part in said, said


def test_not_every_difference_is_a_bend(calls):  # noqa: F811
    question = {"between": "relu", "layers": 2, "turn": 0.0, "stretch": 1.0, "shift": 0.0}
    for off, bent, part in ((0.0, 0.0, "changes nothing"), (1.0, 0.0, "some other single layer would do"), (1.0, 0.5, "Straight lines are bent")):
        given = [question, {"single": {"W": [[1, 0], [0, 1]], "b": [0, 0]}, "off": off, "bent": bent}]
        assert part in calls("collapse_maths", "m.inWords(given[0], given[1], (v, n) => v.toFixed(n))", given)
