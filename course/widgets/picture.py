"""The picture beside a widget, for whoever has neither kernel nor browser that runs it.

``python -m course.widgets.picture`` draws each widget in Chromium and writes what it shows as an
SVG file into the unit's ``images`` folder, so that picture and widget cannot differ.
"""

import re
from pathlib import Path

from course import widgets
from course.widgets.base import CourseWidget
from course.widgets.browser import chromium
from course.widgets.static import fragment

UNITS = Path(__file__).resolve().parents[1] / "units"


def pictures() -> dict[str, CourseWidget]:
    """File below ``course/units`` -> the widget that it shows."""
    explorer = widgets.activation_explorer("sigmoid", functions={}, derivatives={}, x=1.5)
    gate = widgets.perceptron_explorer("AND", w1=1.0, w2=1.0, b=-1.5)
    descent = widgets.GradientDescentExplorer(namespace={}, rate=3.0, step=60)
    shear = widgets.linear_map_explorer([[1.0, 0.5], [0.0, 1.0]], function=None)
    race = widgets.Race(namespace={}, power=5, guess=1.0, step=3)
    return {
        "activations/images/activation_explorer.svg": explorer,
        "activations/images/collapse_explorer.svg": widgets.collapse_explorer("relu", function=None),
        "activations/images/depth_explorer.svg": widgets.depth_explorer(function=None),
        "computation_graphs/images/graph_explorer.svg": widgets.graph_explorer(step=13),
        "hidden_layers/images/hidden_units_explorer.svg": widgets.hidden_units_explorer("XOR", 4, step=1000),
        "linear_algebra/images/linear_map_explorer.svg": shear,
        "logistic_regression/images/gradient_descent_explorer.svg": descent,
        "neurons/images/perceptron_explorer.svg": gate,
        "scale/images/scale_explorer.svg": widgets.scale_explorer(hidden=8, images=320),
        "vectorization/images/race.svg": race,
    }


# The styles come from sheets that the file will not have: each element gets its own, in plain colours.
STANDALONE = """
(picture) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const plain = (value) => { // rgb(...) and color(...) as #rrggbb, which every program reads
    if (!/^(rgb|color)/.test(value)) return value;
    canvas.fillStyle = value;
    canvas.fillRect(0, 0, 1, 1);
    const channels = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    return "#" + channels.map((channel) => channel.toString(16).padStart(2, "0")).join("");
  };
  const names = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "fill-opacity", "stroke-opacity",
                 "font-size", "font-weight"];
  const usual = { fill: "#000000", stroke: "none", "stroke-width": "1px", "stroke-dasharray": "none",
                  "stroke-linecap": "butt", "fill-opacity": "1", "stroke-opacity": "1", "font-size": "16px", "font-weight": "400" };
  const copy = picture.cloneNode(true);
  const [from, to] = [picture, copy].map((root) => [...root.querySelectorAll("*")]);
  from.forEach((node, i) => {
    to[i].removeAttribute("class");
    if (["g", "svg"].includes(node.tagName)) return;
    const style = getComputedStyle(node);
    for (const name of names) {
      if (name.startsWith("font") && node.tagName !== "text") continue;
      const value = plain(style.getPropertyValue(name));
      if (value !== usual[name]) to[i].setAttribute(name, value);
    }
  });
  for (const empty of copy.querySelectorAll("g:empty, path[d='']")) empty.remove();
  const words = copy.getAttribute("aria-label");
  copy.removeAttribute("aria-label");
  copy.removeAttribute("class");
  copy.setAttribute("font-family", "system-ui, sans-serif");
  const paper = document.createElementNS(copy.namespaceURI, "rect");
  for (const [name, value] of [["width", "100%"], ["height", "100%"], ["fill", "#ffffff"]])
    paper.setAttribute(name, value);
  const title = document.createElementNS(copy.namespaceURI, "title");
  title.textContent = words;
  copy.prepend(title, paper);
  return new XMLSerializer().serializeToString(copy).replaceAll("><", ">\\n<") + "\\n";
}
"""


def draw(browser, widget, width: int = 600) -> str:
    """The widget's picture, ``width`` pixels wide, as the text of an SVG file of its own."""
    state = {name: value for name, value in widget.get_state().items() if name != "layout"}
    with browser.new_context(viewport={"width": width, "height": 1200}, color_scheme="light") as context:
        page = context.new_page()
        page.set_content(f"<!doctype html><body style='margin: 0'>{fragment(state)}")
        page.locator(".nn-picture[aria-label]").wait_for()
        drawn = page.locator(".nn-picture").evaluate(STANDALONE)
    # A hundredth of a pixel: the last digits of exp differ from one Chromium to another.
    return re.sub(r"\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}", drawn)


def main() -> None:
    with chromium() as browser:
        for name, widget in pictures().items():
            path = UNITS / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(draw(browser, widget), encoding="utf-8")
            print(f"course/units/{name}")


if __name__ == "__main__":
    main()
