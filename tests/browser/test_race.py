"""The race in JupyterLab: guessed, run, stepped through by keyboard, and asked whether the kernel agrees."""

import json

import pytest

from tests.browser.conftest import VIEWPORT

CELLS = [
    ("code", "import numpy as np\nimport torch\n\nfrom course import widgets"),
    ("code", "race = widgets.race()\nrace"),
    ("code", "def dot_loop(u, v):\n    raise NotImplementedError"),
]
MINE = "def dot_loop(u, v):\n    total = 0.0\n    for a, b in zip(u, v):\n        total += a * b\n    return total"
WRONG = "def dot_loop(u, v):\n    return 0.0"


@pytest.fixture(scope="module")
def notebook(opened, small_notebook):
    notebook = opened(small_notebook(CELLS))
    notebook.run_all()
    notebook.wait_idle()
    notebook.page.locator(".nn-race").wait_for()
    return notebook


@pytest.fixture
def root(notebook):
    notebook.page.set_viewport_size(VIEWPORT)
    notebook.theme("JupyterLab Light")
    return notebook.page.locator(".nn-race").first


def kernel(notebook, expression):
    return json.loads(eval(notebook.kernel(f"__import__('json').dumps({expression})")))


def wait_kernel(notebook, expression, wanted):
    for _ in range(100):
        if (now := kernel(notebook, expression)) == wanted:
            return
        notebook.page.wait_for_timeout(100)
    raise AssertionError(f"{expression} is {now!r} in the kernel, not {wanted!r}")


def run(root, notebook, power):
    size = root.get_by_role("slider", name="how many numbers")
    size.press("Home")
    for _ in range(power - 1):
        size.press("ArrowRight")
    wait_kernel(notebook, "race.power", power)
    root.get_by_role("button", name="Run the race").press("Enter")
    root.get_by_text("Measured on this machine just now").wait_for()


def test_a_guess_first_then_the_race(root, notebook):
    assert root.locator(".nn-bar").count() == 0 and "run the race" in root.locator(".nn-words").first.inner_text()
    guess = root.get_by_role("slider", name="your guess")
    guess.press("End")
    wait_kernel(notebook, "race.guess", 4.0)
    run(root, notebook, 2)
    assert root.locator(".nn-bar").count() == 3 and root.locator(".nn-guess").count() == 1
    told = kernel(notebook, "race.results['100']")
    assert set(told["whose"].values()) == {"the course's"}
    aria = root.get_by_role("img").get_attribute("aria-label")
    assert aria.startswith("100 numbers: loop in Python") and "you guessed 10000 times faster" in aria
    widths = [float(bar.get_attribute("width")) for bar in root.locator(".nn-bar").all()]
    seconds = [told["seconds"][key] for key in ("loop", "numpy", "torch")]
    assert sorted(range(3), key=widths.__getitem__) == sorted(range(3), key=seconds.__getitem__)


def test_lanes_fill_step_by_step(root, notebook):
    root.get_by_role("radio", name="8", exact=True).check()
    wait_kernel(notebook, "race.lanes", 8)
    step = root.get_by_role("slider", name="steps of the vector unit")
    step.press("Home")
    assert root.locator(".nn-lane-done, .nn-lane-now").count() == 0
    step.press("ArrowRight")
    assert root.locator(".nn-lane-now").count() == 8
    step.press("End")
    assert root.locator(".nn-lane-done, .nn-lane-now").count() == 32
    assert "after 4 of 4 steps 32 numbers are done" in root.inner_text()
    wait_kernel(notebook, "race.step", 4)
    root.get_by_role("radio", name="16").check()
    assert root.locator(".nn-lane-done, .nn-lane-now").count() == 0


def test_the_learners_own_function_runs(root, notebook):
    notebook.rewrite(2, MINE)
    run(root, notebook, 3)
    root.get_by_text("your own functions ran for: loop in Python").wait_for()
    notebook.rewrite(2, WRONG)
    run(root, notebook, 4)
    root.get_by_text("Your dot_loop gave another number").wait_for()


def test_axe_finds_nothing_serious(root, notebook):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    root.get_by_role("radio", name="8", exact=True).check()
    root.get_by_role("slider", name="steps of the vector unit").press("ArrowRight")
    for theme in ["JupyterLab Light", "JupyterLab Dark"]:
        notebook.theme(theme)
        found = axe.Axe().run(notebook.page, context=[[".nn-race"]]).response
        assert found["passes"], "axe looked at nothing"
        serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
        assert not serious, [(v["id"], [n["html"] for n in v["nodes"]]) for v in serious]
        notebook.photograph(root, f"race-{theme.split()[1].lower()}")


def test_it_fits_a_phone(root, notebook):
    notebook.command("application:toggle-left-area")
    for width in [320, 480]:
        notebook.page.set_viewport_size({"width": width, "height": 900})
        notebook.page.wait_for_timeout(300)
        assert root.get_by_role("img").bounding_box()["width"] <= root.bounding_box()["width"] + 1
        notebook.photograph(root, f"race-{width}")
