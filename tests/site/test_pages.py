"""What goes into a page, what stays out, and a built page that is read in a browser without a network."""

import re

import nbformat
import pytest

pytest.importorskip("sphinx", reason="the reading site needs Sphinx (the site extra)")
pytest.importorskip("myst_nb", reason="the reading site needs MyST-NB (the site extra)")

from course.authoring.places import find_root
from course.cli import main
from course.site import pages

ROOT = find_root()
UNIT = "neurons"


def cell(source, **nbgrader):
    made = nbformat.v4.new_code_cell(source, id=re.sub(r"\W+", "-", source)[:20])
    if nbgrader:
        made.metadata["nbgrader"] = nbgrader
    made.outputs = [nbformat.v4.new_output("stream", text=f"output of {made.id}")]
    return made


def notebook(*cells):
    return nbformat.v4.new_notebook(cells=list(cells), metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})


def test_a_page_takes_figures_and_leaves_answers():
    released = notebook(
        nbformat.v4.new_markdown_cell("<details><summary>why $x^2$</summary>\n\n$y$\n\n</details>"),
        cell("figure()"), cell("def f", solution=True, grade=False), cell("check(f)", grade=True, solution=False),
        cell("# Hidden tests: shapes.", grade=True, solution=False),
    )
    for one in released.cells[1:]:
        one.outputs = []
    page = pages.compose(released, notebook(cell("figure()"), cell("def f"), cell("check(f)"), cell("# Hidden tests: shapes.")))
    told = {one.source: one for one in page.cells}
    assert told["figure()"].outputs[0].text == "output of figure-"
    assert told["def f"].outputs == [] == told["check(f)"].outputs
    assert told["check(f)"].metadata.tags == ["hide-input"] and "nbgrader" not in told["check(f)"].metadata
    assert not any("Hidden" in source for source in told)
    (words,) = [source for source in told if "<details>" in source]
    assert "<summary>why <math" in words and "\n$y$\n" in words


def test_what_only_a_notebook_can_do_is_left_out():
    button, words = cell("progress.grade_me()"), nbformat.v4.new_markdown_cell("## Grade me")
    for one in (button, words):
        one.metadata.tags = ["remove-cell"]
    page = pages.compose(notebook(words, button, cell("figure()")), notebook(button, cell("figure()")))
    assert [one.source for one in page.cells] == ["figure()"]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("site") / "pages"
    assert main(["site", UNIT, "--out", str(out)]) == 0
    return out


def test_no_solution_stands_on_a_page(built):
    from bs4 import BeautifulSoup

    master = nbformat.read(ROOT / "source" / UNIT / f"{UNIT}.ipynb", as_version=4)
    solutions = re.findall(r"### BEGIN SOLUTION\n(.*?)\n *### END SOLUTION", "\n".join(c.source for c in master.cells), re.DOTALL)
    hidden = re.findall(r"### BEGIN HIDDEN TESTS\n(.*?)\n *### END HIDDEN TESTS", "\n".join(c.source for c in master.cells), re.DOTALL)
    shown = BeautifulSoup((built / UNIT / f"{UNIT}.html").read_text(encoding="utf-8"), "html.parser").get_text()
    assert len(solutions) > 10 and len(hidden) > 10
    for secret in solutions + hidden:
        assert secret not in shown
    assert "raise NotImplementedError" in shown
    assert "grade_me" not in shown


def test_a_second_build_replaces_the_first_and_nothing_else(built, tmp_path, capsys):
    assert main(["site", UNIT, "--out", str(built)]) == 0
    (tmp_path / "mine.txt").write_text("kept")
    assert main(["site", UNIT, "--out", str(tmp_path)]) == 2
    assert "holds something else; choose an empty folder" in capsys.readouterr().err
    assert (tmp_path / "mine.txt").read_text() == "kept"
    assert main(["site", "nowhere"]) == 2 and "there is no unit 'nowhere'" in capsys.readouterr().err


def test_a_widget_moves_on_a_page_without_a_network(built, browser):
    with browser.new_context(offline=True, viewport={"width": 1200, "height": 900}) as context:
        page = context.new_page()
        wrong = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", lambda request: wrong.append(request.url))
        page.goto((built / UNIT / f"{UNIT}.html").as_uri())
        widget = page.locator(".nn-perceptron").first
        widget.wait_for()
        said = widget.locator(".nn-words").inner_text()
        widget.get_by_role("slider").first.press("Home")
        assert widget.locator(".nn-words").inner_text() != said
        assert "your perceptron" not in widget.inner_text().lower()
        assert page.locator("math").count() > 20 and not wrong
