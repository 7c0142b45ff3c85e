"""Boxes and arrows: how a computation graph is drawn, bottom (inputs) to top (the end)."""

from dataclasses import dataclass, field

import numpy as np

from course.figures.picture import INK
from course.palette import DERIVATIVE, VALUE

# The graph of the unit without crossing edges: the edges of `a` go round the others.
PLACES = {"a": (0.5, 0), "b": (0.34, 1), "c": (0.66, 1), "d": (0.5, 2), "e": (0.22, 3), "f": (0.78, 3), "g": (0.5, 4)}
FORMULAS = {"a": "a", "b": "b", "c": "c", "d": "d = b·c", "e": "e = a + d", "f": "f = d·a", "g": "g = eᶠ"}
EDGES = (("b", "d"), ("c", "d"), ("a", "e"), ("d", "e"), ("d", "f"), ("a", "f"), ("e", "g"), ("f", "g"))


@dataclass
class Box:
    """One node: where it stands, what stands in it, what it was made from."""

    x: float
    y: float
    lines: list[tuple[str, str]]  # (text, colour)
    parents: list = field(default_factory=list)  # keys of other boxes
    edge_texts: list = field(default_factory=list)  # one text (or "") for each parent


def number(value: float) -> str:
    """At most five significant digits, and no needless zeros."""
    return f"{value:.5g}".replace("e+0", "e").replace("e-0", "e-").replace("-", "−")


def draw(ax, boxes: dict, width: float = 0.2, height: float = 0.52, size: float = 10) -> None:
    """Draw the boxes (key -> Box) and their edges; an edge goes up from a parent to what was made from it."""
    from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

    ax.set(xlim=(-0.02, 1.02), ylim=(-0.4, max(box.y for box in boxes.values()) + 0.4))
    ax.axis("off")
    ax.figure.draw_without_rendering()  # settles the layout, so that transData is final
    for box in boxes.values():
        corner = (box.x - width / 2, box.y - height / 2)
        ax.add_patch(
            FancyBboxPatch(corner, width, height, boxstyle="round,pad=0,rounding_size=0.03", fc="none", ec=INK, lw=1.2)
        )
        for k, (text, colour) in enumerate(box.lines):
            at = box.y + (len(box.lines) - 1 - 2 * k) * height / 4.4
            ax.text(box.x, at, text, ha="center", va="center", color=colour, fontsize=size, fontweight="bold" if k == 0 else None)
        seen = []
        for parent, text in zip(box.parents, box.edge_texts or [""] * len(box.parents)):
            below = boxes[parent]
            # Two edges between the same boxes, and edges past other boxes, are bent so that all can be seen.
            bend = 0.3 * seen.count(parent) or _detour(ax, below, box, boxes, width)
            seen.append(parent)
            aside = (bend > 0) * width / 4 - (bend < 0) * width / 4
            start, end = (below.x + aside, below.y + height / 2), (box.x + aside, box.y - height / 2)
            ax.add_patch(
                FancyArrowPatch(start, end, connectionstyle=f"arc3,rad={bend}", arrowstyle="-|>", mutation_scale=11,
                                color=INK, lw=1.2, shrinkA=0, shrinkB=0)
            )
            if text:
                (x0, y0), (x1, y1) = ax.transData.transform([start, end])
                x, y = ax.transData.inverted().transform(((x0 + x1 + bend * (y1 - y0)) / 2, (y0 + y1 - bend * (x1 - x0)) / 2))
                middle = bend or below.x + box.x - 1 or -1
                side = -1 if middle < -1e-9 else 1
                gap = 0.015 + 0.2 * abs(box.x - below.x)
                ax.text(x + side * gap, y, text, ha="right" if side < 0 else "left", va="center", color=DERIVATIVE, fontsize=size - 1)


def _detour(ax, below: Box, above: Box, boxes: dict, width: float) -> float:
    """How far to bend an edge whose straight line would run through another box: right is positive."""
    across, up = np.abs(ax.transData.transform((1, 1)) - ax.transData.transform((0, 0)))  # pixels for one unit
    for other in boxes.values():
        if below.y < other.y < above.y:
            part = (other.y - below.y) / (above.y - below.y)
            off = below.x + part * (above.x - below.x) - other.x
            if abs(off) < width * 0.75:
                # The middle of an arc of this bend lies half the bend times its height beside the line.
                room = (width * 0.5 + 0.06 - abs(off)) * across
                return (1 if off >= 0 else -1) * 2 * room / ((above.y - below.y) * up)
    return 0.0


