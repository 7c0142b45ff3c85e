"""The figures of the neurons unit. Functions named in the arguments are the learner's own."""

import numpy as np

from course.figures.neurons_layers import random_neurons, two_layers
from course.figures.neurons_learning import edge, summary, training, updates
from course.figures.picture import INK, picture
from course.figures.plane import draw_boundary, draw_points, frame, panels, shade
from course.palette import DERIVATIVE, INPUT, LEARNER, VALUE

__all__ = [
    *("neuron", "line", "threshold_is_bias", "boundary", "gates", "random_neurons", "two_layers"),
    *("updates", "training", "edge", "summary"),
]

DASHED = (0, (6, 4))
CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
TABLES = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0]}


@picture
def neuron():
    """The parts of a neuron: inputs, weights, bias, sum, activation, output."""
    figure, ax = panels(1, width=8, height=2.9)
    ax.set(xlim=(0, 10), ylim=(0, 4))
    ax.axis("off")
    places = {"x1": (1, 3.3), "x2": (1, 2), "x3": (1, 0.7), "sum": (4.6, 2), "act": (7, 2)}
    arrow = {"arrowstyle": "-|>", "color": INK, "shrinkA": 17, "shrinkB": 22, "linewidth": 1.6}

    def disc(name, label, colour, size):
        ax.plot(*places[name], "o", markersize=size, mfc="none", mec=colour, mew=2.2)
        ax.text(*places[name], label, ha="center", va="center", fontsize=13, color=colour)

    for k in (1, 2, 3):
        disc(f"x{k}", f"$x_{k}$", INPUT, 30)
        ax.annotate("", places["sum"], places[f"x{k}"], arrowprops=arrow)
        height = {1: 2.98, 2: 2.16, 3: 1.4}[k]
        ax.text(2.55, height, f"$w_{k}$", ha="center", va="bottom", fontsize=12)
    disc("sum", r"$\Sigma$", VALUE, 42)
    disc("act", r"$g$", VALUE, 42)
    ax.annotate("", places["act"], places["sum"], arrowprops={**arrow, "shrinkA": 22})
    ax.annotate("", (9.4, 2), places["act"], arrowprops={**arrow, "shrinkA": 22, "shrinkB": 4})
    ax.annotate("", places["sum"], (4.6, 3.75), arrowprops={**arrow, "shrinkA": 2})
    ax.text(4.75, 3.55, "$b$, the bias", fontsize=12)
    ax.text(5.8, 2.16, "$z$", ha="center", va="bottom", fontsize=12)
    ax.text(9.5, 2, "output", va="center", fontsize=11)
    ax.text(4.6, 0.85, "weighted sum", ha="center", fontsize=11)
    ax.text(7, 0.85, "activation", ha="center", fontsize=11)
    ax.text(1, -0.05, "inputs", ha="center", fontsize=11)
    return figure, (
        "A neuron. Three inputs x1, x2 and x3 go along arrows with weights w1, w2 and w3 into a sum, to which the bias b is "
        "added. The sum z goes into an activation g, which gives the output."
    )


@picture
def line(fit, X, y):
    """The line of the neuron without activation through the data, with its errors."""
    w, b = fit(X, y)
    slope, start = float(np.asarray(w)[0]), float(b)
    x = np.asarray(X)[:, 0]
    predicted = slope * x + start
    figure, ax = panels(1, width=7.5, height=3.6)
    ax.vlines(x, predicted, y, color=DERIVATIVE, linewidth=1, alpha=0.7, label="errors")
    ax.plot(x, y, "o", color=INPUT, markersize=4, label="flowers")
    ends = np.array([0.0, x.max() + 0.3])
    ax.plot(ends, slope * ends + start, color=LEARNER, linestyle=DASHED, label="your neuron")
    title = f"z = {slope:.3f}·x {'+' if start >= 0 else '−'} {abs(start):.3f}"
    ax.set(title=title, xlabel="length of the petal, cm", ylabel="width, cm")
    ax.legend(loc="upper left")
    mean = float(np.mean((predicted - y) ** 2))
    return figure, (
        f"{len(x)} flowers as points, petal length against petal width, and your neuron as a dashed straight line with slope "
        f"{slope:.3f} and intercept {start:.3f}. Vertical sticks are the errors; the mean of their squares is {mean:.3f}."
    )


