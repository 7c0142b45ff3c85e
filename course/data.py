"""The real data sets of the units: offline, since they ship inside scikit-learn, seeded and shuffled.

Each loader reads once, and hands out fresh arrays each time, so that a notebook may change what it got.
"""

import functools
from typing import NamedTuple

import numpy as np

from course.errors import CourseError


class Digits(NamedTuple):
    """Handwritten digits: ``images, labels = data.digits()``."""

    images: np.ndarray
    labels: np.ndarray


class BreastCancer(NamedTuple):
    """Measured cells: ``X, y, names = data.breast_cancer()``."""

    X: np.ndarray
    y: np.ndarray
    names: list[str]


def digits(labels=range(10), seed: int | None = 0) -> Digits:
    """Handwritten digits, 8 by 8 pixels each, in a random order.

    labels: the digits that are wanted, for example (3, 8); all ten by default (1797 images, about 180 of each).
    seed: a whole number, of which each gives its own order; with None they come sorted by label, as files in one
    folder for each class do. A sorted order is a trap for learners, and here on purpose.
    Returns (images, labels): uint8 (m, 8, 8), ink from 0 (none) to 16 (most), and int64 (m,), the digits themselves.
    Raises CourseError for a label that is no digit, for no label, and for a seed that is no whole number.

    E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998:
    the test part, as ``sklearn.datasets.load_digits`` ships it.
    """
    wanted = list(labels) if np.iterable(labels) else [labels]
    known = [label for label in wanted if isinstance(label, (int, np.integer)) and 0 <= label <= 9]
    if not wanted or len(known) < len(wanted):
        raise CourseError(f"data.digits: the labels must be digits from 0 to 9, such as (3, 8), and not {labels!r}.")
    images, targets = _digits()
    rows = _ordered(np.flatnonzero(np.isin(targets, known)), targets, seed, "data.digits")
    return Digits(images[rows], targets[rows])


def breast_cancer(seed: int | None = 0) -> BreastCancer:
    """Thirty measurements of cell nuclei from each of 569 tumours, in a random order.

    seed: a whole number, of which each gives its own order; with None they come sorted by label.
    Returns (X, y, names): float64 (569, 30); int64 (569,), 1 for malignant (212 of them) and 0 for benign, the other
    way round than in scikit-learn, so that 1 is what one looks for; and the 30 names of the columns of X.
    Raises CourseError for a seed that is no whole number.

    W. Wolberg, O. Mangasarian, N. Street and W. Street, Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning
    Repository, 1995, as ``sklearn.datasets.load_breast_cancer`` ships it.
    """
    X, y, names = _breast_cancer()
    rows = _ordered(np.arange(len(y)), y, seed, "data.breast_cancer")
    return BreastCancer(X[rows], y[rows], list(names))


def _ordered(rows, targets, seed, who):
    """The rows in the order of the seed, or sorted by their targets where there is none."""
    if seed is None:
        return rows[np.argsort(targets[rows], kind="stable")]
    if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)) or seed < 0:
        raise CourseError(f"{who}: the seed must be a whole number from 0 on, or None for sorted labels, and not {seed!r}.")
    return np.random.default_rng(int(seed)).permutation(rows)


@functools.cache
def _digits():
    from sklearn.datasets import load_digits

    raw = load_digits()
    return raw.images.astype(np.uint8), raw.target.astype(np.int64)


@functools.cache
def _breast_cancer():
    from sklearn.datasets import load_breast_cancer

    raw = load_breast_cancer()
    return raw.data, 1 - raw.target.astype(np.int64), [str(name) for name in raw.feature_names]
