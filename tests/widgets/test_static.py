"""Notebooks with widgets, made into HTML that needs neither kernel nor network."""

import json

import nbformat

from course.widgets.static import STATE, VIEW, StaticWidgets, fragment


def notebook(models: dict) -> nbformat.NotebookNode:
    outputs = [
        nbformat.v4.new_output("display_data", {VIEW: {"model_id": key}, "text/plain": "a widget"})
        for key, model in models.items()
        if "layout" in model["state"]
    ]
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("show()", outputs=outputs)])
    made.metadata["widgets"] = {STATE: {"version_major": 2, "version_minor": 0, "state": models}}
    return made


OURS = {"state": {"_esm": "export default {};", "_css": "p {}", "x": 1.5, "layout": "IPY_MODEL_L", "_view_name": "V"}}
SLIDER = {"state": {"value": 3, "layout": "IPY_MODEL_M"}}


def test_our_widget_becomes_html_and_leaves_nothing_to_fetch():
    made, _ = StaticWidgets().preprocess(notebook({"one": OURS, "L": {"state": {}}}), {})
    data = made.cells[0].outputs[0].data
    assert VIEW not in data and '"x": 1.5' in data["text/html"] and "_view_name" not in data["text/html"]
    assert "widgets" not in made.metadata


def test_other_widgets_stay():
    models = {"one": OURS, "L": {"state": {}}, "two": SLIDER, "M": {"state": {}}}
    made, _ = StaticWidgets().preprocess(notebook(models), {})
    assert "text/html" in made.cells[0].outputs[0].data and VIEW in made.cells[0].outputs[1].data
    assert set(made.metadata["widgets"][STATE]["state"]) == {"two", "M"}


def test_a_notebook_without_widgets_is_left_alone():
    plain = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1"), nbformat.v4.new_markdown_cell("a")])
    before = json.dumps(plain)
    made, _ = StaticWidgets().preprocess(plain, {})
    assert json.dumps(made) == before


def test_no_text_of_a_trait_can_end_the_script():
    text = fragment({"_esm": "", "_css": "", "said": "</script><script>alert(1)</script><!--"})
    assert text.count("</script>") == 1 and "<!--" not in text
