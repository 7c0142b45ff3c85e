"""Every figure of the scale unit is drawn with reference functions; an unwritten one is no crash."""

import numpy as np
import pytest

from course.figures import scale as figures
from course.figures import scale_laws
from course.figures.picture import Pending, Picture

AMOUNTS = [20, 40, 80, 160, 320, 640, 1280]
RISING = np.array([0.5, 0.7, 0.8, 0.88, 0.92, 0.95, 0.953])
RUNS = RISING + np.random.default_rng(0).normal(0, 0.01, size=(4, 7))
RESULTS = {name: (RISING - i / 20, np.full(7, 0.01)) for i, name in enumerate(("SVM", "network 32", "logistic regression", "network 8", "network 2"))}


def unwritten(*args, **kwargs):
    raise NotImplementedError


def parameters(sizes):
    return sum(i * o + o for i, o in zip(sizes, sizes[1:]))


def work(sizes, batch, steps):
    return steps * batch * 6 * sum(i * o for i, o in zip(sizes, sizes[1:]))


def batches(X, y, size, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]


def subsets(n, amounts, seed):
    return [np.random.default_rng(seed).permutation(n)[:amount] for amount in amounts]


def bars(scores):
    return scores.mean(axis=0), scores.std(axis=0, ddof=1) / len(scores) ** 0.5


def gains(amounts, accuracies):
    return np.diff(accuracies) / np.diff(np.log2(amounts))


def bend(amounts, accuracies, least):
    return amounts[5] if gains(amounts, accuracies)[-1] < least else None


def law(amounts, errors):
    slope, offset = np.polyfit(np.log(amounts), np.log(errors), 1)
    return np.exp(offset), -slope


LABELS = np.sort(np.arange(80) % 10)
DRAWN = {
    "cost": lambda: figures.cost(parameters, work),
    "one_epoch": lambda: figures.one_epoch(batches, LABELS),
    "nested": lambda: figures.nested(subsets),
    "two_axes": lambda: figures.two_axes(AMOUNTS, RUNS),
    "spread": lambda: figures.spread(AMOUNTS, RUNS, bars),
    "by_heart": lambda: figures.by_heart(AMOUNTS, [(1.0, share) for share in RISING]),
    "comparison": lambda: figures.comparison(AMOUNTS, RESULTS),
    "own model": lambda: figures.comparison(AMOUNTS, {"a forest": RESULTS["SVM"]}),
    "bends": lambda: figures.bends(AMOUNTS, RESULTS, gains, bend),
    "power_laws": lambda: figures.power_laws(AMOUNTS, RESULTS, law),
    "no error left": lambda: figures.power_laws(AMOUNTS, {"SVM": (np.append(RISING[:6], 1.0), np.zeros(7))}, law),
    "work_against_error": lambda: figures.work_against_error(work),
    "summary": lambda: figures.summary(AMOUNTS, RESULTS, parameters, gains),
}


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_it_is_drawn(draw):
    drawn = draw()
    assert isinstance(drawn, Picture), repr(drawn)
    assert len(drawn.alt) > 60 and drawn.svg.startswith("<?xml")


@pytest.mark.parametrize(
    "draw",
    [
        lambda: figures.cost(unwritten, work),
        lambda: figures.one_epoch(unwritten, LABELS),
        lambda: figures.nested(unwritten),
        lambda: figures.two_axes(AMOUNTS, None),
        lambda: figures.spread(AMOUNTS, None, bars),
        lambda: figures.spread(AMOUNTS, RUNS, unwritten),
        lambda: figures.by_heart(AMOUNTS, None),
        lambda: figures.comparison(AMOUNTS, None),
        lambda: figures.bends(AMOUNTS, None, gains, bend),
        lambda: figures.bends(AMOUNTS, RESULTS, gains, unwritten),
        lambda: figures.power_laws(AMOUNTS, None, law),
        lambda: figures.power_laws(AMOUNTS, RESULTS, unwritten),
        lambda: figures.work_against_error(unwritten),
        lambda: figures.summary(AMOUNTS, None, parameters, gains),
    ],
)
def test_an_unwritten_function_leaves_a_sentence(draw):
    drawn = draw()
    assert isinstance(drawn, Pending) and "once you have written" in repr(drawn)


def test_the_words_follow_the_learners_own_functions():
    assert "do not lie inside" in repr(figures.nested(lambda n, amounts, seed: [np.arange(n)[::-1][:a] if a == 5 else np.arange(a) for a in amounts]))
    assert "1.0 different digits in a batch" in repr(figures.one_epoch(lambda X, y, size, seed: [(X[:8], y[:8])], LABELS))
    told = repr(figures.bends(AMOUNTS, RESULTS, gains, lambda *given: None))
    assert told.count("has not bent yet") == len(RESULTS)


def test_a_missing_record_is_said(monkeypatch):
    monkeypatch.setattr(scale_laws.timing, "recorded", lambda name: None)
    assert "python benchmarks/scale.py makes it" in repr(figures.work_against_error(work))


@pytest.mark.parametrize(("amount", "seen"), [(20, 200 * 20), (80, 66 * 80 + 64), (1280, 5 * 1280), (32, 6400)])
def test_images_seen_in_two_hundred_steps(amount, seen):
    assert scale_laws.seen(amount, 200, 32) == seen
