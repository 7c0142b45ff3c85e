"""A learner's way in a real browser: type, run, fail, read the message, fix, pass, and see progress move."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.lab import PANEL, Notebook
from tests.browser.test_entrance import open_start_page
from tests.entrance import ROOT, learning

BANK = ROOT / "tests/bank/activations/sigmoid"
NOTEBOOK = "activations/activations.ipynb"
EXPOSE = """{
    const parse = JSON.parse;
    JSON.parse = (...words) => {
        const it = parse(...words);
        if (it?.exposeAppInBrowser === false) it.exposeAppInBrowser = true;
        return it;
    };
}"""
UNSAVED = ".lm-TabBar-tab.jp-mod-current.jp-mod-dirty"
SIZE = {"width": 1280, "height": 900}


def typed(name):
    """What a learner typed, from the bank of right and wrong solutions."""
    text = (BANK / name).read_text()
    return "\n".join(line for line in text.splitlines() if not line.startswith("#")).strip()


class Learner(Notebook):
    """The learner's page. It only gets hold of JupyterLab's commands, which the course's own set-up keeps to itself."""

    def __init__(self, page, session):
        super().__init__(page)
        self.session = session
        page.add_init_script(EXPOSE)
        self.start_page = open_start_page(page, session.url)

    def index(self, cell_id):
        return [cell["id"] for cell in self.cells()].index(cell_id)

    def show(self, cell_id):
        """Bring a cell into view and make it the active one; returns it."""
        self.page.evaluate(
            f"async (at) => {{ const it = {PANEL}.content; it.activeCellIndex = at; await it.scrollToItem(at, 'center'); }}",
            self.index(cell_id),
        )
        return self.page.locator(".jp-Notebook .jp-Cell.jp-mod-active")

    def type_into(self, cell_id, text):
        """Replace a cell's text by the keyboard, and run it."""
        cell = self.show(cell_id)
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        self.run(self.index(cell_id))

    def check(self, cell_id):
        """Run a check; returns what stands below it."""
        at = self.index(cell_id)
        self.run(at)
        said = ""
        for output in self.cells()[at]["outputs"]:
            said += "".join(output.get("text", "")) + "\n".join(output.get("traceback", []))
        return said


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    with learning(tmp_path_factory.mktemp("learner") / "workspace") as running:
        running.folder = Path(running.said.split("JupyterLab works in ")[1].split(";")[0])
        yield running


@pytest.fixture(scope="module")
def learner(session, browser):
    with browser.new_context(viewport=SIZE) as context:
        yield Learner(context.new_page(), session)


def command_line(folder, *words):
    done = subprocess.run(
        [sys.executable, "-m", "course", "progress", *words, "--folder", str(folder)], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=True
    )
    return done.stdout


