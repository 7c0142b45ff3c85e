"""The figures of the short problems: what goes in and what comes out, as coloured grids."""

import numpy as np

from course.figures.grids import canvas, grid, shape_text, sign
from course.figures.letter import LETTER
from course.figures.picture import INK, picture
from course.palette import GREEN, INPUT, LEARNER, SKY, VALUE, VERMILLION

DASHED = (0, (6, 4))

# Per problem: (name of the argument, its value, a colour for each number) ..., and the same for the
# result. A colour is an index into FILLS, -1 is grey; numbers keep their colour on the way.
COLUMN = np.array([0, 1, 2])
TASKS = {
    "outer": (
        [("u", [1, 2], [0, 1]), ("v", [10, 20, 30], [-1, -1, -1])],
        [[10, 20, 30], [20, 40, 60]], [[0, 0, 0], [1, 1, 1]],
    ),
    "diag": ([("v", [3, 5, 7], [0, 1, 2])], np.diag([3, 5, 7]), [[0, -1, -1], [-1, 1, -1], [-1, -1, 2]]),
    "triu": (
        [("A", [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[0] * 3, [1] * 3, [2] * 3])],
        [[1, 2, 3], [0, 5, 6], [0, 0, 9]], [[0, 0, 0], [-1, 1, 1], [-1, -1, 2]],
    ),
    "one_hot": (
        [("labels", [2, 0, 1], [2, 0, 1]), ("classes", [3], [-1])],
        [[0, 0, 1], [1, 0, 0], [0, 1, 0]], [[-1, -1, 2], [0, -1, -1], [-1, 1, -1]],
    ),
    "brighten": (
        [("image", [[100, 250], [0, 255]], [[0, 1], [-1, 1]]), ("amount", [10], [-1])],
        [[110, 255], [10, 255]], [[0, 1], [-1, 1]],
    ),
    "moving_average": ([("x", [1, 2, 6, 3], [0, 0, -1, -1]), ("width", [2], [-1])], [1.5, 4, 4.5], [0, -1, -1]),
    "argmax_ties": ([("x", [3, 7, 1, 7], [-1, 1, -1, 1])], [1, 3], [1, 1]),
    "bincount": ([("labels", [1, 1, 2, 1], [1, 1, 2, 1]), ("classes", [4], [-1])], [0, 3, 1, 0], [-1, 1, 2, -1]),
    "standardize_columns": (
        [("X", [[1, 10, 5], [3, 50, 5]], [COLUMN, COLUMN])],
        [[-1, -1, 0], [1, 1, 0]], [COLUMN, COLUMN],
    ),
    "pairwise_distances": (
        [("X", [[0, 0], [3, 4]], [[0, 0], [1, 1]]), ("Y", [[3, 4], [0, 2], [0, 0]], [[-1, -1]] * 3)],
        [[5, 2, 0], [0, 13**0.5, 5]], [[0] * 3, [1] * 3],
    ),
    "rotate": (
        [("points", [[1, 0], [0, 1], [2, 1]], [[0, 0], [1, 1], [2, 2]]), ("angle", ["π/2"], [-1])],
        [[0, 1], [-1, 0], [-1, 2]], [[0, 0], [1, 1], [2, 2]],
    ),
    "group_means": (
        [("X", [[1, 0], [3, 2], [10, 4]], [[0, 0], [0, 0], [1, 1]]), ("labels", [0, 0, 1], [0, 0, 1]), ("groups", [3], [-1])],
        [[2, 1], [10, 4], [0, 0]], [[0, 0], [1, 1], [-1, -1]],
    ),
}
NUMBERS = {"π/2": np.pi / 2}


def draw(ax, name: str, y: float = 0.0, own=None) -> float:
    """One problem in one line, from the left; ``own`` is the learner's result. Returns its height."""
    inputs, wanted, fills = TASKS[name]
    tallest = max(len(np.atleast_2d(value)) for value in [*(value for _, value, _ in inputs), wanted])
    x = 0.2
    for title, value, colours in inputs:
        number = np.ndim(value) == 1 and len(value) == 1 and title not in ("labels", "v", "u", "x")
        label = title if number else f"{title}: {shape_text(value)}"
        x, _ = grid(ax, x, y, value, colours, label)
        x += 1.6
    sign(ax, x - 0.2, y + tallest / 2, "→", 16)
    x, _ = grid(ax, x + 0.8, y, wanted, fills, shape_text(wanted))
    if own is not None:
        same = np.shape(own) == np.shape(wanted) and np.allclose(own, wanted)
        if np.ndim(own) in (1, 2) and np.size(own) <= 12:
            x, _ = grid(ax, x + 1.4, y, own, fills if same else np.full(np.shape(own), -1), "yours")
        sign(ax, x + 1.0, y + tallest / 2, "✓" if same else "differs", 12)
    return tallest


