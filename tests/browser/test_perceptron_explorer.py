"""The perceptron explorer in JupyterLab: dragged, moved by keys, and asked whether the kernel agrees."""

import json
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.browser import lab as driving
from tests.browser.conftest import VIEWPORT

STUB = "def perceptron(x, w, b):\n    raise NotImplementedError"
FIT_STUB = "def perceptron_fit(X, y, lr, max_epochs):\n    raise NotImplementedError"
RIGHT = "import numpy as np\n\ndef perceptron(x, w, b):\n    return np.where(np.asarray(x) @ w + b >= 0, 1, 0)"
GREATER = RIGHT.replace(">=", ">")
NO_BIAS = RIGHT.replace("@ w + b", "@ w")
BROKEN = "def perceptron(x, w, b):\n    return [1, 2][3]"
FIT = """
def perceptron_fit(X, y, lr, max_epochs):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        errors.append(0)
        for x, label in zip(X, y):
            error = label - int(x @ w + b >= 0)
            w, b = w + lr * error * x, b + lr * error
            errors[-1] += abs(int(error))
        if errors[-1] == 0:
            break
    return w, b, errors
"""


class Explorer:
    """The notebook's first perceptron explorer: what the page shows, and what the kernel holds."""

    def __init__(self, notebook):
        self.notebook, self.page = notebook, notebook.page
        self.cell = notebook.find("perceptron_explorer(")
        self.root = self.page.locator(".nn-perceptron").first
        self.root.wait_for()
        self.root.scroll_into_view_if_needed()

    def slider(self, name):
        return self.root.get_by_role("slider", name=name)

    def drawn(self, selector, attribute):
        return self.root.locator(selector).first.get_attribute(attribute)

    def words(self):
        return self.root.locator(".nn-words").inner_text()

    def wait_words(self, text):
        self.root.locator(".nn-words", has_text=text).wait_for()

    def answers(self):
        return "".join(self.root.locator(".nn-answer").all_text_contents())

    def middle(self, selector):
        box = self.root.locator(selector).first.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def place(self, x1, x2):
        """Where on the page a point of a gate's plane is drawn."""
        frame = self.root.locator(".nn-panel").bounding_box()
        return frame["x"] + (x1 + 0.5) / 2 * frame["width"], frame["y"] + (1.5 - x2) / 2 * frame["height"]

    def drag(self, start, end):
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move(*end, steps=6)
        mouse.up()

    def _widget(self):
        view = self.notebook.cells()[self.cell]["outputs"][0]["data"]["application/vnd.jupyter.widget-view+json"]
        return f"__import__('ipywidgets').widgets.widget._instances[{view['model_id']!r}]"

    def kernel(self, *traits):
        """The traits as Python has them now."""
        values = ", ".join(f"{self._widget()}.{trait}" for trait in traits)
        return json.loads(eval(self.notebook.kernel(f"__import__('json').dumps([{values}])")))

    def assign(self, **traits):
        for name, value in traits.items():
            self.notebook.kernel(f"setattr({self._widget()}, {name!r}, {value!r})")

    def neuron(self):
        return [float(self.slider(name).input_value()) for name in ("weight w1", "weight w2", "bias b")]

    def wait_agreed(self):
        """Until the kernel holds the neuron that the page shows."""
        for _ in range(60):
            if (now := self.kernel("w1", "w2", "b")) == pytest.approx(self.neuron(), abs=0.026):  # half a step
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"the kernel has {now}, the browser {self.neuron()}")


@pytest.fixture(scope="module")
def shared(opened, small_notebook):
    # A short notebook: JupyterLab takes cells that are far out of sight off the page.
    cells = ["import numpy as np\n\nfrom course import widgets", 'widgets.perceptron_explorer("AND")', STUB, FIT_STUB]
    notebook = opened(small_notebook([("code", source) for source in cells]))
    notebook.run_all()
    assert not notebook.errors()
    return Explorer(notebook)


@pytest.fixture
def explorer(shared):
    """The shared explorer, back at its start."""
    shared.page.set_viewport_size(VIEWPORT)
    shared.notebook.theme("JupyterLab Light")
    shared.notebook.rewrite(shared.notebook.find("def perceptron("), STUB)
    shared.assign(data="AND", epoch=-1, w1=1.0, w2=-0.5, b=-0.25)
    shared.root.get_by_text("perceptron is not written yet.").first.wait_for()
    shared.wait_words("The neuron says 0 at (0, 0), 0 at (0, 1), 1 at (1, 0), 1 at (1, 1).")
    shared.root.scroll_into_view_if_needed()
    return shared


