"""From a key on a slider to the changed picture, and how smoothly a drag is followed, for every widget.

python benchmarks/slider.py [ROUNDS] [WIDGET ...]

Each unit has a JupyterLab page and a kernel of its own, one at a time, as a learner has: a notebook with the unit's
solved functions, its widgets and, drawn by ``interact`` with inline matplotlib, the two panels of the activation explorer
(curve, point, tangent; derivative). On each page they take turns, a key press each. Time runs from the browser's
timestamp of the key press to the first task after the frame that shows the change, for ``interact`` as for the widgets;
where Python is asked, also to the last change after its answer. A drag sends 120 movements as fast as the browser takes
them, at most one a frame, and counts the frames in which the picture had changed.
"""

import ast
import re
import statistics
import sys
import tempfile
from pathlib import Path

from measure import RESULTS, ROOT, report, summary, take_turns

sys.path.insert(0, str(ROOT))  # for the driver that the browser tests use

import nbformat  # noqa: E402

from tests.browser.lab import Lab, chromium, why_not  # noqa: E402

# What stands behind "nn-" in a widget's class, the unit that it belongs to, and how it is made.
WIDGETS = {
    "linear-map": ("linear_algebra", "widgets.linear_map_explorer([[1.0, 0.5], [0.0, 1.0]])"),
    "perceptron": ("neurons", 'widgets.perceptron_explorer("AND")'),
    "activations": ("activations", 'widgets.activation_explorer("sigmoid")'),
    "collapse": ("activations", "widgets.collapse_explorer()"),
    "depth": ("activations", "widgets.depth_explorer()"),
    "graph-explorer": ("computation_graphs", "widgets.graph_explorer(step=13)"),
    "descent": ("logistic_regression", "widgets.gradient_descent_explorer()"),
    "hidden": ("hidden_layers", "widgets.hidden_units_explorer()"),
    "scale": ("scale", "widgets.scale_explorer()"),
}
INTERACT = "interact + inline matplotlib"
BASELINE = '''%matplotlib inline
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
         b=FloatSlider(0.0, min=-2, max=2, step=0.05));'''


DEFINES = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)


