"""Whatever is done to a master in JupyterLab: import brings all of it into the text, or refuses whole."""

import nbformat
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as some
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

from course.authoring.drift import read_notebook
from course.authoring.importing import import_notebook
from course.authoring.master import essence
from course.authoring.text import parse_text
from course.errors import CourseError

from .conftest import GOOD

NEW = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
WILD = [
    "```",
    "```python",
    "````",
    "~~~",
    '"""',
    "'",
    "# x",
    "### BEGIN SOLUTION",
    "### END SOLUTION",
    "<!-- #region -->",
    "<!-- #endregion -->",
    "<!-- #md -->",
    "---",
    "    in",
    "\t",
    "",
    "",
    " ",
    "x = 1",
    "- a",
    "$$",
    "é\u2028f",
    "![a](images/dot.svg)",
    "<details>",
]
plain = some.text(alphabet="ab \n#*-.é", max_size=20)
wild = some.lists(some.sampled_from(WILD), max_size=6).map("\n".join)


def edits(source):
    place = some.integers(0, 30)
    return some.lists(
        some.one_of(
            some.tuples(some.just("insert"), place, some.sampled_from(sorted(NEW)), source),
            some.tuples(some.just("delete"), place),
            some.tuples(some.just("move"), place, place),
            some.tuples(some.just("write"), place, source),
            some.tuples(
                some.just("tag"), place, some.lists(some.text("xyz-", min_size=1, max_size=3), unique=True, max_size=2)
            ),
            some.tuples(some.just("split"), place),
        ),
        min_size=1,
        max_size=6,
    )


def apply(cells: list, edit: tuple) -> None:
    """One edit; cells that nbgrader grades keep their place among themselves and their source."""
    what, at = edit[0], edit[1] % len(cells)
    cell, graded = cells[at], "nbgrader" in cells[at].metadata
    if what == "insert":
        cells.insert(at, NEW[edit[2]](edit[3]))
    elif what == "tag":
        cell.metadata["tags"] = edit[2]
    elif graded:
        return
    elif what == "delete" and len(cells) > 6:
        cells.pop(at)
    elif what == "move":
        cells.insert(edit[2] % len(cells), cells.pop(at))
    elif what == "write":
        cell.source = edit[2]
    elif what == "split" and "<" not in cell.source:  # half a folded hint is refused
        middle = len(cell.source) // 2
        cells.insert(at + 1, NEW[cell.cell_type](cell.source[middle:]))
        cell.source = cell.source[:middle]


def import_edits(tiny, steps) -> bool:
    """Build, edit, import. True where it was imported and everything arrived; False where it was refused whole."""
    tiny.write(GOOD)
    tiny.build(force=True)
    notebook = nbformat.read(tiny.master, as_version=4)
    before = {cell.id: essence(cell) for cell in notebook.cells}
    old_text = parse_text(GOOD, tiny.text, tiny.root)[0].cells
    chunks = dict(zip(before, (cell.chunk for cell in old_text), strict=True))
    for step in steps:
        apply(notebook.cells, step)
    nbformat.write(notebook, tiny.master)
    files = (tiny.text.read_bytes(), tiny.master.read_bytes())
    try:
        import_notebook(tiny.master, tiny.root)
    except CourseError as refusal:
        assert "source/tiny/tiny.ipynb: " in str(refusal)
        assert (tiny.text.read_bytes(), tiny.master.read_bytes()) == files
        return False
    tiny.build()
    assert [essence(cell) for cell in read_notebook(tiny.master, "m").cells] == [
        essence(cell) for cell in notebook.cells
    ]
    text = parse_text(tiny.text.read_text(encoding="utf-8"), tiny.text, tiny.root)[0]
    assert "\n".join(text.head) == GOOD[: GOOD.index("# Tiny") - 1]
    for cell, now in zip(notebook.cells, text.cells, strict=True):
        if before.get(cell.id) == essence(cell):
            assert now.chunk == chunks[cell.id]
    return True


quick = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(steps=edits(plain))
def test_plain_edits_always_arrive(tiny, steps):
    assert import_edits(tiny, steps)


@quick
@given(steps=edits(wild))
def test_wild_edits_arrive_or_are_refused_whole(tiny, steps):
    event("imported" if import_edits(tiny, steps) else "refused")
