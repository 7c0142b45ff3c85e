"""The activation explorer in JupyterLab: moved, looked at, and asked whether the kernel agrees."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import STUB, VIEWPORT

NUMPY = "import numpy as np\n\n"
RIGHT = NUMPY + "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))"
FLATTER = RIGHT.replace("exp(-np", "exp(-0.5 * np")
BROKEN = "def sigmoid(z):\n    return [1, 2][3]"
WRONG_SHAPE = "def sigmoid(z):\n    return z[:2]"


class Explorer:
    """The notebook's first explorer: what the page shows, and what the kernel holds."""

    def __init__(self, notebook):
        self.notebook, self.page = notebook, notebook.page
        self.cell = notebook.find("activation_explorer(")
        self.root = self.page.locator(".nn-activations").first
        self.root.wait_for()
        self.root.scroll_into_view_if_needed()

    def slider(self, name):
        return self.root.get_by_role("slider", name=name)

    def drawn(self, selector, attribute):
        return self.root.locator(selector).first.get_attribute(attribute)

    def words(self):
        return self.root.locator(".nn-words").inner_text()

    def notes(self):
        return self.root.locator(".nn-notes").inner_text()

    def _widget(self):
        view = self.notebook.cells()[self.cell]["outputs"][0]["data"]["application/vnd.jupyter.widget-view+json"]
        return f"__import__('ipywidgets').widgets.widget._instances[{view['model_id']!r}]"

    def kernel(self, trait):
        """The trait as Python has it now."""
        # JSON, so that the answer is the value and not how Python prints it.
        return json.loads(eval(self.notebook.kernel(f"__import__('json').dumps({self._widget()}.{trait})")))

    def assign(self, **traits):
        """Set traits in Python."""
        for name, value in traits.items():
            self.notebook.kernel(f"setattr({self._widget()}, {name!r}, {value!r})")

    def wait_kernel(self, trait, wanted):
        for _ in range(50):
            if (now := self.kernel(trait)) == wanted:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"the kernel has {trait} = {now!r}, the browser {wanted!r}")

    def wait_torch(self):
        self.root.get_by_text("✓ torch.autograd").wait_for()


@pytest.fixture(scope="module")
def shared(opened, activations_notebook):
    notebook = opened(activations_notebook)
    # The rest of the unit says nothing about the explorer, and trains networks.
    notebook.run(*map(notebook.find, ["from course import", "activation_explorer(", "def sigmoid("]))
    assert not notebook.errors()
    return Explorer(notebook)


@pytest.fixture
def explorer(shared):
    """The shared explorer, back at its start."""
    shared.page.set_viewport_size(VIEWPORT)
    shared.notebook.theme("JupyterLab Light")
    shared.notebook.rewrite(shared.notebook.find("def sigmoid("), STUB)
    shared.assign(activation="sigmoid", x=0.5, w=1.0, b=0.0)
    shared.root.get_by_text("sigmoid is not written yet.").wait_for()
    shared.root.scroll_into_view_if_needed()
    return shared


def test_keys_move_the_picture_and_the_kernel_follows(explorer):
    before = {what: explorer.drawn(*what) for what in [(".nn-point", "cx"), (".nn-point", "cy"), (".nn-dot", "cy")]}
    cells = len(explorer.notebook.cells())
    slider = explorer.slider("input x")
    slider.focus()
    start = float(slider.input_value())
    for _ in range(4):
        slider.press("ArrowRight")
    assert float(slider.input_value()) == pytest.approx(start + 0.2)
    for (selector, attribute), old in before.items():
        assert explorer.drawn(selector, attribute) != old
    explorer.wait_kernel("x", float(slider.input_value()))
    # Letters are JupyterLab's commands (a, b: new cell; x: cut): none may reach it from the slider.
    for key in "abx":
        slider.press(key)
    assert len(explorer.notebook.cells()) == cells
    explorer.wait_torch()
    told = explorer.kernel("torch")
    shown = explorer.root.get_by_role("row", name=re.compile("^a = a")).inner_text()
    assert f"{told['a']:.4f}" in shown and told["x"] == explorer.kernel("x")


def test_every_slider_and_activation_reaches_the_kernel(explorer):
    for name, trait in {"weight w": "w", "bias b": "b"}.items():
        explorer.slider(name).press("End")
        explorer.wait_kernel(trait, float(explorer.slider(name).input_value()))
    curve = explorer.drawn(".nn-value", "d")
    radio = explorer.root.get_by_role("radio", name="sigmoid")
    radio.focus()
    radio.press("ArrowRight")
    explorer.wait_kernel("activation", "tanh")
    assert explorer.drawn(".nn-value", "d") != curve
    assert explorer.words().startswith("tanh at z =")
    for name in ["step", "linear", "sigmoid", "ReLU"]:
        explorer.root.get_by_role("radio", name=name).check()
        assert explorer.words().startswith(f"{name} at z =")
        explorer.wait_torch()
        assert explorer.root.get_by_role("img").get_attribute("aria-label") == explorer.words()


def test_the_point_is_dragged_along_the_curve(explorer):
    picture = explorer.root.get_by_role("img")
    box = picture.bounding_box()
    point = explorer.root.locator(".nn-point").bounding_box()
    mouse = explorer.page.mouse
    mouse.move(point["x"] + point["width"] / 2, point["y"] + point["height"] / 2)
    mouse.down()
    mouse.move(box["x"] + 0.75 * box["width"], box["y"] + 40, steps=8)
    mouse.up()
    after = explorer.root.locator(".nn-point").bounding_box()
    assert after["x"] + after["width"] / 2 == pytest.approx(box["x"] + 0.75 * box["width"], abs=3)
    x = float(explorer.slider("input x").input_value())
    assert x == 3.0  # as far as x goes; b does the rest
    assert float(explorer.slider("bias b").input_value()) > 0
    explorer.wait_kernel("x", x)
    mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 40)  # no button is down any more
    assert float(explorer.slider("input x").input_value()) == x


