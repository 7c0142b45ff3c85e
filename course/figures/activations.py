"""The figures of the activations unit. Functions named in the arguments are the learner's own."""

import numpy as np

from course.figures.picture import INK, picture
from course.palette import CLASS_0, CLASS_1, DERIVATIVE, INPUT, LEARNER, VALUE, ZONE

DASHED = (0, (6, 4))
GOAL = np.array([2.0, -2.0])  # the weights of the teacher in ``zigzag``


def axes(columns: int = 1, width: float = 8.5, height: float = 3.0, **kwargs):
    import matplotlib.pyplot as plt

    return plt.subplots(1, columns, figsize=(width, height), layout="constrained", **kwargs)


def sigma(z):
    """The reference: 1 / (1 + exp(-z)) without overflow."""
    t = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, t) / (1 + t)


def verdict(mine, reference, lies: str = "lies on it", leaves: str = "leaves it") -> str:
    """Whether two curves are one, in words for the alt text."""
    return lies if np.shape(mine) == np.shape(reference) and np.allclose(mine, reference, rtol=1e-4, atol=1e-6) else leaves


@picture
def step():
    """The step function and its derivative."""
    figure, (left, right) = axes(2)
    gap = 0.08  # an open circle has paper inside, be it white or black
    for ax, ends, height, colour in ((left, (-4, -gap), 0, VALUE), (left, (0, 4), 1, VALUE), (right, (-4, -gap), 0, DERIVATIVE), (right, (gap, 4), 0, DERIVATIVE)):
        ax.plot(ends, (height, height), color=colour)
    left.plot(0, 1, "o", color=VALUE)
    left.plot(0, 0, "o", mfc="none", color=VALUE)
    left.annotate("a tiny change of z\nflips the output", (0.05, 0.5), (0.9, 0.42), arrowprops={"arrowstyle": "->", "color": INPUT})
    right.plot(0, 0, "o", mfc="none", color=DERIVATIVE)
    right.annotate("not defined at 0", (0.04, 0.04), (0.6, 0.35), arrowprops={"arrowstyle": "->", "color": DERIVATIVE})
    left.set(title="step(z)", xlabel="z", ylim=(-0.15, 1.2))
    right.set(title="its derivative: 0 wherever it exists", xlabel="z", ylim=(-0.15, 1.2))
    return figure, (
        "Two panels. Left: the step function is 0 for z below 0 and jumps to 1 at z = 0. "
        "Right: its derivative is 0 on both sides and not defined at 0."
    )


@picture
def stacked_lines(collapse):
    """Three linear layers against the one layer that the learner's collapse makes of them."""
    random = np.random.default_rng(9)
    weights = [random.normal(size=shape) for shape in ((4, 1), (4, 4), (1, 4))]
    biases = [random.normal(size=n) for n in (4, 4, 1)]
    x = np.linspace(-3, 3, 241)

    def run(bend):
        h = x[None, :]
        for k, (W, b) in enumerate(zip(weights, biases)):
            h = W @ h + b[:, None]
            if k < 2:
                h = bend(h)
        return h[0]

    W, b = collapse([w.copy() for w in weights], [v.copy() for v in biases])
    stack, single = run(lambda h: h), W[0, 0] * x + b[0]
    figure, (left, right) = axes(2)
    left.plot(x, stack, color=VALUE, label="three linear layers")
    left.plot(x, single, color=LEARNER, linestyle=DASHED, label="one layer, by your collapse")
    left.set(title="without an activation", xlabel="x")
    left.legend()
    right.plot(x, run(lambda h: np.maximum(h, 0)), color=VALUE)
    right.set(title="the same layers with ReLU between them", xlabel="x")
    return figure, (
        "Two panels. Left: the output of three linear layers is one straight line, and the single layer made by "
        f"your collapse {verdict(single, stack)}. Right: the same layers with ReLU between them give a line with several bends."
    )


@picture
def s_curve(function):
    """The learner's sigmoid between its bounds, and how it changes with the weight."""
    z = np.linspace(-8, 8, 321)
    figure, (left, right) = axes(2, sharey=True)
    for bound in (0, 1):
        left.axhline(bound, color=INK, linestyle=":", linewidth=1.2)
    left.plot(z, sigma(z), color=VALUE, label="reference")
    mine = np.asarray(function(z))
    left.plot(z, mine, color=LEARNER, linestyle=DASHED, label="your sigmoid")
    left.set(title="every output lies between 0 and 1", xlabel="z")
    left.legend(loc="center left")
    for w, style in ((0.5, ":"), (1, "-"), (4, "-.")):
        right.plot(z, np.asarray(function(w * z)), color=VALUE, linestyle=style, label=f"w = {w}")
    right.set(title="σ(w·x): the weight sets the slope", xlabel="x")
    right.legend(loc="center left")
    return figure, (
        "Two panels. Left: the S-shaped sigmoid rises from near 0 to near 1 and passes one half at z = 0; yours, dashed, "
        f"{verdict(mine, sigma(z))}. Right: your sigmoid with a weight of 0.5, where the S is flatter, and of 4, where it is nearly a step."
    )


