"""The gradient descent explorer in JupyterLab: moved by keys, dragged, played, and asked whether the kernel agrees."""

import json
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.browser import lab as driving
from tests.browser.conftest import VIEWPORT

STUB = "def optimize(w, b, X, y, lr, steps):\n    raise NotImplementedError"
RIGHT = """import numpy as np

def optimize(w, b, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        z = X @ w + b
        costs.append(float(np.mean(np.logaddexp(0, z) - y * z)))
        mistake = 0.5 * (1 + np.tanh(z / 2)) - y
        w, b = w - lr * X.T @ mistake / len(X), b - lr * mistake.mean()
    return w, b, costs"""
UPHILL = RIGHT.replace("w - lr", "w + lr")
BROKEN = "def optimize(w, b, X, y, lr, steps):\n    return [1, 2][3]"


class Explorer:
    """The notebook's first gradient descent explorer: what the page shows, and what the kernel holds."""

    def __init__(self, notebook):
        self.notebook, self.page = notebook, notebook.page
        self.cell = notebook.find("gradient_descent_explorer(")
        self.root = self.page.locator(".nn-descent").first
        self.root.wait_for()
        self.root.scroll_into_view_if_needed()

    def slider(self, name):
        return self.root.get_by_role("slider", name=name, exact=True)

    def drawn(self, selector, attribute="d"):
        return self.root.locator(selector).first.get_attribute(attribute)

    def words(self):
        return self.root.locator(".nn-words").inner_text()

    def wait_words(self, text):
        self.root.locator(".nn-words", has_text=text).wait_for()

    def place(self, w, b):
        """Where on the page a point of the valley of the centred data is drawn."""
        frame = self.root.locator(".nn-panel").first.bounding_box()
        return frame["x"] + (w + 3) / 12 * frame["width"], frame["y"] + (5 - b) / 10 * frame["height"]

    def _widget(self):
        view = self.notebook.cells()[self.cell]["outputs"][0]["data"]["application/vnd.jupyter.widget-view+json"]
        return f"__import__('ipywidgets').widgets.widget._instances[{view['model_id']!r}]"

    def kernel(self, *traits):
        values = ", ".join(f"{self._widget()}.{trait}" for trait in traits)
        return json.loads(eval(self.notebook.kernel(f"__import__('json').dumps([{values}])")))

    def assign(self, **traits):
        for name, value in traits.items():
            self.notebook.kernel(f"setattr({self._widget()}, {name!r}, {value!r})")

    def wait_kernel(self, **expected):
        for _ in range(60):
            now = dict(zip(expected, self.kernel(*expected)))
            if now == pytest.approx(expected):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"the kernel has {now}, the browser {expected}")


@pytest.fixture(scope="module")
def shared(opened, small_notebook):
    cells = ["import numpy as np\n\nfrom course import widgets", "widgets.gradient_descent_explorer()", STUB]
    notebook = opened(small_notebook([("code", source) for source in cells]))
    notebook.run_all()
    assert not notebook.errors()
    return Explorer(notebook)


@pytest.fixture
def explorer(shared):
    """The shared explorer, back at its start."""
    shared.page.set_viewport_size(VIEWPORT)
    shared.page.emulate_media(reduced_motion="no-preference")
    shared.notebook.theme("JupyterLab Light")
    shared.notebook.rewrite(shared.notebook.find("def optimize("), STUB)
    shared.assign(data="centred", w=-2.0, b=3.0, rate=1.0, step=0)
    shared.root.get_by_text("optimize is not written yet.").first.wait_for()
    shared.wait_words("Learning rate 1, step 0 of 60: w = −2.00, b = 3.00")
    shared.root.scroll_into_view_if_needed()
    return shared


def test_the_released_notebook_runs_and_its_explorer_moves(opened, lab):
    folder = Path(tempfile.mkdtemp(dir=lab.folder))
    shutil.copytree(driving.REPOSITORY / "release/logistic_regression", folder, dirs_exist_ok=True)
    notebook = opened(f"{folder.name}/logistic_regression.ipynb")
    notebook.run_all()
    notebook.wait_idle()
    errors = {error.partition(":")[0] for _, error in notebook.errors()}
    assert errors <= {"CheckFailed", "HiddenTestFailed"}, errors
    notebook.page.locator(".jp-Cell").first.scroll_into_view_if_needed()
    notebook.run(notebook.find("gradient_descent_explorer("))  # and it is in sight
    explorer = Explorer(notebook)
    explorer.slider("step").press("End")
    assert "step 60 of 60" in explorer.words() and explorer.drawn(".nn-walk").count("L") == 60
    explorer.wait_kernel(step=60)


def test_each_slider_moves_by_key_and_the_kernel_follows(explorer):
    cells = len(explorer.notebook.cells())
    assert "Guess" in explorer.words() and "It " not in explorer.words()
    explorer.slider("step").press("ArrowRight")
    first = explorer.drawn(".nn-walk")
    assert first.count("L") == 1 and "step 1 of 60" in explorer.words()
    explorer.slider("learning rate").press("ArrowLeft")
    assert explorer.drawn(".nn-walk") != first and "Learning rate 0.3" in explorer.words()
    assert explorer.slider("learning rate").get_attribute("aria-valuetext") == "0.3"
    explorer.slider("start: weight w").press("ArrowRight")
    explorer.slider("start: bias b").press("ArrowLeft")
    explorer.wait_kernel(step=1, rate=0.3, w=-1.9, b=2.9)
    for key in "abx":  # JupyterLab's commands: none may reach it from the slider
        explorer.slider("step").press(key)
    assert len(explorer.notebook.cells()) == cells
    # The step that the page shows is the one that autograd makes.
    rows = explorer.kernel("torch")[0]["values"]
    shown = [float(cell.replace("−", "-")) for cell in explorer.root.locator(".nn-numbers td:nth-of-type(1)").all_inner_texts()]
    assert shown == pytest.approx(rows[1], abs=6e-5)
    torch = explorer.root.locator(".nn-numbers td:nth-of-type(3)")
    torch.first.wait_for()
    assert [float(text.replace("−", "-")) for text in torch.all_inner_texts()] == pytest.approx(rows[1], abs=6e-5)


