"""While Python is asked a widget keeps its height, so that what stands below it on the page stays where it is."""

import pytest

from tests.browser.test_collapse_explorer import RIGHT as COLLAPSE
from tests.browser.test_gradient_descent_explorer import RIGHT as OPTIMIZE
from tests.browser.test_perceptron_explorer import FIT as PERCEPTRON_FIT
from tests.browser.test_perceptron_explorer import RIGHT as PERCEPTRON
from tests.widgets.test_hidden_units import FIT, FORWARD

MATVEC = "def matvec(A, x):\n    return A @ x"
# Each answer takes long enough for several frames to be drawn without it.
SLOWLY = """
import functools, time

def slowly(function, seconds):
    @functools.wraps(function)
    def slow(*arguments):
        time.sleep(seconds)
        return function(*arguments)
    return slow

perceptron, forward, fit, collapse = [slowly(each, 0.2) for each in (perceptron, forward, fit, collapse)]
matvec, optimize = slowly(matvec, 0.02), slowly(optimize, 0.004)  # called for each point of the letter, for each step
"""
# explorer, slider, and what is said of the learner's functions once Python has answered
MOVEMENTS = {
    "linear map": ("linear_map_explorer([[1.5, 0.5], [0, 1]])", "a, row 1, column 1", ["Your matvec lies on the reference", "np.linalg agrees."]),
    "perceptron": ('perceptron_explorer("AND")', "bias b", ["Your perceptron agrees"]),
    "a step of the training": ("hidden_units_explorer(step=200)", "training step", ["Python, on the same network", "Your forward lies"]),
    "one hidden unit more": ("hidden_units_explorer(units=3)", "hidden units", ["Python, on the same network", "Your forward lies", "Your fit lies"]),
    "collapse": ("collapse_explorer()", "bias of each layer along x", ["Your collapse lies", "torch.nn agrees."]),
    "gradient descent": ("gradient_descent_explorer()", "start: weight w", ["Your optimize makes"]),
}

# For each frame the widget's height in pixels, and which of the sentences are seen.
RECORD = """(root, sentences) => {
    const frames = window.frames_drawn = [];
    const look = () => {
        const text = root.innerText;
        frames.push([root.getBoundingClientRect().height, sentences.map((sentence) => text.includes(sentence))]);
        window.recording = requestAnimationFrame(look);
    };
    look();
}"""
STOP = "() => { cancelAnimationFrame(window.recording); return window.frames_drawn; }"


@pytest.fixture(scope="module")
def notebook(opened, small_notebook):
    functions = [MATVEC, PERCEPTRON, PERCEPTRON_FIT, FORWARD, FIT, COLLAPSE, OPTIMIZE]
    cells = ["import numpy as np\n\nfrom course import widgets", *functions, SLOWLY, "explorer = None"]
    notebook = opened(small_notebook([("code", source) for source in cells]))
    notebook.run_all()
    assert not notebook.errors()
    return notebook


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_the_height_stays_from_the_key_to_pythons_answer(notebook, movement):
    explorer, slider, sentences = MOVEMENTS[movement]
    last = len(notebook.cells()) - 1
    notebook.rewrite(last, f"widgets.{explorer}")
    root = notebook.page.locator(".nn-widget").first
    root.scroll_into_view_if_needed()
    for sentence in sentences:
        root.get_by_text(sentence).wait_for()
    notebook.wait_idle()

    slider = root.get_by_role("slider", name=slider)
    slider.focus()
    root.evaluate(RECORD, sentences)
    slider.press("ArrowRight")
    for sentence in sentences:
        root.get_by_text(sentence).wait_for()
    notebook.page.wait_for_timeout(200)  # and whatever is drawn after the answer
    frames = notebook.page.evaluate(STOP)

    heights = [height for height, _ in frames]
    assert max(heights) - min(heights) < 0.1, heights
    for nth, sentence in enumerate(sentences):
        seen = [told[nth] for _, told in frames]
        assert seen[0] and not all(seen) and seen[-1], f"{sentence!r} was not asked anew: {seen}"