def serious(page, selector, *but):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    found = axe.Axe().run(page, context={"include": [[selector]], "exclude": [[each] for each in but]}).response
    assert found["passes"], "axe looked at nothing"
    return [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"] if v["impact"] in ("serious", "critical")]


def test_a_learners_way(learner, session):
    page = learner.page
    said = learner.start_page.inner_text()
    assert "Start here: Linear algebra" in said and "26 exercises, 26 points from visible checks." in said
    learner.start_page.get_by_role("heading", name="Activations").get_by_role("link").click()
    page.locator(".jp-Notebook").wait_for(timeout=90_000)
    learner.wait_idle()

    # Out of order: a sentence, and no riddle.
    first = learner.find("from course import checks")
    assert "checks is not defined: run the first code cell of this notebook" in learner.check("activations-sigmoid-check")
    learner.run(first)
    assert "sigmoid is not defined: run the cell above in which you write it" in learner.check("activations-sigmoid-check")

    # The table, in a cell of the learner's own.
    learner.show(learner.cells()[first]["id"])
    learner.command("notebook:insert-cell-below")
    page.wait_for_timeout(200)
    own = learner.cells()[first + 1]["id"]
    learner.type_into(own, "from course import progress\nprogress.table()")
    table = page.locator(".nn-progress").first
    table.get_by_role("row", name="3 · Activations").get_by_text("0 of 26").first.wait_for()

    # Type, run, fail, read the message, open the hint that it names.
    learner.type_into("activations-sigmoid", typed("wrong_math_exp.py"))
    said = learner.check("activations-sigmoid-check")
    assert "This check does not pass yet." in said and "converted to Python scalars" in said and "NumPy's functions take arrays" in said
    assert "hint          Hint 2, folded below this check" in said
    hints = next(cell["id"] for cell in learner.cells()[learner.index("activations-sigmoid-check") :] if "Hint 2" in "".join(cell["source"]))
    folded = learner.show(hints).locator("details")
    assert folded.count() > 1 and folded.evaluate_all("all => all.filter(one => one.open).length") == 0
    folded.locator("summary", has_text="Hint 2").click()
    assert folded.evaluate_all("all => all.map(one => one.open)") == [False, True, False][: folded.count()]
    learner.show("activations-sigmoid-check")
    learner.photograph(page, "progress-message")

    # Fix, pass, and progress moves: in the table, on the command line, on the start page.
    learner.type_into("activations-sigmoid", typed("right_two_cases.py"))
    assert "sigmoid: all visible checks pass." in learner.check("activations-sigmoid-check")
    learner.show(own)
    table.get_by_text("Your progress: 1 of ").wait_for()
    assert "1 of 26" in table.get_by_role("row", name="3 · Activations").inner_text()
    assert "Continue here: Activations, exercise collapse" in table.inner_text()
    assert "· sigmoid_torch" in command_line(session.folder, "activations") and "✓ sigmoid " in command_line(session.folder, "activations")

    # What passed stays, and the mark says what happened since.
    learner.type_into("activations-sigmoid", typed("wrong_no_return.py"))
    assert "`return`" in learner.check("activations-sigmoid-check")
    learner.show(own)
    table.get_by_text("failed when last run: sigmoid").wait_for()
    assert "1 of 26" in table.get_by_role("row", name="3 · Activations").inner_text()
    learner.command("docmanager:save")


def appear(learner, scheme):
    """The course's JupyterLab follows the system from light to dark."""
    learner.page.emulate_media(color_scheme=scheme)
    learner.page.wait_for_function(f"() => document.body.dataset.jpThemeLight === '{str(scheme == 'light').lower()}'")
    learner.page.wait_for_timeout(500)  # the style sheet arrives after the attribute


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_table_reads_well_in_both_themes(learner, scheme):
    appear(learner, scheme)
    table = learner.page.locator(".nn-progress").first
    table.scroll_into_view_if_needed()
    learner.photograph(table, f"progress-table-{scheme}")
    assert not serious(learner.page, ".nn-progress")
    assert table.get_by_role("link").count() > 5 and table.get_by_role("columnheader").count() == 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_start_page_moves_along_and_leads_back(learner, session, scheme):
    """In a page opened later, as at the next start."""
    with learner.page.context.browser.new_context(viewport=SIZE) as context:
        again = Learner(context.new_page(), session)
        appear(again, scheme)
        said = again.start_page.inner_text()
        assert "Your progress: 1 of " in said and "Done: 1 of 26 exercises, 1 of 26 points from visible checks." in said
        assert "Failed when last run: sigmoid." in said
        again.photograph(again.page, f"progress-start-page-{scheme}")
        assert not serious(again.page, ".jp-MarkdownViewer")
        leads_back(again)


def leads_back(learner):
    """The link goes to the exercise's cell in the open notebook."""
    page = learner.page
    learner.command("docmanager:open", path=NOTEBOOK)
    learner.wait_idle()
    learner.show(learner.cells()[0]["id"])
    learner.command("docmanager:open", path="Start here.md", factory="Markdown Preview")
    learner.start_page.get_by_role("link", name="Activations, exercise sigmoid").click()
    page.wait_for_function(
        """() => [...document.querySelectorAll(".jp-Notebook .jp-CodeCell .cm-content")].some(cell => {
            const box = cell.getBoundingClientRect();
            return cell.innerText.includes("def sigmoid(") && box.top > 0 && box.top < window.innerHeight;
        })""",
        timeout=30_000,
    )


def button(learner):
    """Run the cell at the notebook's end; returns what it shows."""
    at = learner.find("grade_me.button()")
    learner.run(at)
    learner.show(learner.cells()[at]["id"])
    panel = learner.page.locator(".nn-grade-me")
    panel.get_by_text("Saves this notebook").wait_for()
    return panel


def test_being_graded(learner, session):
    """By the keyboard, with what was typed and never saved; then the feedback is read."""
    page = learner.page
    appear(learner, "light")
    # Passes the visible check, and not the hidden tests.
    learner.type_into("activations-sigmoid", typed("wrong_second_form_far_out.py"))
    assert "all visible checks pass" in learner.check("activations-sigmoid-check")
    panel = button(learner)
    assert page.locator(UNSAVED).count() == 1, "nothing to save: this would prove nothing"
    go = panel.get_by_role("button", name="Grade me", exact=True)
    go.focus()
    page.keyboard.press("Enter")
    panel.get_by_text("Preparing the tests").or_(panel.get_by_text("Running your notebook")).first.wait_for(timeout=60_000)
    assert learner.kernel("1 + 1") == "2", "the notebook's Python is free meanwhile"
    assert go.get_attribute("aria-disabled") == "true" and panel.get_by_role("button", name="Stop").is_visible()
    learner.photograph(panel, "grade-me-running")
    panel.get_by_text("Graded.").wait_for(timeout=300_000)
    assert "Activations: 1 of 78 points" in panel.inner_text()
    table = page.locator(".nn-progress").last
    row = table.get_by_role("row", name="sigmoid", exact=False).first
    table.get_by_text("Graded by all tests, as saved").wait_for()
    assert "must" in row.inner_text() and "1 of 3" in row.inner_text(), row.inner_text()
    learner.photograph(table, "grade-me-table")

    table.get_by_role("link", name="Read the feedback").click()
    inside = page.frame_locator("iframe.jp-HTMLViewer, .jp-HTMLViewer iframe")
    said = inside.locator("body")
    said.get_by_text("Feedback for").wait_for(timeout=60_000)
    assert "1 of 78 points" in said.inner_text() and "sigmoid loses points in the hidden tests." in said.inner_text()
    learner.photograph(page, "grade-me-feedback")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_being_graded_reads_well_in_both_themes(learner, session, scheme):
    learner.command("docmanager:open", path=NOTEBOOK)
    appear(learner, scheme)
    learner.show(learner.cells()[learner.find("grade_me.button()")]["id"])
    learner.photograph(learner.page, f"grade-me-{scheme}")
    assert not serious(learner.page, ".nn-grade-me") and not serious(learner.page, ".nn-progress")
    page = learner.page.context.browser.new_page(viewport=SIZE, color_scheme=scheme)
    page.goto((session.folder / "feedback/activations.html").as_uri())
    page.locator("section").filter(has_text="sigmoid · hidden tests").first.scroll_into_view_if_needed()
    learner.photograph(page, f"grade-me-feedback-{scheme}")
    # In the dark the code's colours are turned round by a filter, which axe does not see.
    assert not serious(page, "body", *[".highlight"] * (scheme == "dark"))
    page.close()
