"""Whole notebooks in two rooms, with a real kernel: what goes wrong in a test costs that exercise and no other."""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from course.grading.execute import ExecuteNotebook
from course.grading.execution import TimedOut
from course.grading.restore import STORY
from course.grading.rooms import start
from course.grading.verdict import judge
from course.rooms import cells
from tests.grading.fixture_course import KERNEL, mark

IMPORTS = "import numpy as np\nimport torch\n\nfrom course import checks"


def hidden(source):
    return f"# Hidden tests: more.\n### BEGIN HIDDEN TESTS\n{source}\n### END HIDDEN TESTS"


def test_cell(source, name, points=2):
    return new_code_cell(source, metadata=mark(name, grade=True, locked=True, points=points))


test_cell.__test__ = False


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Executes a notebook of (source) and (name, source) cells; gives its test cells by name, and its story."""

    def execute(*parts, student="anna", **traits):
        cells = [new_code_cell(IMPORTS)]
        cells += [new_code_cell(part) if isinstance(part, str) else test_cell(part[1], part[0]) for part in parts]
        nb = new_notebook(cells=cells, metadata=json.loads(json.dumps(KERNEL)))
        nb.metadata[STORY] = nbformat.from_dict({"imports": IMPORTS})
        step = ExecuteNotebook(timeout=8, two_rooms=True, shutdown_kernel="immediate", iopub_timeout=20, **traits)
        at = {"metadata": {"path": str(tmp_path_factory.mktemp("run"))}, "nbgrader": {"student": student, "assignment": "u", "notebook": "u"}}
        nb, _ = step.execute_notebook(nb, at)
        return {cell.metadata["nbgrader"]["grade_id"]: cell for cell in nb.cells if "nbgrader" in cell.metadata}, nb

    return execute


def points(cells):
    return {name: judge(cell)[0] for name, cell in cells.items()}


def enames(cell):
    return [output.ename for output in cell.outputs if output.output_type == "error"]


def text(nb):
    return json.dumps(nb)


LEARNER = """
import os, sys, warnings
log = []
def good(x):
    print("called", file=sys.stderr)
    warnings.warn("hm")
    log.append(x)
    return 2 * x
def loops(x):
    while True: pass
def stubborn(x):
    while True:
        try:
            while True: pass
        except BaseException: pass
