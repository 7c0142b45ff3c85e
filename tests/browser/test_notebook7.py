"""Every widget in Notebook 7, as in JupyterLab: it appears, moves by keyboard, and asks nothing that is missing."""

import nbformat
import pytest

pytest.importorskip("notebook", reason="Notebook 7 is not installed")

MAKERS = {
    "linear-map": "linear_map_explorer",
    "perceptron": "perceptron_explorer",
    "activations": "activation_explorer",
    "collapse": "collapse_explorer",
    "depth": "depth_explorer",
    "graph-explorer": "graph_explorer",
    "race": "race",
    "descent": "gradient_descent_explorer",
    "hidden": "hidden_units_explorer",
    "scale": "scale_explorer",
}
# The first slider of a widget moves its picture, but for the learning rate of a walk that has not begun.
SLIDERS = {"descent": "input[aria-label='start: weight w']"}
PICTURE = "root => [...root.querySelectorAll('svg')].map(each => each.innerHTML).join('')"


@pytest.fixture(scope="module")
def classic(lab, browser):
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in ["from course import widgets", *(f"widgets.{maker}()" for maker in MAKERS.values())]]
    )
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(made, lab.folder / "all.ipynb")
    with browser.new_context(viewport={"width": 1280, "height": 1000}) as context:
        page = context.new_page()
        notebook = lab.open(page, "all.ipynb", app="notebook")
        page.wrong = []  # from here on: some releases of Notebook 7 complain of their own settings when they start
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        notebook.run_all()
        assert not notebook.errors()
        yield notebook
        notebook.shut_down()


def test_it_is_notebook_7(classic):
    assert "/notebooks/" in classic.page.url and classic.page.locator("#jp-MainLogo, .jp-NotebookKernelLogo").count()


@pytest.mark.parametrize("look", MAKERS)
def test_it_appears_and_moves(classic, look):
    page = classic.page
    root = page.locator(f".nn-{look}").first
    root.scroll_into_view_if_needed()
    root.locator("svg").first.wait_for()
    before = root.evaluate(PICTURE)
    widths = root.locator("input[type=range]").evaluate_all("all => all.filter(each => each.offsetParent).map(each => each.clientWidth)")
    assert widths and min(widths) > 100, "a slider needs room for a pointer"
    if look == "race":
        control = root.get_by_role("slider").or_(root.get_by_role("radio")).or_(root.get_by_role("button")).first
        assert control.is_visible()
    else:
        control = root.locator(SLIDERS.get(look, "input[type=range]:visible:enabled")).first
        control.focus()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        page.wait_for_function("([root, before]) => [...root.querySelectorAll('svg')].map(each => each.innerHTML).join('') !== before",
                               arg=[root.element_handle(), before])  # fmt: skip
    classic.photograph(root, f"notebook7-{look}")
    assert not page.wrong
