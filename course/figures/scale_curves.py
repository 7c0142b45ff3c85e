"""Learning curves, as the learner's own experiment gave them; ``None`` stands for one that has not run yet."""

import numpy as np

from course.figures.picture import INK, picture
from course.palette import GREEN, INPUT, LEARNER, VALUE, VERMILLION, ZONE

# Networks share a colour and differ in their lines; a larger one is drawn with a fuller line.
STYLES = {
    "network 2": (VALUE, ":", "v"),
    "network 8": (VALUE, "--", "s"),
    "network 32": (VALUE, "-", "o"),
    "logistic regression": (GREEN, "-.", "^"),
    "SVM": (VERMILLION, "-", "D"),
}


def style(name: str) -> dict:
    """How a model's curve is drawn; a model of the learner's own making in the learner's colour."""
    colour, line, marker = STYLES.get(name, (LEARNER, (0, (6, 4)), "x"))
    return {"color": colour, "linestyle": line, "marker": marker, "markersize": 5}


def ran(experiment):
    """The experiment, or the exception that ``picture`` turns into "appears once you have written ..."."""
    if experiment is None:
        raise NotImplementedError
    return experiment


def data_axis(axis, amounts) -> None:
    """A logarithmic axis of amounts of data, on which the amounts themselves stand."""
    axis.set_xscale("log", base=2)
    axis.set_xticks(amounts, [str(amount) for amount in amounts])
    axis.minorticks_off()
    axis.set_xlabel("training images")


def percent(axis) -> None:
    axis.yaxis.set_major_formatter(lambda value, _: f"{100 * value:g} %")


@picture
def two_axes(amounts, scores):
    """One model's runs on a linear and on a logarithmic axis. scores: (seeds, amounts), or None."""
    import matplotlib.pyplot as plt

    scores = np.asarray(ran(scores))
    figure, axes = plt.subplots(1, 2, figsize=(8.5, 3.0), layout="constrained", sharey=True)
    for axis, title in zip(axes, ("equal steps: equal differences", "equal steps: equal factors")):
        axis.plot(amounts, scores.T, "o", color=VALUE, markersize=4)
        axis.plot(amounts, scores.mean(axis=0), "-", color=VALUE)
        axis.set(title=title, xlabel="training images")
        percent(axis)
    axes[0].set_ylabel("test accuracy")
    data_axis(axes[1], amounts)
    return figure, (
        f"The same {len(scores)} runs twice, with their mean as a line from {scores.mean(axis=0)[0]:.0%} at {amounts[0]} images to "
        f"{scores.mean(axis=0)[-1]:.0%} at {amounts[-1]}. On the linear axis on the left most points crowd at its beginning. On the logarithmic "
        "axis on the right they are evenly spaced."
    )


@picture
def spread(amounts, scores, error_bars):
    """Single runs, then their mean with the learner's error bars. scores: (seeds, amounts), or None."""
    import matplotlib.pyplot as plt

    scores = np.asarray(ran(scores))
    mean, error = (np.asarray(part) for part in error_bars(scores.copy()))
    deviation = scores.std(axis=0, ddof=1)
    figure, (left, right) = plt.subplots(1, 2, figsize=(8.5, 3.2), layout="constrained", sharey=True)
    left.plot(amounts, scores.T, "-", color=INK, linewidth=1)
    left.set(title=f"{len(scores)} seeds, {len(scores)} stories", ylabel="test accuracy")
    right.fill_between(amounts, mean - deviation, mean + deviation, color=ZONE, alpha=0.45, label="± one standard deviation: the runs")
    right.errorbar(amounts, mean, error, color=VALUE, capsize=4, marker="o", markersize=4, label="± one standard error: their mean")
    right.set(title="mean, by your error_bars")
    right.legend(loc="lower right", fontsize=8)
    for axis in (left, right):
        data_axis(axis, amounts)
    percent(left)
    gap = np.ptp(scores[:, 0])
    return figure, (
        f"Left: {len(scores)} single learning curves, which lie up to {100 * gap:.0f} points apart at {amounts[0]} images and close together at {amounts[-1]}. "
        f"Right: their mean with error bars of one standard error, {100 * error[0]:.1f} points at {amounts[0]} images and {100 * error[-1]:.1f} at {amounts[-1]}, "
        "inside the wider band of one standard deviation."
    )


