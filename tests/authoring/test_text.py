"""Reading a text gives its cells and loses none of its lines."""

from hypothesis import given
from hypothesis import strategies as some

from course.authoring.text import parse_text, read_cells

from .conftest import GOOD, line_of

LINES = [
    "",
    "",
    "",
    "words",
    "    indented",
    "```",
    "```python",
    '```python solution="a"',
    "```text",
    '"""',
    "<!-- #region -->",
    "<!-- #endregion -->",
    "# heading",
    "x = 1",
    "  ",
    "- item",
    '<!-- #region manual="p" points=2 -->',
    "~~~",
    "$$",
]


def test_cells_know_where_they_stand(tmp_path):
    text, problems = parse_text(GOOD, tmp_path / "tiny.md", tmp_path)
    assert not problems
    assert text.header.title == "Tiny" and text.header.needs == ()
    lines = GOOD.split("\n")
    for cell in text.cells:
        inside = cell.source.split("\n")
        assert lines[cell.first - 1 : cell.first - 1 + len(inside)] == inside
        assert lines[cell.line - 1 : cell.line - 1 + len(cell.chunk)] == cell.chunk
    kinds = [(cell.kind, *cell.words) for cell in text.cells]
    assert kinds == [
        ("markdown",),
        ("code",),
        ("markdown",),
        ("markdown",),
        ("code", "solution", "tags"),
        ("code", "check", "points"),
        ("code", "hidden", "points"),
        ("markdown",),
        ("markdown", "manual", "points"),
        ("code",),
        ("code",),
    ]
    assert text.cells[4].line == line_of(GOOD, "```python solution")


def test_code_that_is_only_shown_stays_in_its_text():
    cells, faults = read_cells("```python .noeval\nx\n```\n\n```python\nx\n```".split("\n"))
    assert not faults
    assert [(cell.kind, cell.source) for cell in cells] == [("markdown", "```python .noeval\nx\n```"), ("code", "x")]


def test_a_fence_inside_a_string_does_not_end_the_cell():
    cells, faults = read_cells(["```python", 's = """', "```", '"""', "```"])
    assert not faults
    assert [cell.source for cell in cells] == ['s = """\n```\n"""']


@given(some.lists(some.sampled_from(LINES), max_size=30))
def test_no_line_is_lost_whatever_the_text(lines):
    cells, _ = read_cells(lines)
    kept = [line for cell in cells for line in (*cell.chunk, *cell.after)]
    blanks_above = len(lines) - len(kept)
    assert lines[blanks_above:] == kept
    assert not any(line.strip() for line in lines[:blanks_above])
    for cell in cells:
        assert cell.line == 1 + blanks_above + sum(
            len(other.chunk) + len(other.after) for other in cells[: cells.index(cell)]
        )
