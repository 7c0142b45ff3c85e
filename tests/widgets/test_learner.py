"""The learner's function, run for a widget: right, wrong in every way, and unchanged."""

import signal
import sys
import threading
import time

import numpy as np
import pytest

from course.widgets import learner
from course.widgets.learner import Probe, fingerprint, sample

Z = np.linspace(-1.0, 1.0, 5)


def defined(source: str) -> dict:
    """A namespace in which a cell has run, as a notebook's: its functions' globals are the namespace."""
    namespace = {"np": np}
    exec(source, namespace)
    return namespace


def told(source: str, name: str = "f", shape=Z.shape) -> dict:
    return sample(Probe(name, (Z,), shape), defined(source))


def test_a_right_function_gives_its_values():
    table = told("def f(z):\n    return z ** 2")
    assert table == {"name": "f", "state": "drawn", "values": [1.0, 0.25, 0.0, 0.25, 1.0], "sentence": ""}


@pytest.mark.parametrize(
    "source, state, sentence",
    [
        ("", "missing", "Your f will be drawn here, dashed, once its cell has run."),
        ("f = 3.0", "failed", "f is now a float, not a function."),
        ("def f(z):\n    raise NotImplementedError", "unwritten", "f is not written yet."),
        ("def f(z):\n    return 1 / 0", "failed", "f raised ZeroDivisionError: division by zero."),
        ("def f(z):\n    raise ValueError", "failed", "f raised ValueError."),
        ("def f(z):\n    raise SystemExit(3)", "failed", "f raised SystemExit: 3."),
        ("def f(z):\n    raise KeyboardInterrupt", "failed", "f was interrupted."),
        ("def f(z):\n    raise ValueError('two\\nlines!')", "failed", "f raised ValueError: two lines!"),
        ("def f(z):\n    z + 1", "failed", "f returned None: is its return missing?"),
        ("def f(z):\n    return z[:2]", "failed", "f gave shape (2,) where (5,) was expected."),
        ("def f(z):\n    return 0.5", "failed", "f gave shape () where (5,) was expected."),
        ("def f(z):\n    return 'abc'", "failed", "f gave a str of dtype <U3, not of real numbers."),
        ("def f(z):\n    return [[1], [2, 3]]", "failed", "f gave a list, not an array of numbers."),
        ("def f(z):\n    return z + 1j", "failed", "f gave an ndarray of dtype complex128, not of real numbers."),
        (
            "class Odd(Exception):\n    def __str__(self): raise ValueError\ndef f(z):\n    raise Odd",
            "failed",
            "f raised Odd.",
        ),
    ],
)
def test_what_went_wrong_is_one_sentence_and_no_curve(source, state, sentence):
    table = told(source)
    assert (table["state"], table["sentence"], table["values"]) == (state, sentence, None)


def test_a_long_message_is_cut():
    sentence = told("def f(z):\n    raise ValueError('a' * 5000)")["sentence"]
    assert len(sentence) < 200 and sentence.endswith("…")


def test_nan_and_infinity_leave_gaps_and_are_told():
    table = told("def f(z):\n    return np.where(z > 0, np.log(z * 0), z)")
    assert table["values"] == [-1.0, -0.5, 0.0, None, None]
    assert table["sentence"] == "f gives nan or infinity at 2 of 5 points, left out here."


def test_integers_and_booleans_are_numbers():
    assert told("def f(z):\n    return z > 0")["values"] == [0.0, 0.0, 0.0, 1.0, 1.0]


def test_a_torch_twin_is_given_a_tensor():
    import torch

    source = "def f_torch(z):\n    assert z.dtype == torch.float32\n    return (z.requires_grad_() * 2)"
    table = sample(Probe("f_torch", (Z,), Z.shape), defined("import torch\n" + source))
    assert table["state"] == "drawn", table["sentence"]
    assert table["values"] == [-2.0, -1.0, 0.0, 1.0, 2.0]
    assert torch.is_grad_enabled()


def test_the_inputs_are_copies():
    before = Z.copy()
    assert told("def f(z):\n    z[:] = 0\n    return z")["values"] == [0.0] * 5
    assert np.array_equal(Z, before)


