"""The text of a graded notebook says the same as nbformat's, a line for each cell."""

import json

import nbformat
import pytest
from nbconvert.exporters import NotebookExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from course.grading.exporter import PreparedExporter, written


def notebook():
    outputs = [
        new_output("stream", text="one\ntwo\n"),
        new_output("display_data", data={"text/plain": "x", "image/png": "aGk=", "application/json": {"b": [1], "a": "é\u2028"}}),
        new_output("error", ename="E", evalue="v", traceback=["a\nb"]),
    ]
    code = new_code_cell("a = 'né'\nb = 2\n", outputs=outputs, metadata={"trusted": True, "nbgrader": {"grade_id": "x"}})
    return new_notebook(cells=[new_markdown_cell("text\nmore"), code, new_code_cell("")], metadata={"kernelspec": {"name": "p", "display_name": "P"}})


def test_it_reads_as_what_nbformat_writes():
    nb = notebook()
    theirs = nbformat.writes(nb)
    text = written(nb)
    assert nbformat.reads(text, as_version=4) == nbformat.reads(theirs, as_version=4)
    assert "trusted" not in text and json.loads(text)
    assert text.count("\n") == len(nb.cells) + len(nb) + 1
    assert nbformat.reads(written(new_notebook()), as_version=4) == new_notebook()


def test_the_exporter_gives_what_nbconverts_own_gives(tmp_path):
    path = tmp_path / "n.ipynb"
    nbformat.write(notebook(), path)
    text, resources = PreparedExporter().from_file(str(path), resources={"metadata": {"name": "n"}})
    theirs, more = NotebookExporter().from_file(str(path), resources={"metadata": {"name": "n"}})
    assert nbformat.reads(text, as_version=4) == nbformat.reads(theirs, as_version=4)
    assert resources["output_extension"] == more["output_extension"] == ".ipynb" and resources["output_suffix"] == more["output_suffix"]


@pytest.mark.parametrize("ids", [["a", "a"], ["a", None], [None, None]], ids=str)
def test_cells_whose_names_are_missing_or_not_their_own_get_one(ids, tmp_path):
    nb = new_notebook(cells=[new_code_cell(id="x"), new_code_cell(id="y")])
    for cell, name in zip(nb.cells, ids, strict=True):
        cell["id"] = name
        if name is None:
            del cell["id"]
    (tmp_path / "n.ipynb").write_text(json.dumps(nb))
    text, _ = PreparedExporter().from_file(str(tmp_path / "n.ipynb"))
    assert len({cell["id"] for cell in json.loads(text)["cells"]}) == 2


def test_a_notebook_of_an_older_format_is_read(tmp_path):
    older = nbformat.v3.new_notebook(worksheets=[nbformat.v3.new_worksheet(cells=[nbformat.v3.new_code_cell(input="a = 1")])])
    nbformat.write(older, tmp_path / "n.ipynb", version=3)
    text, _ = PreparedExporter().from_file(str(tmp_path / "n.ipynb"))
    assert nbformat.reads(text, as_version=4).cells[0].source == "a = 1"


def test_a_step_that_breaks_the_notebook_is_noticed(tmp_path):
    path = tmp_path / "n.ipynb"
    nbformat.write(notebook(), path)
    exporter = PreparedExporter()

    def broken(nb, resources):
        nb.cells[0].cell_type = "nothing"
        return nb, resources

    exporter.register_preprocessor(broken, enabled=True)
    with pytest.raises(nbformat.ValidationError):
        exporter.from_file(str(path))