def leaves(x): os._exit(3)
def exits(x): sys.exit(3)
def huge(x): return np.zeros(10**8)
def later(x): return 5 * x
"""
ASSERT = "assert {0}(2) == 4"
NAMES = ("good", "loops", "leaves", "exits", "huge", "stubborn")


def test_each_costs_its_own_exercise(run):
    parts = [(f"u-{name}-hidden", hidden(ASSERT.format(name))) for name in NAMES]
    visible = ("u-good-check", "check = checks.of(good)\ncheck(2).gives(4)\ncheck.passed()")
    cells, nb = run(LEARNER, *parts, visible, ("u-last-hidden", hidden(ASSERT.format("good"))))
    assert points(cells) == {**{f"u-{name}-hidden": 0.0 for name in NAMES}, "u-good-hidden": 2.0, "u-good-check": 2.0, "u-last-hidden": 2.0}
    assert [enames(cells[f"u-{name}-hidden"]) for name in NAMES] == [
        [], ["CellTimeoutError"], ["KernelDied"], ["LeftRoom"], ["TypeError"], ["CellTimeoutError"],
    ]  # fmt: skip
    said = " ".join(nb.metadata[STORY]["losses"])
    assert all(f"u-{name}-hidden" in said for name in ("loops", "leaves", "stubborn")) and "u-good" not in said
    assert any("hm" in output.get("text", "") for output in cells["u-good-check"].outputs)


def test_a_hidden_test_meets_the_names_of_its_place_and_nobody_looks_on_after_it(run):
    cells, nb = run(
        LEARNER, ("u-good-hidden", hidden("assert good(777.25) == 1554.5")),
        "good = later\ndel later\nprint('seen', log, [str(line) for line in _ih])", ("u-good-check", "assert good(1) == 5"),
    )  # fmt: skip
    assert points(cells) == {"u-good-hidden": 2.0, "u-good-check": 2.0}
    before, _, after = text([cell for cell in nb.cells if "nbgrader" not in cell.metadata]).partition("seen")
    assert after and "777" not in after and "1554" not in after and "HIDDEN" not in after


def test_names_are_kept_with_the_visible_test_before(run, monkeypatch):
    """A request to the kernel less; where that test ended badly, the names are kept by a request of their own."""
    pinned = []
    real = ExecuteNotebook.execute_cell

    def execute_cell(self, cell, index, **kwargs):
        pinned.extend(["asked"] if "_asked.pin(" in cell.source else [])
        return real(self, cell, index, **kwargs)

    monkeypatch.setattr(ExecuteNotebook, "execute_cell", execute_cell)
    check = "check = checks.of({0})\ncheck(2).gives(4)\ncheck.passed()"
    rest = ("u-a-hidden", hidden("assert good(1) == 2")), ("u-b-hidden", hidden("assert good(3) == 6")), "good = later"
    for name, asked in (("good", 0), ("absent", 0), ("loops", 2), ("leaves", 2)):
        pinned.clear()
        cells, _ = run(LEARNER, ("u-check", check.format(name)), *rest)
        assert points(cells) == {"u-check": 2.0 * (name == "good"), "u-a-hidden": 2.0, "u-b-hidden": 2.0}, name
        assert len(pinned) == asked, name


def test_an_examiner_that_nobody_waits_for_ends_without_a_word(tmp_path):
    connection, child = start.examiner()
    task = {"source": "1", "read": cells.read("1"), "imports": "", "text": "", "draw": None, "seconds": 30, "path": str(tmp_path / "s")}
    connection.sendall(json.dumps(task).encode() + b"\n")
    assert json.loads(connection.recv(100)) == {"listening": True}
    connection.close()  # as when the grading process is interrupted in the middle of a test
    assert child.wait(20).code == 0


def test_inputs_differ_from_learner_to_learner_and_can_be_drawn_again(run):
    source = hidden("x = np.random.default_rng(checks.seed(3)).normal()\nassert good(x) == 2 * x\nprint('drew', x)")
    drawn = {}
    for student in ("anna", "bert", "anna"):
        cells, nb = run("def good(x): return 2 * x", ("u-good-hidden", source), student=student)
        assert points(cells) == {"u-good-hidden": 2.0}
        said = next(output.text for output in cells["u-good-hidden"].outputs if "drew" in output.get("text", ""))
        assert drawn.setdefault(student, (said, nb.metadata[STORY]["draws"])) == (said, nb.metadata[STORY]["draws"])
    assert drawn["anna"] != drawn["bert"]

    import numpy as np

    from course import checks

    try:
        checks.draw_as(drawn["anna"][1]["u-good-hidden"])
        assert drawn["anna"][0] == f"drew {np.random.default_rng(checks.seed(3)).normal()}\n"
    finally:
        checks.draw_as(None)
    assert checks.seed(3) == 3


@pytest.mark.parametrize(
    "last, worth",
    [
        ("float(good(0.25))", 0.5), ("np.float64(0.5)", 0.5), ("torch.tensor(1.5)", 1.5), ("np.array(True)", 2.0), ("__import__('fractions').Fraction(1, 2)", 0.5),
        ("float('nan')", 0.0), ("float(7)", 0.0), ("odd(1)", 2.0), ("None", 2.0), ("False", 0.0),
    ],
)  # fmt: skip
def test_partial_credit_is_a_real_number(run, last, worth):
    code = "class Odd:\n    def __repr__(self): return '2.0'\ndef odd(x): return Odd()\ndef good(x):\n    display(1.75)\n    return 2 * x"
    cells, _ = run(code, ("u-good-hidden", hidden(f"assert good(1) == 2\n{last}")))
    assert points(cells) == {"u-good-hidden": worth}


def test_code_is_read_from_the_cells(run):
    code = "def fast(x):\n    return x * 2\ndef slow(x):\n    return [2 * y for y in x]\n%time 1"
    cells, _ = run(code, ("u-a-hidden", hidden("assert not checks.loops(fast)")), ("u-b-hidden", hidden("assert checks.loops(slow) and not checks.loops(slow)")))
    assert points(cells) == {"u-a-hidden": 2.0, "u-b-hidden": 0.0} and enames(cells["u-b-hidden"]) == ["AssertionError"]


def test_a_missing_name_is_said_kindly(run):
    cells, _ = run("x = 1", ("u-f-check", "check = checks.of(absent)\ncheck.passed()"))
    (error,) = [output for output in cells["u-f-check"].outputs if output.output_type == "error"]
    assert error.ename == "NameError" and "run the cell above in which you write it" in error.traceback[-1]


def test_no_answer_beside_others_is_tried_again_alone(run, monkeypatch):
    """A machine with too much to do may keep the examiner from its report for longer than it is waited for."""
    cells = ("def f(x):\n    return x", ("f-check", "assert f(1) == 1"))
    monkeypatch.setattr(ExecuteNotebook, "_report", lambda self, talk: {"outputs": [], "trouble": "NoReply"})
    monkeypatch.setattr(ExecuteNotebook, "first_try", True)
    with pytest.raises(TimedOut):
        run(*cells)
    monkeypatch.setattr(ExecuteNotebook, "first_try", False)
    found, nb = run(*cells)
    assert enames(found["f-check"]) == ["NoReply"] and nb.metadata[STORY]["losses"] == ["Gave no readable answers to its tests: f-check."]
