"""The warm process begins before the command's own imports only where it will be needed."""

import subprocess
import sys

import pytest

from course.grading import early
from course.grading.kernels import zygote


@pytest.fixture
def begun(tmp_path, monkeypatch):
    """Asks whether ``course grade`` with some arguments begins the warm process, in an empty course folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    calls = []
    monkeypatch.setattr(zygote, "shared", lambda: calls.append(1))

    def ask(*arguments):
        calls.clear()
        early.warm_up(list(arguments))
        return bool(calls)

    ask.root = tmp_path
    return ask


def test_it_begins_for_what_was_never_graded(begun, monkeypatch):
    assert not begun("neurons"), "nothing was handed in"
    (begun.root / "submitted/anna/neurons").mkdir(parents=True)
    (begun.root / "submitted/.DS_Store").write_text("")
    assert begun("neurons") and begun() and begun("neurons", "--workers", "3")
    assert not begun("--help") and not begun("neurons", "--scheduler=tcp://there:1") and not begun("--scheduler", "x")
    (begun.root / "autograded/anna/neurons").mkdir(parents=True)
    assert not begun("neurons"), "all of it is graded"
    (begun.root / "submitted/bert/neurons").mkdir(parents=True)
    assert begun("neurons")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not begun("neurons")


def test_a_decision_costs_none_of_the_imports_that_it_runs_beside():
    code = "import sys; from course.grading import early; print([name for name in ('nbgrader', 'numpy', 'torch', 'zmq') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
