"""A widget is laid out by itself: a movement in it leaves the page alone, and its height follows what it holds."""

import json

import pytest

from course import widgets
from course.widgets.static import fragment

MADE = {
    "activations": (widgets.activation_explorer, "input x"),
    "linear-map": (lambda: widgets.linear_map_explorer([[1.5, 0.5], [0, 1]]), "a, row 1, column 1"),
    "graph-explorer": (lambda: widgets.graph_explorer(step=13), "input a"),
    "hidden": (widgets.hidden_units_explorer, "hidden units"),
    "scale": (widgets.scale_explorer, "size of the network"),
}
# How much higher the widget is than its content, in pixels: its own padding, above and below.
ROOM = "root => root.getBoundingClientRect().height - root.firstChild.getBoundingClientRect().height"


def shown(page, name):
    make, slider = MADE[name]
    made = make()
    state = {trait: value for trait, value in made.get_state().items() if trait != "layout"}
    made.close()
    page.set_content(f"<!doctype html><html lang=en><title>t</title><body>{fragment(state)}<p id=below>below</p></body>")
    root = page.locator(f".nn-{name}")
    root.locator(".nn-picture[aria-label]").wait_for()
    page.wait_for_timeout(200)
    return root, root.get_by_role("slider", name=slider)


@pytest.mark.parametrize("name", MADE)
def test_a_movement_lays_out_the_widget_and_not_the_page(browser, page, name):
    root, slider = shown(page, name)
    slider.press("ArrowRight")
    page.wait_for_timeout(800)  # until it has been read aloud too
    before = root.locator(".nn-words").inner_text()
    slider.focus()
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    slider.press("ArrowLeft")
    page.wait_for_timeout(100)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    assert root.locator(".nn-words").inner_text() != before
    layouts = [event["args"]["beginData"]["partialLayout"] for event in events if event["name"] == "Layout"]
    assert layouts and all(layouts), layouts


def test_the_height_follows_what_the_widget_holds(page):
    root, _ = shown(page, "activations")
    padding = root.evaluate(ROOM)
    assert padding == pytest.approx(8, abs=0.1)
    below = page.locator("#below")
    place = below.bounding_box()["y"]

    root.locator(".nn-words").evaluate("node => { node.textContent = 'A long sentence. '.repeat(100); }")
    page.wait_for_timeout(100)
    assert below.bounding_box()["y"] > place + 50 and root.evaluate(ROOM) == pytest.approx(padding, abs=0.1)

    page.set_viewport_size({"width": 360, "height": 1000})  # the controls come below the picture
    page.wait_for_timeout(200)
    assert below.bounding_box()["y"] > place + 300 and root.evaluate(ROOM) == pytest.approx(padding, abs=0.1)

    root.evaluate("root => { root.parentElement.hidden = true; }")  # as in a cell that is folded
    page.wait_for_timeout(100)
    root.evaluate("root => { root.parentElement.hidden = false; }")
    assert root.evaluate(ROOM) == pytest.approx(padding, abs=0.1)

    page.emulate_media(media="print")
    assert root.evaluate("root => getComputedStyle(root).contain") == "none"
