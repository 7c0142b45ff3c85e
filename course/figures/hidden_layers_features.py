"""The figures of the hidden layers unit that show images, activations compared, and deeper networks."""

import numpy as np

from course.figures.picture import INK, picture
from course.figures.plane import draw_points, panels, shade
from course.palette import CLASS_0, CLASS_1, DERIVATIVE, INPUT, LOSS, VALUE

UNITS, STEPS, RATE = 16, 400, 1.0


def tile(ax, image, title=""):
    """A feature: weights below 0 in the colour of class 0, above 0 in that of class 1."""
    from matplotlib.colors import LinearSegmentedColormap

    colours = LinearSegmentedColormap.from_list("signs", [CLASS_0, "#ffffff", CLASS_1])
    ax.imshow(image, cmap=colours, vmin=-1, vmax=1)
    ax.set(xticks=[], yticks=[], title=title)
    ax.grid(visible=False)


def row_title(ax, words):
    """Words over a whole row: they must not widen their column, only keep their height."""
    ax.set_title(" ")
    ax.text(0, 1.06, words, transform=ax.transAxes, va="bottom", fontsize=11).set_in_layout(False)


def right_answers(params, X, y):
    """The reference: the share of right answers of a network with one hidden layer of tanh units."""
    logits = np.tanh(X @ params["W1"] + params["b1"]) @ params["W2"] + params["b2"]
    return float(np.mean((logits > 0) == (y > 0.5)))


@picture
def features(fit, init_params, hidden_features, X, y):
    """Eight of sixteen hidden units as images of weights: before training, after it, and the difference."""
    X, y = X[:800], y[:800]  # enough to see it, and twice as fast
    start = init_params(64, UNITS, 1, 0)
    params, costs = fit(X, y, {name: value.copy() for name, value in start.items()}, RATE, STEPS)
    change = params["W1"] - start["W1"]
    figure, grid = panels(8, rows=3, width=9, height=4.1)
    rows = ("at the start: random", start["W1"]), (f"after {STEPS} steps, cost {costs[-1]:.3f}", params["W1"]), ("the difference: what was learned", change)
    for axes, (name, W1) in zip(grid, rows):
        for ax, image in zip(axes, hidden_features(np.array(W1), (8, 8))):
            tile(ax, image)
        row_title(axes[0], name)
    white = (X == 0).all(axis=0)
    still = float(np.abs(change[white]).max()) if white.any() else 0.0
    return figure, (
        f"Three rows of images of the weights of eight hidden units. At the start: noise. After {STEPS} steps: noise with darker patches. The difference: connected patches of one sign, "
        f"like strokes and gaps, and nothing at the edges. {int(white.sum())} pixels are white in every image; their weights moved by at most {still:.1g}. "
        f"The cost went from {costs[0]:.2f} to {costs[-1]:.3f}."
    )


