"""The hidden units explorer in JupyterLab: moved by keys, units switched off, and asked whether the kernel agrees."""

import json
import shutil
import tempfile
from pathlib import Path

import pytest

from course import widgets
from course.widgets.static import fragment
from tests.browser import lab as driving
from tests.browser.conftest import VIEWPORT
from tests.widgets.test_hidden_units import FIT, FORWARD

STUB = "def forward(X, params):\n    raise NotImplementedError"
FIT_STUB = "def fit(X, y, params, lr, steps):\n    raise NotImplementedError"
WRONG = FORWARD.replace("A1 = np.tanh(X @", "A1 = (X @")
BROKEN = "def forward(X, params):\n    return [1, 2][3]"
W2_FIRST = FIT.replace('dZ1 = dZ2 @ params["W2"].T', 'dZ1 = dZ2 @ (params["W2"] - lr * A1.T @ dZ2).T')


class Explorer:
    """The notebook's first hidden units explorer: what the page shows, and what the kernel holds."""

    def __init__(self, notebook):
        self.notebook, self.page = notebook, notebook.page
        self.cell = notebook.find("hidden_units_explorer(")
        self.root = self.page.locator(".nn-hidden").first
        self.root.wait_for()
        self.root.scroll_into_view_if_needed()

    def slider(self, name):
        return self.root.get_by_role("slider", name=name)

    def unit(self, number):
        return self.root.get_by_role("button", name=f"hidden unit {number}")

    def words(self):
        return self.root.locator(".nn-words").inner_text()

    def wait_words(self, text):
        self.root.locator(".nn-words", has_text=text).wait_for()

    def picture(self):
        return self.root.locator(".nn-picture").inner_html()

    def output(self):
        """What the square of the output shows."""
        return self.root.locator(".nn-picture .nn-halves").locator("xpath=preceding-sibling::*").first.inner_html()

    def _widget(self):
        view = self.notebook.cells()[self.cell]["outputs"][0]["data"]["application/vnd.jupyter.widget-view+json"]
        return f"__import__('ipywidgets').widgets.widget._instances[{view['model_id']!r}]"

    def kernel(self, *traits):
        values = ", ".join(f"{self._widget()}.{trait}" for trait in traits)
        return json.loads(eval(self.notebook.kernel(f"__import__('json').dumps([{values}])")))

    def assign(self, **traits):
        for name, value in traits.items():
            self.notebook.kernel(f"setattr({self._widget()}, {name!r}, {value!r})")

    def wait_agreed(self):
        """Until the kernel has judged the network that the page shows, and comes to the same cost."""
        self.page.wait_for_timeout(250)
        verdict = self.root.locator(".nn-verdict", has_text="Python, on the same network")
        verdict.wait_for()
        difference = verdict.inner_text().split("difference ")[1].rstrip(".")
        assert difference == "0" or "⁻" in difference, difference  # at most 9.9 times ten to a negative power


@pytest.fixture(scope="module")
def shared(opened, small_notebook):
    cells = ["import numpy as np\n\nfrom course import widgets", "widgets.hidden_units_explorer()", STUB, FIT_STUB]
    notebook = opened(small_notebook([("code", source) for source in cells]))
    notebook.run_all()
    assert not notebook.errors()
    return Explorer(notebook)


@pytest.fixture
def explorer(shared):
    """The shared explorer, back at its start."""
    shared.page.set_viewport_size(VIEWPORT)
    shared.notebook.theme("JupyterLab Light")
    for name, stub in (("forward", STUB), ("fit", FIT_STUB)):
        shared.notebook.rewrite(shared.notebook.find(f"def {name}("), stub)
    shared.assign(data="XOR", units=4, start="random 1", step=0, off=[])
    shared.root.get_by_text("forward is not written yet.").first.wait_for()
    shared.wait_words("XOR, 4 hidden units, start random 1, step 0:")
    shared.root.scroll_into_view_if_needed()
    return shared


