"""`course import` brings an edit made in JupyterLab into the text: all of it, and nothing else."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell

from course.cli import main

from .conftest import GOOD, cells, edit, find


def imported(built) -> str:
    assert main(["import", "source/tiny/tiny.ipynb"]) == 0
    return built.text.read_text()


def test_a_changed_source_changes_its_lines_alone(built):
    wanted = edit(
        built,
        lambda cells: find(cells, "def double").update(source=find(cells, "def double").source.replace("+ 0", "* 1")),
    )
    assert imported(built) == GOOD.replace("return x + x + 0", "return x + x * 1")
    assert cells(built) == wanted
    assert main(["build", "tiny"]) == 0 and cells(built) == wanted


def test_the_authors_layout_stays(built):
    text = (
        GOOD.replace("Write it.", "Write it.   ")
        .replace("\n\n```python\nfrom", "\n\n\n\n```python\nfrom")
        .replace("---\n\n#", "---\n\n\n\n#")
    )
    text = text.replace('```python hidden="double" points=2', '```python   points=2  hidden="double"') + "\n\n"
    built.write(text)
    built.build()
    edit(built, lambda cells: find(cells, "Then check it").update(source="Now check it."))
    assert imported(built) == text.replace("Then check it.", "Now check it.")


def test_words_on_the_fence_follow_the_notebook(built):
    def change(cells):
        find(cells, "def double").metadata["tags"] = ["x", "y"]
        find(cells, "checks.hidden").metadata.nbgrader.points = 5
        find(cells, "Why is it even").metadata.nbgrader.points = 0.5
        find(cells, "checks.of").metadata["jupyter"] = {"source_hidden": True}

    wanted = edit(built, change)
    text = imported(built)
    assert '```python solution="double" tags=["x", "y"]\n' in text
    assert '```python hidden="double" points=5\n' in text
    assert '<!-- #region manual="proof" points=0.5 -->\n' in text
    assert '```python check="double" points=1 jupyter={"source_hidden": true}\n' in text
    assert cells(built) == wanted


def test_a_new_exercise_that_was_made_in_jupyterlab(built):
    own = {"schema_version": 3, "task": False, "grade": True, "solution": False, "locked": True}

    def change(cells):
        cells += [
            new_code_cell(
                "def triple(x):\n    ### BEGIN SOLUTION\n    return 3 * x\n    ### END SOLUTION",
                metadata={
                    "nbgrader": {**own, "grade_id": "tiny-triple", "grade": False, "solution": True, "locked": False}
                },
            ),
            new_code_cell(
                "assert triple(1) == 3", metadata={"nbgrader": {**own, "grade_id": "tiny-triple-check", "points": 1}}
            ),
            new_code_cell(
                "# Hidden tests: zero.\n### BEGIN HIDDEN TESTS\nassert triple(0) == 0\n### END HIDDEN TESTS",
                metadata={"nbgrader": {**own, "grade_id": "tiny-triple-hidden", "points": 2}},
            ),
            new_markdown_cell(
                "Why?\n### BEGIN SOLUTION\nSo.\n### END SOLUTION",
                metadata={"nbgrader": {**own, "grade_id": "tiny-why", "points": 1, "solution": True, "locked": False}},
            ),
        ]

    wanted = edit(built, change)
    text = imported(built)
    assert text.startswith(GOOD)
    for fence in (
        '```python solution="triple"',
        '```python check="triple" points=1',
        '```python hidden="triple" points=2',
        '<!-- #region manual="why" points=1 -->',
    ):
        assert f"\n\n{fence}\n" in text
    assert cells(built) == wanted


@pytest.mark.parametrize(
    "source",
    [
        "",
        "\n",
        "two\n\n\nblanks",
        "    indented",
        "ends blank\n\n",
        "```python\nshown\n```",
        "---",
        "a\n\n    b",
        " ",
        "- [ ] é ∂ 中",
    ],
)
def test_markdown_that_plain_text_would_break_is_fenced(built, source):
    wanted = edit(built, lambda cells: cells.insert(3, new_markdown_cell(source)))
    imported(built)
    assert cells(built) == wanted


@pytest.mark.parametrize(
    "source", ["", "\n", "x\n\n\n\ny", "s = '''\n```\n'''", "```", "# it's", "%timeit x", "!ls", "x = 1  \n", "é"]
)
def test_any_code_is_held(built, source):
    wanted = edit(built, lambda cells: cells.insert(3, new_code_cell(source)))
    imported(built)
    assert cells(built) == wanted


def test_cells_that_move_go_and_come(built):
    def change(cells):
        cells.insert(9, cells.pop(3))
        cells.remove(find(cells, "Hint 1"))
        cells[1:2] = [new_markdown_cell("one"), new_markdown_cell("two"), new_raw_cell("raw"), cells[1]]
        cells.insert(0, new_code_cell("first"))

    wanted = edit(built, change)
    imported(built)
    assert cells(built) == wanted


def test_outputs_are_dropped_and_said(built, capsys):
    def change(cells):
        cells[1].source = "from course import checks, figures"
        cells[-1].outputs = [new_output("stream", text="8")]

    edit(built, change)
    assert "figures" in imported(built)
    assert "without the outputs of 1 cells" in capsys.readouterr().out
    assert '"outputs": []' in built.master.read_text() and "stream" not in built.master.read_text()


def test_two_imports_in_a_row(built):
    edit(built, lambda cells: cells.append(new_markdown_cell("one")))
    imported(built)
    wanted = edit(built, lambda cells: cells.append(new_markdown_cell("two")))
    assert imported(built) == GOOD + "\none\n\n\ntwo\n"
    assert cells(built) == wanted


def test_nothing_to_import(built, capsys):
    assert imported(built) == GOOD
    assert "nothing to import" in capsys.readouterr().out
    built.replace("Write it.", "Write it now.")
    assert "Write it now." in imported(built)
    assert "only course/units/tiny/tiny.md changed" in capsys.readouterr().out


def test_a_dry_run_shows_the_lines_and_writes_nothing(built, capsys):
    edit(built, lambda cells: find(cells, "Write it").update(source="Write it twice."))
    before = built.master.read_bytes()
    assert main(["import", "--dry-run", "source/tiny/tiny.ipynb"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "-Write it." in said and "+Write it twice." in said
    assert built.text.read_text() == GOOD and built.master.read_bytes() == before


def test_a_picture_laid_beside_the_master_comes_along(built):
    (built.master.parent / "images" / "new.svg").write_text("<svg/>")
    edit(built, lambda cells: cells.append(new_markdown_cell("![A new one](images/new.svg)")))
    imported(built)
    assert (built.folder / "images" / "new.svg").read_text() == "<svg/>"
    assert main(["build"]) == 0 and (built.master.parent / "images" / "new.svg").exists()


def test_the_same_edit_on_both_sides_is_no_conflict(built):
    edit(built, lambda cells: find(cells, "Write it").update(source="Write it now."))
    text = built.replace("Write it.", "Write it now.")
    assert imported(built) == text
    assert main(["build"]) == 0
