"""The depth explorer in JupyterLab: moved by keys and by dragging, looked at, held against the kernel."""

import pytest

from course import widgets
from tests.browser.conftest import VIEWPORT
from tests.browser.shown import Shown, alone, nothing_serious

FIRST = "import numpy as np\nimport torch\nfrom course import widgets"
SHOW = "depths = widgets.depth_explorer()\ndepths"
STUB = "def gradient_after(depth, activation, z):\n    raise NotImplementedError"
RIGHT = """def gradient_after(depth, activation, z):
    a = torch.tensor(np.asarray(z, dtype=float), requires_grad=True)
    out = a
    for _ in range(depth):
        out = {"linear": lambda t: t, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}[activation](out)
    return torch.autograd.grad(out.sum(), a)[0].numpy()"""
ALL_AT_Z = RIGHT.replace("return torch.autograd.grad(out.sum(), a)[0].numpy()", "s = 1 / (1 + np.exp(-z))\n    return (s * (1 - s)) ** depth")
SLIDERS = {"depth": "number of layers n", "z": "input z", "w": "weight w of each layer"}


class Explorer(Shown):
    def bars(self):
        return self.root.locator(".nn-bar").evaluate_all("nodes => nodes.map((node) => Number(node.getAttribute('height')))")

    def wait_torch(self):
        self.root.get_by_text("✓ torch.autograd agrees.").wait_for()


@pytest.fixture(scope="module")
def shared(small_notebook, opened):
    notebook = opened(small_notebook([("code", source) for source in (FIRST, STUB, SHOW)]))
    notebook.run(0, 1, 2)
    notebook.wait_idle()
    return Explorer(notebook, "depth", "depths", SLIDERS)


@pytest.fixture
def explorer(shared):
    shared.page.set_viewport_size(VIEWPORT)
    shared.notebook.theme("JupyterLab Light")
    shared.notebook.rewrite(1, STUB)
    shared.assign(activation="sigmoid", depth=10, z=0.5, w=1.0)
    shared.root.get_by_text("gradient_after is not written yet.").wait_for()
    return shared


@pytest.mark.parametrize("name", SLIDERS)
def test_keys_move_the_picture_and_the_kernel_follows(explorer, name):
    before, said = explorer.bars(), explorer.words()
    slider = explorer.slider(name)
    slider.focus()
    for _ in range(3):
        slider.press("ArrowRight")
    assert explorer.bars() != before and explorer.words() != said
    assert len(explorer.bars()) == int(explorer.slider("depth").input_value()) + 1
    explorer.wait_kernel(name, float(slider.input_value()))
    explorer.wait_torch()
    assert explorer.words() in explorer.root.get_by_role("img").get_attribute("aria-label")


def test_an_activation_is_chosen_and_layers_are_dragged(explorer):
    explorer.root.get_by_role("radio", name="ReLU").check()
    assert "it comes back whole" in explorer.words() and len(set(explorer.bars())) == 1
    box = explorer.root.get_by_role("img").bounding_box()
    explorer.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 300)
    explorer.page.mouse.down()
    explorer.page.mouse.move(box["x"] + box["width"] - 12, box["y"] + 300, steps=5)
    explorer.page.mouse.up()
    explorer.wait_kernel("depth", 20)
    explorer.slider("z").press("Home")
    assert "exactly 0" in explorer.words() and explorer.bars() == pytest.approx([explorer.bars()[0]])


def test_the_learners_function_is_the_dashed_line(explorer):
    own = explorer.root.locator("path.nn-learner")
    assert not own.is_visible()
    explorer.notebook.rewrite(1, ALL_AT_Z)
    explorer.root.get_by_text("leaves the reference at 2 layers").wait_for()
    assert own.is_visible() and own.evaluate("node => getComputedStyle(node).strokeDasharray") not in ("none", "")
    explorer.notebook.photograph(explorer.root, "depth-learner-wrong")
    explorer.notebook.rewrite(1, RIGHT)
    explorer.root.get_by_text("Your gradient_after lies on the reference.").wait_for()
    explorer.slider("w").press("ArrowRight")
    explorer.root.get_by_text("set w to 1.0 to see its curve").wait_for()
    assert not own.is_visible()


def test_axe_finds_nothing_serious(explorer):
    explorer.notebook.rewrite(1, RIGHT)
    nothing_serious(explorer, "depth", explorer.wait_torch)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_without_a_kernel_it_fits_and_moves(browser, width, scheme):
    def moves(root):
        root.get_by_role("slider", name=SLIDERS["depth"]).press("End")
        assert root.locator(".nn-bar").count() == 21
        # What only a kernel can say is not shown.
        assert not root.get_by_text("torch.autograd").first.is_visible() and "gradient_after" not in root.inner_text()

    alone(browser, widgets.depth_explorer(), "depth", width, scheme, moves)
