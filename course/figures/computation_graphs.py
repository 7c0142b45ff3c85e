"""The figures of the computation graphs unit. Functions named in the arguments are the learner's own."""

import numpy as np

from course.figures.computation_graphs_drawing import Box, draw, layered, notes_graph, number
from course.figures.picture import INK, picture
from course.palette import DERIVATIVE, INPUT, LEARNER, VALUE, ZONE

DASHED = (0, (6, 4))


def axes(columns: int = 1, width: float = 8.5, height: float = 3.2, **kwargs):
    import matplotlib.pyplot as plt

    return plt.subplots(1, columns, figsize=(width, height), layout="constrained", **kwargs)


@picture
def values(forward, a, b, c):
    """The unit's graph with the numbers that the learner's forward pass gives."""
    nodes = {"a": a, "b": b, "c": c, **forward(a, b, c)}
    figure, ax = axes(width=6.4, height=4.2)
    notes_graph(ax, nodes)
    return figure, "The computation graph, inputs below and g above. " + ", ".join(f"{k} = {number(v)}" for k, v in nodes.items()) + "."


@picture
def gradients(forward, backward, a, b, c):
    """The same graph with the learner's gradients, and upstream times local on every edge."""
    nodes = {"a": a, "b": b, "c": c, **forward(a, b, c)}
    slopes = backward(a, b, c)
    figure, ax = axes(width=7.6, height=6.4)
    notes_graph(ax, nodes, slopes)
    told = ", ".join(f"{number(slopes[k])} at {k}" for k in "gfedcba")
    return figure, f"The computation graph with the gradients of g: {told}. Each edge carries upstream times local."


@picture
def step_size(numerical_gradient):
    """The error of forward and central differences against the step, for f(x) = exp(sin x) at x = 1."""

    def f(x):
        return float(np.exp(np.sin(np.asarray(x))).sum())

    x = np.array([1.0])
    slope = float(np.exp(np.sin(1.0)) * np.cos(1.0))
    steps = np.logspace(-15, 0, 61)
    ahead = [abs((f(x + h) - f(x)) / h - slope) for h in steps]
    central = [abs((f(x + h) - f(x - h)) / (2 * h) - slope) for h in steps]
    own = [abs(float(np.asarray(numerical_gradient(f, x, h=h)).flat[0]) - slope) for h in steps]
    figure, ax = axes(width=7.5, height=3.8)
    ax.loglog(steps, ahead, color=INPUT, linestyle="-.", label="forward difference")
    ax.loglog(steps, central, color=VALUE, label="central difference")
    ax.loglog(steps, np.maximum(own, 1e-17), color=LEARNER, linestyle=DASHED, label="your numerical_gradient")
    ax.axvspan(steps[0], 1e-8, color=ZONE, alpha=0.18, linewidth=0)
    ax.text(3e-14, 2e-13, "rounding: grows with 1/h", color=INK)
    ax.text(6e-3, 1e-13, "truncation:\nh and h²", color=INK)
    ax.set(title="error of the measured slope of exp(sin x) at x = 1", xlabel="step h", ylabel="absolute error", ylim=(1e-14, 30))
    ax.legend(loc="upper center")
    best = [float(steps[int(np.argmin(e))]) for e in (ahead, central)]
    return figure, (
        "The error of a numerical gradient against its step, both on logarithmic scales. From right to left both errors "
        f"fall, the central one twice as steeply, and then rounding makes them grow. Smallest error near h = {best[0]:.0e} "
        f"for the forward and near h = {best[1]:.0e} for the central difference."
    )