@picture
def by_heart(amounts, pairs):
    """Accuracy on the training images and on the test images of one network. pairs: (own, others) for each amount, or None."""
    import matplotlib.pyplot as plt

    own, others = np.asarray(ran(pairs), dtype=float).T
    figure, axis = plt.subplots(figsize=(6.5, 3.2), layout="constrained")
    axis.plot(amounts, own, "s--", color=INPUT, markersize=5, label="its own training images")
    axis.plot(amounts, others, "o-", color=VALUE, markersize=5, label="the test images")
    axis.fill_between(amounts, others, own, color=ZONE, alpha=0.3)
    axis.set(title="one network of 32 hidden neurons, one seed", ylabel="accuracy", ylim=(min(0.4, others.min() - 0.05), 1.03))
    axis.legend(loc="lower right")
    data_axis(axis, amounts)
    percent(axis)
    return figure, (
        f"Two curves against the training images. The accuracy on the training images begins at {own[0]:.0%} and ends at {own[-1]:.1%}. The "
        f"one on the test images rises from {others[0]:.0%} to {others[-1]:.0%}. The gap between them shrinks from {100 * (own - others)[0]:.0f} to {100 * (own - others)[-1]:.1f} points."
    )


def curves(axis, amounts, results) -> None:
    """Every model's mean with its error bars."""
    for name, (mean, error) in results.items():
        axis.errorbar(amounts, mean, error, capsize=3, label=name, **style(name))
    data_axis(axis, amounts)
    percent(axis)


def told(amounts, results) -> str:
    """The first and last point of each curve, in words."""
    parts = [f"{name} from {mean[0]:.0%} to {mean[-1]:.0%}" for name, (mean, _) in results.items()]
    return f"from {amounts[0]} to {amounts[-1]} training images: " + ", ".join(parts)


@picture
def comparison(amounts, results):
    """All learning curves with error bars. results: name -> (mean, error), or None."""
    import matplotlib.pyplot as plt

    figure, axis = plt.subplots(figsize=(8.0, 4.2), layout="constrained")
    curves(axis, amounts, ran(results))
    axis.set(title="test accuracy: mean and standard error over your seeds", ylabel="test accuracy")
    axis.legend(loc="upper left", bbox_to_anchor=(1.01, 1), handlelength=4)
    return figure, f"Learning curves with error bars, {told(amounts, results)}."


@picture
def summary(amounts, results, parameter_count, gain_per_doubling):
    """Accuracy against size on little and on much data, and what each doubling brings."""
    import matplotlib.pyplot as plt

    networks = {int(name.split()[1]): mean for name, (mean, _) in ran(results).items() if name.startswith("network ")}
    counts = [parameter_count([64, hidden, 10]) for hidden in networks]
    figure, (left, right) = plt.subplots(1, 2, figsize=(8.5, 3.4), layout="constrained")
    said = []
    for place, line in ((0, ":"), (len(amounts) // 2, "--"), (-1, "-")):
        values = [mean[place] for mean in networks.values()]
        left.plot(counts, values, line, color=VALUE, marker="o", label=f"{amounts[place]} images")
        said.append(f"{amounts[place]} images from {values[0]:.0%} to {values[-1]:.0%}")
    left.set_xscale("log")
    left.set_xticks(counts, [str(count) for count in counts])
    left.minorticks_off()
    left.set(title="size: accuracy of the networks", xlabel="parameters", ylabel="test accuracy")
    left.legend(fontsize=9, handlelength=4)
    percent(left)
    middle = np.sqrt(np.multiply(amounts[:-1], amounts[1:]))
    for name, (mean, _) in results.items():
        right.plot(middle, 100 * np.asarray(gain_per_doubling(list(amounts), np.array(mean))), label=name, **style(name))
    right.axhline(1, color=INK, linewidth=1, linestyle=":")
    right.set(title="data: points gained per doubling")
    data_axis(right, amounts)
    right.legend(fontsize=8)
    return figure, (
        f"Left: accuracy of the networks against their parameters, {counts[0]} to {counts[-1]}: with {'; with '.join(said)}. Right: the points that each doubling of "
        "the data brings, for all models; most of the gains shrink along the axis."
    )
