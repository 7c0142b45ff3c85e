"""Pictures of a perceptron that learns, and of the edge at which its answer flips."""

import numpy as np

from course.figures.picture import INK, picture
from course.figures.plane import EDGE, draw_boundary, draw_points, frame, panels, shade
from course.palette import CLASS_0, CLASS_1, DERIVATIVE, INPUT, LEARNER, VALUE

DASHED = (0, (6, 4))
# Eight points that a line separates, in an order in which the rule needs several corrections.
TOY = np.array([[0.9, 0.7], [-0.8, 0.5], [0.2, 1.1], [-0.3, -0.9], [1.2, -0.2], [-1.1, -0.4], [0.5, 0.4], [0.1, -0.5]])
TOY_LABELS = np.array([1, 0, 1, 0, 1, 0, 1, 0])


def fires(x, w, b):
    return np.asarray(x) @ np.asarray(w, dtype=float) + float(b) >= 0


@picture
def updates(update, most: int = 5):
    """The boundary before and after each of the first mistakes, by the learner's update."""
    w, b, steps = np.array([-1.0, 1.0]), 0.4, []
    for _ in range(50):
        before = len(steps)
        for x, y in zip(TOY, TOY_LABELS):
            new_w, new_b = update(w.copy(), b, x.copy(), int(y), 0.6)
            if int(fires(x, w, b)) != y:
                steps.append((x, (w, b), (new_w, new_b)))
            w, b = np.asarray(new_w, dtype=float), float(new_b)
        if len(steps) == before or len(steps) >= most:
            break
    start, shown = steps[0][1], steps[:most]
    rows = 1 + len(shown) // 3
    figure, grid = panels(3, rows=rows, width=8.5, height=2.9 * rows, squeeze=False)
    for ax in grid.flat:
        ax.set_visible(False)
    for number, (ax, (x, old, new)) in enumerate(zip(grid.flat, [(None, None, start), *shown])):
        ax.set_visible(True)
        wrong = int(np.sum(fires(TOY, *new) != TOY_LABELS))
        shade(ax, lambda X: fires(X, *new), -1.5, 1.5, steps=120)
        draw_boundary(ax, *new, -1.5, 1.5, color=LEARNER, linestyle=DASHED)
        draw_points(ax, TOY, TOY_LABELS, size=45)
        if old is not None:
            draw_boundary(ax, *old, -1.5, 1.5, linewidth=1.2, linestyle=":")
            ax.scatter(*x, s=190, facecolors="none", edgecolors=DERIVATIVE, linewidths=2, zorder=4)
        frame(ax, -1.5, 1.5, ticks=(-1, 0, 1), title=f"{f'step {number}' if number else 'start'}: {wrong} of 8 wrong")
    return figure, (
        f"The start, and a panel for each of the first {len(shown)} mistakes on eight points. The ringed point was on the "
        "wrong side of the dotted old boundary; your update moved the boundary to the dashed line."
    )


@picture
def training(fit, petals, species):
    """Two pairs of species of irises: boundaries and mistakes in each epoch."""
    figure, (left, middle, right) = panels(3, width=9.5, height=3.3)
    told = []
    for ax, (zero, one), names, style in (
        (left, (0, 1), ("setosa", "versicolor"), "-"),
        (middle, (1, 2), ("versicolor", "virginica"), "--"),
    ):
        chosen = (species == zero) | (species == one)
        X, y = petals[chosen], (species[chosen] == one).astype(int)
        X = (X - X.mean(axis=0)) / X.std(axis=0)
        # The flowers are sorted by species; a learner that sees one class at a time forgets the other.
        order = np.random.default_rng(2).permutation(len(X))
        X, y = X[order], y[order]
        w, b, errors = fit(X, y, 0.1, 40)
        shade(ax, lambda points: fires(points, w, b), -2.5, 2.5, steps=160)
        draw_boundary(ax, w, b, -2.5, 2.5, color=LEARNER, linestyle=DASHED)
        draw_points(ax, X, y, size=16)
        wrong = int(np.sum(fires(X, w, b) != y))
        pair = " | ".join(names)
        frame(ax, -2.5, 2.5, ticks=(-2, 0, 2), xlabel="length, centred and scaled", title=f"{pair}: {wrong} wrong")
        look = {"color": INPUT if zero else VALUE, "linestyle": style, "marker": "."}
        right.plot(range(1, len(errors) + 1), errors, label=pair, **look)
        told.append(
            f"{names[0]} against {names[1]}: {len(errors)} epochs, {errors[-1]} mistakes in the last one, "
            f"{wrong} of {len(y)} wrong at the end"
        )
    left.set(ylabel="width, centred and scaled")
    right.set(title="mistakes in each epoch", xlabel="epoch", ylim=(-0.5, None))
    right.legend(fontsize=8)
    return figure, f"Pairs of species with the boundary that your perceptron_fit learnt, and its mistakes. {'. '.join(told)}."