@picture
def shuffled(fit, init_params, hidden_features, shuffle_pixels, X, y, X_test, y_test):
    """Two trainings, on images and on shuffled images: the same answers, the same weights in other places."""
    order = np.random.default_rng(3).permutation(64)
    start = init_params(64, 8, 1, 0)
    plain, _ = fit(X, y, {name: value.copy() for name, value in start.items()}, RATE, STEPS)
    X_new, start_new = shuffle_pixels(X, {name: value.copy() for name, value in start.items()}, order)
    mixed, _ = fit(X_new, y, start_new, RATE, STEPS)
    X_test_new, _ = shuffle_pixels(X_test, start, order)
    scores = right_answers(plain, X_test, y_test), right_answers(mixed, X_test_new, y_test)
    back = np.empty_like(mixed["W1"])
    back[order] = mixed["W1"]
    figure, grid = panels(9, rows=3, width=9.5, height=4.0)
    examples = (X_test[0], X_test_new[0], X_test[0])
    rows = ("images", plain["W1"]), ("shuffled images", mixed["W1"]), ("the same, put back", back)
    for axes, example, (name, W1) in zip(grid, examples, rows):
        axes[0].imshow(example.reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
        axes[0].set(xticks=[], yticks=[])
        row_title(axes[0], name)
        axes[0].grid(visible=False)
        for ax, image in zip(axes[1:], hidden_features(np.array(W1), (8, 8))):
            tile(ax, image)
    figure.suptitle(f"right on new images: {scores[0]:.1%}, shuffled: {scores[1]:.1%}", color=INK, fontsize=11)
    far = float(np.abs(back - plain["W1"]).max())
    return figure, (
        "Three rows, each with a digit and the weights of eight hidden units. First: trained on images. Second: trained on shuffled images, and the weights look like noise. "
        f"Third: the second with the pixels put back; it differs from the first by at most {far:.1g}. Right on new images: {scores[0]:.1%} and {scores[1]:.1%}."
    )


@picture
def activations_compared(make_mlp, train_mlp, steps: int = 400):
    """Costs of the same network with four activations, three seeds each."""
    import torch
    from sklearn.datasets import make_circles

    points, labels = make_circles(200, noise=0.08, factor=0.5, random_state=0)
    X, y = torch.tensor(points, dtype=torch.float32), torch.tensor(labels, dtype=torch.float32)[:, None]
    figure, (left, right) = panels(2, width=9.5, height=3.4, width_ratios=(1, 2))
    draw_points(left, points, labels, size=14)
    left.set(title="a ring in a ring", xticks=(), yticks=(), aspect="equal")
    looks = {"identity": (LOSS, ":"), "sigmoid": (DERIVATIVE, "-."), "tanh": (INPUT, "--"), "relu": (VALUE, "-")}
    told = []
    for name, (colour, style) in looks.items():
        ends = []
        for seed in range(3):
            costs = train_mlp(make_mlp([2, 16, 1], name, seed), X, y, 2.0, steps)
            ends.append(costs[-1])
            colour = INK if colour == LOSS else colour
            right.plot(costs, color=colour, linestyle=style, linewidth=1.5, label=name if seed == 0 else None)
        told.append(f"{name} {min(ends):.2f} to {max(ends):.2f}")
    right.set(title="the same network, four activations, three seeds each", xlabel="step", ylabel="cost", ylim=(0, 0.85))
    right.legend()
    return figure, f"Left: a ring of points of one class inside a ring of the other. Right: costs over {steps} steps; they end at: {', '.join(told)}."


@picture
def mistakes(even_odd, X, y, X_test, y_test, most: int = 12):
    """Images that the learner's deep network answers wrongly."""
    import torch

    def tensor(values):
        return torch.tensor(values, dtype=torch.float32)

    model = even_odd(tensor(X), tensor(y), 0)
    with torch.no_grad():
        p = torch.sigmoid(model(tensor(X_test))).numpy()
    wrong = np.flatnonzero(((p > 0.5) != (y_test > 0.5))[:, 0])
    figure, grid = panels(6, rows=2, width=8.5, height=3.4)
    for ax in grid.flat:
        ax.axis("off")
    for ax, i in zip(grid.flat, wrong[:most]):
        ax.imshow(X_test[i].reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
        ax.set_title(f"{'even' if y_test[i, 0] else 'odd'}\nsays even: {p[i, 0]:.0%}", fontsize=9)
    figure.suptitle(f"{len(wrong)} of {len(y_test)} new images are wrong", color=INK, fontsize=11)
    return figure, f"Your deep network answers {len(wrong)} of {len(y_test)} images wrongly that it has never seen. {min(most, len(wrong))} of them are shown, each with the truth and its answer."


def spirals(n: int = 100):
    """Two arms that turn around the middle: points (2n, 2) and labels (2n,)."""
    random = np.random.default_rng(0)
    turn = np.sqrt(np.linspace(0.05, 1, n)) * 2.4 * np.pi
    arm = np.stack([turn * np.cos(turn), turn * np.sin(turn)], axis=1) / (2.4 * np.pi)
    return np.vstack([arm, -arm]) + random.normal(scale=0.02, size=(2 * n, 2)), np.repeat([0, 1], n)


@picture
def depth(make_mlp, steps: int = 300):
    """Networks with no, one, two and three hidden layers on two spirals, with about equally many parameters."""
    import torch

    points, labels = spirals()
    X, y = torch.tensor(points, dtype=torch.float32), torch.tensor(labels, dtype=torch.float32)[:, None]
    figure, axes = panels(4, width=10, height=3.0)
    told = []
    for ax, sizes in zip(axes, ([2, 1], [2, 60, 1], [2, 13, 13, 1], [2, 9, 9, 9, 1])):
        model = make_mlp(sizes, "tanh", 0)
        optimiser = torch.optim.Adam(model.parameters(), lr=0.02)
        for _ in range(steps):
            optimiser.zero_grad()
            torch.nn.functional.binary_cross_entropy_with_logits(model(X), y).backward()
            optimiser.step()
        with torch.no_grad():
            right = float(((model(X) > 0) == (y > 0.5)).float().mean())
            shade(ax, lambda grid: (model(torch.tensor(grid, dtype=torch.float32)) > 0)[:, 0].numpy(), -1.2, 1.2, steps=140)
        draw_points(ax, points, labels, size=10, linewidths=0.4)
        layers = len(sizes) - 2
        told.append(f"{layers} hidden: {right:.0%} right")
        ax.set(title=told[-1], xlim=(-1.2, 1.2), ylim=(-1.2, 1.2), xticks=(), yticks=(), aspect="equal")
        count = sum(parameter.numel() for parameter in model.parameters())
        ax.set_xlabel(f"{count} numbers to learn")
    return figure, f"Two spirals, and the answers of four networks with layers of your make_mlp, trained equally long. {'; '.join(told)}."