@picture
def numbered(topological_order, Node):
    """The unit's graph with the place of each node in the learner's list."""
    made = {name: Node(0.0, name=name) for name in "abc"}
    for name, parents in (("d", "bc"), ("e", "ad"), ("f", "da"), ("g", "ef")):
        made[name] = Node(0.0, tuple(made[p] for p in parents), (0.0, 0.0), name=name)
    order = [node.name for node in topological_order(made["g"])]
    place = {name: order.index(name) + 1 for name in made}
    spots = {"a": (0.1, 1), "b": (0.35, 0), "c": (0.65, 0), "d": (0.5, 1), "e": (0.25, 2), "f": (0.75, 2), "g": (0.5, 3)}
    boxes = {name: Box(*spots[name], [(f"{name}:  {place[name]}", VALUE)]) for name in made}
    for name, node in made.items():
        boxes[name].parents = [parent.name for parent in node.parents]
    figure, ax = axes(width=6.0, height=3.6)
    draw(ax, boxes, width=0.14, height=0.42)
    return figure, "The nodes of the graph with their places in your list: " + ", ".join(f"{p} {n}" for n, p in sorted(place.items(), key=lambda item: item[1])) + "."


@picture
def graph(end):
    """A graph that the learner's own class built; ``end`` is its last node, or None before there is one."""
    if end is None:
        raise NotImplementedError
    places = layered(end)
    boxes = {}
    for key, (node, x, y) in places.items():
        head = f"{node.name} = " if node.name else ""
        lines = [(f"{head}{number(node.data)}", VALUE), (f"grad {number(node.grad)}", DERIVATIVE)]
        slopes = [f"× {number(slope)}" for slope in node.local]
        boxes[key] = Box(x, y, lines, [id(p) for p in node.parents], slopes)
    figure, ax = axes(width=7.5, height=1.1 * max(y for _, _, y in places.values()) + 1.2)
    draw(ax, boxes, width=0.19, height=0.5)
    inputs = ", ".join(f"{n.name} = {number(n.data)} with gradient {number(n.grad)}" for n, _, _ in places.values() if n.name)
    return figure, (
        f"The graph that your class built: {len(places)} nodes, the inputs below and the end, {number(end.data)}, on top. "
        f"Beside each edge its local derivative. {inputs}."
    )


@picture
def repeated(unbroadcast):
    """A column that is repeated four times on the way forward, and summed on the way back."""
    column = np.array([[1.0], [2.0], [3.0]])
    grad = np.array([[1.0, 2.0, 0.0, 1.0], [0.0, 1.0, 1.0, 3.0], [2.0, 2.0, 1.0, 0.0]])
    back = np.asarray(unbroadcast(grad.copy(), column.shape))
    figure, panels = axes(4, width=8.5, height=2.4, width_ratios=[1, 4, 4, 1])
    shown = [
        (column, "u (3, 1)", VALUE),
        (np.broadcast_to(column, grad.shape), "used as (3, 4)", VALUE),
        (grad, "its gradient (3, 4)", DERIVATIVE),
        (back, f"for u {back.shape}", DERIVATIVE),
    ]
    for ax, (table, title, colour) in zip(panels, shown):
        table = np.atleast_2d(table)
        rows, columns = table.shape
        for i in range(rows):
            for j in range(columns):
                repeat = title.startswith("used") and j > 0
                ax.add_patch(_cell(j, rows - 1 - i, dashed=repeat))
                ax.text(j + 0.5, rows - 0.5 - i, f"{table[i, j]:g}", ha="center", va="center", color=colour, alpha=0.6 if repeat else 1)
        ax.set(xlim=(-0.05, columns + 0.05), ylim=(-0.05, rows + 0.05), aspect="equal", title=title)
        ax.axis("off")
    sums = ", ".join(f"{v:g}" for v in back.ravel())
    return figure, (
        "Forward, a column of three numbers is repeated to four columns. Backward, the gradient has four columns, and your "
        f"unbroadcast adds up each row: {sums}."
    )


def _cell(x, y, dashed=False):
    from matplotlib.patches import Rectangle

    return Rectangle((x, y), 1, 1, fc="none", ec=INK, lw=1, linestyle=":" if dashed else "-")


# The notebook knows one module: `figures`.
from course.figures.computation_graphs_training import frozen, online, summary, training  # noqa: E402, F401
