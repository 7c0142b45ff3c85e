"""What the graph explorer computes and where it puts it: against PyTorch, and by bounding boxes."""

import itertools

import pytest

from course import widgets
from course.widgets.graph import RANGES, STEPS, by_autograd
from course.widgets.static import fragment
from tests.browser.test_maths import calls  # noqa: F401

POINTS = [dict(zip("abc", point)) for point in itertools.product((0.5, 1.0, 2.5), (0.0, 0.35, 1.0), (0.0, 1.3, 4.0))]


def test_values_and_gradients_agree_with_autograd(calls):  # noqa: F811
    told = calls("graph_maths", "given.map((point) => m.atEnd(point))", POINTS)
    for point, here in zip(POINTS, told, strict=True):
        torch_says = by_autograd(**point)
        assert here["values"] == pytest.approx(torch_says["values"], rel=1e-12, abs=1e-12)
        assert here["grads"] == pytest.approx(torch_says["grads"], rel=1e-12, abs=1e-12)


def test_a_step_adds_one_thing_and_nothing_is_sent_before_it_is_complete(calls):  # noqa: F811
    point = POINTS[13]
    assert calls("graph_maths", "m.STEPS.length") == STEPS + 1
    states = [calls("graph_maths", "m.atStep(given[0], given[1])", [step, point]) for step in range(STEPS + 1)]
    sizes = [(len(s["values"]), len(s["sent"])) for s in states]
    assert sizes == [(3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (7, 0), *((7, k) for k in range(1, 9))]
    for before, state in zip(states, states[1:]):
        if state["now"]["kind"] == "backward":
            assert state["now"]["head"] not in before["waiting"]
    assert states[-1]["waiting"] == [] and set(states[8]["waiting"]) == {"d"}
    for state in states:  # what a node has is the sum of what was sent to it
        for name, grad in state["grads"].items():
            arrived = [m["product"] for edge, m in state["sent"].items() if edge.endswith(f"→{name}")]
            assert grad == pytest.approx(sum(arrived) if arrived else 1.0)


def test_an_answer_can_differ_and_can_be_of_another_point(calls):  # noqa: F811
    point = {"a": 2.0, "b": 0.5, "c": 3.0}
    ask = "m.differing(m.atEnd(given[0]), given[1], given[0])"
    right = by_autograd(**point)
    assert calls("graph_maths", ask, [point, right]) == []
    wrong = right | {"grads": right["grads"] | {"d": 36.75}}
    assert calls("graph_maths", ask, [point, wrong]) == ["d"]
    assert calls("graph_maths", ask, [point, right | {"values": right["values"] | {"g": None}}]) == ["g"]
    for unknown in (None, {}, right | {"a": 1.0}):
        assert calls("graph_maths", ask, [point, unknown]) is None


def test_numbers_are_short(calls):  # noqa: F811
    texts = {0: "0", 42.875: "42.88", -0.5: "−0.5", 134217728: "1.3e8", -1.5e-7: "−1.5e−7", -0.0029389: "−0.0029", 0.34657: "0.3466"}
    for value, text in texts.items():
        assert calls("graph_maths", "m.short(given)", value) == text
    assert all(len(calls("graph_maths", "m.short(given, 6)", value)) <= 7 for value in (*texts, 99999.4, -0.00123456, 1 / 3))


def test_every_step_is_said_in_words(calls):  # noqa: F811
    point = {"a": 2.0, "b": 0.5, "c": 3.0}
    said = [calls("graph_maths", "m.inWords(given[0], given[1])", [step, point]) for step in range(STEPS + 1)]
    assert len(set(said)) == STEPS + 1
    assert said[4] == "Forward: g = eᶠ = 42.875."
    assert "107.4 was there already, and they add up: ∂g/∂d = 144.2." in said[10]
    assert said[-1].endswith("All gradients are there.")


# Boxes that overlap by more than this many pixels are seen to overlap.
SLACK = 0.5
MOVE = """
([root, values]) => {
  for (const [name, value] of Object.entries(values)) {
    const slider = root.querySelector(`input[aria-label='${name}']`);
    slider.value = value;
    slider.dispatchEvent(new Event("input"));
  }
}
"""
LOOK = """
(root) => {
  const box = (node) => { const { left, right, top, bottom } = node.getBoundingClientRect(); return { left, right, top, bottom }; };
  const picture = root.querySelector(".nn-picture");
  const labels = [...picture.querySelectorAll(".nn-edge-label")].filter((t) => t.textContent).map((t) => [t.textContent, box(t)]);
  const frames = [...picture.querySelectorAll(".nn-box")].map(box);
  const inside = [...picture.querySelectorAll(".nn-node-value, .nn-node-grad")].filter((t) => t.textContent)
    .map((t) => [t.textContent, box(t)]);
  const at = picture.getBoundingClientRect();
  const points = [...picture.querySelectorAll(".nn-edge")].flatMap((path) => {
    const length = path.getTotalLength();
    return Array.from({ length: 60 }, (_, i) => path.getPointAtLength((length * i) / 59)).map(({ x, y }) => [x + at.left, y + at.top]);
  });
  return { picture: box(picture), labels, frames, inside, points };
}
"""


def overlap(a, b):
    return min(a["right"], b["right"]) - max(a["left"], b["left"]) > SLACK and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > SLACK


def holds(outer, inner, slack=SLACK):
    return (
        outer["left"] - slack <= inner["left"] and inner["right"] <= outer["right"] + slack
        and outer["top"] - slack <= inner["top"] and inner["bottom"] <= outer["bottom"] + slack
    )  # fmt: skip


def faults(seen):
    """What overlaps what, in words."""
    found = []
    for (one, a), (other, b) in itertools.combinations(seen["labels"], 2):
        if overlap(a, b):
            found.append(f"the labels {one!r} and {other!r}")
    for text, a in seen["labels"]:
        if not holds(seen["picture"], a):
            found.append(f"the label {text!r} leaves the picture")
        if any(overlap(a, frame) for frame in seen["frames"]):
            found.append(f"the label {text!r} and a box")
        if any(a["left"] < x < a["right"] and a["top"] + 2 < y < a["bottom"] - 2 for x, y in seen["points"]):
            found.append(f"an edge runs through the label {text!r}")
    for one, other in itertools.combinations(seen["frames"], 2):
        if overlap(one, other):
            found.append("two boxes")
    for text, a in seen["inside"]:
        if not any(holds(frame, a) for frame in seen["frames"]):
            found.append(f"the text {text!r} does not fit its box")
    return found


def test_the_search_for_overlaps_finds_them():
    box = {"left": 0, "right": 10, "top": 0, "bottom": 10}
    nothing = {"picture": box, "labels": [], "frames": [], "inside": [], "points": []}
    shifted = {name: value + 5 for name, value in box.items()}
    assert faults(nothing | {"labels": [["x", box]]}) == []
    assert faults(nothing | {"labels": [["x", box], ["y", shifted]]})
    assert faults(nothing | {"labels": [["x", box]], "frames": [shifted]})
    assert faults(nothing | {"labels": [["x", box]], "points": [[5, 5]]})
    assert faults(nothing | {"inside": [["x", shifted]], "frames": [box]})


# Corners and the middle of the sliders, and points whose numbers are long.
CORNERS = [dict(zip("abc", p)) for p in itertools.product((0.5, 2.5), (0.0, 0.35, 1.0), (0.0, 4.0))]
LONG = [{"a": 2.0, "b": 0.5, "c": 3.0}, {"a": 0.55, "b": 0.05, "c": 0.1}, {"a": 2.15, "b": 0.85, "c": 3.7}]


@pytest.mark.parametrize("width", [220, 270, 300, 340, 440, 460, 640, 768, 1280])
def test_labels_never_overlap(browser, width):
    explorer = widgets.graph_explorer(step=STEPS)
    state = {name: value for name, value in explorer.get_state().items() if name != "layout"}
    explorer.close()
    with browser.new_context(viewport={"width": width, "height": 1100}) as context:
        page = context.new_page()
        page.set_content(f"<!doctype html><html lang=en><title>t</title><body>{fragment(state)}")
        page.locator(".nn-picture[aria-label]").wait_for()
        root = page.locator(".nn-widget").element_handle()
        found = {}
        for point in CORNERS + LONG:
            for step in (STEPS, 9):
                page.evaluate(MOVE, [root, {**{f"input {k}": v for k, v in point.items()}, "step": step}])
                seen = page.evaluate(LOOK, root)
                assert len(seen["labels"]) == (8 if step == STEPS else 4) and len(seen["frames"]) == 7
                if wrong := faults(seen):
                    found[(*point.values(), step)] = wrong
        assert not found, f"{len(found)} of the points, such as {next(iter(found.items()))}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_ranges_are_those_of_the_kernel(browser):
    explorer = widgets.graph_explorer()
    assert {name: tuple(limits) for name, limits in explorer.ranges.items()} == RANGES
    explorer.close()
