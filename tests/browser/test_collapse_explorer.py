"""The collapse explorer in JupyterLab: moved by keys, looked at, held against the kernel."""

import pytest

from course import widgets
from tests.browser.conftest import VIEWPORT
from tests.browser.shown import Shown, alone, nothing_serious

FIRST = "import numpy as np\nfrom course import widgets"
SHOW = "planes = widgets.collapse_explorer()\nplanes"
STUB = "def collapse(weights, biases):\n    raise NotImplementedError"
RIGHT = """def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = V @ W, V @ b + c
    return W, b"""
BIAS_LOST = RIGHT.replace("V @ b + c", "c")
SLIDERS = {
    "layers": "number of layers", "turn": "turn of each layer, degrees",
    "stretch": "stretch of each layer along x", "shift": "bias of each layer along x",
}


@pytest.fixture(scope="module")
def shared(small_notebook, opened):
    notebook = opened(small_notebook([("code", source) for source in (FIRST, STUB, SHOW)]))
    notebook.run(0, 1, 2)
    notebook.wait_idle()
    return Shown(notebook, "collapse", "planes", SLIDERS)


@pytest.fixture
def explorer(shared):
    shared.page.set_viewport_size(VIEWPORT)
    shared.notebook.theme("JupyterLab Light")
    shared.notebook.rewrite(1, STUB)
    shared.assign(between="nothing", layers=3, turn=30.0, stretch=1.2, shift=0.4)
    shared.root.get_by_text("collapse is not written yet.").wait_for()
    return shared


def agreed(explorer):
    explorer.root.get_by_text("✓ torch.nn agrees.").wait_for()


def extents(explorer):
    """Width and height of the grid in each of the two planes, in pixels."""
    box = "nodes => nodes.map((node) => [node.getBBox().width, node.getBBox().height])"
    return explorer.root.locator(".nn-mapped").evaluate_all(box)


@pytest.mark.parametrize("name", SLIDERS)
def test_keys_move_both_planes_and_the_kernel_follows(explorer, name):
    planes = explorer.root.locator(".nn-mapped")
    before, said = [planes.nth(i).get_attribute("d") for i in (0, 1)], explorer.words()
    slider = explorer.slider(name)
    slider.focus()
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    assert all(planes.nth(i).get_attribute("d") != old for i, old in enumerate(before))
    many, one = extents(explorer)
    assert many == pytest.approx(one, abs=0.1)
    assert explorer.words() != said and "0.0000" in explorer.words()
    explorer.wait_kernel(name, float(slider.input_value()))
    agreed(explorer)
    assert explorer.words() in explorer.root.get_by_role("img").get_attribute("aria-label")


def test_an_activation_breaks_it(explorer):
    explorer.root.get_by_role("radio", name="ReLU").check()
    assert "no single layer can do that" in explorer.words()
    many, one = extents(explorer)
    assert many[1] < 0.8 * one[1]
    agreed(explorer)
    explorer.slider("layers").press("Home")
    assert "nothing to collapse yet" in explorer.words()


def test_the_learners_layer_moves_the_letter(explorer):
    own = explorer.root.locator("path.nn-learner").nth(1)
    assert not own.is_visible()
    explorer.notebook.rewrite(1, BIAS_LOST)
    explorer.root.get_by_text("Your collapse lies up to").wait_for()
    assert own.is_visible() and own.evaluate("node => getComputedStyle(node).strokeDasharray") not in ("none", "")
    explorer.notebook.photograph(explorer.root, "collapse-learner-wrong")
    explorer.notebook.rewrite(1, RIGHT)
    explorer.root.get_by_text("Your collapse lies on the reference").wait_for()
    explorer.slider("layers").press("End")  # it follows the layers
    assert "5 layers with nothing" in explorer.words()
    explorer.root.get_by_text("Your collapse lies on the reference").wait_for()
    explorer.notebook.rewrite(1, "def collapse(weights, biases):\n    return weights[0]")
    explorer.root.get_by_text("it should return two arrays").wait_for()
    assert not own.is_visible()


def test_axe_finds_nothing_serious(explorer):
    explorer.notebook.rewrite(1, RIGHT)
    nothing_serious(explorer, "collapse", lambda: agreed(explorer))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_without_a_kernel_it_fits_and_moves(browser, width, scheme):
    def moves(root):
        before = root.locator(".nn-mapped").first.get_attribute("d")
        root.get_by_role("slider", name=SLIDERS["turn"]).press("Home")
        assert root.locator(".nn-mapped").first.get_attribute("d") != before
        # What only a kernel can say is not shown.
        assert not root.get_by_text("torch.nn").first.is_visible() and "your collapse" not in root.inner_text().lower()

    alone(browser, widgets.collapse_explorer("tanh"), "collapse", width, scheme, moves)