def test_the_kernel_moves_the_picture_too(explorer):
    before = explorer.drawn(".nn-point", "cx")
    explorer.assign(x=-2.5)
    explorer.root.get_by_text("sigmoid at z = −2.50").wait_for()
    assert explorer.drawn(".nn-point", "cx") != before
    assert explorer.slider("input x").input_value() == "-2.5"


def test_the_learners_function_appears_as_soon_as_its_cell_has_run(explorer):
    notebook, learner = explorer.notebook, explorer.root.locator("path.nn-learner").first
    cell = notebook.find("def sigmoid(")
    assert learner.get_attribute("d") == ""

    notebook.rewrite(cell, FLATTER)
    explorer.root.get_by_text("Your sigmoid lies up to").wait_for()
    curve = learner.get_attribute("d")
    assert learner.is_visible() and curve.count("L") == 320
    dashes = learner.evaluate("node => getComputedStyle(node).strokeDasharray")
    assert dashes not in ("none", "")
    assert "your sigmoid" in explorer.root.locator(".nn-legend").text_content()
    notebook.photograph(explorer.root, "explorer-learner-light")

    notebook.rewrite(cell, RIGHT)
    explorer.root.get_by_text("Your sigmoid lies on the reference").wait_for()
    assert learner.get_attribute("d") != curve
    notebook.photograph(explorer.root, "explorer-learner-right")

    notebook.rewrite(cell, BROKEN)
    explorer.root.get_by_text("sigmoid raised IndexError: list index out of range.").wait_for()
    assert learner.get_attribute("d") == "" and not learner.is_visible()
    notebook.photograph(explorer.root, "explorer-broken")

    notebook.rewrite(cell, WRONG_SHAPE)
    explorer.root.get_by_text("sigmoid gave shape (2,) where (321,) was expected.").wait_for()


def test_it_moves_while_the_kernel_is_busy(explorer, tmp_path):
    flag = tmp_path / "go on"
    explorer.wait_torch()
    explorer.notebook.start(f"import os, time\nwhile not os.path.exists({str(flag)!r}): time.sleep(0.05)")
    try:
        before = explorer.drawn(".nn-point", "cx")
        explorer.slider("input x").press("Home")
        assert explorer.drawn(".nn-point", "cx") != before
    finally:
        flag.touch()
    explorer.wait_torch()
    assert explorer.kernel("x") == -3.0


def test_axe_finds_nothing_serious(explorer):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    for theme in ["JupyterLab Light", "JupyterLab Dark"]:
        explorer.notebook.theme(theme)
        for name in ["step", "sigmoid"]:
            explorer.root.get_by_role("radio", name=name).check()
            explorer.wait_torch()
            found = axe.Axe().run(explorer.page, context=[[".nn-widget"]]).response
            assert found["passes"], "axe looked at nothing"
            serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
            assert not serious, [(v["id"], [n["html"] for n in v["nodes"]]) for v in serious]
        explorer.notebook.photograph(explorer.root, f"explorer-{theme.split()[1].lower()}")


def test_it_fits_a_phone(explorer):
    page = explorer.page
    explorer.notebook.command("application:toggle-left-area")
    for width in [320, 480, 800]:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        explorer.root.scroll_into_view_if_needed()
        explorer.notebook.photograph(page, f"explorer-{width}")
        slider = explorer.slider("input x")
        slider.press("Home")
        slider.press("ArrowRight")
        picture = explorer.root.get_by_role("img").bounding_box()
        frame = explorer.root.bounding_box()
        assert picture["width"] <= frame["width"] + 1


@pytest.fixture(scope="module")
def alone(opened, small_notebook):
    """A notebook of one cell that shows one explorer twice."""
    cells = [("code", "from course import widgets\nit = widgets.activation_explorer()\ndisplay(it, it)")]
    notebook = opened(small_notebook(cells))
    notebook.run_all()
    return notebook


def test_two_views_of_one_explorer_move_together(alone):
    views = alone.page.locator(".nn-activations")
    views.nth(1).wait_for()
    views.nth(0).get_by_role("radio", name="tanh").check()
    views.nth(0).get_by_role("slider", name="bias b").press("Home")
    # The other view is drawn in the next frame.
    expect(views.nth(1).locator(".nn-words")).to_have_text(views.nth(0).locator(".nn-words").inner_text())
    expect(views.nth(1).get_by_role("radio", name="tanh")).to_be_checked()
    expect(views.nth(1).get_by_role("slider", name="bias b")).to_have_value("-2")


def test_a_second_run_of_its_cell_puts_the_first_to_sleep(alone):
    """Only what is shown runs the learner's code: the replaced widget no longer looks after each cell."""
    alone.page.locator(".nn-activations").nth(1).wait_for()
    alone.kernel("globals().update(old=it)")
    watched = "[widget is it for widget in __import__('course').widgets.base._watching]"
    assert alone.kernel(watched) == "[True]"
    alone.run(0)
    assert alone.kernel("old is not it") == "True"
    for _ in range(50):
        if (now := alone.kernel(watched)) == "[True]":
            break
        alone.page.wait_for_timeout(100)
    assert now == "[True]"
