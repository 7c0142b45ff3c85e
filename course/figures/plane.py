"""The plane of two inputs: its two halves, the boundary between them, and labelled points."""

import numpy as np

from course.palette import CLASS_0, CLASS_1, VALUE

EDGE = "#333333"  # around markers: the class colours alone are too faint on white


def panels(columns: int, width: float = 8.5, height: float = 3.0, rows: int = 1, **kwargs):
    import matplotlib.pyplot as plt

    return plt.subplots(rows, columns, figsize=(width, height), layout="constrained", **kwargs)


def frame(ax, low=-0.5, high=1.5, ticks=(0, 1), **names):
    """A square piece of the plane with equal units on both axes."""
    ax.set(xlim=(low, high), ylim=(low, high), xticks=ticks, yticks=ticks, aspect="equal", **names)


def boundary_ends(w, b, low, high):
    """Two points of w . x + b = 0 beyond the square from ``low`` to ``high``, or None when w is 0."""
    w = np.asarray(w, dtype=float)
    length = float(w @ w)
    if length == 0:
        return None
    middle = np.array([0.5 * (low + high)] * 2)
    foot = middle - (float(w @ middle) + float(b)) / length * w
    along = np.array([-w[1], w[0]]) / np.sqrt(length) * 4 * (high - low)
    return np.array([foot - along, foot + along])


def draw_boundary(ax, w, b, low=-0.5, high=1.5, **style):
    """The straight line where the sum is 0. Nothing is drawn when all weights are 0."""
    if (ends := boundary_ends(w, b, low, high)) is not None:
        ax.plot(*ends.T, **{"color": VALUE, **style})


def shade(ax, decide, low=-0.5, high=1.5, steps=240):
    """Fill the square by class; ``decide`` takes points (n, 2) and returns zeros and ones (n,)."""
    side = low + (np.arange(steps) + 0.5) * (high - low) / steps
    grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    answers = np.asarray(decide(grid), dtype=float).reshape(steps, steps)
    levels = {"levels": [-0.5, 0.5, 1.5], "colors": [CLASS_0, CLASS_1], "alpha": 0.3}
    ax.contourf(side, side, answers, **levels)
    return answers


def draw_points(ax, X, y, size=90, **style):
    """Examples with label 1 as orange circles, with label 0 as blue squares."""
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    for label, marker, colour in ((0, "s", CLASS_0), (1, "o", CLASS_1)):
        look = {"marker": marker, "c": colour, "s": size, "edgecolors": EDGE, "linewidths": 1, "zorder": 3, **style}
        ax.scatter(*X[y == label].T, **look)