def notes_graph(ax, values: dict, gradients: dict | None = None) -> None:
    """The unit's own graph with its values and, if given, its gradients and what each edge sends back."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    boxes = {}
    for name, (x, y) in PLACES.items():
        lines = [(FORMULAS[name] + " = " + number(values[name]), VALUE)]
        if gradients:
            lines.append((f"∂g/∂{name} = {number(gradients[name])}", DERIVATIVE))
        boxes[name] = Box(x, y, lines)
    local = local_derivatives(values)
    for tail, head in EDGES:
        if tail == "a":
            continue
        boxes[head].parents.append(tail)
        boxes[head].edge_texts.append(_sent(gradients, local, tail, head))
    width, height = 0.27, 0.52
    draw(ax, boxes, width, height, 9.5)
    for side, head in ((-1, "e"), (1, "f")):
        start = (0.5 + side * width / 2, 0)
        x, y = PLACES[head]
        end, out = (x + side * width / 2, y), 0.5 + side * 0.5
        codes = [Path.MOVETO, Path.CURVE3, Path.CURVE3, Path.LINETO, Path.CURVE3, Path.CURVE3]
        path = Path([start, (out, 0), (out, 1.2), (out, 2.2), (out, 3), end], codes)
        ax.add_patch(PathPatch(path, fc="none", ec=INK, lw=1.2))
        ax.annotate("", end, (end[0] + side * 0.03, y), arrowprops={"arrowstyle": "-|>", "color": INK, "shrinkA": 0, "shrinkB": 0, "lw": 1.2})
        if text := _sent(gradients, local, "a", head):
            ax.text(0.5 + side * 0.3, 0.45, text, ha="center", va="center", color=DERIVATIVE, fontsize=8.5)


def _sent(gradients, local, tail, head) -> str:
    if not gradients:
        return ""
    slope = local[tail, head]
    return f"{number(gradients[head])} × {number(slope)}\n= {number(gradients[head] * slope)}"


def local_derivatives(values: dict) -> dict:
    """d(head) / d(tail) for every edge of the unit's graph, from the values of its nodes (e > 0)."""
    v = {name: float(value) for name, value in values.items()}
    return {
        ("b", "d"): v["c"],
        ("c", "d"): v["b"],
        ("a", "e"): 1.0,
        ("d", "e"): 1.0,
        ("d", "f"): v["a"],
        ("a", "f"): v["d"],
        ("e", "g"): v["f"] * v["e"] ** (v["f"] - 1),
        ("f", "g"): v["g"] * float(np.log(v["e"])),
    }


def layered(end) -> dict:
    """Places for the graph behind ``end``: id -> (node, x, y), each node above its parents.

    ``end`` has ``parents``. Rows are the longest way from an input; within a row, a node stands near
    the middle of its parents.
    """
    rows: dict[int, int] = {}
    nodes, stack = {}, [end]
    while stack:
        top = stack[-1]
        waiting = [p for p in top.parents if id(p) not in rows]
        if waiting:
            stack.extend(reversed(waiting))
            continue
        stack.pop()
        rows[id(top)] = 1 + max((rows[id(p)] for p in top.parents), default=-1)
        nodes[id(top)] = top
    # An input stands just below the first node that uses it, and not always in the lowest row.
    for key, node in nodes.items():
        users = [rows[k] for k, n in nodes.items() if any(p is node for p in n.parents)]
        if not node.parents and users:
            rows[key] = min(users) - 1
    places = {}
    for row in sorted(set(rows.values())):
        keys = [key for key in nodes if rows[key] == row]

        def wish(key):
            known = [places[id(p)][1] for p in nodes[key].parents if id(p) in places]
            return float(np.mean(known)) if known else 0.5

        keys.sort(key=wish)
        for k, key in enumerate(keys):
            places[key] = (nodes[key], (k + 0.5) / len(keys), row)
    return places
