"""The figures of the linear algebra unit. Functions named in the arguments are the learner's own."""

import numpy as np

from course.figures.letter import LETTER
from course.figures.linear_algebra_shapes import broadcasting, reshape_or_transpose, scrambled, summary, views
from course.figures.picture import INK, picture
from course.palette import CLASS_1, DERIVATIVE, INPUT, LEARNER, VALUE, ZONE

__all__ = [
    *("angle", "best_line", "broadcasting", "maps", "photograph", "power", "projection", "reshape_or_transpose"),
    *("scrambled", "similar_digits", "summary", "unit_circle", "views"),
]

DASHED = (0, (6, 4))


def axes(columns: int = 1, width: float = 8.5, height: float = 3.2, **kwargs):
    import matplotlib.pyplot as plt

    return plt.subplots(1, columns, figsize=(width, height), layout="constrained", **kwargs)


def arrow(ax, end, colour, start=(0, 0), **style):
    """An arrow as a line with a head of its own size, so that short ones stay readable."""
    ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 2, "shrinkA": 0, "shrinkB": 0, **style})


@picture
def angle(dot):
    """The dot product of two arrows of length 1 and 2 against the angle between them."""
    degrees = np.arange(0, 361, 5)
    turned = 2 * np.stack([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))], axis=1)
    fixed = np.array([1.0, 0.0])
    values = np.array([float(dot(fixed.copy(), v)) for v in turned])
    figure, (left, right) = axes(2, gridspec_kw={"width_ratios": [1, 2]})
    arrow(left, fixed, INPUT)
    left.text(0.85, -0.4, "u", color=INPUT)
    for at in (45, 90, 150):
        arrow(left, turned[at // 5], VALUE)
        left.text(*(1.13 * turned[at // 5]), f"{at}°: {values[at // 5]:.2f}", ha="center", va="center", fontsize=9)
    left.set(xlim=(-2.9, 2.9), ylim=(-1, 2.7), aspect="equal", title="u fixed, v turned around it")
    right.plot(degrees, 2 * np.cos(np.radians(degrees)), color=VALUE, label="‖u‖ ‖v‖ cos θ")
    right.plot(degrees, values, color=LEARNER, linestyle=DASHED, label="your dot(u, v)")
    right.set(xlabel="angle θ between u and v, in degrees", xticks=range(0, 361, 45), title="the dot product follows the cosine")
    right.legend()
    return figure, (
        "Left: an arrow u of length 1 and three arrows v of length 2 at 45, 90 and 150 degrees, with your dot products beside them: "
        f"{values[9]:.2f}, {values[18]:.2f} and {values[30]:.2f}. Right: your dot product against the angle, dashed, over the curve 2 cos θ, which is 2 at 0, 0 at 90 and -2 at 180 degrees."
    )


@picture
def unit_circle(normalize_rows):
    """Points, and where normalising their rows moves them."""
    X = np.random.default_rng(4).normal(scale=1.6, size=(14, 2))
    X[0] = 0
    unit = np.asarray(normalize_rows(X.copy()))
    turn = np.linspace(0, 2 * np.pi, 200)
    figure, ax = axes(width=4.6, height=4.2)
    ax.plot(np.cos(turn), np.sin(turn), color=INK, linewidth=1)
    for before, after in zip(X, unit):
        ax.plot(*zip(before, after), color=INK, linewidth=0.8)
    ax.plot(*X.T, "o", color=INPUT, label="rows of X")
    ax.plot(*unit.T, "D", color=LEARNER, mec="black", markersize=6, label="your normalize_rows(X)")
    ax.set(aspect="equal", title="every row goes to the circle, zero stays")
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure, (
        "Fourteen points of the plane and lines from each to where your normalize_rows moves it. Every point goes along its own ray to the circle of radius 1; "
        "the point at the origin stays there."
    )


@picture
def similar_digits(flatten_batch, cosine_similarity_matrix):
    """Cosine similarities of twelve handwritten digits."""
    import matplotlib.pyplot as plt
    from matplotlib.colors import LinearSegmentedColormap
    from sklearn.datasets import load_digits

    digits = load_digits()
    chosen = np.concatenate([np.flatnonzero(digits.target == kind)[:3] for kind in (0, 1, 4, 6)])
    C = np.asarray(cosine_similarity_matrix(flatten_batch(digits.images[chosen])))
    figure, ax = plt.subplots(figsize=(5.4, 4.4), layout="constrained")
    drawn = ax.imshow(C, vmin=0, vmax=1, cmap=LinearSegmentedColormap.from_list("value", ["white", VALUE]))
    ax.set(xticks=range(12), yticks=range(12), xticklabels=digits.target[chosen], yticklabels=digits.target[chosen])
    ax.grid(False)
    ax.set(title="cosine similarity of twelve digits")
    figure.colorbar(drawn)
    same = digits.target[chosen][:, None] == digits.target[chosen]
    off = ~np.eye(12, dtype=bool)
    return figure, (
        "A table of twelve by twelve similarities, three images each of 0, 1, 4 and 6. Blocks of the same digit are dark, with a mean of "
        f"{C[same & off].mean():.2f}; pairs of different digits have a mean of {C[~same].mean():.2f}."
    )


@picture
def projection(project):
    """One vector with its shadow and its rest; and many points with their shadows."""
    u, v = np.array([1.0, 2.2]), np.array([3.0, 1.0])
    shadow = np.asarray(project(u.copy(), v.copy()))
    figure, (left, right) = axes(2)
    for ax in (left, right):
        ax.axline((0, 0), v, color=INK, linewidth=1)
        ax.set(aspect="equal")
    arrow(left, v, VALUE)
    arrow(left, u, INPUT)
    arrow(left, shadow, LEARNER, linestyle="--")
    left.plot(*zip(shadow, u), ":", color=DERIVATIVE)
    for place, name, colour in ((u, "u", INPUT), (v, "v", VALUE), (shadow, "your project(u, v)", LEARNER)):
        left.annotate(name, place, (6, -12), textcoords="offset points", color=colour)
    left.annotate("the rest", (u + shadow) / 2, (6, 0), textcoords="offset points", color=DERIVATIVE)
    left.set(xlim=(-0.5, 4), ylim=(-0.6, 2.6), title="the shadow of u on the line of v")
    points = np.random.default_rng(1).normal(scale=1.5, size=(25, 2))
    shadows = np.array([project(point.copy(), v.copy()) for point in points])
    for point, foot in zip(points, shadows):
        right.plot(*zip(point, foot), ":", color=DERIVATIVE, linewidth=1)
    right.plot(*points.T, "o", color=INPUT, markersize=4)
    right.plot(*shadows.T, "D", color=LEARNER, mec="black", markersize=5)
    right.set(title="25 points and their shadows")
    return figure, (
        f"Left: the arrows u and v from the origin, and your projection of u, which ends at ({shadow[0]:.2f}, {shadow[1]:.2f}) on the line of v; "
        "the rest, from there to u, stands at a right angle to the line. Right: 25 points with dotted lines at right angles to their shadows, which all lie on the line of v."
    )


@picture
def maps(matvec):
    """Four matrices and what each does to a grid, the unit square and a letter F."""
    matrices = {
        "rotation by 30°": np.array([[np.cos(np.pi / 6), -0.5], [0.5, np.cos(np.pi / 6)]]),
        "shear": np.array([[1.0, 0.8], [0.0, 1.0]]),
        "mirror": np.array([[-1.0, 0.0], [0.0, 1.0]]),
        "rank 1": np.array([[1.0, 0.6], [0.5, 0.3]]),
    }
    line = np.linspace(-2, 2, 9)
    figure, panels = axes(4, width=10.5, height=2.9)
    for ax, (name, A) in zip(panels, matrices.items()):
        for at in line[::2]:
            for path in (np.stack([line, np.full(9, at)], axis=1), np.stack([np.full(9, at), line], axis=1)):
                ax.plot(*path.T, color=INK, linewidth=0.5, alpha=0.6)
                ax.plot(*(path @ A.T).T, color=VALUE, linewidth=1, alpha=0.6)
                ax.plot(*np.array([matvec(A.copy(), p) for p in path]).T, color=LEARNER, linestyle=DASHED, linewidth=1)
        square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) @ A.T
        ax.fill(*square.T, color=ZONE, alpha=0.6)
        ax.plot(*np.array([matvec(A.copy(), p) for p in LETTER]).T, color=LEARNER, linewidth=2.5)
        ax.set(aspect="equal", xlim=(-3.2, 3.2), ylim=(-3.2, 3.2), title=f"{name}: det = {np.linalg.det(A):.2g}".replace("-", "−"), xticks=[], yticks=[])
        ax.grid(False)
    return figure, (
        "Four panels with the plane's grid before, grey, and after a matrix, blue, with your matvec's grid dashed on it, and the unit square filled. A rotation by 30 degrees keeps area "
        "and shape. A shear leans the grid and keeps the area. A mirror turns the letter F around, with determinant -1. A matrix of rank 1 squashes everything onto one line, with determinant 0."
    )


@picture
def best_line(least_squares):
    """Noisy points, the learner's least-squares line and its errors."""
    random = np.random.default_rng(5)
    t = np.sort(random.uniform(0, 4, 18))
    y = 0.7 + 0.9 * t + random.normal(scale=0.5, size=18)
    X = np.stack([np.ones_like(t), t], axis=1)
    w = np.asarray(least_squares(X.copy(), y.copy()))
    fitted = X @ w
    figure, ax = axes(width=6.5, height=3.4)
    ax.vlines(t, fitted, y, color=DERIVATIVE, linewidth=1.2, label="errors")
    ax.plot(t, y, "o", color=INPUT, label="measurements")
    ax.plot([0, 4], [w[0], w[0] + 4 * w[1]], color=LEARNER, linestyle=DASHED, label=f"your line: {w[0]:.2f} + {w[1]:.2f} t")
    ax.set(xlabel="t", ylabel="y", title=f"sum of squared errors: {np.sum((fitted - y) ** 2):.2f}")
    ax.legend()
    return figure, (
        f"Eighteen noisy points and your least-squares line y = {w[0]:.2f} + {w[1]:.2f} t through the middle of them, with a vertical line from each point to it. "
        "The points scatter above and below the line all along it."
    )


@picture
def power(power_iteration):
    """How arrows turn to the dominant eigenvector, and how fast the learner's result gets there."""
    A = np.array([[2.0, 0.8], [0.8, 1.0]])
    values, vectors = np.linalg.eigh(A)
    top, ratio = vectors[:, -1], values[0] / values[-1]
    figure, (left, right) = axes(2, width=9.5, height=3.6)
    left.axline((0, 0), top, color=VALUE, linewidth=1)
    starts = np.random.default_rng(12).normal(size=(5, 2))
    steps = np.arange(1, 15)
    for start in starts:
        v, path = start / np.linalg.norm(start), []
        for _ in range(8):
            path.append(v)
            v = A @ v / np.linalg.norm(A @ v)
        path = np.array(path)
        for k, point in enumerate(path[:4]):
            arrow(left, point, INPUT if k == 0 else DERIVATIVE, alpha=1 - 0.2 * k)
        left.plot(*path.T, ".", color=DERIVATIVE)
    left.set(aspect="equal", xlim=(-1.15, 1.15), ylim=(-1.15, 1.15), title="five starts (green) turn to one line")
    found = [np.asarray(power_iteration(A.copy(), int(k))[1]) for k in steps]
    left_over = [max(1e-17, abs(float(v[0] * top[1] - v[1] * top[0]))) for v in found]  # the sine, without cancellation
    right.semilogy(steps, ratio**steps, color=VALUE, label="|λ₂/λ₁| to the power of the steps")
    right.semilogy(steps, left_over, "o--", color=LEARNER, markersize=5, label="your power_iteration")
    right.set(xlabel="steps", title="angle that is left (its sine)")
    right.legend()
    return figure, (
        "Left: five random arrows of length 1, and where they point after one, two and three steps: all turn towards the same line, the direction of the dominant eigenvector. "
        f"Right: the angle that is left after each number of steps, on a log scale. Yours runs parallel to a straight line that falls by a factor of {1 / ratio:.1f} with each step."
    )


@picture
def photograph(low_rank):
    """A photograph rebuilt from its first singular values, and the singular values themselves."""
    import matplotlib.pyplot as plt
    from sklearn.datasets import load_sample_image

    image = load_sample_image("china.jpg").mean(axis=2)[:420:3, :630:3]  # (140, 210)
    h, w = image.shape
    s = np.linalg.svd(image, compute_uv=False)
    figure, panels = plt.subplots(2, 3, figsize=(10, 5), layout="constrained")
    kept = []
    for ax, k in zip(panels.flat, (1, 5, 20, 60, None)):
        shown = image if k is None else np.asarray(low_rank(image.copy(), k))
        kept.append(1 - np.sum((image - shown) ** 2) / np.sum((image - image.mean()) ** 2))
        title = f"all {h * w} numbers" if k is None else f"k = {k}: {k * (h + w + 1) / (h * w):.0%} of the numbers"
        ax.imshow(shown, cmap="gray", vmin=0, vmax=255)
        ax.set(title=title, xticks=[], yticks=[])
        ax.grid(False)
    last = panels[1, 2]
    last.semilogy(np.arange(1, len(s) + 1), s, color=VALUE)
    for k in (5, 20, 60):
        last.plot(k, s[k - 1], "o", color=CLASS_1, mec="black")
    last.set(title="its singular values", xlabel="i")
    return figure, (
        "A grey photograph of a Chinese tower above trees and a lake, rebuilt by your low_rank from 1, 5, 20 and 60 singular values, beside the original. One gives only bands, "
        f"five a blurred tower, twenty the building, and sixty look nearly like the original; they explain {kept[0]:.0%}, {kept[1]:.0%}, {kept[2]:.0%} and {kept[3]:.0%} of the variation. "
        "The singular values fall steeply, from ten thousands to a few units, on a log scale."
    )
