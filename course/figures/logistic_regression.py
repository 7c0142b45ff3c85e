"""The figures of the logistic regression unit. Functions named in the arguments are the learner's own.

Pictures of ideas are here; those of what the learner's own learner did are in ``logistic_regression_runs``.
"""

import numpy as np

from course.figures.logistic_regression_runs import agreement, errors, learning, rates, summary, thresholds, weights
from course.figures.picture import INK, picture
from course.palette import DERIVATIVE, INPUT, LOSS, VALUE

__all__ = [
    *("agreement", "errors", "flatten_trap", "gallery", "learning", "prices", "rates"),
    *("scaling", "summary", "thresholds", "weights"),
]

INK_MAP = "Greys"  # ink on paper, in light and in dark


def axes(columns: int = 1, width: float = 8.5, height: float = 3.0, rows: int = 1, **kwargs):
    import matplotlib.pyplot as plt

    return plt.subplots(rows, columns, figsize=(width, height), layout="constrained", **kwargs)


def show_image(ax, image, most: float = 16, **names):
    """An image of (h, w) ink, without ticks."""
    ax.imshow(image, cmap=INK_MAP, vmin=0, vmax=most, interpolation="nearest")
    ax.set(xticks=[], yticks=[], **names)
    ax.grid(False)
    ax.spines[:].set_visible(False)


@picture
def gallery(images, labels):
    """The first sixteen images with their labels."""
    shown = min(16, len(images))
    figure, grid = axes(8, height=2.6, rows=2)
    for ax, image, label in zip(grid.flat, images[:shown], labels[:shown]):
        show_image(ax, image, title=str(label))
    said = ", ".join(str(label) for label in labels[:shown])
    return figure, f"Sixteen scans of handwritten digits, each 8 by 8 pixels, with their labels: {said}."


@picture
def flatten_trap(images):
    """Rows drawn as images again: after the right flatten, and after reshape(-1, m).T."""
    images = np.asarray(images)[:100]
    right, wrong = images.reshape(len(images), -1), images.reshape(-1, len(images)).T
    figure, grid = axes(6, width=7.5, height=3.0, rows=2)
    for line, (rows, name) in enumerate(((right, "reshape(m, -1)"), (wrong, "reshape(-1, m).T"))):
        for i, ax in enumerate(grid[line]):
            show_image(ax, rows[i].reshape(images.shape[1:]), title=f"row {i}" if line == 0 else "")
        grid[line, 0].set_ylabel(name, fontsize=9)
    return figure, (
        "Two lines of six small pictures: rows 0 to 5 of X, drawn as images of 8 by 8 pixels. Above, after reshape(m, -1), they are the "
        "digits. Below, after reshape(-1, m).T, they are stripes and scattered dots: each row holds single pixels of many different images."
    )


def _slopes(X, y, w):
    """Gradient of the mean cross-entropy of the weights alone: shape of w (d,)."""
    return X.T @ (0.5 * (1 + np.tanh(X @ w / 2)) - y) / len(X)


@picture
def scaling():
    """The cost over two weights, for columns of different size and for standardised ones, with a path of descent."""
    random = np.random.default_rng(4)
    clean = random.normal(size=(200, 2))
    y = (clean @ [1.5, -1.0] + random.logistic(size=200) > 0) * 1.0
    figure, panels = axes(2, height=3.6)
    told = []
    # Left, the second column is six times as large, so its best weight is six times as small.
    for ax, X, rate, title in (
        (panels[0], clean * [1.0, 6.0], 0.16, "columns of size 1 and 6"),
        (panels[1], (clean - clean.mean(axis=0)) / clean.std(axis=0), 4.0, "standardised columns"),
    ):
        u, v = np.meshgrid(np.linspace(-0.6, 2.6, 161), np.linspace(-1.7, 1.5, 161))
        Z = np.stack([u.ravel(), v.ravel()], axis=1) @ X.T
        J = (np.logaddexp(0, Z) - y * Z).mean(axis=1).reshape(u.shape)
        levels = J.min() + (J.max() - J.min()) * np.linspace(0.02, 1, 12) ** 2
        ax.contour(u, v, J, levels=levels, colors=INK, linewidths=0.9)
        w = np.array([0.0, 1.2])
        path = [w]
        for _ in range(12):
            w = w - rate * _slopes(X, y, w)
            path.append(w)
        ax.plot(*np.array(path).T, "o-", color=DERIVATIVE, markersize=4, linewidth=1.4)
        best = np.unravel_index(J.argmin(), J.shape)
        ax.plot(u[best], v[best], "*", color=VALUE, markersize=13)
        ax.set(title=title, xlabel="$w_1$", ylabel="$w_2$", aspect="equal", xlim=(-0.6, 2.6), ylim=(-1.7, 1.5))
        told.append(float(np.hypot(*(w - [u[best], v[best]]))))
    return figure, (
        "Two maps of the cost over two weights, with contour lines, a star at the lowest point and twelve steps of gradient descent. Left, "
        f"for columns of size 1 and 6, the valley is a thin trench; the path drops into it, and then creeps along it: it ends {told[0]:.2f} away "
        f"from the star. Right, for standardised columns, the valley is nearly round, and the path ends {told[1]:.2f} away from the star."
    )


@picture
def prices():
    """Squared error and cross-entropy of one example with y = 1 against its logit, and their slopes."""
    z = np.linspace(-8, 8, 321)
    p = 0.5 * (1 + np.tanh(z / 2))
    figure, (left, right) = axes(2, height=3.2)
    left.plot(z, np.logaddexp(0, -z), color=LOSS if LOSS != "#000000" else INK, label="cross-entropy")
    left.plot(z, (p - 1) ** 2, color=INPUT, linestyle="--", label="squared error")
    left.set(title="price of the answer, y = 1", xlabel="logit z", ylim=(-0.3, 8.3))
    left.annotate("confidently wrong", (-7.5, 7.5), (-4.4, 7.2), color=INK, fontsize=9, va="center",
                  arrowprops={"arrowstyle": "->", "color": INK})
    left.legend(loc="upper right", bbox_to_anchor=(1, 0.85))
    right.plot(z, p - 1, color=DERIVATIVE, label="cross-entropy: p − y")
    right.plot(z, 2 * (p - 1) * p * (1 - p), color=INPUT, linestyle="--", label="squared error: 2(p − y) σ′(z)")
    right.set(title="its slope with respect to z", xlabel="logit z", ylim=(-1.1, 0.35))
    right.legend(loc="upper center", fontsize=9, ncols=1)
    return figure, (
        "Two panels against the logit z for an example with y = 1. Left, the price: for very negative z the cross-entropy rises like a straight "
        "line, and the squared error flattens out at 1. Right, the slopes: that of the cross-entropy goes to minus 1 there, and that of the squared "
        "error goes back to 0, so the most confident mistakes are hardly corrected."
    )