@picture
def slope(function, gradient):
    """The sigmoid over its derivative, with the zones in which the derivative is small."""
    z = np.linspace(-8, 8, 321)
    figure, (left, right) = axes(2)
    for ax, top in ((left, 1), (right, 0.8)):  # the legend stands above the zones
        ax.axvspan(-8, -3, ymax=top, color=ZONE, alpha=0.3, linewidth=0)
        ax.axvspan(3, 8, ymax=top, color=ZONE, alpha=0.3, linewidth=0)
    left.plot(z, np.asarray(function(z)), color=VALUE)
    left.set(title="σ(z)", xlabel="z")
    for at in (-4.0, 0.0, 2.0):
        here = np.array([at - 1.2, at + 1.2])
        rise = float(np.asarray(gradient(np.array([at])))[0])
        left.plot(here, sigma(at) + rise * (here - at), color=DERIVATIVE)
        left.plot(at, sigma(at), "o", color=INPUT)
    right.plot(z, sigma(z) * (1 - sigma(z)), color=DERIVATIVE, label="reference")
    mine = np.asarray(gradient(z))
    right.plot(z, mine, color=LEARNER, linestyle=DASHED, label="your sigmoid_grad")
    right.set(title="σ'(z), at most 1/4", xlabel="z", ylim=(-0.02, 0.36))
    right.legend(loc="upper right", ncols=2)
    return figure, (
        "Two panels. Left: the sigmoid with lines at -4, 0 and 2 that have your slope. Right: the derivative is a bell "
        "with its top of one quarter at z = 0; beyond -3 and 3, shaded, it is below 0.05. "
        f"Your sigmoid_grad, dashed, {verdict(mine, sigma(z) * (1 - sigma(z)))}."
    )


@picture
def derivatives(polynomial):
    """The first derivatives of sigma, from the learner's coefficients."""
    z = np.linspace(-8, 8, 321)
    figure, ax = axes(width=7)
    for n, style in ((1, "-"), (2, "--"), (3, "-."), (4, ":")):
        ax.plot(z, np.polynomial.polynomial.polyval(sigma(z), polynomial(n)), style, color=DERIVATIVE, label=f"n = {n}")
    ax.set(title="derivatives of σ of order n: all smooth, all made of σ", xlabel="z")
    ax.legend()
    return figure, (
        "The first four derivatives of the sigmoid, made from your polynomials. Each is a smooth wave "
        "around z = 0 that dies out on both sides, and each has one wiggle more than the one before."
    )


@picture
def vanishing(gradient_after, z: float = 0.5):
    """The gradient that reaches the input, against depth."""
    depths = np.arange(1, 21)
    figure, ax = axes(width=7.5, height=3.4)
    looks = (("relu", "^", VALUE), ("tanh", "s", INPUT), ("sigmoid", "o", DERIVATIVE))
    ends = []
    for name, marker, colour in looks:
        values = [float(gradient_after(int(depth), name, z)) for depth in depths]
        ends.append(f"{values[-1]:.2g} for {name}")
        ax.semilogy(depths, values, marker=marker, color=colour, label=name, markersize=5)
    ax.set(title=f"gradient that reaches the input, from z = {z}", xlabel="layers", ylabel="gradient (log scale)", xticks=depths[::2])
    ax.legend()
    return figure, (
        "The gradient that reaches the input against the number of layers, on a log scale, by your gradient_after. "
        f"After twenty layers it is {', '.join(ends)}."
    )


def walk(inputs, learning_rate: float):
    """The path of two weights that learn from one example after the other what ``GOAL`` would answer.

    inputs: (n, 2). Returns an array (n + 1, 2), from the start (0, 0) on.
    """
    path = [np.zeros(2)]
    for h in inputs:
        path.append(path[-1] - learning_rate * (path[-1] @ h - GOAL @ h) * h)
    return np.array(path)


