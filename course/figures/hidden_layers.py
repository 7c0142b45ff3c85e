"""The figures of the hidden layers unit: the network, XOR and symmetry. Functions named in the arguments are the learner's own.

The pictures of images and of deeper networks are in ``hidden_layers_features``.
"""

import numpy as np

from course.figures.hidden_layers_features import (  # noqa: F401  (a notebook has one name for all of them)
    activations_compared,
    depth,
    features,
    mistakes,
    shuffled,
)
from course.figures.picture import INK, picture
from course.figures.plane import draw_boundary, draw_points, frame, panels, shade
from course.palette import CLASS_0, CLASS_1, DERIVATIVE, INPUT, LEARNER, LOSS, VALUE

X_XOR = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y_XOR = np.array([[0.0], [1.0], [1.0], [0.0]])
LINES = ("-", "--", "-.", ":")
DASHED = (0, (6, 4))


def hidden(X, params):
    """The reference: activations of the hidden layer, (n, h)."""
    return np.tanh(X @ params["W1"] + params["b1"])


def logits(X, params):
    """The reference: the output before the sigmoid, (n, m)."""
    return hidden(X, params) @ params["W2"] + params["b2"]


def copied(params):
    return {name: np.array(value, dtype=float) for name, value in params.items()}


@picture
def network():
    """Three layers of circles, with the names and shapes of what lies between them."""
    figure, ax = panels(1, width=7.5, height=3.1)
    columns = {0: [0.5, -0.5], 3: [1, 0, -1], 6: [0]}
    for left, right in ((0, 3), (3, 6)):
        for a in columns[left]:
            for b in columns[right]:
                ax.plot((left, right), (a, b), color=INK, linewidth=1, zorder=1)
    for x, colour in ((0, INPUT), (3, VALUE), (6, VALUE)):
        ax.plot([x] * len(columns[x]), columns[x], "o", color=colour, markersize=22, zorder=2)
    for x, title, below in ((0, "inputs", "X (n, d)\nd = 2"), (3, "hidden units", "A1 (n, h)\nh = 3"), (6, "output", "A2 (n, m)\nm = 1")):
        ax.text(x, 1.55, title, ha="center")
        ax.text(x, -1.5, below, ha="center", va="top")
    for x, words in ((1.5, "W1 (d, h)\nb1 (1, h)"), (4.5, "W2 (h, m)\nb2 (1, m)")):
        ax.text(x, -1.5, words, ha="center", va="top", color=INK)
    ax.set(xlim=(-0.9, 6.9), ylim=(-2.4, 1.8))
    ax.axis("off")
    return figure, (
        "A network: two inputs, each joined to all three hidden units, and each hidden unit joined to the one output. Below stand the "
        "shapes: X (n, d), W1 (d, h) with b1 (1, h), A1 (n, h), W2 (h, m) with b2 (1, m), A2 (n, m)."
    )


@picture
def loop():
    """The four strokes of the feedback loop."""
    figure, ax = panels(1, width=6.5, height=2.6)
    strokes = [(0, 1, "forward", "what does it say?", VALUE), (4, 1, "cost", "how wrong is that?", LOSS),
               (4, -1, "backward", "which weight did what?", DERIVATIVE), (0, -1, "update", "a small step each", INPUT)]  # fmt: skip
    for x, y, name, question, colour in strokes:
        box = {"boxstyle": "round,pad=0.5", "facecolor": "none", "edgecolor": INK if colour == LOSS else colour, "linewidth": 2}
        ax.text(x, y, f"{name}\n{question}", ha="center", va="center", bbox=box)
    for start, end in (((1.3, 1), (2.7, 1)), ((4, 0.4), (4, -0.4)), ((2.6, -1), (1.3, -1)), ((0, -0.4), (0, 0.4))):
        ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.5})
    ax.set(xlim=(-1.6, 5.7), ylim=(-1.7, 1.7))
    ax.axis("off")
    return figure, "A circle of four boxes with arrows between them: forward, cost, backward, update, and forward again."


