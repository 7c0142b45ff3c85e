"""What the learner's own logistic regression did: costs, weights, mistakes, learning rates.

Each figure takes functions of the notebook that run the learner's code; a picture of a function that is not
written yet is a sentence.
"""

import numpy as np

from course.figures.picture import INK, picture
from course.palette import CLASS_0, CLASS_1, DERIVATIVE, INPUT, LEARNER, VALUE

SIDE = 8  # pixels of a digit's side
LN2 = float(np.log(2))


def axes(columns: int = 1, width: float = 8.5, height: float = 3.0, rows: int = 1, **kwargs):
    import matplotlib.pyplot as plt

    return plt.subplots(rows, columns, figsize=(width, height), layout="constrained", **kwargs)


def two_sided():
    """Class 0's colour, white, class 1's colour."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("classes", ["#0d6ea8", CLASS_0, "#ffffff", CLASS_1, "#a86f00"])


def bare(ax, **names):
    ax.set(xticks=[], yticks=[], **names)
    ax.grid(False)
    ax.spines[:].set_visible(False)


def ink(ax, image, **names):
    ax.imshow(image, cmap="Greys", vmin=0, vmax=1, interpolation="nearest")
    bare(ax, **names)


def draw_weights(figure, ax, w, title):
    w = np.asarray(w, dtype=float).reshape(SIDE, SIDE)
    size = max(float(np.abs(w).max()), 1e-12)
    shown = ax.imshow(w, cmap=two_sided(), vmin=-size, vmax=size, interpolation="nearest")
    bare(ax, title=title)
    figure.colorbar(shown, ax=ax, shrink=0.85)
    return w


@picture
def learning(run_digits):
    """The cost of each step, and the held-out answers as probabilities."""
    run = run_digits()
    costs = np.asarray(run["costs"], dtype=float)
    figure, ax = axes(height=3.0, width=6.5)
    ax.semilogy(costs, color=LEARNER, linestyle=(0, (6, 4)))
    ax.axhline(LN2, color=INK, linewidth=1, linestyle=":")
    ax.annotate("ln 2: no opinion", (0.55 * len(costs), LN2), (0, -12), textcoords="offset points", color=INK, fontsize=9)
    ax.set(title="cost of each step, by your learner", xlabel="step", ylabel="cost")
    return figure, (
        f"The cost against the step, on a logarithmic axis. It starts at {costs[0]:.3f}, the price of no opinion, falls quickly in the first "
        f"steps, then ever more slowly, and ends at {costs[-1]:.4f} after {len(costs)} steps."
    )


@picture
def weights(run_digits):
    """The mean 3, the mean 8, and the weights as an image."""
    run = run_digits()
    X, y = np.asarray(run["X_train"]), np.asarray(run["y_train"])
    figure, (left, middle, right) = axes(3, height=2.9)
    ink(left, X[y == 0].mean(axis=0).reshape(SIDE, SIDE), title="mean of the 3s")
    ink(middle, X[y == 1].mean(axis=0).reshape(SIDE, SIDE), title="mean of the 8s")
    w = draw_weights(figure, right, run["w"], "your 64 weights")
    strongest, weakest = np.unravel_index(w.argmax(), w.shape), np.unravel_index(w.argmin(), w.shape)
    return figure, (
        "Three images of 8 by 8 pixels: the mean of the training 3s, the mean of the training 8s, and the learnt weights. The strongest weight "
        f"for an 8 is {w.max():.2f}, in row {strongest[0]} and column {strongest[1]}; the strongest for a 3 is {w.min():.2f}, in row "
        f"{weakest[0]} and column {weakest[1]}; {int(np.sum(w == 0))} weights are exactly 0."
    )


@picture
def errors(run_digits, standardize):
    """The twelve held-out digits on which the learner is most wrong, or least sure."""
    run = run_digits()
    X, y = np.asarray(run["X_test"]), np.asarray(run["y_test"])
    _, scaled = standardize(np.asarray(run["X_train"]), X)
    z = np.asarray(scaled) @ np.asarray(run["w"]) + float(run["b"])
    order = np.argsort((2 * y - 1) * z)[:12]
    figure, grid = axes(6, height=3.4, rows=2)
    told = []
    for ax, i in zip(grid.flat, order):
        p, true = float(0.5 * (1 + np.tanh(z[i] / 2))), 8 if y[i] else 3
        wrong = (z[i] >= 0) != bool(y[i])
        ink(ax, X[i].reshape(SIDE, SIDE))
        ax.set_title(f"is {true}, p(8) = {p:.2f}", fontsize=9, color=DERIVATIVE if wrong else INK)
        for side in ax.spines.values():
            side.set(visible=bool(wrong), color=DERIVATIVE, linewidth=3)
        told.append(f"{'wrong: ' if wrong else ''}{'an 8' if y[i] else 'a 3'} with a probability for 8 of {p:.2f}")
    count = int(np.sum((z >= 0) != (y == 1)))
    return figure, (
        f"The twelve hardest of {len(y)} held-out digits; {count} of all are answered wrongly, and framed. From the hardest on: {'; '.join(told)}."
    )


@picture
def agreement(three_learners):
    """How far the weights of each learner are from the first one's, and all three cost curves."""
    runs = three_learners()
    figure, (left, right) = axes(2, height=3.2)
    looks = (("-", VALUE), ("--", DERIVATIVE), (":", LEARNER))
    (_, (w, b, costs)), *others = runs.items()
    told = []
    for (name, (_, _, its_costs)), (style, colour), width in zip(runs.items(), looks, (5, 3, 1.5)):
        left.semilogy(its_costs, linestyle=style, color=colour, linewidth=width, alpha=0.9, label=name)
    for (name, (its_w, its_b, _)), (_, colour), mark in zip(others, looks[1:], "o^"):
        apart = np.abs(np.append(np.asarray(its_w) - w, its_b - b))
        right.plot(np.maximum(apart, 1e-12), mark, markersize=4, color=colour, label=name)
        told.append(f"{name} {apart.max():.0e}")
    right.axhline(1e-4, color=INK, linewidth=1.2)
    right.annotate("tolerance", (0, 1e-4), (0, 4), textcoords="offset points", color=INK, fontsize=9)
    right.set(yscale="log", ylim=(1e-12, 3e-3), title="distance from NumPy", xlabel="weight (the last one is b)")
    left.set(title="three costs", xlabel="step")
    left.legend(fontsize=9)
    right.legend(fontsize=9, loc="lower center")
    return figure, (
        f"Left: the cost curves of {', '.join(runs)}, on top of each other. Right: how far each weight and the bias are from NumPy's; the largest "
        f"differences are {' and '.join(told)}, beside the tolerance of 0.0001."
    )