def test_the_released_notebook_runs_and_its_explorer_moves(opened, lab):
    folder = Path(tempfile.mkdtemp(dir=lab.folder))
    shutil.copytree(driving.REPOSITORY / "release/hidden_layers", folder, dirs_exist_ok=True)
    notebook = opened(f"{folder.name}/hidden_layers.ipynb")
    notebook.run_all()
    notebook.wait_idle()
    errors = {error.partition(":")[0] for _, error in notebook.errors()}
    assert errors <= {"CheckFailed", "HiddenTestFailed"}, errors
    notebook.page.locator(".jp-Cell").first.scroll_into_view_if_needed()
    notebook.run(notebook.find("hidden_units_explorer("))  # and it is in sight
    explorer = Explorer(notebook)
    before = explorer.picture()
    explorer.slider("training step").press("End")
    assert explorer.picture() != before and "step 1000" in explorer.words()
    explorer.wait_agreed()


def test_keys_train_widen_and_switch_off(explorer):
    assert explorer.root.locator(".nn-tile").count() == 4
    cells, before = len(explorer.notebook.cells()), explorer.picture()
    explorer.slider("training step").press("ArrowRight")
    assert "step 10:" in explorer.words() and explorer.picture() != before
    explorer.slider("training step").press("End")
    assert "4 of 4 right" in explorer.words()
    explorer.wait_agreed()

    whole = explorer.output()
    explorer.unit(2).focus()
    explorer.page.keyboard.press("Space")
    assert explorer.unit(2).get_attribute("aria-pressed") == "false"
    assert "Unit 2 switched off." in explorer.words() and explorer.output() != whole
    explorer.wait_agreed()
    assert explorer.kernel("off") == [[1]]
    explorer.notebook.photograph(explorer.root, "hidden-unit-off")
    explorer.page.keyboard.press("Space")
    assert explorer.output() == whole

    explorer.slider("hidden units").press("End")
    assert explorer.root.locator(".nn-tile").count() == 8 and "8 hidden units" in explorer.words()
    explorer.slider("hidden units").press("Home")
    assert explorer.root.locator(".nn-tile").count() == 1 and "1 hidden unit," in explorer.words()
    assert "3 of 4 right" in explorer.words()
    for key in "abx":  # JupyterLab's commands: none may reach it from the slider
        explorer.slider("hidden units").press(key)
    assert len(explorer.notebook.cells()) == cells
    explorer.wait_agreed()


def test_a_click_on_a_tile_switches_its_unit(explorer):
    explorer.assign(step=1000)
    explorer.wait_words("step 1000")
    whole = explorer.output()
    explorer.root.locator(".nn-tile").nth(2).click()
    assert "Unit 3 switched off." in explorer.words() and explorer.output() != whole
    assert explorer.unit(3).get_attribute("aria-pressed") == "false"
    explorer.root.locator(".nn-tile").nth(2).click()
    assert explorer.output() == whole


def test_every_set_and_start_can_be_chosen_by_key(explorer):
    explorer.root.get_by_role("radio", name="XOR", exact=True).focus()
    for label in ("Two rings", "Two moons"):
        explorer.page.keyboard.press("ArrowRight")
        assert explorer.words().startswith(label) and explorer.root.locator(".nn-example").count() == 60
        explorer.slider("training step").press("End")
        assert "60 of 60 right" in explorer.words()
        explorer.wait_agreed()
        explorer.root.get_by_role("radio", name=label.lower()).focus()
    explorer.root.get_by_role("radio", name="random 1").focus()
    for _ in range(3):
        explorer.page.keyboard.press("ArrowRight")
    explorer.slider("training step").press("End")
    assert "start all 0.5" in explorer.words() and "All 4 hidden units are the same." in explorer.words()
    assert explorer.root.get_by_role("img").get_attribute("aria-label") == explorer.words()
    explorer.wait_agreed()


def test_the_film_plays_and_stops(explorer):
    explorer.root.get_by_role("button", name="Play the training").click()
    explorer.page.wait_for_function("() => Number(document.querySelector('.nn-hidden input[aria-label=\"training step\"]').value) >= 50")
    explorer.root.get_by_role("button", name="Stop").click()
    stopped = explorer.slider("training step").input_value()
    explorer.page.wait_for_timeout(300)
    assert explorer.slider("training step").input_value() == stopped
    explorer.wait_agreed()


