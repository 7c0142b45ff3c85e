"""What the text of the logistic regression unit claims about its data, run with the master's solutions."""

import ast
from pathlib import Path

import nbformat
import numpy as np
import pytest

MASTER = Path(__file__).parents[1] / "source/logistic_regression/logistic_regression.ipynb"


@pytest.fixture(scope="module")
def names():
    """The first cell, the solutions, and of the other ungraded cells what they define or load."""
    first, *cells = [cell for cell in nbformat.read(MASTER, as_version=4).cells if cell.cell_type == "code"]
    scope = {"__name__": "notebook"}
    exec(first.source, scope)
    for cell in cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark and not mark.get("solution"):
            continue
        kept = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, *(() if mark else (ast.Assign,)))
        tree = ast.parse(cell.source)
        tree.body = [node for node in tree.body if isinstance(node, kept) and "widgets." not in ast.unparse(node)]
        exec(compile(tree, cell.id, "exec"), scope)
    return scope


def test_the_three_learners_agree_to_the_tolerance_that_is_stated(names):
    assert "$10^{-4}$ for every weight, the bias and every cost" in "".join(
        cell.source for cell in nbformat.read(MASTER, as_version=4).cells
    )
    (w, b, costs), *others = names["three_learners"]().values()
    assert len(costs) == 300 and costs[0] == pytest.approx(np.log(2)) and len(others) == 2
    for other_w, other_b, other_costs in others:
        assert np.abs(w - other_w).max() < 1e-4 and abs(b - other_b) < 1e-4
        assert np.abs(np.array(costs) - other_costs).max() < 1e-4


@pytest.mark.parametrize("seed", range(4))
def test_one_neuron_tells_most_held_out_digits_apart(names, seed):
    X, y = names["prepare"](names["digits"].images, names["digits"].labels, positive=8)
    result = names["model"](*names["split"](X, y, 0.25, seed))
    assert len(result["predictions"]) == 89 and result["train_accuracy"] == 1.0 and result["test_accuracy"] > 0.95


def test_a_hungry_learner_makes_mistakes_to_look_at(names):
    assert 3 <= round(250 * (1 - names["run_digits"](test_share=0.7)["test_accuracy"])) <= 15


def test_the_wrong_flatten_is_as_good_as_the_text_says(names):
    wrong, seen, unseen, answers = (names[name] for name in ("flatten_wrong", "seen", "unseen", "answers"))
    learner = names["ReadyMade"](C=100).fit(wrong(seen), answers)
    assert learner.score(wrong(seen), answers) == 1.0 and learner.score(wrong(unseen), answers) > 0.75
    shuffled = [learner.score(wrong(unseen[order]), answers[order]) for order in names["orders"]]
    assert abs(np.mean(shuffled) - 0.5) < 0.05
    right = names["flatten_right"]
    assert names["ReadyMade"](C=100).fit(right(seen), answers).score(right(unseen), answers) > 0.9


def test_one_scale_is_needed_for_the_tumours(names):
    raw, timid, scaled = (names["run_cells"](*how)["costs"] for how in ((False, 0.3), (False, 1e-6), (True, 0.3)))
    assert max(raw) > 1000 and timid[-1] > 0.4 > 0.1 > scaled[-1]
    best, costs = names["study_cells"]()
    last = {rate: run[-1] for rate, run in costs.items()}
    assert 0.1 <= best <= 10 and last[0.001] > 0.4 and max(costs[100.0]) > 5 * np.log(2)
    assert last[1.0] - last[best] < 0.05 and last[3.0] - last[best] < 0.05  # the broad middle
