"""What a learner sees in a notebook: the message, and none of the package's frames; a missing name explained."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
HIDDEN = "# Hidden tests: secret.\nwith checks.hidden({0}) as must:\n    with must('be right'):\n        assert {0}(314159.0) == 271828.0"
CELLS = {
    "first": "import numpy as np\nfrom course import checks",
    "check before": "check = checks.of(double, reread='1 · Doubling')\ncheck(1.0).gives(2.0)",
    "hidden before": HIDDEN.format("double"),
    "aligned before": "check = checks.of(\n    double,\n)",
    "solution": "def double(z):\n    return 3 * z",
    "check": "check = checks.of(double, reread='1 · Doubling')\ncheck(1.0).gives(2.0)",
    "hidden": HIDDEN.format("double"),
    "raising solution": "def root(z):\n    return np.linalg.inv(z)",
    "raising check": "check = checks.of(root)\ncheck(np.zeros((2, 2))).gives(1.0)",
    "another name": "checks.of(root)(undefined_here)",
    "no check": "print(undefined_here)",
    "inside a function": "def f():\n    return undefined_here\nf()",
    "similar name": "checks.of(double)\ndoub",
    "unbound": "def g():\n    double = double\ng()",
}


@pytest.fixture(scope="module")
def errors():
    """Cell -> (name of the error, its text, what the notebook shows), from a real kernel."""
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS.values()])
    NotebookClient(nb, allow_errors=True, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}).execute()
    found = {}
    for name, cell in zip(CELLS, nb.cells):
        for output in cell.outputs:
            if output.output_type == "error":
                found[name] = output.ename, output.evalue, "\n".join(output.traceback)
    return found


def test_a_failed_check_shows_its_message_alone(errors):
    name, text, shown = errors["check"]
    assert name == "CheckFailed" and "Traceback" not in shown and "course/checks" not in shown and ".py" not in shown
    assert shown.splitlines() == ["\x1b[31mThis check does not pass yet.\x1b[0m", *text.splitlines()]
    assert "called        double(1.0)" in shown and "reread        1 · Doubling" in shown


def test_a_failed_hidden_test_shows_neither_source_nor_values(errors):
    name, text, shown = errors["hidden"]
    assert name == "HiddenTestFailed" and shown == text
    assert "271828" not in shown and "314159" not in shown and "assert" not in shown


def test_the_learners_line_is_shown_when_a_library_raises(errors):
    name, _, shown = errors["raising check"]
    assert name == "CheckFailed"
    assert "LinAlgError: Singular matrix" in shown and "line 2 of the cell, in root: return np.linalg.inv(z)" in shown
    assert "site-packages" not in shown and "raise_linalgerror" not in shown


@pytest.mark.parametrize("cell", ["check before", "hidden before", "aligned before"])
def test_a_check_before_its_cell_says_what_to_do(errors, cell):
    name, _, shown = errors[cell]
    assert name == "NameError", "it stays an error, also for who grades"
    assert shown.splitlines() == [
        "\x1b[31mThis cell cannot run yet.\x1b[0m",
        "double is not defined: run the cell above in which you write it, then this one.",
    ]


@pytest.mark.parametrize("cell", ["another name", "no check", "inside a function", "similar name", "unbound"])
def test_every_other_name_error_looks_as_always(errors, cell):
    name, _, shown = errors[cell]
    assert name == ("UnboundLocalError" if cell == "unbound" else "NameError")
    assert "Traceback" in shown and "run the cell above" not in shown


def test_who_handles_exceptions_already_is_left_alone():
    program = (
        "from IPython.core.interactiveshell import InteractiveShell\n"
        "shell = InteractiveShell.instance()\n"
        "shell.set_custom_exc((KeyError,), lambda *a, **k: None)\n"
        "import course.checks\n"
        "print(shell.custom_exceptions)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(<class 'KeyError'>,)"


def test_importing_the_checks_is_light():
    program = "import course.checks, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"torch", "sympy", "matplotlib", "IPython"} & set(done.stdout.split())
