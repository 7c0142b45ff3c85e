"""Browser tests: one JupyterLab and one Chromium for all of them, or a reason why there is none."""

import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import nbformat
import pytest

from tests.browser import lab as driving

REASON = driving.why_not()
VIEWPORT = {"width": 1280, "height": 1000}


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if REASON and here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=REASON))


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    with driving.Lab(tmp_path_factory.mktemp("notebooks")) as running:
        yield running


@pytest.fixture
def page(browser):
    with browser.new_context(viewport=VIEWPORT) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def opened(lab, browser):
    """opened("folder/name.ipynb") is a Notebook on a page of its own, whose kernel ends with the module.

    Starting a kernel and importing torch takes ten seconds, so the tests of a module may share one.
    """
    with ExitStack() as pages:

        def open_one(path):
            context = pages.enter_context(browser.new_context(viewport=VIEWPORT))
            notebook = lab.open(context.new_page(), path)
            pages.callback(notebook.shut_down)
            return notebook

        yield open_one


STUB = '''def sigmoid(z):
    """1 / (1 + exp(-z)) for each element of z."""
    raise NotImplementedError'''

SMALL = [
    ("code", "import numpy as np\nimport torch\n\nfrom course import widgets"),
    ("markdown", "## The sigmoid\n\nMove the sliders, or drag the point."),
    ("code", "widgets.activation_explorer()"),
    ("code", STUB),
    ("markdown", "The end."),
]


@pytest.fixture(scope="module")
def small_notebook(lab):
    """Writes a notebook of (kind, source) cells; returns its path on the server.

    Each has a folder of its own: notebooks of one path would share a kernel.
    """

    def write(cells=SMALL):
        make = {"code": nbformat.v4.new_code_cell, "markdown": nbformat.v4.new_markdown_cell}
        notebook = nbformat.v4.new_notebook(
            cells=[make[kind](source, id=f"cell-{i}") for i, (kind, source) in enumerate(cells)],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        )
        path = Path(tempfile.mkdtemp(dir=lab.folder)) / "small.ipynb"
        nbformat.write(notebook, path)
        return str(path.relative_to(lab.folder))

    return write


@pytest.fixture(scope="module")
def activations_notebook(lab, small_notebook):
    """The notebook named by COURSE_NOTEBOOK, else the released one, else a small one like it."""
    named = os.environ.get("COURSE_NOTEBOOK")
    released = Path(named) if named else driving.REPOSITORY / "release/activations/activations.ipynb"
    if not (named or released.exists()):
        return small_notebook()
    folder = Path(tempfile.mkdtemp(dir=lab.folder))
    shutil.copytree(released.parent, folder, dirs_exist_ok=True)
    return f"{folder.name}/{released.name}"