@picture
def twins(forward, backward, backward_torch):
    """Each slope by the learner's formulas against the same slope by autograd."""
    import torch

    random = np.random.default_rng(5)
    shapes = {"W1": (64, 16), "b1": (1, 16), "W2": (16, 1), "b2": (1, 1)}
    params = {name: random.normal(size=shape) / 4 for name, shape in shapes.items()}
    X, y = random.random((50, 64)), (random.random((50, 1)) < 0.5) * 1.0
    by_hand = backward(X, y, copied(params), forward(X, copied(params))[1])
    by_torch = backward_torch(torch.tensor(X), torch.tensor(y), {name: torch.tensor(value) for name, value in params.items()})
    figure, ax = panels(1, width=5, height=4)
    largest, ends = 0.0, []
    for (name, slopes), marker in zip(by_hand.items(), "o^sD"):
        mine, theirs = np.ravel(slopes), np.ravel(by_torch[name].numpy())
        largest = max(largest, float(np.abs(mine - theirs).max()))
        ends += [*mine, *theirs]
        ax.plot(mine, theirs, marker, color=LEARNER, mec=INK, mew=0.4, markersize=5, alpha=0.8, label=f"d{name}")
    ax.axline((0, 0), slope=1, color=INK, linewidth=1, linestyle=":", zorder=0)
    ax.set(xlabel="slope by your formulas", ylabel="slope by autograd", title=f"largest difference {largest:.1g}")
    ax.legend()
    verdict = "All lie on the diagonal" if largest < 1e-9 else "Not all lie on the diagonal"
    return figure, f"{len(ends) // 2} dots, one for each parameter: slope by formula across, by autograd up. {verdict}; the largest difference is {largest:.1g}."


def solved(params) -> bool:
    return bool(np.array_equal(logits(X_XOR, params) > 0, Y_XOR == 1))


@picture
def runs(fit, init_params, hidden_units: int = 2, seeds: int = 8):
    """The costs of several runs on XOR."""
    figure, ax = panels(1, width=7.5, height=3.2)
    found, ends = 0, []
    for seed in range(seeds):
        params, costs = fit(X_XOR.copy(), Y_XOR.copy(), init_params(2, hidden_units, 1, seed), 1.0, 800)
        right = solved(params)
        found += right
        ends += [] if right else [costs[-1]]
        ax.plot(costs, color=VALUE if right else DERIVATIVE, linestyle="-" if right else "--", linewidth=1.5)
    ax.axhline(np.log(2), color=INK, linewidth=1, linestyle=":")
    ax.text(800, np.log(2) + 0.01, "ln 2: it knows nothing", ha="right", va="bottom")
    ax.plot([], [], color=VALUE, label=f"{found} runs find XOR")
    ax.plot([], [], color=DERIVATIVE, linestyle="--", label=f"{seeds - found} get stuck")
    ax.set(xlabel="step", ylabel="cost", ylim=(0, 1.0), title=f"XOR with {hidden_units} hidden units, {seeds} starts")
    ax.legend(loc="upper right", bbox_to_anchor=(1, 0.6))
    stuck = f" Those that do not end at costs from {min(ends):.2f} to {max(ends):.2f}." if ends else ""
    return figure, f"Costs of {seeds} runs on XOR over 800 steps. {found} of them find XOR, their costs fall towards 0.{stuck}"


@picture
def success(fit, forward, init_params, seeds: int = 20):
    """How many of the starts find XOR, for networks of several widths."""
    widths, shares = (1, 2, 3, 4, 6), []
    for width in widths:
        ends = [fit(X_XOR.copy(), Y_XOR.copy(), init_params(2, width, 1, seed), 1.0, 300)[0] for seed in range(seeds)]
        answers = [np.asarray(forward(X_XOR.copy(), end)[0]) > 0.5 for end in ends]
        shares.append(np.mean([np.array_equal(answer, Y_XOR == 1) for answer in answers]))
    figure, ax = panels(1, width=6, height=2.8)
    bars = ax.bar([str(width) for width in widths], shares, color=VALUE, width=0.6)
    ax.bar_label(bars, [f"{share:.0%}" for share in shares])
    ax.set(xlabel="hidden units", ylabel="share of starts", ylim=(0, 1.15), title=f"starts that find XOR, of {seeds}")
    ax.grid(axis="x", visible=False)
    told = ", ".join(f"{width}: {share:.0%}" for width, share in zip(widths, shares))
    return figure, f"Share of {seeds} random starts from which XOR is found, by the number of hidden units. {told}."


