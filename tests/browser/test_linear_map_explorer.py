"""The linear map explorer in JupyterLab: moved by keys and by dragging, looked at, held against the kernel."""

import json
import shutil
import tempfile
from pathlib import Path

import pytest

from course import widgets
from course.widgets.static import fragment
from tests.browser.conftest import VIEWPORT
from tests.browser.lab import REPOSITORY, SCREENSHOTS

STUB = "def matvec(A, x):\n    raise NotImplementedError"
RIGHT = "def matvec(A, x):\n    return A @ x"
TRANSPOSED = "def matvec(A, x):\n    return x @ A"
STAR = "def matvec(A, x):\n    return A * x"
NOTEBOOK = "linear_algebra/linear_algebra.ipynb"
SLIDERS = {"a": "a, row 1, column 1", "b": "b, row 1, column 2", "c": "c, row 2, column 1", "d": "d, row 2, column 2"}


class Explorer:
    def __init__(self, notebook):
        self.notebook, self.page = notebook, notebook.page
        self.cell = notebook.find("linear_map_explorer(")
        self.root = self.page.locator(".nn-linear-map").first
        self.root.wait_for()

    def slider(self, entry):
        return self.root.get_by_role("slider", name=SLIDERS[entry])

    def drawn(self, selector, attribute="d"):
        return self.root.locator(selector).first.get_attribute(attribute)

    def words(self):
        return self.root.locator(".nn-words").inner_text()

    def _widget(self):
        view = self.notebook.cells()[self.cell]["outputs"][0]["data"]["application/vnd.jupyter.widget-view+json"]
        return f"__import__('ipywidgets').widgets.widget._instances[{view['model_id']!r}]"

    def kernel(self, trait):
        return json.loads(eval(self.notebook.kernel(f"__import__('json').dumps({self._widget()}.{trait})")))

    def assign(self, **traits):
        for name, value in traits.items():
            self.notebook.kernel(f"setattr({self._widget()}, {name!r}, {value!r})")

    def wait_kernel(self, trait, wanted):
        for _ in range(50):
            if (now := self.kernel(trait)) == wanted:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"the kernel has {trait} = {now!r}, the browser {wanted!r}")

    def wait_numpy(self):
        self.root.get_by_text("✓ np.linalg agrees.").wait_for()

    def end_of(self, column):
        """The middle of a column's handle, in pixels of the page."""
        box = self.root.locator(".nn-input-point").nth(column).bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.fixture(scope="module")
def shared(opened, lab):
    """The explorer of the released notebook, of which only the cells that matter are run."""
    folder = Path(tempfile.mkdtemp(dir=lab.folder))
    shutil.copytree(REPOSITORY / "release" / NOTEBOOK.split("/")[0], folder, dirs_exist_ok=True)
    notebook = opened(f"{folder.name}/{NOTEBOOK.split('/')[1]}")
    notebook.run(*[notebook.find(text) for text in ("import numpy", "linear_map_explorer(", "def matvec(")])
    notebook.wait_idle()
    return Explorer(notebook)


@pytest.fixture
def explorer(shared):
    """The shared explorer, back at its start."""
    shared.page.set_viewport_size(VIEWPORT)
    shared.notebook.theme("JupyterLab Light")
    shared.notebook.rewrite(shared.notebook.find("def matvec("), STUB)
    shared.assign(a=1.0, b=0.5, c=0.0, d=1.0)
    shared.root.get_by_text("matvec is not written yet.").wait_for()
    shared.root.scroll_into_view_if_needed()
    return shared


def test_the_released_cells_run_without_an_error(shared):
    assert shared.notebook.errors() == []


@pytest.mark.parametrize("entry", SLIDERS)
def test_keys_move_the_picture_and_the_kernel_follows(explorer, entry):
    before = {selector: explorer.drawn(selector) for selector in (".nn-mapped", ".nn-square", ".nn-value")}
    said = explorer.words()
    slider = explorer.slider(entry)
    start = float(slider.input_value())
    slider.focus()
    for _ in range(3):
        slider.press("ArrowRight")
    assert float(slider.input_value()) == pytest.approx(start + 0.15)
    assert all(explorer.drawn(selector) != old for selector, old in before.items())
    explorer.wait_kernel(entry, float(slider.input_value()))
    explorer.wait_numpy()
    told = explorer.kernel("numpy")
    assert told[entry] == float(slider.input_value())
    assert f"{told['det']:.4f}" in explorer.root.get_by_role("row", name="determinant").inner_text().replace("−", "-")
    if entry != "b":  # b alone changes neither determinant nor eigenvalues of this shear
        assert explorer.words() != said
    assert explorer.words() in explorer.root.get_by_role("img").get_attribute("aria-label")


def test_letters_do_not_reach_the_notebook(explorer):
    cells = len(explorer.notebook.cells())
    for key in "abx":
        explorer.slider("a").press(key)
    assert len(explorer.notebook.cells()) == cells


