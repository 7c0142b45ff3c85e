"""A widget as a test meets it: its controls by name, what it says, and the same widget in the kernel."""

import pytest

from course.widgets.static import fragment
from tests.browser.lab import SCREENSHOTS


class Shown:
    """The first widget of class ``nn-<look>`` on a notebook's page; ``variable`` is its name in the kernel."""

    def __init__(self, notebook, look: str, variable: str, sliders: dict[str, str]):
        self.notebook, self.page, self.variable, self.sliders = notebook, notebook.page, variable, sliders
        self.root = self.page.locator(f".nn-{look}").first
        self.root.wait_for()

    def slider(self, name):
        return self.root.get_by_role("slider", name=self.sliders[name])

    def words(self):
        return self.root.locator(".nn-words").inner_text()

    def drawn(self, selector, attribute="d"):
        return self.root.locator(selector).first.get_attribute(attribute)

    def assign(self, **traits):
        self.notebook.kernel(f"[setattr({self.variable}, *pair) for pair in {traits!r}.items()]")

    def wait_kernel(self, trait, wanted):
        for _ in range(50):
            if (now := eval(self.notebook.kernel(f"{self.variable}.{trait}"))) == pytest.approx(wanted):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"the kernel has {trait} = {now!r}, the browser {wanted!r}")


def nothing_serious(shown: Shown, look: str, settle) -> None:
    """axe finds nothing serious in light and dark, and both are photographed."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    for theme in ["JupyterLab Light", "JupyterLab Dark"]:
        shown.notebook.theme(theme)
        settle()
        found = axe.Axe().run(shown.page, context=[[f".nn-{look}"]]).response
        assert found["passes"], "axe looked at nothing"
        serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
        assert not serious, [(v["id"], [n["html"] for n in v["nodes"]]) for v in serious]
        shown.notebook.photograph(shown.root, f"{look}-{theme.split()[1].lower()}")


def alone(browser, made, look: str, width: int, scheme: str, moves) -> None:
    """Without a kernel the widget fits the width; ``moves(root)`` tries that it moves and says nothing stale."""
    state = {name: value for name, value in made.get_state().items() if name != "layout"}
    made.close()
    with browser.new_context(viewport={"width": width, "height": 1100}, color_scheme=scheme) as context:
        page = context.new_page()
        page.set_content(f"<!doctype html><html lang=en><title>t</title><body><main>{fragment(state)}</main>")
        root = page.locator(f".nn-{look}")
        root.wait_for()
        page.wait_for_timeout(200)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        moves(root)
        SCREENSHOTS.mkdir(exist_ok=True)
        root.screenshot(path=SCREENSHOTS / f"{look}-static-{width}-{scheme}.png")
