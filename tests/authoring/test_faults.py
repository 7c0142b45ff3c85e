"""Each fault in a unit's text gives one sentence, with the file and the line where it stands."""

import pytest

from course.authoring.problems import Malformed
from course.authoring.units import read_unit
from course.cli import main

from .conftest import GOOD, line_of

SOLUTION = GOOD[GOOD.index('```python solution="double"') : GOOD.index('```python check="double"')]
CHECK = GOOD[GOOD.index('```python check="double"') : GOOD.index('```python hidden="double"')]
HIDDEN = GOOD[GOOD.index('```python hidden="double"') : GOOD.index("<details>")]
MANUAL = GOOD[GOOD.index("<!-- #region manual") : GOOD.index("```python\ndouble(4)")]

# what: (what stands in the good text, what the fault puts there, words on the faulty line, words of the sentence)
FAULTS = {
    "duplicate id": (HIDDEN, HIDDEN + SOLUTION.replace(' tags=["x"]', ""), 'solution="double"\n', "a second cell has the id tiny-double (the first: course/units/tiny/tiny.md:21)"),
    "solution without check": (CHECK, "", 'solution="double"', "the solution of 'double' has no check cell"),
    "solution without hidden": (HIDDEN, "", 'solution="double"', "the solution of 'double' has no hidden cell"),
    "tests without solution": (SOLUTION, "", 'check="double"', "'double' has a check cell but no solution"),
    "check before solution": (SOLUTION + CHECK, CHECK + SOLUTION, 'check="double"', "stands before its solution"),
    "check without points": (' check="double" points=1', ' check="double"', 'check="double"', "the check cell of 'double' has no points"),
    "hidden without points": (' hidden="double" points=2', ' hidden="double"', 'hidden="double"', "the hidden cell of 'double' has no points"),
    "manual without points": (' manual="proof" points=3', ' manual="proof"', 'manual="proof"', "the manual cell of 'proof' has no points"),
    "points of nothing": ("points=1", "points=0", "points=0", "not a number above 0"),
    "negative points": ("points=1", "points=-1", "points=-1", "not a number above 0"),
    "points in words": ("points=1", 'points="1"', 'points="1"', "not a number above 0"),
    "points true": ("points=1", "points=true", "points=true", "not a number above 0"),
    "endless points": ("points=1", "points=1e999", "points=1e999", "not a number above 0"),
    "points on a solution": ('tags=["x"]', "points=1", "points=1", "not on its solution"),
    "points on a plain cell": ("```python\ndouble(4)", "```python points=1\ndouble(4)", "python points=1\n", "no test"),
    "tags that are no list": ('tags=["x"]', 'tags="x"', 'tags="x"', "Jupyter refuses a word on this fence ('x' is not of type 'array')"),
    "two roles": ('check="double"', 'check="double" hidden="double"', 'check="double" hidden', "both check and hidden"),
    "no exercise": ('solution="double"', "solution", "python solution ", "needs the exercise's name"),
    "underscore in an exercise": ('solution="double"', 'solution="double_it"', "double_it", 'solution="double-it"'),
    "long id": (MANUAL, MANUAL.replace("proof", "proof" * 12), "proofproof", "more than 64 characters"),
    "misspelt solution": ('solution="double"', 'solutoin="double"', "solutoin", "did you mean 'solution'"),
    "misspelt points": ("points=1", "point=1", "point=1", "did you mean 'points'"),
    "unreadable fence": ('solution="double"', "solution=double", "solution=double", "the fence cannot be read"),
    "word without a value": ('tags=["x"]', "wobble", "wobble", "has no value"),
    "own nbgrader metadata": ('tags=["x"]', "nbgrader={}", "nbgrader={}", "made by course build"),
    "manual on code": ('solution="double" tags=["x"]', 'manual="double" points=1', 'manual="double"', "belongs on <!-- #region"),
    "check on text": ('region manual="proof"', 'region check="proof"', 'check="proof"', "check= belongs on a ```python fence"),
    "another language": ("```python\ndouble(4)", "```bash\ndouble(4)", "```bash", "cell of another language"),
    "nearly Python": ("```python\ndouble(4)", "```pyhton\ndouble(4)", "```pyhton", "makes no cell"),
    "nearly a cell": ("```python\ndouble(4)", '```Python check="double"\ndouble(4)', "```Python", "makes no cell"),
    "fence not closed": (GOOD[-14:], "double(4)\n", "```python\ndouble(4)\n", "this fence is not closed"),
    "string not closed": ('"""Twice x."""', '"""Twice x.', 'solution="double"', "this fence is not closed"),
    "text fence not closed above a plain cell": ("Write it.", "```text\n\n```python\n1\n```", "```text", "not closed before the cell on line 19"),
    "text fence not closed": ("Write it.", "```text\nWrite it.", "```text", "this fence is not closed"),
    "region not closed": ("<!-- #endregion -->", "", "<!-- #region", "this region is not closed"),
    "region not opened": ('<!-- #region manual="proof" points=3 -->', "", "<!-- #endregion", "closes nothing"),
    "region misspelt": ("Write it.", "<!-- #regoin -->\nWrite it.", "#regoin", "opens no region"),
    "swallowed cell": ("Write it.", "````text\nWrite it.\n````\n\n```python\nlost\n```", "```python\nlost", "swallowed"),
    "cut hint": ("```python .noeval", "```python", "</details>", "<details> is closed but not opened"),
    "indented paragraph": ("Write it.", "List:\n\n    Write it.", "Then check it.", "no new cell starts here"),
    "solution not closed": ("    ### END SOLUTION\n", "", "### BEGIN SOLUTION", "### BEGIN SOLUTION is not closed"),
    "solution not opened": ("    ### BEGIN SOLUTION\n", "", "### END SOLUTION", "closes nothing"),
    "solution nested": ("    return x + x", "    ### BEGIN SOLUTION\n    return x + x", "    ### BEGIN SOLUTION\n    return", "stands inside SOLUTION, open since line"),
    "solution without region": ("    ### BEGIN SOLUTION\n    return x + x + 0\n    ### END SOLUTION\n", "    return x\n", 'solution="double"', "no region"),
    "solution empty": ("    return x + x + 0\n", "    # nothing\n", 'solution="double"', "region of 'double' is empty"),
    "hidden not closed": ("### END HIDDEN TESTS\n", "", "### BEGIN HIDDEN", "### BEGIN HIDDEN TESTS is not closed"),
    "hidden nested": ("with checks.hidden", "### BEGIN HIDDEN TESTS\nwith checks.hidden", "### BEGIN HIDDEN TESTS\nwith", "stands inside HIDDEN TESTS"),
    "hidden without comment": ("# Hidden tests: negative numbers.\n", "", "### BEGIN HIDDEN", "must start with a comment"),
    "hidden code in sight": ("# Hidden tests: negative numbers.\n", "# Hidden tests.\nassert double(0) == 0\n", 'hidden="double"', "has code outside its region"),
    "hidden empty": (HIDDEN, HIDDEN[: HIDDEN.index("with")] + "pass\n" + HIDDEN[HIDDEN.index("### END") :], 'hidden="double"', "region of 'double' is empty"),
    "scheme not closed": ("### END MARK SCHEME\n", "", "### BEGIN MARK", "### BEGIN MARK SCHEME is not closed"),
    "manual without answer": (MANUAL[MANUAL.index("### BEGIN SOL") : MANUAL.index("### BEGIN MARK")], "", 'manual="proof"', "no region"),
    "mark in another cell": ("Write it.", "### BEGIN SOLUTION", "### BEGIN SOLUTION", "belongs in a solution= and manual= cell only"),
    "mark nearly right": ("### BEGIN HIDDEN TESTS", "# BEGIN HIDDEN TEST", "# BEGIN HIDDEN TEST", "looks like a mark"),
    "mark quoted": ("Write it.", "Put it below BEGIN SOLUTION.", "Put it", "would take this line for a mark"),
    "check never passes": ("check.passed()\n", "", "check = checks.of", "never calls check.passed()"),
    "check is not Python": ("check(1).gives(2)", "check(1).gives(2", "check(1).gives(2", "is not Python"),
    "check empty": (CHECK[CHECK.index("check = ") : CHECK.index("```\n\n")], "", 'check="double"', "is empty"),
    "image without words": ("![A dot in the middle]", "![]", "![]", "has no alt text"),
    "HTML image without words": ("Write it.", 'Write <img src="images/dot.svg"> it.', "<img", "has no alt text"),
    "pasted picture": ("Write it.", "![words](attachment:a.png)", "attachment:", "cannot hold the pasted picture"),
    "image that is not there": ("Write it.", "![words](images/no.svg)", "images/no.svg", "names no file"),
    "link out of the unit": ("Write it.", "[words](../other/a.svg)", "../other", "leaves the unit's folder"),
    "link to a text": ("Write it.", "[words](tiny.md)", "tiny.md", "names a unit's text"),
    "link to no notebook": ("Write it.", "[words](nothing.ipynb)", "nothing.ipynb", "names a notebook that no text makes"),
    "picture in an answer": ("Because a sum", "![words](images/dot.svg)\nBecause a sum", "![words]", "stands in an answer"),
    "header without a key": ("minutes: 10\n", "", "---", "the header has no 'minutes'"),
    "header with another key": ("minutes: 10", "minutes: 10\nauthor: me", "author", "an unknown key 'author'"),
    "header's number in words": ("minutes: 10", "minutes: ten", "minutes", "'minutes' is not a whole number"),
    "header's needs no list": ("needs: []", "needs: neurons", "needs", "'needs' is not a list"),
    "header's title empty": ("title: Tiny", "title:", "title", "'title' is not a text"),
    "header not YAML": ("title: Tiny", "title: Tiny: the unit", "title", "the header is not YAML"),
    "header not closed": ("gives: one function\n---", "gives: one function", "---", "the header is not closed"),
    "header missing": (GOOD[: GOOD.index("# Tiny")], "", "# Tiny", "the header is missing"),
    "Windows line ends": ("Write it.\n", "Write it.\r\n", "Write it.", "Windows line ends"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_line(tiny, fault):
    old, new, at, sentence = FAULTS[fault]
    assert old in GOOD
    head, tail = (GOOD[: -len(old)], "") if GOOD.endswith(old) else GOOD.split(old, 1)
    text = head + new + tail
    tiny.text.write_bytes(text.encode())
    with pytest.raises(Malformed) as refused:
        read_unit("tiny", tiny.root)
    line = line_of(text, at)
    if fault in ("duplicate id", "fence not closed"):  # the words stand twice; the second is at fault
        line = text[: text.rindex(at)].count("\n") + 1
    where = f"course/units/tiny/tiny.md:{line}: "
    said = [str(problem) for problem in refused.value.problems]
    assert any(words.startswith(where) and sentence in words for words in said), said
    for words in said:
        assert words[-1] in ".?" and "\n" not in words


def test_the_good_text_has_no_fault(tiny):
    read_unit("tiny", tiny.root)


def test_one_fault_is_one_line(tiny, capsys):
    tiny.replace(' check="double" points=1', ' check="double"')
    assert main(["build"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "course/units/tiny/tiny.md:29: the check cell of 'double' has no points; add points=1 or more to its fence."
    ]


def test_every_fault_is_reported_in_order_and_nothing_is_written(tiny, capsys):
    tiny.replace("points=1", "points=0")
    tiny.replace("check.passed()\n", "")
    tiny.replace("minutes: 10\n", "")
    (tiny.folder / "second.md").write_text("no header")
    assert main(["build"]) == 2
    lines = capsys.readouterr().err.splitlines()
    places = [tuple(line.split(":")[:2]) for line in lines]
    assert places == [
        ("course/units/tiny/second.md", "1"),
        ("course/units/tiny/tiny.md", "1"),
        ("course/units/tiny/tiny.md", "28"),
        ("course/units/tiny/tiny.md", "29"),
    ]
    assert not tiny.master.exists()


def test_a_name_that_is_no_identifier(tiny):
    tiny.text.rename(tiny.folder / "tiny-1.md")
    with pytest.raises(Malformed, match="tiny-1.md:1: 'tiny-1' cannot be a notebook's name"):
        read_unit("tiny", tiny.root)


def test_the_same_id_in_two_notebooks(tiny):
    tiny.write(GOOD, "second.md")
    with pytest.raises(Malformed, match=r"tiny.md:21: a second cell has the id tiny-double \(the first: course/units/tiny/second.md:21\)"):
        read_unit("tiny", tiny.root)


def test_a_text_that_is_not_utf8(tiny):
    tiny.text.write_bytes("é".encode("latin-1"))
    with pytest.raises(Malformed, match="tiny.md:1: the file is not UTF-8"):
        read_unit("tiny", tiny.root)


@pytest.mark.parametrize("name", ["nothing", "../tiny", ""])
def test_an_unknown_unit(tiny, capsys, name):
    assert main(["build", name]) == 2
    assert capsys.readouterr().err == f"course build: there is no unit '{name}' in course/units/ (there is: tiny).\n"
