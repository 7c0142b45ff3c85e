"""The figures of the scale unit. Functions named in the arguments are the learner's own.

Pictures of ideas are here; those of learning curves are in ``scale_curves``, of fits and of work in ``scale_laws``.
"""

import numpy as np

from course.figures.picture import picture
from course.figures.scale_curves import by_heart, comparison, spread, summary, two_axes
from course.figures.scale_laws import bends, power_laws, work_against_error
from course.palette import CLASS_0, CLASS_1, VALUE

__all__ = [
    *("bends", "by_heart", "comparison", "cost", "nested", "one_epoch", "power_laws", "spread", "summary"),
    *("two_axes", "work_against_error"),
]


@picture
def cost(parameter_count, training_flops):
    """Parameters and FLOPs of 200 steps of 32 images, against the hidden neurons, by the learner's functions."""
    import matplotlib.pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(8.5, 3.0), layout="constrained")
    hidden = 2 ** np.arange(11)
    parameters = [parameter_count([64, int(h), 10]) for h in hidden]
    work = [training_flops([64, int(h), 10], 32, 200) for h in hidden]
    for axis, values, title in ((left, parameters, "parameters, by your parameter_count"), (right, work, "FLOPs of 200 steps, by your training_flops")):
        axis.loglog(hidden, values, "o-", color=VALUE, markersize=4)
        axis.set_xscale("log", base=2)
        axis.set(title=title, xlabel="hidden neurons", xticks=hidden[::2], xticklabels=hidden[::2])
    return figure, (
        f"Two panels with logarithmic axes, against 1 to 1024 hidden neurons. Left: the parameters rise from {parameters[0]} to {parameters[-1]:,}. "
        f"Right: the operations of a training rise from {work[0]:.1e} to {work[-1]:.1e}. Both become straight lines: each doubling of the neurons doubles them."
    )


@picture
def one_epoch(minibatches, labels):
    """Sorted labels in batches of 16 as they come, beside one epoch of the learner's batches. labels: (n,), sorted."""
    import matplotlib.pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(8.5, 3.6), layout="constrained")
    labels, size = np.asarray(labels), 16
    plain = [labels[i : i + size] for i in range(0, len(labels), size)]
    mixed = [np.asarray(part) for _, part in minibatches(np.arange(len(labels))[:, None], labels.copy(), size, 0)]
    colours = plt.get_cmap("viridis")(np.linspace(0.25, 1, 10))
    for axis, batches, title in ((left, plain, "sorted, nobody shuffles"), (right, mixed, "one epoch of your minibatches")):
        for x, batch in enumerate(batches):
            for y, label in enumerate(batch):
                colour = colours[int(label) % 10]
                axis.add_patch(plt.Rectangle((x, -y), 0.9, 0.9, color=colour))
                ink = "black" if colour[:3] @ [0.3, 0.6, 0.1] > 0.45 else "white"
                axis.text(x + 0.45, 0.45 - y, str(int(label)), ha="center", va="center", fontsize=7, color=ink)
        axis.set(title=title, xlabel="batch", xlim=(-0.2, len(batches)), ylim=(-size + 0.8, 1.1), yticks=[])
        axis.set_xticks(np.arange(len(batches)) + 0.45, range(1, len(batches) + 1))
        axis.grid(False)
        axis.spines["left"].set_visible(False)
    kinds = [np.mean([len(set(batch.tolist())) for batch in batches]) for batches in (plain, mixed)]
    return figure, (
        f"Two tables of digits, each column one batch of {size}. Left, sorted: a batch holds {kinds[0]:.1f} different digits on average, and the "
        f"first batch one or two. Right, by your minibatches: {kinds[1]:.1f} different digits in a batch on average."
    )


@picture
def nested(nested_subsets):
    """The rows that the learner's function chooses out of 60, for two seeds and four amounts."""
    import matplotlib.pyplot as plt

    n, amounts = 60, [5, 10, 20, 40]
    figure, axes = plt.subplots(2, 1, figsize=(8.5, 2.9), layout="constrained", sharex=True)
    inside = True
    for seed, axis in enumerate(axes):
        chosen = [np.asarray(rows) for rows in nested_subsets(n, list(amounts), seed)]
        for line, (amount, rows) in enumerate(zip(amounts, chosen)):
            axis.bar(np.arange(n), 0.8, 0.9, bottom=-line, color="none", edgecolor="#767676", linewidth=0.4)
            axis.bar(rows, 0.8, 0.9, bottom=-line, color=CLASS_0 if seed == 0 else CLASS_1, edgecolor="#767676", linewidth=0.4)
        inside = inside and all(set(a.tolist()) <= set(b.tolist()) for a, b in zip(chosen, chosen[1:]))
        axis.set(title=f"seed {seed}", yticks=[0.4 - line for line in range(4)], yticklabels=amounts, xlim=(-1, n))
        axis.grid(False)
    axes[1].set(xlabel="row of the pool")
    words = "each row of one line is chosen in the lines below it, too" if inside else "the smaller sets do not lie inside the larger ones"
    return figure, (
        f"Two groups of four lines with {n} places each; 5, 10, 20 and 40 places are filled. Within one seed {words}; the two seeds fill other places."
    )