@picture
def threshold_is_bias(step, threshold: float = 1.5):
    """The same neuron told twice: with a threshold, and with a bias."""
    figure, (left, right) = panels(2, sharey=True)
    texts = []
    for ax, shift, name in ((left, 0.0, "w·x"), (right, -threshold, "w·x + b")):
        edge_at = threshold + shift
        z = np.linspace(-1.5, 3.5, 501) + shift
        answers = np.asarray(step(z, edge_at), dtype=float)
        jump = np.flatnonzero(np.diff(answers))
        for part in np.split(np.arange(len(z)), jump + 1):
            ax.plot(z[part], answers[part], color=LEARNER, linestyle=DASHED)
        at_edge = float(np.asarray(step(np.array([edge_at]), edge_at))[0])
        ax.plot(edge_at, at_edge, "o", color=VALUE, markersize=8)
        ax.plot(edge_at, 1 - at_edge, "o", color=VALUE, mfc="white", markersize=8)
        texts.append(f"{at_edge:g}")
        ax.set(xlabel=name, ylim=(-0.15, 1.2), yticks=(0, 1))
    left.set(title=f"threshold {threshold}, no bias", ylabel="your step")
    right.set(title=f"threshold 0, bias {-threshold}")
    return figure, (
        f"Two panels with your step. Left: the sum without bias is compared with the threshold {threshold}. Right: with "
        f"a bias of {-threshold} the same picture, moved so that it jumps at 0. At the edge your step answers {texts[0]} "
        f"and {texts[1]}."
    )


@picture
def boundary():
    """A boundary with its weight vector, and what the bias does."""
    figure, (left, right) = panels(2, height=3.6)
    w, b = np.array([1.0, 1.0]), -1.5
    for ax in (left, right):
        frame(ax, -0.5, 2.5, ticks=(0, 1, 2), xlabel="$x_1$")
    left.set(ylabel="$x_2$", title="w = (1, 1), b = −1.5")
    shade(left, lambda X: X @ w + b >= 0, -0.5, 2.5)
    draw_boundary(left, w, b, -0.5, 2.5)
    look = {"arrowstyle": "-|>", "color": VALUE, "linewidth": 2, "shrinkA": 0}
    left.annotate("", (1.75, 1.75), (0.75, 0.75), arrowprops=look)
    left.text(1.8, 1.55, "w", fontsize=13, color=VALUE)
    left.text(1.25, 2.2, "fires", fontsize=11)
    left.text(-0.3, -0.3, "silent", fontsize=11)
    for shift, style in ((-0.5, ":"), (-1.5, "-"), (-3.0, "--")):
        draw_boundary(right, w, shift, -0.5, 2.5, linestyle=style, label=f"b = {shift}".replace("-", "−"))
    right.set(title="the bias moves it, without a turn")
    right.legend(loc="upper right")
    return figure, (
        "Two panels of the plane of x1 and x2. Left: the boundary of w = (1, 1), b = -1.5 is the straight line from "
        "(1.5, 0) to (0, 1.5); the vector w stands on it at a right angle and points to the side that fires. Right: "
        "with b = -0.5, -1.5 and -3 the boundary moves away from the origin and keeps its direction."
    )


@picture
def gates(gate_weights):
    """The learner's AND, OR and NAND over the plane."""
    figure, row = panels(3, height=3.1)
    told = []
    for ax, (name, table) in zip(row, TABLES.items()):
        w, b = gate_weights(name)
        w, b = np.asarray(w, dtype=float), float(b)
        shade(ax, lambda X: X @ w + b >= 0)
        draw_boundary(ax, w, b, color=LEARNER, linestyle=DASHED)
        draw_points(ax, CORNERS, np.array(table))
        right = int(np.sum((CORNERS @ w + b >= 0) == np.array(table)))
        frame(ax, title=f"{name}: {right} of 4 right", xlabel="$x_1$")
        told.append(f"{name} has {right} of 4 corners right")
    row[0].set(ylabel="$x_2$")
    return figure, (
        "Three panels with the four corners of a square and the boundary of your gate, dashed; the side that fires is "
        f"shaded orange. {', '.join(told)}."
    )
