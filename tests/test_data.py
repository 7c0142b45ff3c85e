"""The data sets: what their docstrings promise, offline, the same for a seed, and never shared."""

import socket

import numpy as np
import pytest

from course import data
from course.errors import CourseError

LOADERS = [lambda seed: data.digits((3, 8), seed), lambda seed: data.breast_cancer(seed)]


@pytest.fixture(autouse=True)
def without_a_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("the data must not come from a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    data._digits.cache_clear()
    data._breast_cancer.cache_clear()


def test_two_digits():
    images, labels = data.digits((3, 8))
    assert images.shape == (357, 8, 8) and images.dtype == np.uint8 and images.min() == 0 and images.max() == 16
    assert labels.shape == (357,) and labels.dtype == np.int64
    assert (labels == 3).sum() == 183 and (labels == 8).sum() == 174


def test_all_digits():
    images, labels = data.digits()
    assert images.shape == (1797, 8, 8) and set(labels) == set(range(10)) and np.bincount(labels).min() > 170


def test_breast_cancer():
    X, y, names = data.breast_cancer()
    assert X.shape == (569, 30) and X.dtype == np.float64 and y.shape == (569,) and y.dtype == np.int64
    assert y.sum() == 212 and len(names) == 30 and names[0] == "mean radius"
    # Malignant tumours are the large ones: 1 is what one looks for.
    assert X[y == 1, 0].mean() > 1.3 * X[y == 0, 0].mean()


def test_images_and_labels_stay_together():
    """Whatever the order: each image has its own label still."""
    from sklearn.datasets import load_digits

    raw = load_digits()
    known = {image.astype(np.uint8).tobytes(): target for image, target in zip(raw.images, raw.target)}
    for seed in (0, 7, None):
        images, labels = data.digits((3, 8, 5), seed)
        assert [known[image.tobytes()] for image in images] == labels.tolist()


@pytest.mark.parametrize("load", LOADERS, ids=["digits", "breast_cancer"])
class TestOrder:
    def test_a_seed_gives_one_order(self, load):
        for first, again in zip(load(3), load(3)):
            assert np.array_equal(first, again)

    def test_seeds_give_different_orders_of_the_same_rows(self, load):
        (X, y, *_), (other_X, other_y, *_) = load(0), load(1)
        assert not np.array_equal(X, other_X)
        rows = lambda X, y: sorted((label, row.tobytes()) for row, label in zip(X, y))  # noqa: E731
        assert rows(X, y) == rows(other_X, other_y)

    def test_the_order_is_shuffled(self, load):
        y = load(0)[1]
        changes = (y[1:] != y[:-1]).mean()
        assert 0.35 < changes < 0.65  # about one half where the classes are about as large

    def test_without_a_seed_they_are_sorted(self, load):
        y = load(None)[1]
        assert (y[1:] != y[:-1]).sum() == 1

    def test_each_caller_gets_arrays_of_its_own(self, load):
        first = load(0)[0].copy()
        X, y, *_ = load(0)
        X[:] = 0
        y[:] = 9
        assert np.array_equal(load(0)[0], first) and 9 not in load(0)[1]

    @pytest.mark.parametrize("seed", [-1, 0.5, True, "0"])
    def test_a_seed_that_is_none(self, load, seed):
        with pytest.raises(CourseError, match="the seed must be a whole number"):
            load(seed)


@pytest.mark.parametrize("labels", [(3, 10), (), (-1,), ("3",), 3.5])
def test_labels_that_are_no_digits(labels):
    with pytest.raises(CourseError, match="digits from 0 to 9"):
        data.digits(labels)


def test_one_label_may_come_alone():
    assert set(data.digits(8).labels) == {8}
