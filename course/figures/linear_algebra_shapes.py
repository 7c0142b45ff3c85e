"""Figures of the linear algebra unit that show where numbers lie: views, reshape, broadcasting, shapes."""

import numpy as np

from course.figures.grids import BLANK, canvas, grid, shape_text, sign
from course.figures.picture import picture
from course.palette import ORANGE, SKY


@picture
def views():
    """A slice that looks at the array's own memory, and a list of indices that made a copy."""
    figure, ax = canvas(7.5, 2.4, (15, 4.8))
    ax.text(0, 0.4, "the memory of a", va="center")
    grid(ax, 0, 0.8, [0, 99, 2, 3, 4, 5], [[BLANK, SKY, SKY, SKY, BLANK, BLANK]], "a")
    ax.plot([1, 1, 4, 4], [2.6, 2.9, 2.9, 2.6], color=SKY, linewidth=3)
    ax.text(2.5, 3.1, "window = a[1:4]: the same memory", ha="center", va="top")
    ax.text(2.5, 3.8, "window[0] = 99 is seen in a", ha="center", va="top", fontsize=9)
    ax.text(9.5, 0.4, "memory of its own", va="center")
    grid(ax, 9.5, 0.8, [1, -1, 3], [[ORANGE] * 3], "chosen = a[[1, 2, 3]]")
    ax.text(11, 3.2, "chosen[1] = -1 is not seen in a", ha="center", va="top", fontsize=9)
    return figure, (
        "Two strips of memory. The first is the array a with the numbers 0, 99, 2, 3, 4, 5; the slice window is a bracket under its places 1 to 3, "
        "so that the 99 written through the window stands in a. The second strip, of the list of indices, is a copy of its own: its -1 is not in a."
    )


@picture
def reshape_or_transpose():
    """A (2, 3) array beside its reshape and its transpose, both of shape (3, 2)."""
    a = np.arange(1, 7).reshape(2, 3)
    rows = np.array([[0, 0, 0], [1, 1, 1]])
    figure, ax = canvas(8, 2.6, (17, 5.2))
    grid(ax, 0, 1, a, rows, "a: (2, 3)")
    grid(ax, 6, 0.5, a.reshape(3, 2), rows.reshape(3, 2), "a.reshape(3, 2)")
    grid(ax, 11, 0.5, a.T, rows.T, "a.T: (3, 2)")
    sign(ax, 4.5, 2, "→")
    ax.text(14, 1.2, "reshape: 1 2 | 3 4 | 5 6\nthe line goes on", va="center", fontsize=9)
    ax.text(14, 2.8, "transpose: 1 4 | 2 5 | 3 6\nrows become columns", va="center", fontsize=9)
    return figure, (
        "The array with the rows 1 2 3 and 4 5 6. Reshaped to three rows it reads 1 2, 3 4, 5 6, so that the middle row mixes both colours. "
        "Transposed it reads 1 4, 2 5, 3 6: each old row is now a column."
    )


@picture
def broadcasting():
    """A column and a row stretched to a table; and one number per row that divides the rows."""
    column, row = np.array([[0], [10], [20]]), np.array([1, 2, 3, 4])
    tall, wide = np.broadcast_to(column, (3, 4)), np.broadcast_to(row, (3, 4))
    figure, ax = canvas(8.5, 4.0, (17, 8.0))
    by_row, by_column = np.broadcast_to([[0], [1], [2]], (3, 4)), np.full((3, 4), -1)
    first_column, first_row = np.zeros((3, 4), bool), np.zeros((3, 4), bool)
    first_column[:, 1:], first_row[1:] = True, True
    grid(ax, 0, 0, tall, by_row, "(3, 1), stretched to the right", first_column)
    sign(ax, 5, 1.5, "+")
    grid(ax, 6, 0, wide, by_column, "(4,), stretched downwards", first_row)
    sign(ax, 11, 1.5, "=")
    grid(ax, 12, 0, tall + wide, by_row, "(3, 4)")
    X = np.array([[1, 2, 2], [0, 3, 4]])
    norms = np.broadcast_to([[3], [5]], (2, 3))
    faint = np.array([[False, True, True]] * 2)
    grid(ax, 0, 5.0, X, label="X: (2, 3)")
    sign(ax, 4, 6.0, "/")
    grid(ax, 5, 5.0, norms, label="one number per row, kept: (2, 1)", faint=faint)
    sign(ax, 9, 6.0, "=")
    grid(ax, 10, 5.0, X / norms, label="each row by its own number: (2, 3)")
    return figure, (
        "Coloured grids. Above: the column 0, 10, 20 is repeated to the right, the row 1, 2, 3, 4 is repeated downwards, and their sum is a table of "
        "three rows and four columns. Below: a matrix with two rows is divided by a column of two norms, 3 and 5, that is repeated to the right, so that each row is "
        "divided by its own number. What is only repeated is pale."
    )


