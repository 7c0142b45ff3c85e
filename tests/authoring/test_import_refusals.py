"""What `course import` refuses: one sentence that names the cell, and nothing written."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from course.cli import main

from .conftest import edit, find


def refused(built, capsys) -> str:
    """The one sentence of a refused import, after which both files are as they were."""
    before = (built.text.read_bytes(), built.master.read_bytes())
    capsys.readouterr()
    assert main(["import", "source/tiny/tiny.ipynb"]) == 2
    assert (built.text.read_bytes(), built.master.read_bytes()) == before
    (said,) = capsys.readouterr().err.splitlines()
    return said


def test_both_sides_changed(built, capsys):
    edit(built, lambda cells: cells.append(new_markdown_cell("mine")))
    built.replace("Write it.", "Write it now.")
    said = refused(built, capsys)
    assert said.startswith(
        "course import: source/tiny/tiny.ipynb: course/units/tiny/tiny.md changed too since this master was built"
    )
    assert "--force" in said


def own(**changed):
    return {
        "nbgrader": {
            "schema_version": 3,
            "task": False,
            "grade": False,
            "solution": False,
            "locked": True,
            "grade_id": "cell-1",
            **changed,
        }
    }


REFUSED = {
    "pasted picture": (
        lambda cells: cells.append(
            new_markdown_cell("![a](attachment:a.png)", attachments={"a.png": {"image/png": "eA=="}}, id="n")
        ),
        "cell 'n' has a picture pasted into it",
    ),
    "read-only cell": (
        lambda cells: cells.append(new_markdown_cell("x", metadata=own(), id="n")),
        "cell 'n' is read-only for nbgrader",
    ),
    "task": (
        lambda cells: cells.append(new_markdown_cell("x", metadata=own(task=True, points=1, locked=False), id="n")),
        "cell 'n' is a manually graded task",
    ),
    "graded code": (
        lambda cells: cells.append(new_code_cell("x", metadata=own(grade=True, solution=True, points=1), id="n")),
        "cell 'n' is code that a person grades",
    ),
    "nbgrader's own id": (
        lambda cells: cells.append(new_code_cell("x", metadata=own(grade=True, points=1), id="n")),
        "cell 'n' has the id 'cell-1'; name it tiny-<exercise>",
    ),
    "unlocked test": (
        lambda cells: find(cells, "checks.of").metadata.nbgrader.update(locked=False),
        "cell 'tiny-double-check' has nbgrader settings that the text cannot give a check cell ('locked')",
    ),
    "no points": (
        lambda cells: find(cells, "checks.of").metadata.nbgrader.update(points=0),
        "cell 'tiny-double-check': the points of 'double' are not a number above 0",
    ),
    "solution alone": (
        lambda cells: cells.append(
            new_code_cell(
                "### BEGIN SOLUTION\nx = 1\n### END SOLUTION",
                metadata=own(solution=True, locked=False, grade_id="tiny-x"),
                id="n",
            )
        ),
        "cell 'n': the solution of 'x' has no",
    ),
    "copied cell": (
        lambda cells: cells.append(nbformat.from_dict({**find(cells, "Why is it"), "id": "n"})),
        "cell 'n': a second cell has the id tiny-proof",
    ),
    "mark lost": (
        lambda cells: find(cells, "def double").update(
            source=find(cells, "def double").source.replace("    ### END SOLUTION", "")
        ),
        "cell 'tiny-double': ### BEGIN SOLUTION is not closed",
    ),
    "open string": (
        lambda cells: cells.append(new_code_cell("'''", id="n")),
        "cell 'n' holds something that the text cannot give back",
    ),
    "carriage return": (
        lambda cells: cells.append(new_code_cell("a\rb", id="n")),
        "cell 'n' holds something that the text cannot give back",
    ),
    "open fence": (
        lambda cells: cells.append(new_markdown_cell("```\nopen", id="n")),
        "cell 'n': this fence is not closed",
    ),
    "image without words": (
        lambda cells: cells.append(new_markdown_cell("![](images/dot.svg)", id="n")),
        "cell 'n': the image images/dot.svg has no alt text",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_the_text_cannot_hold_is_refused_with_its_cell(built, capsys, case):
    change, sentence = REFUSED[case]
    edit(built, change)
    if case == "solution alone":  # two sentences: neither check nor hidden test
        assert main(["import", "source/tiny/tiny.ipynb"]) == 2
        assert capsys.readouterr().err.count(sentence) == 2
    else:
        assert f"source/tiny/tiny.ipynb: {sentence}" in refused(built, capsys)


def test_a_changed_header_is_refused(built, capsys):
    notebook = nbformat.read(built.master, as_version=4)
    notebook.metadata.course.title = "Other"
    notebook.cells.append(new_markdown_cell("x"))
    nbformat.write(notebook, built.master)
    assert "its metadata 'course' are not the header" in refused(built, capsys)


@pytest.mark.parametrize(
    "name, sentence",
    [
        ("source/tiny/none.ipynb", "there is no text course/units/tiny/none.md"),
        ("release/tiny/tiny.ipynb", "this is not a master"),
        ("course/units/tiny/tiny.md", "this is not a master"),
        ("tiny.ipynb", "this is not a master"),
        ("source/none/tiny.ipynb", "there is no text course/units/none/tiny.md"),
    ],
)
def test_other_files_are_refused(built, capsys, name, sentence):
    assert main(["import", name]) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    "content, sentence",
    [
        ("{", "this is not a notebook"),
        ("[]", "this is not a notebook"),
        ('{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}', "this notebook has the old format 3.0"),
        (
            '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{}]}',
            "this notebook has cells without an id",
        ),
        ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"id": "a"}]}', "this is not a notebook"),
        (None, "there is no such notebook"),
    ],
)
def test_a_master_that_is_no_notebook(built, capsys, content, sentence):
    built.master.unlink()
    if content:
        built.master.write_text(content)
    assert main(["import", "source/tiny/tiny.ipynb"]) == 2
    assert f"course import: source/tiny/tiny.ipynb: {sentence}" in capsys.readouterr().err


def test_a_notebook_of_another_hand(built, capsys):
    nbformat.write(nbformat.v4.new_notebook(cells=[new_markdown_cell("x")]), built.master)
    assert "was not made by course build" in refused(built, capsys)
