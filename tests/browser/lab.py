"""A real JupyterLab in a real Chromium, for browser tests and benchmarks.

    with Lab(folder) as lab, chromium() as browser:
        notebook = lab.open(browser.new_page(), "activations.ipynb")
        notebook.run_all()
"""

import json
import os
from pathlib import Path

from course.widgets.browser import chromium, why_not
from tests.browser.server import REPOSITORY, Server

__all__ = ["Lab", "Notebook", "chromium", "why_not"]

SCREENSHOTS = REPOSITORY / "screenshots"


class Lab(Server):
    """A JupyterLab server over ``folder``."""

    module = "jupyterlab"
    options = ["--LabApp.expose_app_in_browser=True", "--JupyterNotebookApp.expose_app_in_browser=True"]

    def prepare(self, own: Path) -> None:
        (own / "config/labconfig").mkdir(parents=True)
        page = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
        (own / "config/labconfig/page_config.json").write_text(json.dumps(page))

    def open(self, page, path: str, app: str = "lab") -> "Notebook":
        """Open a notebook of the folder, its kernel idle: in a JupyterLab workspace of its own, or in Notebook 7."""
        place = "notebooks" if app == "notebook" else f"lab/workspaces/{os.urandom(4).hex()}/tree"
        page.goto(f"{self.url}/{place}/{path}")
        notebook = Notebook(page)
        notebook.wait_idle()
        return notebook


PANEL = "window.jupyterapp?.shell?.currentWidget"
KERNEL = f"{PANEL}?.sessionContext?.session?.kernel"


class Notebook:
    """The notebook in front, driven through JupyterLab's own commands and model."""

    def __init__(self, page):
        self.page = page

    def wait_idle(self, seconds: float = 90):
        self.page.wait_for_function(f"() => {KERNEL}?.status === 'idle'", timeout=seconds * 1000)

    def run(self, *indexes: int):
        """Run these cells one after the other, whether or not one fails, as Shift-Enter would."""
        self.page.evaluate(
            f"""async (indexes) => {{
                const notebook = {PANEL}.content;
                for (const index of indexes) {{
                    notebook.activeCellIndex = index;
                    notebook.deselectAll();
                    await window.jupyterapp.commands.execute("notebook:run-cell");
                }}
            }}""",
            indexes,
        )

    def run_all(self):
        """Run every code cell. (JupyterLab's own command would drop all cells after the first error.)"""
        self.run(*[index for index, cell in enumerate(self.cells()) if cell["cell_type"] == "code"])

    def command(self, name: str, **arguments):
        return self.page.evaluate(
            "async ([name, args]) => { await window.jupyterapp.commands.execute(name, args); }", [name, arguments]
        )

    def cells(self) -> list[dict]:
        """The cells as nbformat dicts, with their outputs."""
        return self.page.evaluate(f"() => {PANEL}.content.model.toJSON().cells")

    def errors(self) -> list[tuple[int, str]]:
        """Index of a cell and "Name: message", for every error among the outputs."""
        return [
            (index, f"{output['ename']}: {output['evalue']}")
            for index, cell in enumerate(self.cells())
            for output in cell.get("outputs", [])
            if output["output_type"] == "error"
        ]

    def find(self, text: str) -> int:
        """Index of the first code cell whose source holds ``text``."""
        for index, cell in enumerate(self.cells()):
            if cell["cell_type"] == "code" and text in "".join(cell["source"]):
                return index
        raise LookupError(f"no code cell holds {text!r}")

    def rewrite(self, index: int, source: str):
        """Put ``source`` into a cell and run it, as a learner would."""
        self.page.evaluate(
            f"([index, source]) => {PANEL}.content.model.cells.get(index).sharedModel.setSource(source)",
            [index, source],
        )
        self.run(index)

    def kernel(self, expression: str) -> str:
        """The repr of a Python expression, evaluated in the notebook's kernel."""
        reply = self.page.evaluate(
            f"""async (expression) => {{
                const future = {KERNEL}.requestExecute(
                    {{ code: "", silent: true, store_history: false, user_expressions: {{ it: expression }} }});
                return (await future.done).content.user_expressions.it;
            }}""",
            expression,
        )
        if reply["status"] != "ok":
            raise RuntimeError(f"{expression}: {reply['ename']}: {reply['evalue']}")
        return reply["data"]["text/plain"]

    def start(self, code: str):
        """Start code in the kernel, and return once it is running rather than done."""
        self.page.evaluate(
            f"""(code) => new Promise((started) => {{
                const future = {KERNEL}.requestExecute({{ code, store_history: false }});
                future.onIOPub = (message) => message.header.msg_type === "execute_input" && started();
            }})""",
            code,
        )

    def shut_down(self):
        """End the notebook's kernel, so that many notebooks in a row do not fill the memory."""
        self.page.evaluate(f"async () => {{ await {PANEL}?.sessionContext?.shutdown(); }}")

    def theme(self, name: str):
        """ "JupyterLab Light" or "JupyterLab Dark"; returns once its colours are on the page."""
        self.command("apputils:change-theme", theme=name)
        light = "false" if "Dark" in name else "true"
        self.page.wait_for_function(f"() => document.body.dataset.jpThemeLight === '{light}'")
        self.page.wait_for_timeout(300)  # the style sheet arrives after the attribute

    def photograph(self, locator, name: str):
        SCREENSHOTS.mkdir(exist_ok=True)
        locator.screenshot(path=SCREENSHOTS / f"{name}.png")
