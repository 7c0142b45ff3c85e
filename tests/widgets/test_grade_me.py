"""The button's Python side: it starts the command beside the kernel, and says how that ends."""

import sys
import threading

import pytest

from course import grade_me
from course.widgets.grade_me import GradeMe

FINE = """
import sys
print("Grading x, as saved on some day \\u2026", flush=True)
print("\\nActivations: 3 of 78 points\\n  \\u2713 sigmoid  3 of 3\\n  \\u00b7 3 of 78 points")
"""
REFUSED = "import sys; sys.exit('course grade-me: there is no notebook.')"
NO_JAIL = """
import sys
if "--no-jail" not in sys.argv: sys.exit("course grade-me: bubblewrap is missing; to grade all the same, add --no-jail.")
print("Activations: 1 of 2 points")
"""
BROKEN = "raise ValueError('what')"
ENDLESS = "import time; print('Going \\u2026', flush=True); time.sleep(600)"


@pytest.fixture
def make(tmp_path):
    made = []

    def one(program):
        widget = GradeMe("activations", tmp_path)
        widget.command = (sys.executable, "-c", program)
        made.append(widget)
        return widget

    yield one
    for widget in made:
        widget.stop()
        widget.close()


def graded(widget, **how):
    widget.grade(**how).join(60)
    return widget.state, widget.said


def test_a_grading_ends_with_its_points(make):
    widget = make(FINE)
    heard = []
    widget.observe(lambda change: heard.append(change.new), "said")
    assert graded(widget) == ("done", "Graded. Activations: 3 of 78 points. The table below says more, and links to your feedback.")
    assert "Grading x, as saved on some day …" in heard


def test_a_refusal_is_the_commands_own_sentence(make):
    assert graded(make(REFUSED)) == ("failed", "there is no notebook.")


def test_where_there_is_no_jail_a_second_button_goes_on_without(make):
    widget = make(NO_JAIL)
    assert graded(widget) == ("failed", "bubblewrap is missing; to grade all the same, press the second button.")
    assert widget.offered
    assert graded(widget, jailed=False)[0] == "done" and not widget.offered


def test_a_fault_of_ours_is_said_in_its_last_line(make):
    state, said = graded(make(BROKEN))
    assert state == "failed" and said == "The grading broke off (ValueError: what); what was graded before stays."


def test_a_command_that_cannot_start_is_said(make):
    widget = make("")
    widget.command = ("/nowhere/python",)
    assert graded(widget) == ("failed", "The grading could not be started (No such file or directory).")


def test_it_can_be_stopped_and_runs_once_at_a_time(make):
    widget = make(ENDLESS)
    going = threading.Event()
    widget.observe(lambda change: going.set() if change.new == "Going …" else None, "said")
    thread = widget.grade()
    assert going.wait(60) and widget.grade() is None, "a second click starts no second grading"
    widget._asked(widget, {"kind": "stop"}, [])
    thread.join(60)
    assert (widget.state, widget.said) == ("ready", "Stopped; what was graded before stays.")


@pytest.mark.parametrize("content", [None, [], {}, {"kind": "shown"}, {"kind": "nonsense"}])
def test_other_messages_start_nothing(make, content):
    widget = make(FINE)
    widget._asked(widget, content, [])
    assert widget.state == "ready"


def test_elsewhere_it_is_one_sentence(tmp_path, monkeypatch, capsys):
    from course.progress import listen

    monkeypatch.setattr(listen, "_start", tmp_path)
    grade_me.button()
    assert capsys.readouterr().out == grade_me.ELSEWHERE + "\n"
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    grade_me.button()
    grade_me.solution("sigmoid")
    assert capsys.readouterr().out == "", "while it is graded, the notebook's last cell does nothing"