@picture
def edge(smallest_flip):
    """A jump against a glide; and the smallest change that flips each answer."""
    figure, (left, right) = panels(2, height=3.6)
    w1 = np.linspace(0, 2, 401)
    z = 4 * (w1 - 1)  # the sum of some example while its first weight moves
    for part in (z < 0, z >= 0):
        left.plot(w1[part], (z[part] >= 0) * 1.0, color=VALUE, label="step" if part[0] else None)
    left.plot(w1, 1 / (1 + np.exp(-2 * z)), color=INPUT, linestyle="--", label="a smooth activation")
    left.annotate("a hair's breadth\nflips the answer", (1, 0.5), (1.2, 0.3), arrowprops={"arrowstyle": "->", "color": INK})
    left.set(title="the answer while one weight moves", xlabel="weight", yticks=(0, 1))
    left.legend(loc="upper left", fontsize=9)

    random = np.random.default_rng(3)
    w, b = np.array([1.0, 0.8]), 0.1
    X = random.normal(size=(60, 2))
    changes = [smallest_flip(w.copy(), b, x.copy()) for x in X]
    lengths = np.array([np.sqrt(np.sum(np.square(dw)) + float(db) ** 2) for dw, db in changes])
    shade(right, lambda points: fires(points, w, b), -2.8, 2.8, steps=120)
    draw_boundary(right, w, b, -2.8, 2.8)
    answers = fires(X, w, b)
    for label, marker, colour in ((False, "s", CLASS_0), (True, "o", CLASS_1)):
        these = answers == label
        look = {"marker": marker, "c": colour, "edgecolors": EDGE, "linewidths": 0.8, "zorder": 3}
        right.scatter(*X[these].T, s=8 + 130 * lengths[these], **look)
    title = "size = length of your smallest flip"
    frame(right, -2.8, 2.8, ticks=(-2, 0, 2), title=title, xlabel="$x_1$", ylabel="$x_2$")
    return figure, (
        "Two panels. Left: while one weight moves, the step jumps from 0 to 1 at one value, and a smooth activation "
        "glides. Right: sixty points and a boundary. Points near the boundary are small, since a tiny change of the weights "
        f"flips their answer; the lengths of your smallest flips run from {lengths.min():.2f} to {lengths.max():.2f}."
    )


@picture
def summary(fit_line, perceptron, fit_perceptron):
    """The three lives in one row."""
    figure, (left, middle, right) = panels(3, width=9.5, height=3.2)
    random = np.random.default_rng(1)
    x = np.sort(random.uniform(-2, 2, size=30))
    y = 0.7 * x + 0.4 + 0.3 * random.normal(size=30)
    w, b = fit_line(x[:, None], y)
    left.plot(x, y, "o", color=INPUT, markersize=4)
    left.plot(x, x * float(np.asarray(w)[0]) + float(b), color=LEARNER, linestyle=DASHED)
    left.set(title="a line", xlabel="x", ylabel="number")

    for part in (x[x < 0.2], x[x >= 0.2]):
        answers = np.asarray(perceptron(part[:, None], np.array([1.0]), -0.2))
        middle.plot(part, answers, color=LEARNER, linestyle=DASHED, marker="o", markersize=4)
    middle.set(title="a switch", xlabel="x", ylabel="0 or 1", yticks=(0, 1))

    w, b, errors = fit_perceptron(TOY, TOY_LABELS, 0.5, 100)
    shade(right, lambda points: fires(points, w, b), -1.5, 1.5, steps=120)
    draw_boundary(right, w, b, -1.5, 1.5, color=LEARNER, linestyle=DASHED)
    draw_points(right, TOY, TOY_LABELS, size=45)
    title = f"a learner: {sum(errors)} mistakes, then none" if errors[-1] == 0 else "a learner, not done yet"
    frame(right, -1.5, 1.5, ticks=(-1, 0, 1), title=title, xlabel="$x_1$", ylabel="$x_2$")
    return figure, (
        "Three panels with your own functions. A line fitted to points. A switch that jumps from 0 to 1. A boundary that "
        f"was learnt from eight examples with {sum(errors)} mistakes on the way."
    )
