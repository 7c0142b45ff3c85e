"""Without a kernel and without a network: the HTML export moves, and the picture beside it is current."""

import os
import subprocess
import sys

import nbformat
import pytest

from course import widgets
from course.widgets import picture
from course.widgets.static import fragment
from tests.browser.lab import REPOSITORY, SCREENSHOTS

CELLS = [
    "import numpy as np\nfrom course import widgets",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(-0.7 * z))",
    "widgets.activation_explorer()",
    "widgets.activation_explorer('tanh')",
]


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(made, folder / "widget.ipynb")
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "html", "--execute", "widget.ipynb",
         "--HTMLExporter.preprocessors=course.widgets.static.StaticWidgets"],
        cwd=folder, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
    )
    return folder / "widget.html"


def test_the_export_moves_without_a_network(exported, page):
    page.context.set_offline(True)
    page.goto(exported.as_uri())
    explorers = page.locator(".nn-activations")
    explorers.nth(1).wait_for()
    point = explorers.first.locator(".nn-point")
    before, other = point.get_attribute("cx"), explorers.nth(1).locator(".nn-point").get_attribute("cx")
    explorers.first.get_by_role("slider", name="input x").press("End")
    assert point.get_attribute("cx") != before
    assert explorers.nth(1).locator(".nn-point").get_attribute("cx") == other
    # The learner's curve was saved; numbers of a kernel that is gone are not shown, nor what it would need.
    assert explorers.first.locator("path.nn-learner").first.is_visible()
    assert not explorers.first.get_by_text("torch.autograd").first.is_visible()
    assert "once its cell has run" not in explorers.first.inner_text()
    # One radio group each, though both forms use the same names.
    explorers.first.get_by_role("radio", name="ReLU").check()
    assert explorers.nth(1).get_by_role("radio", name="tanh").is_checked()
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / "export.png")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_is_cut_off_and_axe_is_content(browser, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    explorer = widgets.activation_explorer("tanh", x=1.5)
    state = {name: value for name, value in explorer.get_state().items() if name != "layout"}
    explorer.close()
    with browser.new_context(viewport={"width": width, "height": 1100}, color_scheme=scheme) as context:
        page = context.new_page()
        page.set_content(f"<!doctype html><html lang=en><title>t</title><body><main>{fragment(state)}</main>")
        page.locator(".nn-point").wait_for()
        page.wait_for_timeout(200)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        ink = page.locator(".nn-widget").evaluate("node => getComputedStyle(node).color")
        assert (sum(map(int, ink[4:-1].split(","))) > 384) == (scheme == "dark")
        found = axe.Axe().run(page, context=[[".nn-widget"]]).response
        assert found["passes"], "axe looked at nothing"
        assert not [(v["id"], v["impact"]) for v in found["violations"] if v["impact"] in ("serious", "critical")]
        SCREENSHOTS.mkdir(exist_ok=True)
        page.locator(".nn-widget").screenshot(path=SCREENSHOTS / f"static-{width}-{scheme}.png")


def test_the_pictures_beside_the_widgets_are_current(browser):
    for name, widget in picture.pictures().items():
        path = picture.UNITS / name
        again = "run python -m course.widgets.picture"
        assert path.exists(), again
        assert path.read_text(encoding="utf-8") == picture.draw(browser, widget), again