def test_the_start_is_dragged(explorer):
    curve = explorer.drawn("path.nn-before")
    mouse = explorer.page.mouse
    mouse.move(*explorer.place(-2, 3))
    mouse.down()
    mouse.move(*explorer.place(6, -3), steps=6)
    mouse.up()
    w, b = (float(explorer.slider(name).input_value()) for name in ("start: weight w", "start: bias b"))
    assert (w, b) == pytest.approx((6, -3), abs=0.15) and explorer.drawn("path.nn-before") != curve
    explorer.wait_kernel(w=w, b=b)


def test_a_rate_that_is_too_large_is_said_to_diverge(explorer):
    explorer.root.get_by_role("radio", name="not centred").check()
    explorer.slider("learning rate").press("End")
    explorer.slider("step").press("End")
    assert "It diverges" in explorer.words() and "leaves the picture" in explorer.words()
    assert explorer.words() in explorer.root.get_by_role("img").get_attribute("aria-label")
    explorer.notebook.photograph(explorer.root, "descent-diverges")
    explorer.slider("learning rate").press("Home")
    assert "It creeps" in explorer.words()
    explorer.wait_kernel(rate=0.01, step=60)
    assert explorer.kernel("data") == ["shifted"]


def test_it_plays_pauses_and_goes_back(explorer):
    explorer.root.get_by_role("button", name="play").click()
    moved = "() => /step [1-9]/.test(document.querySelector('.nn-descent .nn-words').textContent)"
    explorer.page.wait_for_function(moved)
    explorer.root.get_by_role("button", name="pause").click()
    stopped = explorer.words()
    explorer.page.wait_for_timeout(500)
    assert explorer.words() == stopped and "step 0 of" not in stopped and "step 60 of" not in stopped
    explorer.root.get_by_role("button", name="to the start").click()
    assert "step 0 of 60" in explorer.words()


def test_less_motion_means_the_end_at_once(explorer):
    explorer.page.emulate_media(reduced_motion="reduce")
    explorer.root.get_by_role("button", name="play").press("Enter")
    assert "step 60 of 60" in explorer.words()
    assert explorer.root.get_by_role("button", name="play").is_visible()


def test_the_learners_own_steps_are_replayed(explorer):
    notebook, own = explorer.notebook, explorer.root.locator("path.nn-learner").first
    cell = notebook.find("def optimize(")
    explorer.slider("step").press("End")
    assert own.get_attribute("d") == ""
    notebook.rewrite(cell, RIGHT)
    explorer.root.get_by_text("Your optimize makes the same steps.").wait_for()
    assert own.get_attribute("d") == explorer.drawn(".nn-walk")
    assert own.evaluate("node => getComputedStyle(node).strokeDasharray") not in ("none", "")
    explorer.slider("learning rate").press("ArrowRight")
    explorer.root.get_by_text("Your optimize makes the same steps.").wait_for()
    notebook.photograph(explorer.root, "descent-learner-light")

    notebook.rewrite(cell, UPHILL)
    explorer.root.get_by_text("Your optimize steps differently.").wait_for()
    assert own.get_attribute("d") != explorer.drawn(".nn-walk")
    notebook.photograph(explorer.root, "descent-uphill")

    notebook.rewrite(cell, BROKEN)
    explorer.root.get_by_text("optimize raised IndexError: list index out of range.").wait_for()
    assert own.get_attribute("d") == ""


def test_it_moves_while_the_kernel_is_busy(explorer, tmp_path):
    flag = tmp_path / "go on"
    explorer.notebook.start(f"import os, time\nwhile not os.path.exists({str(flag)!r}): time.sleep(0.05)")
    try:
        before = explorer.drawn(".nn-walk")
        explorer.slider("step").press("ArrowRight")
        assert explorer.drawn(".nn-walk") != before
    finally:
        flag.touch()
    explorer.wait_kernel(step=1)


def test_axe_finds_nothing_serious(explorer):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    explorer.slider("step").press("End")
    for theme in ["JupyterLab Light", "JupyterLab Dark"]:
        explorer.notebook.theme(theme)
        found = axe.Axe().run(explorer.page, context=[[".nn-descent"]]).response
        assert found["passes"], "axe looked at nothing"
        serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
        assert not serious, [(v["id"], [n["html"] for n in v["nodes"]]) for v in serious]
        explorer.notebook.photograph(explorer.root, f"descent-{theme.split()[1].lower()}")


def test_it_fits_a_phone(explorer):
    page = explorer.page
    explorer.slider("step").press("End")
    explorer.notebook.command("application:toggle-left-area")
    for width in [320, 480, 800]:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        explorer.root.scroll_into_view_if_needed()
        explorer.notebook.photograph(page, f"descent-{width}")
        picture, frame = explorer.root.get_by_role("img").bounding_box(), explorer.root.bounding_box()
        assert picture["width"] <= frame["width"] + 1
