"""Arrays as coloured grids: one square per number, one colour per row, column or image."""

import numpy as np

from course.figures.picture import INK
from course.palette import GREEN, ORANGE, PURPLE, SKY, YELLOW

FILLS = (SKY, ORANGE, YELLOW, GREEN, PURPLE)  # all carry black text, and cover light and dark paper alike
BLANK = "#EEEEEE"


def canvas(width: float, height: float, units: tuple[float, float]):
    """A figure with one empty, square-unit axes that runs from 0 to ``units``; y grows downwards."""
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots(figsize=(width, height), layout="constrained")
    ax.set(xlim=(0, units[0]), ylim=(units[1], 0), aspect="equal")
    ax.axis("off")
    return figure, ax


def grid(ax, x: float, y: float, values, fills=None, label: str = "", faint=None, size: float = 1.0, numbers: bool = True):
    """Draw an array of one or two axes with its upper left corner at (x, y).

    ``fills`` has the array's shape and holds a colour, or an index into FILLS, for each number; left
    out, each row has its own. ``faint`` marks, in the same shape, numbers that are only there by
    stretching. ``label`` stands below. Returns the point right of the grid's middle.
    """
    from matplotlib.patches import Rectangle

    table = np.atleast_2d(values)
    rows, columns = table.shape
    colours = np.broadcast_to(np.arange(rows)[:, None] % len(FILLS), table.shape) if fills is None else np.atleast_2d(fills)
    pale = np.zeros(table.shape, bool) if faint is None else np.broadcast_to(np.atleast_2d(faint), table.shape)
    for i in range(rows):
        for j in range(columns):
            colour = colours[i, j]
            colour = colour if isinstance(colour, str) else FILLS[int(colour) % len(FILLS)] if colour >= 0 else BLANK
            place = (x + j * size, y + i * size)
            style = {"alpha": 0.35, "linestyle": ":"} if pale[i, j] else {"alpha": 1.0}
            ax.add_patch(Rectangle(place, size, size, facecolor=colour, edgecolor="black", linewidth=0.8, **style))
            if numbers:
                ink = INK if pale[i, j] else "black"
                ax.text(place[0] + size / 2, place[1] + size / 2, said(table[i, j]), ha="center", va="center", color=ink, fontsize=9)
    if label:
        ax.text(x + columns * size / 2, y + rows * size + 0.22, label, ha="center", va="top", fontsize=9)
    return x + columns * size, y + rows * size / 2


def sign(ax, x: float, y: float, text: str, size: int = 13):
    """An operator or an arrow between two grids."""
    ax.text(x, y, text, ha="center", va="center", fontsize=size)


def said(value) -> str:
    """A number as short as it can be: 3, 0.5, 0.33."""
    if isinstance(value, (str, bool, np.bool_)):
        return {True: "T", False: "F"}.get(value, str(value)) if not isinstance(value, str) else value
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def shape_text(array) -> str:
    return str(tuple(np.shape(array)))
