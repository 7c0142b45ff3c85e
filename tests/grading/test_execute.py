"""Limits of a whole notebook, and what happens when it cannot be taken up again."""

import pytest
from nbclient.exceptions import DeadKernelError
from nbformat.v4 import new_code_cell, new_notebook
from traitlets.config import Config

from course.grading.execute import NOT_RUN, TIMEOUT, ExecuteNotebook
from course.grading.restore import STORY
from course.grading.verdict import judge
from tests.grading.fixture_course import KERNEL, mark
from tests.grading.jailed import CONFIG


def notebook(*sources):
    cells = [new_code_cell(source, execution_count=7) for source in sources]
    cells.append(new_code_cell("assert True", metadata=mark("u-f-check", grade=True, locked=True, points=1)))
    return new_notebook(cells=cells, metadata=KERNEL)


def errors(cell):
    return [output.ename for output in cell.outputs if output.output_type == "error"]


def test_a_notebook_has_a_deadline(tmp_path):
    step = ExecuteNotebook(config=Config(CONFIG), timeout=600, notebook_timeout=1, shutdown_kernel="immediate")
    nb, _ = step.preprocess(notebook("import time; time.sleep(60)", "x = 1"), {"metadata": {"path": str(tmp_path)}})
    slow, late, test = nb.cells
    assert TIMEOUT in errors(slow) and errors(late) == errors(test) == [NOT_RUN]
    assert test.execution_count is None and judge(test) == (0.0, None)
    assert nb.metadata[STORY]["losses"] == ["Ran longer than 1 s and was interrupted: cell 1.", "Not run: cell 2, u-f-check."]


def test_a_kernel_that_does_not_come_back_leaves_the_rest_unrun(tmp_path, monkeypatch):
    start, count = ExecuteNotebook.start_new_kernel, []

    def once(self, **kwargs):
        count.append(1)
        if len(count) > 1:
            raise DeadKernelError
        start(self, **kwargs)

    monkeypatch.setattr(ExecuteNotebook, "start_new_kernel", once)
    nb, _ = ExecuteNotebook(config=Config(CONFIG), timeout=20).preprocess(notebook("import os; os._exit(1)", "x = 1"), {"metadata": {"path": str(tmp_path)}})
    assert [errors(cell) for cell in nb.cells] == [["KernelDied"], [NOT_RUN], [NOT_RUN]]


@pytest.mark.parametrize("source", ["1 / 0", "import sys; print('x', file=sys.stderr)"])
def test_an_ordinary_cell_is_as_nbgrader_runs_it(tmp_path, source):
    nb, _ = ExecuteNotebook(config=Config(CONFIG), timeout=20, shutdown_kernel="immediate").preprocess(notebook(source), {"metadata": {"path": str(tmp_path)}})
    assert nb.metadata[STORY]["losses"] == [] and judge(nb.cells[-1]) == (1.0, None)
    assert nb.cells[0].outputs