@picture
def scrambled(flatten_batch):
    """Three ways to flatten a batch of digits, each row shown as an image again."""
    import matplotlib.pyplot as plt
    from sklearn.datasets import load_digits

    images = load_digits().images[:3]
    ways = {
        "your flatten_batch(images)": np.asarray(flatten_batch(images.copy())),
        "images.reshape(-1, 3).T": images.reshape(-1, 3).T,
        "images.T.reshape(3, -1)": images.T.reshape(3, -1),
    }
    figure, panels = plt.subplots(3, 3, figsize=(6.4, 5.2), layout="constrained")
    for column, (name, X) in zip(panels.T, ways.items()):
        for ax, row in zip(column, X):
            ax.imshow(row.reshape(8, 8), cmap="gray_r")
            ax.set(xticks=[], yticks=[])
        column[0].set_title(name, fontsize=9)
    for i, ax in enumerate(panels[:, 0]):
        ax.set_ylabel(f"row {i}")
    kept = np.array_equal(ways["your flatten_batch(images)"].reshape(-1), images.reshape(-1))
    return figure, (
        "Nine small images: the rows of three flattened batches, made square again. The rows of your flatten_batch show "
        f"{'the digits 0, 1 and 2' if kept else 'no whole digit'}. Those of the two other ways, which have the same shape, show stripes and mixtures of the digits."
    )


@picture
def summary():
    """The shapes of the operations of the unit."""
    figure, ax = canvas(8.5, 6.6, (24, 18.5))
    size = 0.8

    def block(x, y, rows, columns, fill, label):
        return grid(ax, x, y, np.zeros((rows, columns)), np.full((rows, columns), fill), label, size=size, numbers=False)

    lines = (
        ("dot product  u @ v", (1, 4, 0, "(d,)"), "@", (1, 4, 1, "(d,)"), (1, 1, 2, "()")),
        ("map a vector  A @ x", (3, 4, 0, "(n, d)"), "@", (4, 1, 1, "(d,)"), (3, 1, 2, "(n,)")),
        ("map after map  A @ B", (3, 4, 0, "(n, d)"), "@", (4, 2, 1, "(d, k)"), (3, 2, 2, "(n, k)")),
        ("all pairs  u[:, None] * v", (3, 1, 0, "(n, 1)"), "*", (1, 4, 1, "(m,)"), (3, 4, 2, "(n, m)")),
    )
    y = 0.2
    for title, left, operator, right, result in lines:
        tallest = max(left[0], right[0], result[0]) * size
        ax.text(0, y + tallest / 2, title, va="center")
        x = 8.5
        for part, after in ((left, operator), (right, "="), (result, "")):
            end, _ = block(x, y + (tallest - part[0] * size) / 2, *part)
            sign(ax, end + 0.8, y + tallest / 2, after)
            x = end + 1.6
        y += tallest + 1.5
    ax.text(0, y + 1.2, "one number per row\nX.sum(axis=1, keepdims=True)", va="center")
    end, _ = block(8.5, y, 3, 4, 0, shape_text(np.zeros((3, 4))))
    sign(ax, end + 0.8, y + 1.2, "→")
    block(end + 1.6, y, 3, 1, 2, shape_text(np.zeros((3, 1))))
    return figure, (
        "Five lines of blocks with their shapes. Dot product: d numbers and d numbers give one. A matrix n by d and d numbers give n. A matrix n by d and one d by k "
        "give n by k. A column of n and a row of m give all pairs, n by m. A sum along axis 1 with keepdims makes a column of a matrix."
    )