def test_the_learners_forward_appears_and_follows(explorer):
    notebook, learner = explorer.notebook, explorer.root.locator("path.nn-learner").first
    explorer.assign(step=1000)
    assert not learner.get_attribute("d")
    cell = notebook.find("def forward(")
    notebook.rewrite(cell, FORWARD)
    explorer.root.get_by_text("Your forward lies on the reference").wait_for()
    curve = learner.get_attribute("d")
    assert curve.count("L") > 20
    explorer.unit(1).click()
    explorer.root.get_by_text("Your forward lies on the reference").wait_for()
    explorer.page.wait_for_function("(old) => document.querySelector('.nn-hidden path.nn-learner').getAttribute('d') !== old", arg=curve)
    explorer.unit(1).click()
    notebook.rewrite(cell, WRONG)
    explorer.root.get_by_text("away from the reference.").wait_for()
    notebook.photograph(explorer.root, "hidden-wrong-forward")
    notebook.rewrite(cell, BROKEN)
    explorer.root.get_by_text("forward raised IndexError: list index out of range.").wait_for()
    assert learner.get_attribute("d") == ""


def test_the_learners_fit_is_held_against_the_run(explorer):
    notebook, curve = explorer.notebook, explorer.root.locator("path.nn-learner").nth(1)
    cell = notebook.find("def fit(")
    notebook.rewrite(cell, "import numpy as np\n" + FIT)
    explorer.root.get_by_text("Your fit lies on the reference").wait_for()
    assert curve.get_attribute("d").count("L") == 99  # 100 costs
    notebook.rewrite(cell, "import numpy as np\n" + W2_FIRST)
    explorer.root.get_by_text("Your fit lies up to").wait_for()
    notebook.photograph(explorer.root, "hidden-learner-light")


def test_it_moves_while_the_kernel_is_busy(explorer, tmp_path):
    flag = tmp_path / "go on"
    explorer.notebook.start(f"import os, time\nwhile not os.path.exists({str(flag)!r}): time.sleep(0.05)")
    try:
        before = explorer.picture()
        explorer.slider("training step").press("End")
        assert explorer.picture() != before
    finally:
        flag.touch()
    explorer.wait_agreed()


def test_axe_finds_nothing_serious(explorer):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    explorer.assign(data="moons", units=8, step=1000, off=[1])
    explorer.wait_words("Two moons")
    for theme in ["JupyterLab Light", "JupyterLab Dark"]:
        explorer.notebook.theme(theme)
        found = axe.Axe().run(explorer.page, context=[[".nn-hidden"]]).response
        assert found["passes"], "axe looked at nothing"
        serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
        assert not serious, [(v["id"], [n["html"] for n in v["nodes"]]) for v in serious]
        explorer.notebook.photograph(explorer.root, f"hidden-{theme.split()[1].lower()}")


def test_it_fits_a_phone(explorer):
    explorer.notebook.command("application:toggle-left-area")
    for width in [320, 480, 800]:
        explorer.page.set_viewport_size({"width": width, "height": 900})
        explorer.page.wait_for_timeout(300)
        explorer.root.scroll_into_view_if_needed()
        explorer.notebook.photograph(explorer.page, f"hidden-{width}")
        assert explorer.root.get_by_role("img").bounding_box()["width"] <= explorer.root.bounding_box()["width"] + 1


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_without_a_kernel_it_trains_all_the_same(browser, motion):
    made = widgets.hidden_units_explorer("rings", 3)
    state = {name: value for name, value in made.get_state().items() if name != "layout"}
    made.close()
    with browser.new_context(viewport=VIEWPORT, reduced_motion=motion) as context:
        page = context.new_page()
        context.set_offline(True)
        page.set_content(f"<!doctype html><html lang=en><title>t</title><body><main>{fragment(state)}</main>")
        page.locator(".nn-tile").first.wait_for()
        page.get_by_role("slider", name="training step").press("End")
        assert "step 1000" in page.locator(".nn-words").inner_text()
        assert "Python" not in page.locator(".nn-widget").inner_text() and "once its cell has run" not in page.locator(".nn-widget").inner_text()
        assert page.get_by_role("button", name="Play the training").is_visible() == (motion == "no-preference")
