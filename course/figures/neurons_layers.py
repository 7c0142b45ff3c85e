"""Pictures of what one neuron cannot do and two layers can."""

import numpy as np

from course.figures.picture import picture
from course.figures.plane import draw_boundary, draw_points, frame, panels, shade
from course.palette import INPUT, LEARNER, VALUE

DASHED = (0, (6, 4))
CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
XOR = np.array([0, 1, 1, 0])


@picture
def random_neurons(count: int = 100_000):
    """How many corners random neurons get wrong, for each gate."""
    random = np.random.default_rng(6)
    # Inputs as -1 and 1 make the four corners equally easy; it is the same set of straight cuts.
    weights = random.normal(size=(count, 3))
    fires = np.column_stack([2 * CORNERS - 1, np.ones(4)]) @ weights.T >= 0
    figure, row = panels(4, width=9, height=2.6, sharey=True)
    told = []
    tables = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0], "XOR": XOR}
    for ax, (name, table) in zip(row, tables.items()):
        wrong = (fires != np.array(table)[:, None]).sum(axis=0)
        shares = np.bincount(wrong, minlength=5) / count
        bars = ax.bar(range(5), shares, color=VALUE)
        ax.bar_label(bars, [f"{share:.1%}" if share else "0" for share in shares], fontsize=8)
        ax.set(title=name, xlabel="wrong corners", xticks=range(5), ylim=(0, max(0.85, shares.max() + 0.1)))
        ax.grid(axis="x", visible=False)
        told.append(f"{name} {shares[0]:.1%}")
    row[0].set(ylabel="share of neurons")
    return figure, (
        f"Four bar charts: how many of {count:,} random neurons get 0, 1, 2, 3 or 4 corners wrong. Share without a mistake: "
        f"{', '.join(told)}."
    )


@picture
def two_layers(xor, gate_weights):
    """The cuts of the hidden layer, the plane that the third neuron sees, and the learner's xor."""
    (w_or, b_or), (w_nand, b_nand), (w_and, b_and) = (gate_weights(name) for name in ("OR", "NAND", "AND"))
    figure, (left, middle, right) = panels(3, width=9, height=3.3)
    draw_boundary(left, w_or, b_or, color=VALUE, label="OR")
    draw_boundary(left, w_nand, b_nand, color=INPUT, linestyle="-.", label="NAND")
    draw_points(left, CORNERS, XOR)
    frame(left, title="the hidden layer: two cuts", xlabel="$x_1$", ylabel="$x_2$")
    left.legend(loc="upper right", fontsize=8, framealpha=0.6)

    hidden = np.column_stack([CORNERS @ np.asarray(w) + b >= 0 for w, b in ((w_or, b_or), (w_nand, b_nand))]).astype(int)
    shade(middle, lambda H: H @ np.asarray(w_and) + b_and >= 0)
    draw_boundary(middle, w_and, b_and, color=VALUE)
    draw_points(middle, hidden, XOR)
    for place, corner in zip(hidden, CORNERS):
        both = corner.sum() == 1
        text = "(0,1) and (1,0)" if both else f"({corner[0]},{corner[1]})"
        middle.annotate(text, place, (0, 10), textcoords="offset points", ha="center", fontsize=8)
    frame(middle, title="what AND sees: one cut", xlabel="answer of OR", ylabel="answer of NAND")

    shade(right, lambda X: xor(X[:, 0].copy(), X[:, 1].copy()))
    draw_points(right, CORNERS, XOR)
    answers = np.asarray(xor(CORNERS[:, 0].astype(float), CORNERS[:, 1].astype(float)))
    correct = int((answers == XOR).sum())
    frame(right, title=f"your xor: {correct} of 4 right", xlabel="$x_1$", ylabel="$x_2$")
    return figure, (
        "Three panels. Left: the four corners and the boundaries of OR and NAND, between which (0, 1) and (1, 0) lie. "
        "Middle: the plane of the two answers; both of these corners are now the same point (1, 1), and the line of AND "
        f"cuts it off. Right: the plane coloured by your xor, which has {correct} of 4 corners right."
    )
