"""The figures of the vectorization unit. Functions named in the arguments are the learner's own.

Pictures of ideas are here; those that measure on the reader's machine are in ``vectorization_times``
and ``vectorization_cards``.
"""

import numpy as np

from course.figures.picture import picture
from course.figures.vectorization_cards import gpu
from course.figures.vectorization_times import (
    distances,
    memory_walls,
    model_against_clock,
    passes,
    race,
    summary,
    threads,
    winners,
)
from course.palette import CLASS_0, CLASS_1, DERIVATIVE, INPUT, LEARNER, VALUE, ZONE

__all__ = [
    *("blow_up", "cycles", "distances", "gpu", "lanes", "memory_walls", "model_against_clock", "passes"),
    *("race", "softmax", "square_trap", "summary", "threads", "winners"),
]

DASHED = (0, (6, 4))


def axes(columns: int = 1, width: float = 8.5, height: float = 3.0, **kwargs):
    import matplotlib.pyplot as plt

    return plt.subplots(1, columns, figsize=(width, height), layout="constrained", **kwargs)


@picture
def lanes(n: int, width: int):
    """n numbers that fill the lanes of a vector unit, one row for each step, beside one number at a time."""
    from matplotlib.patches import Rectangle

    figure, (left, right) = axes(2, height=3.4, gridspec_kw={"width_ratios": [1, 3]})
    steps = -(-n // width)
    for axis, per_step, title in ((left, 1, "without SIMD"), (right, width, f"with {width} lanes")):
        rows = -(-n // per_step)
        for i in range(rows * per_step):
            x, y = i % per_step, i // per_step
            full = i < n
            box = dict(facecolor=CLASS_0 if full else "none", edgecolor=INPUT if full else "#767676")
            axis.add_patch(Rectangle((x, -y - 1), 0.92, 0.86, linestyle="-" if full else ":", **box))
            if full:
                axis.text(x + 0.46, -y - 0.57, str(i + 1), ha="center", va="center", color="black", fontsize=8)
        axis.set(xlim=(-0.1, per_step + 0.05), ylim=(-rows - 0.1, 0.1), title=f"{title}: {rows} steps", xticks=[], yticks=[])
        axis.grid(False)
        for side in ("left", "bottom"):
            axis.spines[side].set_visible(False)
    return figure, (
        f"Two columns of boxes. Left: {n} numbers one below the other, {n} steps. Right: the same {n} numbers in rows of {width}, "
        f"{steps} steps; in the last row {steps * width - n} places stay empty."
    )


@picture
def cycles(simd_cycles):
    """Steps against n for several widths, by the learner's function, and how many times fewer they are."""
    figure, (left, right) = axes(2, height=3.2)
    n = np.arange(0, 65)
    for width, style, colour in ((1, "-", INPUT), (4, "--", VALUE), (8, "-.", LEARNER), (16, ":", DERIVATIVE)):
        steps = np.array([simd_cycles(int(k), width) for k in n])
        left.step(n, steps, where="post", color=colour, linestyle=style, label=f"{width} lane{'s' if width > 1 else ''}")
        if width > 1:
            right.plot(n[1:], n[1:] / steps[1:], color=colour, linestyle=style)
            right.annotate(f"{width}", (64.5, width), color=colour, va="center")
    left.set(title="steps, by your simd_cycles", xlabel="n")
    left.legend()
    right.set(title="times fewer steps than with one lane", xlabel="n", xlim=(0, 69))
    return figure, (
        "Two panels. Left: steps against n up to 64. With one lane a straight line to 64; with 4, 8 and 16 lanes staircases that end at 16, 8 "
        "and 4. Right: the gain over one lane rises to the number of lanes and reaches it exactly where n fills all lanes."
    )


@picture
def square_trap():
    """A column minus a vector, which gives a square, beside a vector minus a vector."""
    from matplotlib.patches import Rectangle

    figure, (left, right) = axes(2, height=3.4, gridspec_kw={"width_ratios": [3, 2]})
    a = np.array([0, 1, 1, 0])

    def cells(axis, x, y, values, colour):
        values = np.atleast_2d(values)
        for (i, j), value in np.ndenumerate(values):
            axis.add_patch(Rectangle((x + j, y - i), 0.92, 0.92, facecolor=colour, edgecolor="#767676"))
            axis.text(x + j + 0.46, y - i + 0.46, f"{value:d}".replace("-", "−"), ha="center", va="center", color="black", fontsize=9)

    cells(left, 0, 0, a[:, None], CLASS_0)
    left.text(1.5, -0.6, "−", fontsize=14, ha="center")
    cells(left, 2, 0, a, CLASS_1)
    left.text(6.5, -0.6, "=", fontsize=14, ha="center")
    cells(left, 7, 0, a[:, None] - a, ZONE)
    for x, words in ((0.5, "(4, 1)"), (4, "(4,)"), (9, "(4, 4)")):
        left.text(x, 1.3, words, ha="center")
    left.set(xlim=(-0.4, 11.4), ylim=(-3.4, 2), title="a column minus a vector: all pairs")
    cells(right, 0, 0, a, CLASS_0)
    right.text(2, -0.5, "−", fontsize=14, ha="center")
    cells(right, 0, -1.6, a, CLASS_1)
    right.text(2, -2.1, "=", fontsize=14, ha="center")
    cells(right, 0, -3.2, a - a, ZONE)
    for y, words in ((0.3, "(4,)"), (-1.3, "(4,)"), (-2.9, "(4,)")):
        right.text(4.3, y, words)
    right.set(xlim=(-0.4, 6), ylim=(-3.4, 2), title="equal shapes: pair by pair")
    for axis in (left, right):
        axis.set(xticks=[], yticks=[], aspect="equal")
        axis.grid(False)
        for side in ("left", "bottom"):
            axis.spines[side].set_visible(False)
    return figure, (
        "Left: a column of the numbers 0, 1, 1, 0, shape (4, 1), minus a row of the same numbers, shape (4,), gives a table of shape (4, 4) that "
        "holds zeros, ones and minus ones. Right: two vectors of shape (4,) give a vector of four zeros."
    )


@picture
def blow_up(memory_bytes):
    """Bytes that three ways to all distances keep in between, against the number of rows; d = 100."""
    figure, axis = axes(height=3.4)
    n, d = np.logspace(2, 5, 16).astype(int), 100
    ways = {
        "no loop, by broadcasting: (n, n, d)": ([memory_bytes((int(k), int(k), d), "float64") for k in n], DERIVATIVE, "-"),
        "no loop, by algebra: (n, n)": ([memory_bytes((int(k), int(k)), "float64") for k in n], VALUE, "--"),
        "one loop: (n, d)": ([memory_bytes((int(k), d), "float64") for k in n], INPUT, "-."),
    }
    for label, (size, colour, style) in ways.items():
        axis.loglog(n, size, color=colour, linestyle=style, label=label)
    axis.axhline(16e9, color="#767676", linewidth=1, linestyle=":")
    axis.annotate("a computer with 16 GB", (110, 16e9), (110, 22e9), fontsize=9)
    axis.set(title="memory in between, by your memory_bytes, for 100 numbers a row", xlabel="rows in X and in Y", ylabel="bytes")
    axis.legend(loc="upper left", bbox_to_anchor=(1.01, 1))
    return figure, (
        "A picture with two logarithmic axes: bytes against rows. Broadcasting rises steepest and crosses the line of 16 GB between 4000 and "
        "5000 rows; by algebra the array in between is a hundred times smaller; with one loop it rises only in proportion to the rows."
    )


@picture
def softmax(softmax_rows):
    """The learner's softmax of a few rows, which stay the same when a row is shifted."""
    Z = np.array([[0.0, 1.0, 2.0, 3.0], [0.0, 0.0, 0.0, 0.0], [100.0, 101.0, 102.0, 103.0], [-4.0, 4.0, -4.0, 4.0]])
    P = np.asarray(softmax_rows(Z.copy()))
    figure, (left, right) = axes(2, height=2.9)
    for axis, table, title, form in ((left, Z, "Z", "{:.0f}"), (right, P, "your softmax_rows(Z)", "{:.2f}")):
        axis.imshow(np.zeros_like(P) if axis is left else P, cmap="Blues", vmin=0, vmax=1.4, aspect="auto")
        for (i, j), value in np.ndenumerate(table):
            axis.text(j, i, form.format(value).replace("-", "−"), ha="center", va="center", color="black")
        axis.set(title=title, xticks=range(4), yticks=range(4), xlabel="class", ylabel="example")
        axis.grid(False)
    rows = "; ".join(", ".join(f"{value:.2f}" for value in row) for row in P)
    return figure, f"Two tables. Left: four rows of scores, the third being the first plus 100. Right: their softmax by your function, row by row: {rows}."
