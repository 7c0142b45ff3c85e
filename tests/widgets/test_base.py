"""A widget follows the notebook: after each cell, but only when something changed."""

import subprocess
import sys

import comm
import numpy as np
import pytest

from course import widgets
from course.widgets import base
from course.widgets.base import CourseWidget
from course.widgets.learner import Probe
from tests.widgets.test_hidden_units import FORWARD
from tests.widgets.test_linear_map import MATVEC


class Plain(CourseWidget):
    _esm = "export default { render() {} };"


@pytest.fixture
def widget(shell):
    for left_over in list(base._watching):  # of other modules, whose widgets nobody closed
        left_over.close()
    made = Plain({"f": Probe("f", (np.arange(3.0),), (3,))})
    yield made
    made.close()


@pytest.fixture
def sampled(monkeypatch):
    """The names of the functions that were run, in order."""
    names = []
    run = base.sample
    monkeypatch.setattr(base, "sample", lambda probe, namespace: names.append(probe.name) or run(probe, namespace))
    return names


def callbacks(shell):
    return [function for function in shell.events.callbacks["post_run_cell"] if function is base._after_cell]


def test_running_the_learners_cell_is_enough(shell, widget):
    assert widget.learner["f"]["state"] == "missing"
    shell.run_cell("def f(z):\n    return z + 1")
    assert widget.learner["f"]["values"] == [1.0, 2.0, 3.0]
    shell.run_cell("def f(z):\n    raise NotImplementedError")
    assert widget.learner["f"] == {
        "name": "f", "state": "unwritten", "values": None, "sentence": "f is not written yet."
    }
    shell.run_cell("del f")
    assert widget.learner["f"]["state"] == "missing"


def test_while_work_is_graded_nothing_is_told_and_nothing_of_the_learners_is_run(shell, monkeypatch, sampled):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    shell.run_cell("def f(z):\n    return z + 1")
    made = Plain({"f": Probe("f", (np.arange(3.0),), (3,))})
    shell.run_cell("def f(z):\n    return z + 2")
    assert made.comm is None and sampled == [] and not callbacks(shell)
    made.learner = {"f": {}}  # what a notebook sets goes nowhere
    assert made._repr_mimebundle_() == {"text/plain": "Widgets are not shown while work is graded."}
    made.close()


@pytest.mark.parametrize("make", [name for name in widgets.__all__ if name.endswith("_explorer")])
def test_no_explorer_runs_anything_of_the_learners_while_work_is_graded(shell, monkeypatch, make):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    # What the explorers look for by default, or are told to.
    names = ["perceptron", "perceptron_fit", "forward", "fit", "optimize", "sigmoid", "matvec", "Value", "results", "amounts"]
    shell.run_cell("run = []\n" + "\n".join(f"def {name}(*args, **kwargs):\n    run.append('{name}')" for name in names))
    arguments = {"linear_map_explorer": "[[1.0, 0.5], [0.0, 1.0]]", "activation_explorer": "'sigmoid'"}
    done = shell.run_cell(f"from course import widgets\nmade = widgets.{make}({arguments.get(make, '')})\nmade")
    shell.run_cell("\n".join(f"def {name}(*args, **kwargs):\n    run.append('changed')" for name in names))
    assert done.success and shell.user_ns["run"] == [] and not callbacks(shell)
    shell.user_ns["made"].close()


def test_nothing_of_the_learners_runs_when_nothing_changed(shell, widget, sampled):
    shell.run_cell("def f(z):\n    return z + 1")
    shell.run_cell("other = 1")
    shell.run_cell("def f(z):\n    return z + 1")
    assert sampled == ["f"]
    shell.run_cell("def f(z):\n    return z + 2")
    assert sampled == ["f", "f"]


def test_a_failing_function_leaves_the_cell_alone(shell, widget, capsys):
    result = shell.run_cell("def f(z):\n    print('noise')\n    raise SystemExit")
    assert result.success
    assert capsys.readouterr() == ("", "")
    assert widget.learner["f"]["sentence"] == "f raised SystemExit."


def test_one_callback_however_many_widgets(shell, widget):
    others = [Plain({"g": Probe("g", (np.arange(2.0),), (2,))}) for _ in range(3)]
    assert len(callbacks(shell)) == 1
    for other in others:
        other.close()
    assert len(callbacks(shell)) == 1
    widget.close()
    assert not callbacks(shell)


def test_a_closed_widget_runs_nothing(shell, widget, sampled):
    widget.close()
    shell.run_cell("def f(z):\n    return z")
    assert not sampled


def test_a_widget_whose_views_are_gone_sleeps_until_it_is_shown_again(shell, widget, sampled):
    sent = []
    widget.send = sent.append
    widget._from_browser(widget, {"kind": "shown"}, [])
    widget._from_browser(widget, {"kind": "shown"}, [])
    assert sent == [{"kind": "kernel"}] * 2
    widget._from_browser(widget, {"kind": "gone"}, [])
    shell.run_cell("def f(z):\n    return z")
    assert sampled == ["f"]
    widget._from_browser(widget, {"kind": "gone"}, [])
    shell.run_cell("def f(z):\n    return 2 * z")
    assert sampled == ["f"]
    widget._from_browser(widget, {"kind": "shown"}, [])
    assert sampled == ["f", "f"] and widget.learner["f"]["values"] == [0.0, 2.0, 4.0]


def test_a_message_of_no_known_kind_is_ignored(widget):
    for content in [None, "shown", {}, {"kind": "other"}, {"kind": "gone"}]:
        widget._from_browser(widget, content, [])


def test_without_a_notebook_there_is_no_learner():
    widget = Plain({"f": Probe("f", (np.arange(3.0),), (3,))})
    assert widget.learner["f"]["state"] == "missing"
    widget.close()


@pytest.mark.parametrize(
    ("made", "moved", "answers"),
    [
        (widgets.linear_map_explorer, {"a": 0.5, "b": 0.25, "d": 2.0}, {"numpy", "learner"}),
        (widgets.perceptron_explorer, {"data": "OR", "b": 0.5, "epoch": -1}, {"learner", "path", "asked"}),
        (widgets.hidden_units_explorer, {"units": 3, "step": 20}, {"learner", "cost", "asked"}),
    ],
)
def test_all_answers_to_one_movement_come_in_one_message(shell, monkeypatch, made, moved, answers):
    shell.run_cell(f"{MATVEC}\n{FORWARD}\ndef perceptron(x, w, b):\n    return x @ w + b")
    monkeypatch.setattr(comm, "create_comm", comm.DummyComm)  # where a test has imported a kernel, its own need one that runs
    widget = made()
    widget._from_browser(widget, {"kind": "shown"}, [])
    sent = []
    monkeypatch.setattr(widget.comm, "send", lambda data, **more: sent.append(data))
    widget._handle_msg({"content": {"data": {"method": "update", "state": moved, "buffer_paths": []}}, "buffers": []})
    widget.close()
    told = [set(data["state"]) for data in sent if data.get("method") == "update"]
    assert told == [answers]


def run(code: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)


def test_importing_widgets_is_light():
    done = run("import sys; from course import widgets; print([m for m in ('torch', 'matplotlib', 'nbconvert', "
               "'nbgrader', 'playwright', 'sympy', 'sklearn') if m in sys.modules])")
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_a_widget_says_nothing_when_the_interpreter_ends():
    done = run("from course import widgets; it = widgets.activation_explorer()")
    assert (done.returncode, done.stderr) == (0, "")
