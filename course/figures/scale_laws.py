"""Bends, power laws and work: what the scale unit reads out of learning curves."""

import numpy as np

from course import timing
from course.figures.picture import INK, picture
from course.figures.scale_curves import curves, data_axis, percent, ran, style
from course.palette import VALUE

FITTED = 5  # the amounts that a power law is fitted to; the rest it must foretell


@picture
def bends(amounts, results, gain_per_doubling, bend, least=0.01):
    """What each doubling brings, and the bends that the learner's function finds. results: name -> (mean, error), or None."""
    import matplotlib.pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(9.5, 3.6), layout="constrained")
    middle = np.sqrt(np.multiply(amounts[:-1], amounts[1:]))  # a gain lies between two amounts
    said = []
    curves(right, amounts, ran(results))
    for name, (mean, _) in results.items():
        left.plot(middle, 100 * np.asarray(gain_per_doubling(list(amounts), np.array(mean))), label=name, **style(name))
        place = bend(list(amounts), np.array(mean), least)
        said.append(f"{name} {'has not bent yet' if place is None else f'at {place}'}")
        if place is not None:
            right.plot(place, mean[list(amounts).index(place)], "o", markersize=13, markerfacecolor="none", markeredgecolor=INK)
    left.axhline(100 * least, color=INK, linewidth=1, linestyle=":")
    left.set(title=f"points gained per doubling (dotted: {100 * least:g})")
    data_axis(left, amounts)
    left.legend(fontsize=8)
    right.set(title="bends, by your function (circles)")
    return figure, (
        f"Left: the points of accuracy that each doubling of the data brings, per model, with a line at {100 * least:g} point. Right: the learning "
        f"curves with a circle where your function finds the bend: {', '.join(said)}."
    )


@picture
def power_laws(amounts, results, power_law):
    """Errors on two logarithmic axes, with laws fitted to the first five amounts. results: name -> (mean, error), or None."""
    import matplotlib.pyplot as plt

    ran(results)
    shown = [name for name in ("network 2", "network 32", "SVM") if name in results]
    figure, axes = plt.subplots(1, len(shown), figsize=(3.1 * len(shown), 3.4), layout="constrained", sharey=True, squeeze=False)
    said = []
    for axis, name in zip(axes[0], shown):
        mean, error = (np.asarray(part) for part in results[name])
        wrong = np.maximum(1 - mean, 1e-4)  # no error among the test images still is a point on the paper
        a, b = power_law(list(amounts[:FITTED]), wrong[:FITTED].copy())
        line = a * np.asarray(amounts, dtype=float) ** -b
        look = {**style(name), "linestyle": "none"}
        axis.errorbar(amounts, wrong, np.minimum(error, 0.9 * wrong), capsize=3, **look)
        axis.plot(amounts[:FITTED], line[:FITTED], "-", color=INK, linewidth=1.5)
        axis.plot(amounts[FITTED - 1 :], line[FITTED - 1 :], "--", color=INK, linewidth=1.5)
        axis.axvspan(amounts[FITTED - 1] * 1.2, amounts[-1] * 1.3, color=INK, alpha=0.08)
        axis.set_yscale("log")
        data_axis(axis, amounts)
        axis.tick_params(axis="x", labelsize=8)
        axis.set(title=f"{name}: b = {b:.2f}".replace("-", "−"))
        said.append(f"{name}, b = {b:.2f}: at {amounts[-1]} images the law says {line[-1]:.1%} wrong and {wrong[-1]:.1%} were")
    axes[0][0].set(ylabel="test error")
    ticks = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]
    axes[0][0].set_yticks(ticks, [f"{100 * tick:g} %" for tick in ticks])
    return figure, (
        f"Test errors on two logarithmic axes, with straight lines fitted to the first {FITTED} amounts and continued, dashed, to the last two. "
        + "; ".join(said) + "."
    )


def seen(amount: int, steps: int, batch: int) -> int:
    """How many images that many steps look at, when the last batch of each epoch holds what is left over."""
    epochs, rest = divmod(steps, -(-amount // batch))
    return epochs * amount + min(rest * batch, amount)


@picture
def work_against_error(training_flops, steps=200, batch=32):
    """The recorded grid: test error against the work of the training, by the learner's count, one curve for each amount."""
    import matplotlib.pyplot as plt

    grid = timing.recorded("scale")
    if grid is None:
        raise LookupError("course/recorded/scale.json is missing; python benchmarks/scale.py makes it")
    sizes = sorted(map(int, grid["networks"]))
    figure, axis = plt.subplots(figsize=(8.0, 4.0), layout="constrained")
    said = []
    for amount, line in zip((20, 80, 320, 1280), (":", "-.", "--", "-")):
        place = grid["amounts"].index(amount)
        work = [training_flops([64, size, 10], seen(amount, steps, batch), 1) for size in sizes]
        scores = np.array([[run[place] for run in grid["networks"][str(size)]] for size in sizes]) / grid["asked"]
        wrong, error = 1 - scores.mean(axis=1), scores.std(axis=1, ddof=1) / np.sqrt(scores.shape[1])
        axis.errorbar(work, wrong, error, color=VALUE, linestyle=line, marker="o", markersize=4, capsize=3, label=f"{amount} images")
        said.append(f"with {amount} images from {wrong[0]:.0%} to {wrong[-1]:.1%}")
    for size, x, y in zip(sizes, work, wrong):  # below the last, lowest curve
        axis.annotate(str(size), (x, 0.8 * y), ha="center", va="top", fontsize=8)
    axis.set_xscale("log")
    axis.set_yscale("log")
    axis.minorticks_off()
    ticks = [0.02, 0.05, 0.1, 0.2, 0.5]
    axis.set_yticks(ticks)
    percent(axis)
    axis.set(ylim=(0.012, 1), ylabel="test error", xlabel="FLOPs of the training, by your training_flops")
    axis.set_title(f"recorded, {len(grid['seeds'])} seeds; the small numbers are hidden neurons", fontsize=10)
    axis.legend(loc="upper left", bbox_to_anchor=(1.01, 1), handlelength=4)  # long enough to tell dashes from lines
    return figure, (
        f"Test error against the work of a training, both logarithmic, for {sizes[0]} to {sizes[-1]} hidden neurons and four amounts of data: {', '.join(said)}. "
        f"Each curve falls and then is level. Recorded on {grid['device']}, {grid['date']}, by {grid['command']}."
    )
