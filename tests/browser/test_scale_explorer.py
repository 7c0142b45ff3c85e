"""The scale explorer in JupyterLab and in an export: chosen by keys and by pointer, looked at, held against the kernel."""

import json

import pytest

from course import widgets
from course.widgets.static import fragment
from tests.browser.conftest import VIEWPORT
from tests.browser.lab import SCREENSHOTS

CELLS = [
    ("code", "import numpy as np\n\nfrom course import widgets"),
    ("code", "explorer = widgets.scale_explorer(hidden=8, images=80)\nexplorer"),
    ("code", "comparison = None"),
]
MINE = """AMOUNTS = [20, 80, 1280]
comparison = {
    "network 8": (np.array([0.50, 0.70, 0.90]), np.array([0.02, 0.01, 0.01])),
    "network 32": (np.array([0.60, 0.80, np.nan]), np.array([0.02, 0.01, np.nan])),
    "SVM": (np.array([0.50, 0.90, 0.99]), np.array([0.02, 0.01, 0.0])),
}"""
BROKEN = 'AMOUNTS = [20]\ncomparison = {"network 8": 3}'


@pytest.fixture(scope="module")
def notebook(opened, small_notebook):
    notebook = opened(small_notebook(CELLS))
    notebook.run_all()
    notebook.wait_idle()
    notebook.page.locator(".nn-scale .nn-picture[aria-label]").wait_for()
    return notebook


@pytest.fixture
def root(notebook):
    notebook.page.set_viewport_size(VIEWPORT)
    notebook.theme("JupyterLab Light")
    notebook.rewrite(2, "comparison = None")
    notebook.kernel("explorer.set_trait('size', 3), explorer.set_trait('amount', 2), explorer.set_trait('show', 'accuracy')")
    root = notebook.page.locator(".nn-scale").first
    root.get_by_text("with 8 hidden neurons, trained on 80 images").first.wait_for()
    root.scroll_into_view_if_needed()
    return root


def kernel(notebook, expression):
    return json.loads(eval(notebook.kernel(f"__import__('json').dumps({expression})")))


def wait_kernel(notebook, expression, wanted):
    for _ in range(100):
        if (now := kernel(notebook, expression)) == wanted:
            return
        notebook.page.wait_for_timeout(100)
    raise AssertionError(f"{expression} is {now!r} in the kernel, not {wanted!r}")


def words(root):
    return plain(root.locator(".nn-words").inner_text())


def plain(text):
    return text.replace("\u00a0", " ")


def d(root, selector):
    return [line.get_attribute("d") for line in root.locator(selector).all()]


def test_the_cells_run_without_an_error(notebook):
    assert notebook.errors() == []


@pytest.mark.parametrize(("name", "trait", "text"), [("amount of training", "amount", "on 160 images"), ("size of the network", "size", "16 hidden neurons")])
def test_keys_choose_a_field_and_the_kernel_follows(root, notebook, name, trait, text):
    chosen = root.locator(".nn-chosen")
    before = [chosen.get_attribute(key) for key in "xy"], d(root, "path.nn-value"), words(root)
    slider = root.get_by_role("slider", name=name)
    at = kernel(notebook, f"explorer.{trait}")
    slider.focus()
    slider.press("ArrowRight")
    assert text in words(root)
    after = [chosen.get_attribute(key) for key in "xy"], d(root, "path.nn-value"), words(root)
    assert all(new != old for new, old in zip(after, before))
    wait_kernel(notebook, f"explorer.{trait}", at + 1)
    size, amount = kernel(notebook, "[explorer.size, explorer.amount]")
    mean = kernel(notebook, f"explorer.grid['networks']['mean'][{size}][{amount}]")
    assert f"{100 * mean:.1f} %" in words(root)
    assert words(root) in plain(root.get_by_role("img").get_attribute("aria-label"))
    slider.press("End")
    places = kernel(notebook, "[len(explorer.grid['sizes']), len(explorer.grid['amounts'])]")
    wait_kernel(notebook, f"explorer.{trait}", places[trait == "amount"] - 1)


def test_the_pointer_chooses_a_field_and_drags_on(root, notebook):
    fields = root.locator(".nn-field")
    columns = kernel(notebook, "len(explorer.grid['amounts'])")
    box = fields.nth(6 * columns + 5).bounding_box()  # the seventh row from below, the sixth column
    notebook.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    notebook.page.mouse.down()
    wait_kernel(notebook, "[explorer.size, explorer.amount]", [6, 5])
    box = fields.nth(1 * columns + 0).bounding_box()
    notebook.page.mouse.move(box["x"] + 5, box["y"] + 5, steps=4)
    notebook.page.mouse.up()
    wait_kernel(notebook, "[explorer.size, explorer.amount]", [1, 0])
    # A press below the map chooses nothing.
    picture = root.get_by_role("img").bounding_box()
    notebook.page.mouse.click(picture["x"] + picture["width"] / 2, picture["y"] + picture["height"] - 60)
    notebook.page.wait_for_timeout(300)
    assert kernel(notebook, "[explorer.size, explorer.amount]") == [1, 0]