@picture
def zigzag(learning_rate: float = 0.45):
    """Two weights that learn from positive inputs, and from the same inputs with their centre at 0."""
    centred = np.tanh(np.random.default_rng(0).normal(size=(200, 2)))
    figure, panels = axes(2, height=3.6, sharex=True, sharey=True)
    ways = []
    for ax, (name, inputs) in zip(panels, (("all positive, 1 + tanh", 1 + centred), ("centred, tanh", centred))):
        path = walk(inputs, learning_rate)
        arrived = np.linalg.norm(path[-1] - GOAL) < 0.1
        ways.append(f"a way of {np.linalg.norm(np.diff(path, axis=0), axis=1).sum():.1f}" if arrived else "never arrives")
        ax.plot(*path.T, "-", color=DERIVATIVE, linewidth=1.2)
        ax.plot(*path[0], "o", color=INPUT, markersize=9)
        ax.plot(*GOAL, "*", color=VALUE, markersize=14)
        ax.set(title=f"inputs {name}: {ways[-1]}", xlabel="first weight", xlim=(-1.6, 3.4), ylim=(-3.6, 1.4))
    panels[0].set(ylabel="second weight")
    return figure, (
        "Two panels with the paths of two weights, from a dot to a star that lies to the right and below, 2.8 away. Left, with "
        f"positive inputs, each step moves both weights up or both down, and the path zigzags: {ways[0]}. Right, with the same "
        f"inputs centred at 0, steps go in all directions: {ways[1]}."
    )


@picture
def sparse(functions: dict, z: np.ndarray):
    """Histograms of the outputs of several activations for the same inputs."""
    figure, panels = axes(len(functions), height=2.8, sharey=True)
    shares = []
    for ax, (name, function) in zip(panels, functions.items()):
        h = np.asarray(function(z))
        zero = float(np.mean(h == 0))
        shares.append(f"{name} {zero:.0%}")
        ax.hist(h.ravel(), bins=40, color=VALUE)
        ax.set(title=f"{name}: {zero:.0%} exact zeros", xlabel="output")
    panels[0].set(ylabel="neurons")
    return figure, (
        f"Histograms of the outputs for the same {z.size} normal inputs. Share of exact zeros: {', '.join(shares)}."
    )


@picture
def dead(relu, relu_grad):
    """A ReLU that works, and one whose bias pushed every input below zero."""
    x = np.random.default_rng(0).normal(size=60)
    figure, panels = axes(2, sharey=True)
    counts = []
    for ax, b in zip(panels, (0.5, -4.0)):
        z = x + b
        grid = np.linspace(-7, 3, 201)
        alive = np.asarray(relu_grad(z)) > 0
        counts.append(int(alive.sum()))
        ax.plot(grid, np.asarray(relu(grid)), color=VALUE)
        ax.plot(z[alive], np.asarray(relu(z))[alive], "o", color=CLASS_1, mec=INK, markersize=6, label="gradient 1")
        ax.plot(z[~alive], np.asarray(relu(z))[~alive], "X", color=CLASS_0, mec=INK, markersize=7, label="gradient 0")
        ax.set(title=f"b = {b:g}: {counts[-1]} of {x.size} examples teach it".replace("-", "−"), xlabel="z = x + b")
        ax.legend(loc="upper left")
    return figure, (
        f"Sixty examples on your ReLU. With bias 0.5 the gradient is not 0 for {counts[0]} of them. With bias -4 they lie "
        f"further left, and it is not 0 for {counts[1] or 'none'}{'' if counts[1] else ': the neuron is dead'}."
    )


@picture
def race(losses: dict):
    """Training losses of the same network with different activations."""
    figure, ax = axes(width=7.5, height=3.2)
    looks = {"relu": (VALUE, "-"), "tanh": (INPUT, "--"), "sigmoid": (DERIVATIVE, "-.")}
    for name, values in losses.items():
        colour, style = looks[name]
        ax.plot(values, color=colour, linestyle=style, label=name)
    ax.set(title="the same deep network, three activations", xlabel="step of gradient descent", ylabel="loss")
    ax.legend()
    ends = ", ".join(f"{name} {values[-1]:.2f}" for name, values in losses.items())
    return figure, f"Loss against steps of gradient descent for the same network. Loss at the end: {ends}."


@picture
def summary(activations: dict):
    """All activations above their derivatives. ``activations``: name -> (function, derivative)."""
    import matplotlib.pyplot as plt

    z = np.linspace(-5, 5, 401)
    figure, panels = plt.subplots(2, len(activations), figsize=(10, 4), layout="constrained", sharex=True, sharey="row")
    for column, (name, (function, gradient)) in zip(panels.T, activations.items()):
        for ax, values, colour in zip(column, (function(z), gradient(z)), (VALUE, DERIVATIVE)):
            values = np.array(values, dtype=float)
            values[1:][np.abs(np.diff(values)) > 0.5] = np.nan  # a jump has no line in it
            ax.plot(z, values, color=colour)
        column[0].set(title=name, ylim=(-1.3, 2.2))
        column[1].set(xlabel="z", ylim=(-0.1, 1.15))
    panels[0, 0].set(ylabel="value")
    panels[1, 0].set(ylabel="derivative")
    return figure, (
        f"The activations {', '.join(activations)} in one row and their derivatives below. Only ReLU keeps a derivative "
        "of 1 for all positive z without being linear; the derivatives of sigmoid and tanh are bells; the step's is 0."
    )