@picture
def two_planes(fit_restarts):
    """The inputs with the cuts of two hidden units, and the same four corners as the output neuron sees them."""
    params, costs = fit_restarts(X_XOR.copy(), Y_XOR.copy(), 2, 1.0, 800, list(range(10)))
    figure, (left, right) = panels(2, width=8.5, height=3.9)
    shade(left, lambda X: (logits(X, params) > 0)[:, 0])
    for j, style in zip(range(2), LINES):
        draw_boundary(left, params["W1"][:, j], params["b1"][0, j], linestyle=style)
    draw_points(left, X_XOR, Y_XOR[:, 0])
    frame(left, title="inputs: two cuts", xlabel="$x_1$", ylabel="$x_2$")
    moved = hidden(X_XOR, params)
    shade(right, lambda A: (A @ params["W2"] + params["b2"] > 0)[:, 0], -1.3, 1.3)
    draw_boundary(right, params["W2"][:, 0], params["b2"][0, 0], -1.3, 1.3)
    draw_points(right, moved, Y_XOR[:, 0])
    groups: list[list[int]] = []
    for k, place in enumerate(moved):  # corners that land close together share one label
        near = [group for group in groups if np.linalg.norm(moved[group[0]] - place) < 0.4]
        near[0].append(k) if near else groups.append([k])
    for group in groups:
        x, y = moved[group].mean(axis=0)
        names = " and ".join(f"({int(p)}, {int(q)})" for p, q in X_XOR[group])
        side = {"ha": "right" if x > 0.4 else "left" if x < -0.4 else "center", "va": "center"}
        right.annotate(names, (x, y), xytext=(0, -15 if y > 0 else 15), textcoords="offset points", fontsize=9, **side)
    frame(right, -1.3, 1.3, ticks=(-1, 0, 1), title="hidden units: one cut", xlabel="$a_1$", ylabel="$a_2$")
    right_corners = int(np.sum((logits(X_XOR, params) > 0) == (Y_XOR == 1)))
    return figure, (
        f"Two planes, from your fit_restarts, which has {right_corners} of 4 corners right. Left: the four corners of XOR and the lines of the two hidden units. Right: "
        "the same corners at the values of the two hidden units; there one line separates the classes."
    )


@picture
def symmetry(fit, init_params):
    """One weight of each of four hidden units, while they learn XOR from three starts."""
    random = copied(init_params(2, 4, 1, 1))
    starts = {
        "zeros": {name: 0 * value for name, value in random.items()},
        "constant": {name: 0 * value + (0.5 if name[0] == "W" else 0.0) for name, value in random.items()},
        "random": random,
    }
    figure, axes = panels(3, width=9.5, height=3.0, sharey=True)
    told = []
    for ax, (name, params) in zip(axes, starts.items()):
        path = [params["W1"][0]]
        for _ in range(60):
            params, costs = fit(X_XOR.copy(), Y_XOR.copy(), params, 1.0, 5)
            path.append(np.array(params["W1"][0]))
        for j, style in enumerate(LINES):
            ax.plot(5 * np.arange(61), np.array(path)[:, j], linestyle=style, color=VALUE, linewidth=3.5 - 0.7 * j)
        apart = len(np.unique(np.round(np.vstack([params["W1"], params["b1"]]), 4), axis=1).T)
        told.append(f"{name}: {apart} different, cost {costs[-1]:.2f}")
        ax.set(title=told[-1], xlabel="step")
    axes[0].set(ylabel="first weight of each unit")
    return figure, f"The first weight of four hidden units over 300 steps on XOR, from three starts. {'; '.join(told)}. Equal units lie on one line."


def activation_image(ax, unit, params, **names):
    """One hidden unit over the plane, from -1 (the colour of class 0) to 1 (that of class 1)."""
    from matplotlib.colors import LinearSegmentedColormap

    side = np.linspace(-0.5, 1.5, 81)
    grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    values = hidden(grid, params)[:, unit].reshape(81, 81)
    colours = LinearSegmentedColormap.from_list("sides", [CLASS_0, "#ffffff", CLASS_1])
    ax.imshow(values, origin="lower", extent=(-0.5, 1.5, -0.5, 1.5), cmap=colours, vmin=-1, vmax=1)
    draw_points(ax, X_XOR, Y_XOR[:, 0], size=40)
    frame(ax, **names)
    ax.grid(visible=False)


@picture
def summary(fit_restarts):
    """The hidden units of the learner's XOR network, its answer, and its costs."""
    params, costs = fit_restarts(X_XOR.copy(), Y_XOR.copy(), 3, 1.0, 500, list(range(5)))
    figure, axes = panels(5, width=11, height=2.5)
    for unit in range(3):
        weight = float(params["W2"][unit, 0])
        activation_image(axes[unit], unit, params, title=f"unit {unit + 1}, weight {weight:.1f}".replace("-", "−"))
    shade(axes[3], lambda X: (logits(X, params) > 0)[:, 0])
    draw_points(axes[3], X_XOR, Y_XOR[:, 0], size=40)
    frame(axes[3], title="the answer")
    axes[4].plot(costs, color=LEARNER, linestyle=DASHED)
    axes[4].set(title="the cost", xlabel="step", ylim=(0, None))
    correct = int(np.sum((logits(X_XOR, params) > 0) == (Y_XOR == 1)))
    return figure, (
        f"Your network for XOR. Three squares show what each hidden unit says over the plane, a fourth the answer, which has {correct} of 4 corners right. "
        f"The cost falls from {costs[0]:.2f} to {costs[-1]:.3f}."
    )
