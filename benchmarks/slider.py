"""From a key on a slider to the changed picture, and how smoothly a drag is followed.

python benchmarks/slider.py [ROUNDS]

One JupyterLab page holds the activation explorer and, drawn by ``interact`` with inline matplotlib,
the same two panels (curve, point, tangent; derivative). They take turns, a key press each. Time runs
from the browser's timestamp of the key press to the first task after the frame that shows the change.
A drag sends 120 movements as fast as the browser takes them, at most one a frame, and counts the frames
in which the picture had changed.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from measure import RESULTS, ROOT, report, summary, take_turns

sys.path.insert(0, str(ROOT))  # for the driver that the browser tests use

import nbformat  # noqa: E402

from tests.browser.lab import Lab, chromium, why_not  # noqa: E402

CELLS = [
    "import torch\nfrom course import widgets\nwidgets.activation_explorer(functions={}, derivatives={})",
    '''%matplotlib inline
import matplotlib.pyplot as plt
import numpy as np
from ipywidgets import FloatSlider, interact

Z = np.linspace(-8, 8, 321)

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def draw(x, w, b):
    z = w * x + b
    a = sigmoid(z)
    slope = a * (1 - a)
    figure, (above, below) = plt.subplots(2, 1, figsize=(5, 4), sharex=True, height_ratios=[2, 1])
    above.plot(Z, sigmoid(Z))
    near = np.array([z - 1.6, z + 1.6])
    above.plot(near, a + slope * (near - z))
    above.plot(z, a, "o")
    above.set(xlim=(-8, 8), ylim=(-1.25, 1.25), title=f"z = {z:.4f}, a = {a:.4f}, a' = {slope:.4f}")
    below.plot(Z, sigmoid(Z) * (1 - sigmoid(Z)))
    below.plot(z, slope, "o")
    below.set(ylim=(-0.15, 1.2), xlabel="z = w x + b")
    plt.show()

interact(draw, x=FloatSlider(0.5, min=-3, max=3, step=0.05), w=FloatSlider(1.0, min=-2, max=2, step=0.05),
         b=FloatSlider(0.0, min=-2, max=2, step=0.05));''',
]


def press(notebook, name: str, key: str) -> float:
    """Seconds from one key press to the paint, with the kernel at rest before and after."""
    page = notebook.page
    page.evaluate("(name) => window.slider.focus(name)", name)
    page.wait_for_timeout(200)  # JupyterLab makes the cell active, which is not what is measured
    page.evaluate("(name) => window.slider.arm(name)", name)
    page.keyboard.press(key)
    taken = page.evaluate("() => window.slider.pending") / 1000
    rest(notebook)
    return taken


def rest(notebook):
    notebook.page.wait_for_timeout(150)  # the message to the kernel leaves after the paint
    notebook.wait_idle()


def drag(notebook, name: str, moves: int = 120) -> float:
    """Frames a second in which the picture had moved, from the first movement to the last change."""
    page = notebook.page
    left, top, width, height = page.evaluate("(name) => window.slider.place(name)", name)
    x, y = left + (width / 2 if width < 40 else width * 3.5 / 6), top + height / 2  # a range's thumb is at 0.5
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("(name) => { window.slider.count(name); window.slider.began = performance.now(); }", name)
    for step in range(moves):
        # To and fro, 3 pixels at a time: more than a step of either slider, so each asks for a new picture.
        page.mouse.move(x + 3 * (20 - abs(step % 80 - 40)), y)  # returns when the browser has taken it
    page.mouse.up()
    rest(notebook)
    page.wait_for_timeout(500)
    changes = page.evaluate("() => window.slider.stop().map((time) => (time - window.slider.began) / 1000)")
    return len(changes) / changes[-1]


def measure_page(rounds: int):
    with tempfile.TemporaryDirectory() as folder, Lab(Path(folder)) as lab, chromium() as browser:
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(notebook, Path(folder) / "slider.ipynb")
        page = browser.new_page(viewport={"width": 1100, "height": 1500})  # both pictures in sight
        notebook = lab.open(page, "slider.ipynb")
        notebook.run_all()
        assert not notebook.errors(), notebook.errors()
        page.locator(".widget-interact img").wait_for()
        page.locator(".nn-activations .nn-point").wait_for()
        rest(notebook)
        page.evaluate((Path(__file__).with_suffix(".js")).read_text(encoding="utf-8"))
        names = page.evaluate("() => window.slider.names")
        # To and fro, so that no slider comes to its end.
        keys = {name: iter(["ArrowRight", "ArrowLeft"] * (rounds + 2)) for name in names}
        seconds = take_turns(
            {name: lambda name=name: press(notebook, name, next(keys[name])) for name in names}, rounds, warm_up=3
        )
        frames = {name: [drag(notebook, name) for _ in range(3)] for name in names}
        return seconds, {name: round(statistics.median(each), 1) for name, each in frames.items()}, browser.version


def main(rounds: int = 30) -> None:
    if reason := why_not():
        sys.exit(f"benchmarks/slider.py: {reason}.")
    seconds, frames, version = measure_page(rounds)
    ours = next(iter(seconds))
    rows = summary(seconds, ours)
    report("slider", rows, ours, chromium=version, frames_per_second=frames)
    lines = [
        "# From a key on a slider to the changed picture",
        "",
        f"Written by `python benchmarks/slider.py {rounds}` (JupyterLab in Chromium {version}, both on one page in turns).",
        "",
        "| the same picture by | key to paint, median ms | range | ratio | frames a second of a drag |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        low, high = row["low_s"] * 1e3, row["high_s"] * 1e3
        lines.append(
            f"| {row['name']} | {row['median_s'] * 1e3:.1f} | {low:.1f} to {high:.1f} "
            f"| {row['ratio']:.1f} | {frames[row['name']]} |"
        )
        print(f"{row['name']}: {frames[row['name']]} frames a second of a drag")
    (RESULTS / "slider.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