@picture
def thresholds(run_cells, predict, confusion_matrix):
    """Missed tumours and false alarms against the threshold, by the learner's predict and confusion_matrix."""
    run = run_cells()
    t = np.linspace(0.01, 0.99, 99)
    tables = [np.asarray(confusion_matrix(run["y_test"], predict(run["w"], run["b"], run["X_test"], float(at)))) for at in t]
    missed, alarms = [table[1, 0] for table in tables], [table[0, 1] for table in tables]
    figure, ax = axes(height=3.1, width=6.5)
    ax.step(t, missed, color=DERIVATIVE, where="mid", label="malignant and missed")
    ax.step(t, alarms, color=INPUT, where="mid", linestyle="--", label="benign and alarmed")
    ax.axvline(0.5, color=INK, linewidth=1, linestyle=":")
    ax.set(title=f"{len(run['y_test'])} held-out tumours", xlabel="threshold", ylabel="mistakes")
    ax.legend()

    def at(threshold):
        k = int(np.argmin(np.abs(t - threshold)))
        return f"{missed[k]} missed and {alarms[k]} false alarm{'' if alarms[k] == 1 else 's'}"

    return figure, (
        "Mistakes against the threshold. Missed malignant tumours rise with the threshold, in steps; false alarms fall. "
        f"At 0.1: {at(0.1)}. At 0.5: {at(0.5)}. At 0.9: {at(0.9)}."
    )


@picture
def rates(study_cells):
    """The cost curves of the learning-rate study."""
    import matplotlib as mpl

    best, costs = study_cells()
    figure, (left, right) = axes(2, height=3.5, gridspec_kw={"width_ratios": [3, 2]})
    colours = mpl.colormaps["plasma"](np.linspace(0.2, 0.8, len(costs)))
    for (rate, run), colour in zip(costs.items(), colours):
        width = 3 if rate == best else 1.4
        left.semilogy(run, color=colour, linewidth=width, label=f"{rate:g}{'  (best)' if rate == best else ''}")
    left.axhline(LN2, color=INK, linewidth=1, linestyle=":")
    left.set(title="cost of each step", xlabel="step")
    left.legend(title="learning rate", fontsize=8, loc="upper right", ncols=2)
    last = [run[-1] for run in costs.values()]
    right.loglog(list(costs), last, "o-", color=VALUE)
    right.plot(best, costs[best][-1], "*", color=CLASS_1, markeredgecolor="#333333", markersize=16)
    right.set(title="last cost", xlabel="learning rate")
    told = "; ".join(f"{rate:g} ends at {run[-1]:.3f}, its highest is {max(run):.2f}" for rate, run in costs.items())
    return figure, f"Left: the cost against the step for each learning rate. Right: the last cost against the rate; the best is {best:g}. {told}."


@picture
def summary(run_digits, run_cells):
    """The learner in one row: what it learnt, how, and how sure it is."""
    digits, cells = run_digits(), run_cells()
    figure, (left, middle, right) = axes(3, height=3.0, width=9.5)
    draw_weights(figure, left, digits["w"], "one weight for each pixel")
    for run, name, colour, style in ((digits, "digits", LEARNER, "--"), (cells, "tumours", VALUE, "-")):
        middle.semilogy(run["costs"], color=colour, linestyle=style, label=name)
    middle.set(title="the cost falls from ln 2", xlabel="step")
    middle.legend()
    z, y = np.asarray(cells["X_test"]) @ np.asarray(cells["w"]) + float(cells["b"]), np.asarray(cells["y_test"])
    bins = np.linspace(*np.clip([z.min(), z.max()], -40, 40), 31)
    for label, colour, name in ((0, CLASS_0, "benign"), (1, CLASS_1, "malignant")):
        right.hist(np.clip(z[y == label], -40, 40), bins=bins, color=colour, alpha=0.75, edgecolor="#333333", linewidth=0.4, label=name)
    right.axvline(0, color=INK)
    right.set(title="held-out logits of the tumours", xlabel="z")
    right.legend()
    wrong = int(np.sum((z >= 0) != (y == 1)))
    return figure, (
        "Three panels. The weights of the digits as an image. The cost curves: digits from "
        f"{digits['costs'][0]:.3f} to {digits['costs'][-1]:.4f}, tumours from {cells['costs'][0]:.3f} to {cells['costs'][-1]:.4f}. The held-out "
        f"logits of the tumours as two histograms, benign mostly left of 0 and malignant right of it; {wrong} of {len(y)} are on the wrong side."
    )