def test_the_map_shows_what_was_recorded(root, notebook):
    means = kernel(notebook, "explorer.grid['networks']['mean']")
    told = [text.text_content() for text in root.locator(".nn-in-field").all()]
    assert [float(text) for text in told] == pytest.approx([100 * mean for row in means for mean in row], abs=0.51)
    tints = [float(rect.get_attribute("fill-opacity")) for rect in root.locator(".nn-tint").all()]
    assert tints[0] == min(tints) and tints[-1] == max(tints)


def test_error_bars_stand_at_every_point(root, notebook):
    sizes, amounts = kernel(notebook, "[len(explorer.grid['sizes']), len(explorer.grid['amounts'])]")
    assert root.locator(".nn-bars").count() == root.locator(".nn-mark").count() == sizes + amounts
    spans = [float(bar.get_attribute("y1")) - float(bar.get_attribute("y2")) for bar in root.locator(".nn-bars").all()]
    errors = kernel(notebook, "explorer.grid['networks']['error'][3]")
    assert spans[:amounts] == pytest.approx([2 * 170 * error for error in errors], abs=0.1)


def test_errors_on_a_logarithmic_axis(root, notebook):
    before = d(root, "path.nn-value")
    root.get_by_role("radio", name="error, log axis").check()
    wait_kernel(notebook, "explorer.show", "error")
    assert d(root, "path.nn-value") != before
    assert root.get_by_text("test error in per cent").is_visible()
    ticks = [plain(text.text_content()) for text in root.locator(".nn-small").all()]
    assert "0.5 %" in ticks and "50 %" in ticks


def test_the_learners_experiment_is_drawn_over_it(root, notebook):
    assert root.get_by_text("once your comparison has run").is_visible() and root.locator("path.nn-learner").count() == 0
    notebook.rewrite(2, MINE)
    root.get_by_text("yours: networks of 8, 32").wait_for()
    assert root.locator("path.nn-learner").count() == 2  # along the row and along the column
    assert root.locator(".nn-own").count() == 5  # three fields of the one network, and two of the other
    assert "Yours: 70.0 %" in words(root)
    colour = root.locator("path.nn-learner").first.evaluate("node => getComputedStyle(node).stroke")
    assert colour == "rgb(204, 121, 167)"
    notebook.photograph(root, "scale-mine")
    root.get_by_role("slider", name="size of the network").press("End")  # 256 neurons: the learner has none
    assert root.locator("path.nn-learner").count() == 1 and "Yours" not in words(root)
    notebook.rewrite(2, BROKEN)
    root.get_by_text("comparison holds no pair (mean, error) for network 8.").wait_for()
    assert root.locator("path.nn-learner").count() == 0


def test_letters_do_not_reach_the_notebook(root, notebook):
    cells = len(notebook.cells())
    for key in "abx":
        root.get_by_role("slider", name="amount of training").press(key)
    assert len(notebook.cells()) == cells


def test_axe_finds_nothing_serious(root, notebook):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    notebook.rewrite(2, MINE)
    root.get_by_text("yours: networks of 8, 32").wait_for()
    for theme in ["JupyterLab Light", "JupyterLab Dark"]:
        notebook.theme(theme)
        found = axe.Axe().run(notebook.page, context=[[".nn-scale"]]).response
        assert found["passes"], "axe looked at nothing"
        serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
        assert not serious, [(v["id"], [n["html"] for n in v["nodes"]]) for v in serious]
        notebook.photograph(root, f"scale-{theme.split()[1].lower()}")


def test_it_fits_a_phone(root, notebook):
    notebook.command("application:toggle-left-area")
    try:
        for width in [320, 480]:
            notebook.page.set_viewport_size({"width": width, "height": 900})
            notebook.page.wait_for_timeout(300)
            assert root.get_by_role("img").bounding_box()["width"] <= root.bounding_box()["width"] + 1
            notebook.photograph(root, f"scale-{width}")
    finally:
        notebook.command("application:toggle-left-area")


@pytest.mark.parametrize("width", [320, 1000])
def test_without_a_kernel_it_still_moves(browser, width):
    explorer = widgets.scale_explorer(hidden=8, images=80)
    state = {name: value for name, value in explorer.get_state().items() if name != "layout"}
    explorer.close()
    with browser.new_context(viewport={"width": width, "height": 1100}) as context:
        page = context.new_page()
        page.context.set_offline(True)
        page.set_content(f"<!doctype html><html lang=en><title>t</title><body><main>{fragment(state)}</main>")
        root = page.locator(".nn-scale")
        root.locator(".nn-picture[aria-label]").wait_for()
        before = d(root, "path.nn-value")
        root.get_by_role("slider", name="amount of training").press("End")
        root.get_by_role("slider", name="size of the network").press("Home")
        assert "with 1 hidden neuron, trained on 1280 images" in words(root) and d(root, "path.nn-value") != before
        assert not root.get_by_text("once your comparison has run").is_visible()  # nobody can run it here
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        SCREENSHOTS.mkdir(exist_ok=True)
        root.screenshot(path=SCREENSHOTS / f"scale-static-{width}.png")