def test_both_columns_are_dragged_and_nothing_else(explorer):
    mouse, page = explorer.page.mouse, explorer.page
    square = explorer.drawn(".nn-square")
    for column, entries in enumerate((("a", "c"), ("b", "d"))):
        x, y = explorer.end_of(column)
        mouse.move(x, y)
        mouse.down()
        mouse.move(x - 60, y - 30, steps=6)
        mouse.up()
        moved = explorer.end_of(column)
        assert moved == (pytest.approx(x - 60, abs=5), pytest.approx(y - 30, abs=5))
        for entry in entries:
            explorer.wait_kernel(entry, float(explorer.slider(entry).input_value()))
    assert explorer.drawn(".nn-square") != square
    before = [explorer.kernel(entry) for entry in SLIDERS]
    box = explorer.root.get_by_role("img").bounding_box()
    mouse.move(box["x"] + 60, box["y"] + box["height"] - 60)  # far from both ends
    mouse.down()
    mouse.move(box["x"] + 160, box["y"] + 100, steps=5)
    mouse.up()
    page.wait_for_timeout(200)
    assert [explorer.kernel(entry) for entry in SLIDERS] == before


def test_every_preset_can_be_chosen_and_is_told(explorer):
    for name, words in {
        "mirror": "turned over",
        "projection": "squashed onto one line",
        "rotation": "no arrow keeps its line",
        "stretch": "areas become 0.75 times as large",
        "identity": "every arrow keeps its line",
        "shear": "there is no second line",
    }.items():
        explorer.root.get_by_role("radio", name=name).check()
        assert words in explorer.words()
        explorer.wait_numpy()
    explorer.slider("a").press("End")
    assert explorer.root.get_by_role("radio", name="your own").is_checked()


def test_the_learners_matvec_draws_the_letter(explorer):
    notebook, own = explorer.notebook, explorer.root.locator("path.nn-learner")
    cell = notebook.find("def matvec(")
    assert not own.is_visible()

    notebook.rewrite(cell, TRANSPOSED)
    explorer.root.get_by_text("Your matvec lies up to").wait_for()
    explorer.root.scroll_into_view_if_needed()  # the cell that was run is far below
    assert own.is_visible() and own.evaluate("node => getComputedStyle(node).strokeDasharray") not in ("none", "")
    assert "the F by your matvec" in explorer.root.locator(".nn-legend").inner_text()
    wrong = own.get_attribute("d")
    notebook.photograph(explorer.root, "linear-map-learner-transposed")

    notebook.rewrite(cell, RIGHT)
    explorer.root.get_by_text("Your matvec lies on the reference").wait_for()
    explorer.root.scroll_into_view_if_needed()
    assert own.get_attribute("d") != wrong
    assert own.get_attribute("d") == explorer.drawn("path.nn-value")
    slider = explorer.slider("c")  # it follows the matrix
    slider.press("End")
    explorer.root.get_by_text("Your matvec lies on the reference").wait_for()
    explorer.wait_kernel("c", 2.0)
    explorer.page.wait_for_function(
        "([own, value]) => own.getAttribute('d') === value.getAttribute('d')",
        arg=[own.element_handle(), explorer.root.locator("path.nn-value").element_handle()],
    )

    notebook.rewrite(cell, STAR)
    explorer.root.get_by_text("matvec gave shape (2, 2) where (2,) was expected.").wait_for()
    assert not own.is_visible()


def test_axe_finds_nothing_serious(explorer):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    explorer.notebook.rewrite(explorer.notebook.find("def matvec("), RIGHT)
    for theme in ["JupyterLab Light", "JupyterLab Dark"]:
        explorer.notebook.theme(theme)
        explorer.wait_numpy()
        found = axe.Axe().run(explorer.page, context=[[".nn-linear-map"]]).response
        assert found["passes"], "axe looked at nothing"
        serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
        assert not serious, [(v["id"], [n["html"] for n in v["nodes"]]) for v in serious]
        explorer.notebook.photograph(explorer.root, f"linear-map-{theme.split()[1].lower()}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_without_a_kernel_it_fits_and_moves(browser, width, scheme):
    made = widgets.linear_map_explorer([[1.0, 0.5], [0.0, 1.0]])
    state = {name: value for name, value in made.get_state().items() if name != "layout"}
    made.close()
    with browser.new_context(viewport={"width": width, "height": 1100}, color_scheme=scheme) as context:
        page = context.new_page()
        page.set_content(f"<!doctype html><html lang=en><title>t</title><body><main>{fragment(state)}</main>")
        root = page.locator(".nn-linear-map")
        root.wait_for()
        page.wait_for_timeout(200)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        square = root.locator(".nn-square").get_attribute("d")
        root.get_by_role("slider", name=SLIDERS["a"]).press("Home")
        assert root.locator(".nn-square").get_attribute("d") != square
        assert "turned over" in root.locator(".nn-words").inner_text()
        # What only a kernel can say is not shown.
        assert not root.get_by_text("np.linalg").first.is_visible() and "matvec" not in root.inner_text()
        SCREENSHOTS.mkdir(exist_ok=True)
        root.screenshot(path=SCREENSHOTS / f"linear-map-static-{width}-{scheme}.png")
