"""A graded kernel's shell hands a cell on as IPython would, and only sooner."""

import ast
import json
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from traitlets.config import Config

from course.grading.kernels.shell import GradedShell, asked_once
from tests.grading.fixture_course import REPOSITORY

ODD = (
    "%time f(1)\nx = 1", "x = 1\n%matplotlib inline\n", "!ls\nx", "a = !ls\nb", "a = %time 1\nb", "x = 1\nprint?", "print?\nx", "x  # why?\ny",
    "ls", "pwd\n", "x", "  x = 1\n  y = 2", "\n\nx = 1\ny = 2", ">>> x = 1\n>>> y", "In [1]: x = 1\n   ...: y", "x = 1\n...\ny", ",f a b\nx",
    ";f a b\nx", "/f a b\nx", "x = 1\n  ; y", "%%bash\nls", "s = '''\n%magic\n!sh\n'''\nx", "x = 5 % 3\ny", "f'{x!r}'\ny", "x = (1 +\n  2)\ny",
    "def f(:\n  x", "x = 1\n\ty = 2", "x\r\ny", "x\fy\nz", "", "\n", "x = 1;\n", "await f()\nx",
    "x\n\t", "x = '''\n \n\n'''\n", "f(\n  \n\n", "x  # why\r;y", "x\x85;y\nz", "x\u2028;y\nz", "x\n\xa0\n", "x\x1c,y\nz",
)  # fmt: skip
# What IPython's syntax is made of, and what stands between; most without the signs that send a cell its way at once.
PLAIN = "ab= \n\t,;/>.()['\"#:1\\\r\x0c"
CELLS = st.text(st.sampled_from(PLAIN), max_size=24) | st.text(st.sampled_from(PLAIN + "%!?"), max_size=24)


@pytest.fixture(scope="module")
def shell():
    main = sys.modules["__main__"]
    try:
        yield GradedShell(config=Config(HistoryManager={"enabled": False}))
    finally:
        sys.modules["__main__"] = main


def by_ipython(shell, cell):
    return super(GradedShell, shell).transform_cell(cell)


def outcome(transform, cell):
    try:
        return transform(cell)
    except SyntaxError as error:
        return str(error)


@pytest.mark.filterwarnings("ignore:.*lineending markers:UserWarning")  # IPython's, of its own lines
@pytest.mark.parametrize("cell", ODD, ids=repr)
def test_a_cell_with_anything_of_ipythons_is_as_ipython_makes_it(shell, cell):
    assert outcome(shell.transform_cell, cell) == outcome(lambda cell: by_ipython(shell, cell), cell)


def test_so_are_cells_of_anything(shell):
    @settings(max_examples=500, deadline=None)
    @given(CELLS)
    def same(cell):
        made, theirs = (outcome(transform, cell) for transform in (shell.transform_cell, lambda cell: by_ipython(shell, cell)))
        if made != theirs:  # what IPython's search refuses, Python must refuse
            with pytest.raises(SyntaxError):
                by_ipython(shell, cell)
            with pytest.raises(SyntaxError):
                ast.parse(made)

    same()


def test_the_cells_of_every_unit_are_as_they_were_and_most_take_the_short_way(shell, monkeypatch):
    cells = []
    for path in sorted((REPOSITORY / "source").glob("*/*.ipynb")):
        cells += ["".join(cell["source"]) for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == "code"]
    expected, asked = [by_ipython(shell, cell) for cell in cells], []
    monkeypatch.setattr(GradedShell.__mro__[1], "transform_cell", lambda self, cell: asked.append(cell) or cell)
    found = [shell.transform_cell(cell) for cell in cells]
    assert len(cells) > 500 and len(asked) < len(cells) / 2
    assert [new for new, cell in zip(found, cells) if cell not in asked] == [old for old, cell in zip(expected, cells) if cell not in asked]


def test_a_transformer_of_the_learners_own_is_asked(shell, monkeypatch):
    def shout(lines):
        return [line.replace("whisper", "shout") for line in lines]

    for where, name in ((shell, "input_transformers_post"), (shell.input_transformer_manager, "cleanup_transforms")):
        with monkeypatch.context() as patch:
            patch.setattr(where, name, [*getattr(where, name), shout])
            assert shell.transform_cell("whisper = 1\nx = 2\n") == "shout = 1\nx = 2\n"
    assert shell.transform_cell("whisper = 1\nx = 2\n") == "whisper = 1\nx = 2\n"


@pytest.mark.parametrize("cell", ["await f()\n", "async with f() as g:\n    pass\n", "[x async for x in f()]\n", "x = 'await'\n", "x = 1\n", "def f(:\n"])
def test_what_waits_is_known(shell, cell):
    theirs = super(GradedShell, shell).should_run_async(cell, transformed_cell=cell)
    assert shell.should_run_async(cell, transformed_cell=cell) == theirs


def test_parameters_are_looked_up_once_for_each_function():
    looked = []

    def accepts(method, names):
        looked.append(method)
        return {name: True for name in names}

    class Shell:
        def run(self, cell_id=None):
            pass

    remembered, one = asked_once(accepts), Shell()
    assert remembered(one.run, ["cell_id"]) == remembered(Shell().run, ["cell_id"]) == {"cell_id": True}
    assert remembered(ast.parse, ["cell_id"]) and len(looked) == 2
