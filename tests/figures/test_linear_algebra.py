"""Every figure of the unit, drawn with reference functions, and with functions that are not written or wrong."""

import numpy as np
import pytest

from course.figures import linear_algebra, numpy_problems
from course.figures.picture import Pending, Picture


def normalize_rows(X):
    norms = np.linalg.norm(X, axis=1, keepdims=True)
    return X / np.where(norms == 0, 1, norms)


def power_iteration(A, steps):
    v = np.random.default_rng(1).normal(size=len(A))
    for _ in range(steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    return v @ A @ v, v


def low_rank(image, k):
    U, s, Vt = np.linalg.svd(image, full_matrices=False)
    return (U[:, :k] * s[:k]) @ Vt[:k]


def flatten_batch(images):
    return images.reshape(len(images), -1)


def group_means(X, labels, groups):
    counts = np.bincount(labels, minlength=groups)
    return np.array([X[labels == g].mean(axis=0) if counts[g] else np.zeros(X.shape[1]) for g in range(groups)])


def pairwise_distances(X, Y):
    return np.linalg.norm(X[:, None] - Y[None], axis=2)


def rotate(points, angle):
    c, s = np.cos(angle), np.sin(angle)
    return points @ np.array([[c, s], [-s, c]])


def brighten(image, amount):
    return np.clip(image.astype(int) + amount, 0, 255).astype(np.uint8)


def moving_average(x, width):
    return np.convolve(x, np.ones(width) / width, mode="valid")


PROBLEMS = {
    "outer": np.outer,
    "diag": np.diag,
    "triu": np.triu,
    "one_hot": lambda labels, classes: np.eye(classes)[labels],
    "brighten": brighten,
    "moving_average": moving_average,
    "argmax_ties": lambda x: np.flatnonzero(x == x.max()),
    "bincount": lambda labels, classes: np.bincount(labels, minlength=classes),
    "standardize_columns": lambda X: (X - X.mean(0)) / np.where(X.std(0) == 0, 1, X.std(0)),
    "pairwise_distances": pairwise_distances,
    "rotate": rotate,
    "group_means": group_means,
}
STILL = [linear_algebra.views, linear_algebra.reshape_or_transpose, linear_algebra.broadcasting, linear_algebra.summary]
DRAWN = [
    (linear_algebra.scrambled, [flatten_batch]),
    (linear_algebra.angle, [np.dot]),
    (linear_algebra.unit_circle, [normalize_rows]),
    (linear_algebra.similar_digits, [flatten_batch, lambda X: normalize_rows(X) @ normalize_rows(X).T]),
    (linear_algebra.projection, [lambda u, v: (u @ v) / (v @ v) * v]),
    (linear_algebra.maps, [np.dot]),
    (linear_algebra.best_line, [lambda X, y: np.linalg.lstsq(X, y)[0]]),
    (linear_algebra.power, [power_iteration]),
    (linear_algebra.photograph, [low_rank]),
    (numpy_problems.brightened, [brighten]),
    (numpy_problems.smoothed, [moving_average]),
    (numpy_problems.turned, [rotate]),
    (numpy_problems.mean_digits, [group_means, pairwise_distances]),
]


def unwritten(*args):
    raise NotImplementedError


@pytest.mark.parametrize("figure", STILL, ids=lambda figure: figure.__name__)
def test_still_figures(figure):
    drawn = figure()
    assert isinstance(drawn, Picture) and len(drawn.alt) > 60 and "<svg" in drawn.svg


@pytest.mark.parametrize(("figure", "functions"), DRAWN, ids=lambda value: getattr(value, "__name__", ""))
def test_figures_of_the_learners_functions(figure, functions):
    drawn = figure(*functions)
    assert isinstance(drawn, Picture), drawn
    assert len(drawn.alt) > 60
    again = figure(*functions)
    assert again.svg == drawn.svg and again.alt == drawn.alt
    for wrong in (unwritten, lambda *args: None, lambda *args: args[0][:1]):
        assert isinstance(figure(*[wrong] * len(functions)), (Pending, Picture))
    assert isinstance(figure(*[unwritten] * len(functions)), Pending)


@pytest.mark.parametrize("name", [*PROBLEMS, "channels_last"])
def test_every_problem_has_a_picture(name):
    assert isinstance(numpy_problems.task(name), Picture)


def test_the_pictures_show_what_is_asked():
    """The numbers drawn as results are what a right function gives."""
    drawn = numpy_problems.gallery(**PROBLEMS)
    assert isinstance(drawn, Picture), drawn
    assert drawn.alt.count("as asked") == len(PROBLEMS) == len(numpy_problems.TASKS)


def test_the_gallery_tells_what_is_wrong_and_what_is_missing():
    def broken(x):
        return [1, 2][5]

    drawn = numpy_problems.gallery(outer=unwritten, argmax_ties=broken, diag=np.eye, triu=np.tril)
    assert isinstance(drawn, Picture), drawn
    for words in ("outer not written yet", "argmax_ties raises IndexError", "triu differs"):
        assert words in drawn.alt


def test_a_scrambled_batch_is_told():
    assert "show the digits 0, 1 and 2" in linear_algebra.scrambled(flatten_batch).alt
    assert "show no whole digit" in linear_algebra.scrambled(lambda images: images.reshape(-1, len(images)).T).alt