def test_the_released_notebook_runs_and_its_explorer_moves(opened, lab):
    folder = Path(tempfile.mkdtemp(dir=lab.folder))
    shutil.copytree(driving.REPOSITORY / "release/neurons", folder, dirs_exist_ok=True)
    notebook = opened(f"{folder.name}/neurons.ipynb")
    notebook.run_all()
    notebook.wait_idle()
    errors = {error.partition(":")[0] for _, error in notebook.errors()}
    assert errors <= {"CheckFailed", "HiddenTestFailed"}, errors
    notebook.page.locator(".jp-Cell").first.scroll_into_view_if_needed()
    notebook.run(notebook.find("perceptron_explorer("))  # and it is in sight
    explorer = Explorer(notebook)
    line = explorer.drawn(".nn-value", "x1")
    explorer.slider("bias b").press("ArrowLeft")
    assert explorer.drawn(".nn-value", "x1") != line
    explorer.wait_agreed()


def test_keys_move_the_boundary_and_flip_answers(explorer):
    line = ".nn-value"
    before = [explorer.drawn(line, end) for end in ("x1", "y1", "x2", "y2")]
    cells = len(explorer.notebook.cells())
    for name, key, trait in (("weight w1", "ArrowLeft", 0), ("weight w2", "End", 1), ("bias b", "ArrowLeft", 2)):
        slider, old = explorer.slider(name), explorer.neuron()[trait]
        slider.focus()
        slider.press(key)
        assert explorer.neuron()[trait] != old
    assert explorer.neuron() == pytest.approx([0.95, 2.0, -0.3])
    assert [explorer.drawn(line, end) for end in ("x1", "y1", "x2", "y2")] != before
    assert explorer.answers() == "0111"
    explorer.wait_agreed()
    for key in "abx":  # JupyterLab's commands: none may reach it from the slider
        explorer.slider("bias b").press(key)
    assert len(explorer.notebook.cells()) == cells


def test_every_set_of_points_can_be_chosen_by_key(explorer):
    radio = explorer.root.get_by_role("radio", name="AND", exact=True)
    radio.focus()
    for name in ("OR", "NAND", "XOR"):
        explorer.page.keyboard.press("ArrowRight")
        assert f"For {name}, " in explorer.words()
        assert explorer.root.locator(".nn-example").count() == 4
    assert "No line gets all 4 right." in explorer.words()
    explorer.page.keyboard.press("ArrowRight")
    assert "setosa or versicolor: " in explorer.words() and explorer.root.locator(".nn-example").count() == 25
    explorer.page.keyboard.press("ArrowRight")
    assert "No line gets all 25 right." in explorer.words()
    assert explorer.root.get_by_role("img").get_attribute("aria-label") == explorer.words()
    explorer.page.wait_for_timeout(300)
    assert explorer.kernel("data") == ["virginica"]


def test_the_boundary_is_dragged_and_keeps_its_direction(explorer):
    explorer.assign(w1=1.0, w2=1.0, b=-0.5)
    explorer.wait_words("For AND, 2 of 4 right")
    explorer.drag(explorer.place(0.25, 0.25), explorer.place(0.75, 0.8))
    assert explorer.neuron() == pytest.approx([1.0, 1.0, -1.55])
    assert explorer.answers() == "0001" and "an AND gate" in explorer.words()
    explorer.wait_agreed()


def test_the_arrow_turns_the_boundary(explorer):
    explorer.assign(w1=1.0, w2=1.0, b=-1.0)
    explorer.wait_words("For AND, 2 of 4 right")
    explorer.drag(explorer.middle(".nn-point"), explorer.place(0.15, 0.15))  # from (0.85, 0.85) to the other side
    assert explorer.neuron() == pytest.approx([-1.0, -1.0, 1.0])
    assert explorer.answers() == "1110"
    explorer.wait_agreed()
    explorer.root.get_by_role("radio", name="NAND").check()
    assert "a NAND gate" in explorer.words()