@picture
def task(name: str):
    """What goes in and what comes out of a problem."""
    if name == "channels_last":
        return channels()
    inputs, wanted, _ = TASKS[name]
    height = max(len(np.atleast_2d(value)) for value in [*(value for _, value, _ in inputs), wanted]) + 1.0
    figure, ax = canvas(8, 0.46 * height, (18, height))
    draw(ax, name, 0.1)
    given = "; ".join(f"{title} = {np.asarray(value).tolist() if len(value) != 1 else value[0]}" for title, value, _ in inputs)
    return figure, f"What goes into {name}: {given}. What comes out: {np.round(np.asarray(wanted, float), 2).tolist()}, of shape {shape_text(wanted)}."


def channels():
    """One picture of three channels, as three tables and as one table of colours."""
    figure, ax = canvas(8, 1.9, (18, 4.2))
    shades, colours = (("red", "1"), ("green", "2"), ("blue", "3")), (VERMILLION, GREEN, SKY)
    for k in (2, 1, 0):
        name, digit = shades[k]
        table = np.array([[f"{digit}a", f"{digit}b"], [f"{digit}c", f"{digit}d"]])
        grid(ax, 0.3 + 2.3 * k, 0.5, table, np.full((2, 2), colours[k]), name)
    ax.text(3.5, 3.9, "(1, 3, 2, 2): channel by channel", ha="center")
    sign(ax, 8.2, 1.5, "→", 16)
    for i in range(2):
        for j in range(2):
            letters = "abcd"[2 * i + j]
            grid(ax, 9.5 + 3.6 * j, 0.2 + 1.4 * i, [f"{digit}{letters}" for _, digit in shades], list(colours))
    ax.text(12.8, 3.9, "(1, 2, 2, 3): pixel by pixel", ha="center")
    return figure, (
        "Left: three tables of two by two, the red numbers 1a to 1d, the green ones 2a to 2d, the blue ones 3a to 3d. Right: four pixels, each with its three numbers side by side: "
        "1a 2a 3a, then 1b 2b 3b, 1c 2c 3c and 1d 2d 3d."
    )


@picture
def brightened(brighten):
    """A photograph made brighter with wrap-around and by the learner's function."""
    import matplotlib.pyplot as plt
    from sklearn.datasets import load_sample_image

    image = np.ascontiguousarray(load_sample_image("china.jpg")[:420:3, :630:3])
    wrapped = image + np.uint8(80)
    own = np.asarray(brighten(image.copy(), 80))
    figure, panels = plt.subplots(1, 3, figsize=(10, 2.6), layout="constrained")
    for ax, shown, title in zip(panels, (image, wrapped, own), ("the photograph", "image + 80: wraps around", "your brighten(image, 80)")):
        ax.imshow(shown)
        ax.set(title=title, xticks=[], yticks=[])
        ax.grid(False)
    return figure, (
        "A photograph of a Chinese tower three times. In the original the sky is pale. After plain addition of 80 the sky and all bright places are dark with wrong colours, "
        f"since {np.mean(wrapped < image):.0%} of the numbers wrapped around. By your function {np.mean(own.astype(int) < image):.0%} became smaller."
    )


@picture
def smoothed(moving_average):
    """A noisy series and its moving averages."""
    import matplotlib.pyplot as plt

    t = np.arange(120)
    x = np.sin(t / 12) + np.random.default_rng(3).normal(scale=0.35, size=120)
    figure, ax = plt.subplots(figsize=(8, 3), layout="constrained")
    ax.plot(t, x, color=INPUT, linewidth=1, label="x")
    for width, style in ((5, "-"), (21, DASHED)):
        y = np.asarray(moving_average(x.copy(), width))
        ax.plot(np.arange(len(y)) + (width - 1) / 2, y, color=LEARNER, linestyle=style, label=f"your moving_average(x, {width})")
    ax.legend()
    ax.set(xlabel="place in the series")
    return figure, (
        "A noisy wave of 120 numbers and two of your moving averages. That of width 5 is still restless; that of width 21 is a smooth wave, a little lower at its tops, and does not reach the two ends."
    )