def cells(unit: str, chosen: list[str]) -> list[str]:
    """The notebook: of each of the unit's masters the first code cell and all that define, then the widgets, the baseline."""
    made = []
    for path in sorted((ROOT / "source" / unit).glob("*.ipynb")):
        first, *rest = (cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code")
        made += [first, *(code for code in rest if all(isinstance(part, DEFINES) for part in ast.parse(code).body))]
    return [*made, *(WIDGETS[name][1] for name in chosen), BASELINE]


AT_REST = "() => document.getAnimations().every((each) => each.playState !== 'running')"


def press(notebook, name: str, key: str) -> tuple[float, float | None]:
    """Seconds from one key press to the first paint, and to the last after Python's answer if there is one."""
    page = notebook.page
    page.evaluate("(name) => window.slider.focus(name)", name)
    # JupyterLab makes the cell active, which is not what is measured: the cursors of all its editors blink once, 1.2 s long.
    page.wait_for_timeout(200)
    page.wait_for_function(AT_REST, polling=50)
    page.wait_for_timeout(100)  # and the last of their frames is not a moment ago, or a key waits for the next
    page.evaluate("(name) => window.slider.arm(name)", name)
    page.keyboard.down(key)
    first, last = page.evaluate("() => window.slider.pending")
    page.keyboard.up(key)  # a finger stays on a key for longer than a picture takes
    notebook.wait_idle()
    return first / 1000, None if last is None else last / 1000


def drag(notebook, name: str, moves: int = 120) -> float:
    """Frames a second in which the picture had moved, from the first movement to the last change."""
    page = notebook.page
    start, *way = page.evaluate("([name, moves]) => window.slider.way(name, moves)", [name, moves])
    page.mouse.move(*start)
    page.mouse.down()
    page.evaluate("(name) => { window.slider.count(name); window.slider.began = performance.now(); }", name)
    for place in way:
        page.mouse.move(*place)  # returns when the browser has taken it
    page.mouse.up()
    page.wait_for_timeout(500)
    notebook.wait_idle()
    changes = page.evaluate("() => window.slider.stop().map((time) => (time - window.slider.began) / 1000)")
    if not changes:
        raise SystemExit(f"benchmarks/slider.py: the picture of {name} did not move in a drag.")
    return len(changes) / changes[-1]


def opened(lab: Lab, browser, folder: Path, unit: str, chosen: list[str]):
    """The unit's notebook in a page of its own, run, with what slider.js offers."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells(unit, chosen)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, folder / f"{unit}.ipynb")
    page = browser.new_page(viewport={"width": 1100, "height": 1500})
    notebook = lab.open(page, f"{unit}.ipynb")
    # As in the course's own JupyterLab: what is out of sight stays on the page.
    page.evaluate("() => { const it = window.jupyterapp.shell.currentWidget.content; it.notebookConfig = { ...it.notebookConfig, windowingMode: 'defer' }; }")
    notebook.run_all()
    assert not notebook.errors(), notebook.errors()
    for name in chosen:
        page.locator(f".nn-{name} svg").first.wait_for(state="attached")
    page.locator(".widget-interact img").wait_for(state="attached")
    notebook.wait_idle()
    for name in set(chosen) - {"scale"}:  # a function that fails would be quick to answer; scale waits for an experiment of minutes
        if said := re.search(r"[^.]*( raised |not written|will be drawn| gave )[^.]*", page.locator(f".nn-{name}").inner_text()):
            raise SystemExit(f"benchmarks/slider.py: the widget {name} says: {said[0].strip()}.")
    page.evaluate((Path(__file__).with_suffix(".js")).read_text(encoding="utf-8"))
    return notebook


def measure_page(notebook, names: list[str], rounds: int) -> tuple[dict, dict, dict]:
    """By name: seconds to the first paint, seconds to Python's answer where it is asked, frames a second of a drag."""
    answers: dict[str, list[float]] = {}

    def one(name: str) -> float:
        # To and fro, so that no slider comes to its end.
        first, last = press(notebook, name, next(keys[name]))
        if last is not None:
            answers.setdefault(name, []).append(last)
        return first

    keys = {name: iter(["ArrowRight", "ArrowLeft"] * (rounds + 2)) for name in names}
    seconds = take_turns({name: lambda name=name: one(name) for name in names}, rounds, warm_up=3)
    frames = {name: [drag(notebook, name) for _ in range(3)] for name in names}
    return seconds, answers, {name: round(statistics.median(each), 1) for name, each in frames.items()}


def main(rounds: str = "20", *chosen: str) -> None:
    if reason := why_not():
        sys.exit(f"benchmarks/slider.py: {reason}.")
    if unknown := set(chosen) - set(WIDGETS):
        sys.exit(f"benchmarks/slider.py: no widget {', '.join(sorted(unknown))}; there are {', '.join(WIDGETS)}.")
    units: dict[str, list[str]] = {}
    for name in chosen or WIDGETS:
        units.setdefault(WIDGETS[name][0], []).append(name)
    rows, answered, frames = [], {}, {}
    with tempfile.TemporaryDirectory() as folder, Lab(Path(folder)) as lab, chromium() as browser:
        for unit, names in units.items():
            notebook = opened(lab, browser, Path(folder), unit, names)
            seconds, answers, smooth = measure_page(notebook, [*names, INTERACT], int(rounds))
            notebook.shut_down()
            notebook.page.close()
            beside = f"{INTERACT}, beside {', '.join(names)}"
            for row in summary(seconds, INTERACT):
                frames[beside if row["name"] == INTERACT else row["name"]] = smooth[row["name"]]
                rows.append({**row, "name": beside} if row["name"] == INTERACT else row)
            answered |= {name: round(statistics.median(taken), 4) for name, taken in answers.items() if name != INTERACT}
        version = browser.version
    report("slider", rows, f"{INTERACT} on the same page", chromium=version, frames_per_second=frames, answered_s=answered)
    lines = [
        "# From a key on a slider to the changed picture",
        "",
        f"Written by `python {' '.join(['benchmarks/slider.py', rounds, *chosen])}` (JupyterLab in Chromium {version}, a page for each unit, in turns).",
        "",
        "| widget | key to paint, median ms | range | times as fast as interact | with Python's answer, median ms | frames a second of a drag |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        low, high, answer = row["low_s"] * 1e3, row["high_s"] * 1e3, answered.get(row["name"])
        lines.append(
            f"| {row['name']} | {row['median_s'] * 1e3:.1f} | {low:.1f} to {high:.1f} | {1 / row['ratio']:.1f} "
            f"| {f'{answer * 1e3:.1f}' if answer else ''} | {frames[row['name']]} |"
        )
    print("\n".join(lines[4:]))
    (RESULTS / "slider.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