def test_nothing_is_printed_and_no_warning_escapes(capsys, recwarn):
    told("import warnings, sys\ndef f(z):\n    print('out'); print('err', file=sys.stderr)\n"
         "    warnings.warn('careful')\n    return z / 0")
    assert capsys.readouterr() == ("", "")
    assert not recwarn.list


def test_what_a_running_cell_prints_meanwhile_is_not_swallowed(capsys):
    """Another thread samples while the main one prints."""
    source = "import threading\ngate = threading.Barrier(2)\ndef f(z):\n    gate.wait(); gate.wait()\n    return z"
    namespace, told = defined(source), []
    other = threading.Thread(target=lambda: told.append(sample(Probe("f", (Z,), Z.shape), namespace)))
    other.start()
    namespace["gate"].wait()  # f is running now
    print("the cell's own output")
    namespace["gate"].wait()
    other.join()
    assert capsys.readouterr().out == "the cell's own output\n"
    assert told[0]["state"] == "drawn"


ENDLESS = "def f(z):\n    while True:\n        try:\n            z = z + 1\n        except Exception:\n            pass"


def in_a_thread(work):
    found = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join()
    return found[0]


def watchers():
    return sys.gettrace(), signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL)


@pytest.mark.parametrize("where", [lambda work: work(), in_a_thread], ids=["by the system", "by a clock"])
def test_an_endless_loop_is_stopped(monkeypatch, where):
    monkeypatch.setattr(learner, "SECONDS", 0.05)
    before = watchers()
    table = where(lambda: told(ENDLESS))
    assert table["state"] == "failed" and table["sentence"] == "f was stopped: it ran for more than 0.05 s."
    assert watchers() == before


def test_an_alarm_that_somebody_set_is_left_to_them(monkeypatch):
    monkeypatch.setattr(learner, "SECONDS", 0.05)
    rung = []
    signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        before = watchers()
        assert told(ENDLESS)["state"] == "failed" and watchers() == before and rung == []
    finally:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def test_a_function_that_ends_in_time_leaves_no_alarm(monkeypatch):
    monkeypatch.setattr(learner, "SECONDS", 0.1)
    before = watchers()
    assert told("def f(z):\n    return z")["state"] == "drawn" and watchers() == before
    time.sleep(0.15)


def test_several_inputs_and_any_shape():
    probe = Probe("f", (np.ones((2, 3)), np.ones(3)), (2,))
    assert sample(probe, defined("def f(X, w):\n    return X @ w"))["values"] == [3.0, 3.0]


# What counts as a change

BASE = "def g(z):\n    return z\ndef f(z):\n    return g(z) * K\nK = 2"


@pytest.mark.parametrize(
    "again, same",
    [
        ("", True),
        (BASE, True),
        ("def g(z):\n    return -z", False),
        ("K = 3", False),
        ("K = 2", True),
        ("unused = 1", True),
        ("def f(z, extra=1):\n    return g(z) * K", False),
    ],
)
def test_a_function_changes_with_what_it_uses(again, same):
    namespace = defined(BASE)
    before = fingerprint(namespace["f"], namespace)
    exec(again, namespace)
    assert (fingerprint(namespace["f"], namespace) == before) is same


def test_what_a_closure_holds_counts():
    closure = "def make(k):\n    def f(z):\n        return z * k\n    return f\nf = make({})"
    namespace = defined(closure.format(1))
    before = fingerprint(namespace["f"], namespace)
    exec(closure.format(1), namespace)
    assert fingerprint(namespace["f"], namespace) == before
    exec(closure.format(2), namespace)
    assert fingerprint(namespace["f"], namespace) != before


def test_a_recursive_function_has_an_end():
    namespace = defined("def f(z):\n    return f(z)")
    before = fingerprint(namespace["f"], namespace)
    exec("def f(z):\n    return f(z)", namespace)
    assert fingerprint(namespace["f"], namespace) == before


def test_other_callables_count_by_identity():
    namespace = defined("import functools\nf = functools.partial(max, 1)")
    before = fingerprint(namespace["f"], namespace)
    assert fingerprint(namespace["f"], namespace) == before
    exec("f = functools.partial(max, 1)", namespace)
    assert fingerprint(namespace["f"], namespace) != before
