"""The graph explorer in the released notebook: stepped, moved, held against torch and the learner's own class."""

import json
import shutil
import tempfile
from pathlib import Path

import nbformat
import pytest

from course import widgets
from course.widgets.static import fragment
from tests.browser.conftest import VIEWPORT
from tests.browser.lab import REPOSITORY, SCREENSHOTS
from tests.browser.test_graph_maths import LOOK, faults

UNIT = "computation_graphs"
WRITTEN = ("topological-order", "backpropagate", "value")  # what Value's numbers need, but for `log`
LAST = 13


def cells(kind):
    made = nbformat.read(REPOSITORY / kind / UNIT / f"{UNIT}.ipynb", as_version=4)
    found = {cell.metadata.get("nbgrader", {}).get("grade_id", ""): cell.source for cell in made.cells}
    return {name.removeprefix(f"{UNIT}-"): source for name, source in found.items() if name}


class Explorer:
    def __init__(self, notebook):
        self.notebook, self.page = notebook, notebook.page
        self.cell = notebook.find("graph_explorer(")
        self.root = self.page.locator(".nn-graph-explorer").first
        self.root.wait_for()
        self.root.scroll_into_view_if_needed()

    def slider(self, name):
        return self.root.get_by_role("slider", name=name, exact=True)

    def button(self, name):
        return self.root.get_by_role("button", name=name, exact=True)

    def words(self):
        return self.root.locator(".nn-words").inner_text()

    def texts(self):
        """What stands in the boxes and on the edges."""
        return self.root.locator(".nn-picture text").all_text_contents()

    def row(self, name):
        return self.root.get_by_role("row", name=name).locator("td").all_inner_texts()

    def kernel(self, trait):
        return json.loads(eval(self.notebook.kernel(f"__import__('json').dumps(explorer.{trait})")))

    def assign(self, **traits):
        for name, value in traits.items():
            self.notebook.kernel(f"setattr(explorer, {name!r}, {value!r})")

    def wait_kernel(self, trait, wanted):
        for _ in range(50):
            if (now := self.kernel(trait)) == wanted:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"the kernel has {trait} = {now!r}, the browser {wanted!r}")

    def says(self, text):
        self.root.get_by_text(text).first.wait_for()

    def write(self, exercise, source):
        """Put a source into the cell of an exercise and run it."""
        ids = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in self.notebook.cells()]
        self.notebook.rewrite(ids.index(f"{UNIT}-{exercise}"), source)
        self.page.locator(".nn-graph-explorer").first.scroll_into_view_if_needed()


@pytest.fixture(scope="module")
def shared(opened, lab):
    folder = Path(tempfile.mkdtemp(dir=lab.folder))
    shutil.copytree(REPOSITORY / "release" / UNIT, folder, dirs_exist_ok=True)
    notebook = opened(f"{folder.name}/{UNIT}.ipynb")
    notebook.run(notebook.find("import torch"), notebook.find("class Node"), notebook.find("graph_explorer("))
    notebook.wait_idle()
    return Explorer(notebook)


@pytest.fixture
def explorer(shared):
    """The shared explorer, back at its start."""
    shared.page.set_viewport_size(VIEWPORT)
    shared.notebook.theme("JupyterLab Light")
    shared.assign(a=2.0, b=0.5, c=3.0, step=0, numbers="formula")
    shared.says("Only the inputs are known: a = 2, b = 0.5, c = 3.")
    shared.root.scroll_into_view_if_needed()
    return shared


def test_buttons_go_one_step_forward_and_back(explorer):
    assert explorer.button("◀ back").is_disabled() and "g = eᶠ = ?" in explorer.texts()
    seen = [explorer.words()]
    for _ in range(LAST):
        explorer.button("step ▶").press("Enter")
        seen.append(explorer.words())
    assert len(set(seen)) == LAST + 1 and explorer.button("step ▶").is_disabled()
    assert "144.2 × 3= 432.5" in explorer.texts() and "∂g/∂b = 432.5" in explorer.texts()
    explorer.wait_kernel("step", LAST)
    for expected in reversed(seen[:-1]):
        explorer.button("◀ back").click()
        assert explorer.words() == expected
    explorer.button("all forward").click()
    assert "g = eᶠ = 42.875" in explorer.texts() and not any("∂" in text for text in explorer.texts())
    explorer.button("all backward").click()
    explorer.wait_kernel("step", LAST)


def test_keys_move_every_slider_and_the_kernel_agrees(explorer):
    explorer.button("all backward").click()
    for name in "abc":
        before = explorer.texts()
        slider = explorer.slider(f"input {name}")
        slider.focus()
        for key in ("ArrowLeft", "ArrowLeft", "Home", "End"):
            slider.press(key)
            assert explorer.texts() != before
            before = explorer.texts()
        explorer.wait_kernel(name, float(slider.input_value()))
    explorer.slider("step").press("ArrowLeft")
    explorer.wait_kernel("step", LAST - 1)
    explorer.says("✓ torch.autograd agrees")
    told = explorer.kernel("torch")
    assert (told["a"], told["b"], told["c"]) == (2.5, 1.0, 4.0)
    explorer.assign(a=2.0, b=0.5, c=3.0, step=LAST)
    explorer.says("✓ torch.autograd agrees")
    assert explorer.row("∂g/∂a")[:2] == ["117.318", "117.318"]
    assert explorer.kernel("torch")["grads"]["a"] == pytest.approx(117.31831841)