@picture
def turned(rotate):
    """A letter F, turned by several angles."""
    import matplotlib.pyplot as plt

    letter = 2 * LETTER + [0.8, -0.2]
    figure, ax = plt.subplots(figsize=(4.4, 4.2), layout="constrained")
    ax.fill(*letter.T, color=INPUT, alpha=0.4)
    ax.plot(*letter.T, color=INPUT)
    for degrees in (60, 120, 180, 240, 300):
        ax.plot(*np.asarray(rotate(letter.copy(), np.radians(degrees))).T, color=LEARNER, linestyle=DASHED)
    ax.plot(0, 0, "+", color=INK, markersize=12)
    ax.annotate("", (-0.1, 0.7), (0.7, 0.1), arrowprops={"arrowstyle": "->", "color": VALUE, "connectionstyle": "arc3,rad=0.4"})
    ax.set(aspect="equal", xlim=(-3, 3), ylim=(-3, 3), title="the F at 0°, turned by 60° each time")
    return figure, (
        "A filled letter F right of the origin, and five dashed copies of it, each turned by your rotate by another 60 degrees anticlockwise around the origin, so that they form a ring."
    )


@picture
def mean_digits(group_means, pairwise_distances):
    """The mean image of each digit, and how well the nearest mean classifies."""
    import matplotlib.pyplot as plt
    from sklearn.datasets import load_digits

    digits = load_digits()
    means = np.asarray(group_means(digits.data.copy(), digits.target.copy(), 10))
    # In parts: all 1797 x 10 x 64 differences at once are ten megabytes, more than a picture needs.
    nearest = np.concatenate([np.argmin(pairwise_distances(part, means), axis=1) for part in np.array_split(digits.data, 12)])
    right = np.mean(nearest == digits.target)
    figure, panels = plt.subplots(1, 10, figsize=(10, 1.7), layout="constrained")
    for digit, (ax, mean) in enumerate(zip(panels, means)):
        ax.imshow(mean.reshape(8, 8), cmap="gray_r")
        ax.set(title=str(digit), xticks=[], yticks=[])
        ax.grid(False)
    figure.suptitle(f"the nearest of your ten means names {right:.1%} of the same images rightly", fontsize=11, color=INK)
    return figure, (
        "Ten blurred images, the means of the handwritten digits 0 to 9 by your group_means; each digit can be read. "
        f"When every image is given the digit of its nearest mean, by your pairwise_distances, {right:.1%} of the same images are named rightly."
    )


@picture
def gallery(**functions):
    """Every problem in one line, with the learner's result."""
    heights = [max(len(np.atleast_2d(v)) for v in [*(v for _, v, _ in TASKS[n][0]), TASKS[n][1]]) for n in functions]
    figure, ax = canvas(9.5, 0.36 * (sum(heights) + 1.9 * len(heights)), (27, sum(heights) + 1.9 * len(heights)))
    y, said = 0.2, []
    for (name, function), height in zip(functions.items(), heights):
        inputs, wanted, _ = TASKS[name]
        arguments = [NUMBERS.get(v[0], v[0]) if t in ("classes", "amount", "width", "angle", "groups") else
                     np.array(v, dtype=np.uint8 if t == "image" else None) for t, v, _ in inputs]
        try:
            own = np.asarray(function(*arguments))
            said.append(f"{name} {'as asked' if np.shape(own) == np.shape(wanted) and np.allclose(own, wanted) else 'differs'}")
        except NotImplementedError:
            own = None
            said.append(f"{name} not written yet")
        except Exception as error:  # one broken function must not hide the others
            own = None
            said.append(f"{name} raises {type(error).__name__}")
        draw(ax, name, y, own)
        ax.text(26.8, y + height / 2, name if own is not None else said[-1], ha="right", va="center")
        y += height + 1.9
    return figure, "The problems of this notebook, one a line, with what goes in, what is asked, and your result: " + "; ".join(said) + "."