def test_the_learners_perceptron_appears_and_follows(explorer):
    notebook, learner = explorer.notebook, explorer.root.locator("path.nn-learner")
    cell = notebook.find("def perceptron(")
    assert learner.get_attribute("d") == ""
    notebook.rewrite(cell, RIGHT)
    explorer.root.get_by_text("Your perceptron agrees at all 4 points and on the whole plane.").wait_for()
    curve = learner.get_attribute("d")
    assert curve.count("M") == 1 and curve.count("L") > 20
    assert learner.evaluate("node => getComputedStyle(node).strokeDasharray") not in ("none", "")
    explorer.slider("bias b").press("ArrowLeft")
    explorer.root.get_by_text("Your perceptron agrees at all 4 points and on the whole plane.").wait_for()
    assert learner.get_attribute("d") != curve
    notebook.photograph(explorer.root, "perceptron-learner-light")

    notebook.rewrite(cell, NO_BIAS)
    explorer.root.get_by_text("Your perceptron answers differently").wait_for()
    assert "of the plane" in explorer.root.locator(".nn-notes").inner_text()
    notebook.photograph(explorer.root, "perceptron-no-bias")

    notebook.rewrite(cell, BROKEN)
    explorer.root.get_by_text("perceptron raised IndexError: list index out of range.").wait_for()
    assert learner.get_attribute("d") == ""


def test_greater_in_place_of_greater_or_equal_shows_on_the_edge(explorer):
    explorer.assign(w1=1.0, w2=1.0, b=-2.0)
    explorer.notebook.rewrite(explorer.notebook.find("def perceptron("), GREATER)
    explorer.root.get_by_text("There the sum is exactly 0: does yours fire?").wait_for()
    assert explorer.answers() == "0001"


def test_the_learners_training_is_replayed(explorer):
    cell = explorer.notebook.find("def perceptron_fit(")
    explorer.notebook.rewrite(cell, "import numpy as np\n" + FIT)
    slider = explorer.slider("epoch")
    slider.wait_for()
    assert slider.bounding_box()["width"] > 100, "a slider needs room for a pointer"
    slider.press("Home")
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    explorer.root.get_by_text("In epoch 2 it made 3 mistakes.").wait_for()
    slider.press("End")
    explorer.root.get_by_text("In epoch 6 it made 0 mistakes. It has come to rest.").wait_for()
    assert explorer.answers() == "0001"
    explorer.wait_agreed()
    explorer.notebook.photograph(explorer.root, "perceptron-replay")
    explorer.root.get_by_role("radio", name="XOR").check()
    explorer.root.get_by_text("Move the slider to see the boundary after each epoch.").wait_for()
    slider.press("End")
    explorer.root.get_by_text("It has not come to rest.").wait_for()
    explorer.notebook.rewrite(cell, FIT_STUB)
    slider.wait_for(state="hidden")


def test_it_moves_while_the_kernel_is_busy(explorer, tmp_path):
    flag = tmp_path / "go on"
    explorer.notebook.start(f"import os, time\nwhile not os.path.exists({str(flag)!r}): time.sleep(0.05)")
    try:
        before = explorer.drawn(".nn-value", "x1")
        explorer.slider("bias b").press("ArrowRight")
        assert explorer.drawn(".nn-value", "x1") != before
    finally:
        flag.touch()
    explorer.wait_agreed()


def test_axe_finds_nothing_serious(explorer):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    for theme in ["JupyterLab Light", "JupyterLab Dark"]:
        explorer.notebook.theme(theme)
        for name in ["XOR", "setosa or versicolor"]:
            explorer.root.get_by_role("radio", name=name).check()
            explorer.page.wait_for_timeout(300)
            found = axe.Axe().run(explorer.page, context=[[".nn-perceptron"]]).response
            assert found["passes"], "axe looked at nothing"
            serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
            assert not serious, [(v["id"], [n["html"] for n in v["nodes"]]) for v in serious]
        explorer.notebook.photograph(explorer.root, f"perceptron-{theme.split()[1].lower()}")


def test_it_fits_a_phone(explorer):
    page = explorer.page
    explorer.notebook.command("application:toggle-left-area")
    for width in [320, 480, 800]:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        explorer.root.scroll_into_view_if_needed()
        explorer.notebook.photograph(page, f"perceptron-{width}")
        picture = explorer.root.get_by_role("img").bounding_box()
        frame = explorer.root.bounding_box()
        assert picture["width"] <= frame["width"] + 1