def test_letters_do_not_reach_the_notebook(explorer):
    count = len(explorer.notebook.cells())
    for control in (explorer.slider("input a"), explorer.slider("step"), explorer.button("step ▶")):
        for key in "abx":
            control.press(key)
    assert len(explorer.notebook.cells()) == count


def test_the_learners_own_class_takes_its_place(explorer):
    released, solved = cells("release"), cells("source")
    for exercise in (*WRITTEN, "log"):
        explorer.write(exercise, released[exercise])
    explorer.says("Value is not written yet.")
    assert not explorer.root.get_by_role("radio", name="your Value").is_visible()

    for exercise in WRITTEN:
        explorer.write(exercise, solved[exercise])
    explorer.says("it needs log")
    explorer.write("log", solved["log"])
    explorer.says("Your Value agrees at every node.")
    explorer.assign(step=LAST)
    explorer.root.get_by_role("radio", name="your Value").check()
    explorer.wait_kernel("numbers", "value")
    assert "∂g/∂a = 117.3" in explorer.texts() and explorer.row("∂g/∂a") == ["117.318"] * 3
    dashes = explorer.root.locator(".nn-box").first.evaluate("node => getComputedStyle(node).strokeDasharray")
    assert dashes not in ("none", "")
    explorer.notebook.photograph(explorer.root, "graph-own-light")

    # The most common mistake, in the function that the class uses: only what uses a node twice goes wrong.
    explorer.write("backpropagate", solved["backpropagate"].replace("parent.grad += slope", "parent.grad = slope"))
    explorer.says("Your Value differs at")
    assert "d" in explorer.root.locator(".nn-notes").inner_text().split("differs at")[1]
    assert any("✗" in text for text in explorer.texts())
    explorer.notebook.photograph(explorer.root, "graph-own-wrong")

    explorer.slider("input a").press("ArrowLeft")
    explorer.says("Your Value differs at")
    explorer.wait_kernel("own['a']", 1.95)

    explorer.write("value", "class Value:\n    def __init__(self, data):\n        self.data = data")
    explorer.says("Value raised TypeError: unsupported operand")
    assert not any("✗" in text for text in explorer.texts())


def test_it_moves_while_the_kernel_is_busy(explorer, tmp_path):
    flag = tmp_path / "go on"
    explorer.says("✓ torch.autograd agrees")
    explorer.notebook.start(f"import os, time\nwhile not os.path.exists({str(flag)!r}): time.sleep(0.05)")
    try:
        before = explorer.texts()
        explorer.slider("input c").press("Home")
        explorer.button("all backward").click()
        assert explorer.texts() != before
    finally:
        flag.touch()
    explorer.says("✓ torch.autograd agrees")
    assert explorer.kernel("c") == 0.0


def test_light_dark_and_narrow(explorer):
    explorer.assign(step=9)
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        explorer.notebook.theme(theme)
        explorer.says("✓ torch.autograd agrees")
        explorer.notebook.photograph(explorer.root, f"graph-{theme.split()[1].lower()}")
    explorer.notebook.command("application:toggle-left-area")
    for width in (320, 480, 800):
        explorer.page.set_viewport_size({"width": width, "height": 900})
        explorer.page.wait_for_timeout(300)
        explorer.root.scroll_into_view_if_needed()
        explorer.slider("step").press("End")
        explorer.notebook.photograph(explorer.page, f"graph-{width}")
        picture, frame = explorer.root.get_by_role("img").bounding_box(), explorer.root.bounding_box()
        assert picture["width"] <= frame["width"] + 1
        assert not faults(explorer.page.evaluate(LOOK, explorer.root.element_handle()))
    explorer.notebook.command("application:toggle-left-area")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_is_cut_off_and_axe_is_content(browser, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    made = widgets.graph_explorer(step=10)
    state = {name: value for name, value in made.get_state().items() if name != "layout"}
    made.close()
    with browser.new_context(viewport={"width": width, "height": 1100}, color_scheme=scheme) as context:
        page = context.new_page()
        page.set_content(f"<!doctype html><html lang=en><title>t</title><body><main>{fragment(state)}</main>")
        page.locator(".nn-picture[aria-label]").wait_for()
        page.wait_for_timeout(200)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = axe.Axe().run(page, context=[[".nn-widget"]]).response
        assert found["passes"], "axe looked at nothing"
        assert not [(v["id"], v["impact"], v["nodes"][0]["html"]) for v in found["violations"] if v["impact"] in ("serious", "critical")]
        SCREENSHOTS.mkdir(exist_ok=True)
        page.locator(".nn-widget").screenshot(path=SCREENSHOTS / f"graph-static-{width}-{scheme}.png")
