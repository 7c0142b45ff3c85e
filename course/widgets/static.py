"""Widgets in an HTML page that has neither kernel nor network.

nbconvert writes a widget as a reference to programs that the reader's browser must fetch from the
network; without one the page shows nothing. With this preprocessor it carries the widget itself:

    jupyter nbconvert --to html --execute \\
        --HTMLExporter.preprocessors=course.widgets.static.StaticWidgets NOTEBOOK
"""

import json
from pathlib import Path

from nbconvert.preprocessors import Preprocessor

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


def fragment(state: dict) -> str:
    """HTML that draws an anywidget from its saved state (``_esm``, ``_css`` and its traits).

    It stands anywhere in a page, as often as wanted, and asks for no file. ``state`` is JSON data.
    """
    code = Path(__file__).with_name("static.js").read_text(encoding="utf-8")
    kept = {name: value for name, value in state.items() if not name.startswith("_") or name in ("_esm", "_css")}
    data = json.dumps(kept).replace("<", "\\u003c")  # so that no text in it can end the script
    function = code[code.index("(place") :].rstrip()
    return (
        "<div><noscript>This picture moves only where JavaScript may run.</noscript>"
        f"<script>({function})(document.currentScript.parentElement, {data});</script></div>"
    )


class StaticWidgets(Preprocessor):
    """Replaces each anywidget among the outputs by HTML that draws it; other widgets stay as they are."""

    def preprocess(self, notebook, resources):
        models = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
        ours = {
            key: model["state"]
            for key, model in models.items()
            if "_esm" in model["state"] and not model.get("buffers")  # binary traits would need decoding
        }
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                state = ours.get(output.get("data", {}).get(VIEW, {}).get("model_id"))
                if state is not None:
                    del output["data"][VIEW]
                    output["data"]["text/html"] = fragment(state)
        self._forget(notebook, models, ours)
        return notebook, resources

    def _forget(self, notebook, models, ours):
        """Drop what no reference needs any more: nbconvert would have the page fetch its programs for it."""
        layouts = {state.get("layout", "").removeprefix("IPY_MODEL_") for state in ours.values()}
        left = {key: model for key, model in models.items() if key not in ours and key not in layouts}
        if left:
            notebook.metadata["widgets"][STATE]["state"] = left
        else:
            notebook.metadata.pop("widgets", None)
