"""Loops found by reading code: every kind, through helpers and aliases; and array code left in peace."""

import functools
import linecache
import textwrap

import numpy as np
import pytest
import torch

from course import checks
from course.checks import sources
from course.checks.loops import loops, loops_in

LOOPING = {
    "for": "def f(u):\n    total = 0\n    for a in u:\n        total += a\n    return total",
    "while": "def f(u):\n    i = 0\n    while i < len(u):\n        i += 1\n    return i",
    "list": "def f(u):\n    return np.array([a * 2 for a in u])",
    "set": "def f(u):\n    return len({a for a in u})",
    "dict": "def f(u):\n    return {a: 1 for a in u}",
    "generator": "def f(u):\n    return np.array(tuple(a for a in u))",
    "map": "def f(u):\n    return np.array(list(map(abs, u)))",
    "filter": "def f(u):\n    return list(filter(None, u))",
    "reduce": "from functools import reduce\ndef f(u):\n    return reduce(lambda a, b: a + b, u)",
    "functools.reduce": "import functools\ndef f(u):\n    return functools.reduce(max, u)",
    "reduce under another module name": "import functools as tools\ndef f(u):\n    return tools.reduce(max, u)",
    "vectorize": "def f(u):\n    return np.vectorize(abs)(u)",
    "vectorize as decorator": "@np.vectorize\ndef f(u):\n    return abs(u)",
    "vectorize made beside it": "quick = np.vectorize(abs)\ndef f(u):\n    return quick(u)",
    "vectorize under another name": "from numpy import vectorize as quick\ndef f(u):\n    return quick(abs)(u)",
    "vectorize renamed inside": "def f(u):\n    from numpy import vectorize as quick\n    return quick(abs)(u)",
    "vectorize by getattr": "def f(u):\n    return getattr(np, 'vectorize')(abs)(u)",
    "apply_along_axis": "def f(u):\n    return np.apply_along_axis(np.sum, 1, u)",
    "fromiter": "def f(u):\n    return np.fromiter(u, float)",
    "frompyfunc": "def f(u):\n    return np.frompyfunc(abs, 1, 1)(u)",
    "tensor apply_": "def f(u):\n    return u.clone().apply_(abs)",
    "built-in sum": "def f(u, v):\n    return sum(u * v)",
    "built-in max": "def f(u):\n    return u - max(u)",
    "math.fsum": "def f(u):\n    return math.fsum(u)",
    "recursion": "def f(u):\n    return u[0] + f(u[1:]) if len(u) else 0",
    "recursion of a lambda": "f = lambda u: u[0] + f(u[1:]) if len(u) else 0",
    "recursion by turns": "def f(u):\n    return g(u)\ndef g(u):\n    return u[0] + f(u[1:]) if len(u) else 0",
    "recursion inside": "def f(u):\n    def go(i):\n        return u[i] + go(i + 1) if i < len(u) else 0\n    return go(0)",
    "a helper": "def add(u):\n    t = 0\n    for a in u:\n        t += a\n    return t\n\ndef f(u):\n    return add(u)",
    "a helper of a helper": "def add(u):\n    return [a for a in u]\n\ndef go(u):\n    return add(u)\n\ndef f(u):\n    return go(u)",
    "a helper as a value": "def add(u):\n    return [a for a in u]\n\nagain = add\ndef f(u):\n    return again(u)",
    "a class": "class A:\n    def go(self, u):\n        for a in u:\n            pass\n\ndef f(u):\n    return A().go(u)",
    "exec": "def f(u):\n    exec('for a in u: pass')",
}

QUIET = {
    "matmul": "def f(u, v):\n    return u @ v",
    "numpy's own reductions": "def f(u):\n    return np.sum(u) + u.max() + np.add.reduce(u) + np.add.accumulate(u)[-1]",
    "an axis": "def f(Z):\n    E = np.exp(Z - Z.max(axis=1, keepdims=True))\n    return E / E.sum(axis=1, keepdims=True)",
    "torch": "def f(Z):\n    return torch.softmax(Z, dim=1)",
    "vmap": "def f(u, v):\n    return torch.vmap(torch.dot)(u, v)",
    "max of two numbers": "def f(n, m):\n    return max(n, m)",
    "sum of a shape": "def f(X):\n    return sum(X.shape)",
    "model.eval": "def f(model, x):\n    return model.eval()(x)",
    "words in a docstring": 'def f(u):\n    """for each a in u: while map reduce"""\n    return u',
    "a helper that does not loop": "def g(u):\n    return u * 2\n\ndef f(u):\n    return g(u) + g(u)",
    "a loop elsewhere in the cell": "def g(u):\n    for a in u:\n        pass\n\ndef f(u):\n    return u\n\nfor i in range(3):\n    g([])",
    "a local name like a helper's": "def g(u):\n    for a in u:\n        pass\n\ndef f(u):\n    g = u * 2\n    return g",
    "einsum": "def f(u, v):\n    return np.einsum('i,i->', u, v)",
}


@pytest.mark.parametrize("text", LOOPING.values(), ids=LOOPING)
def test_a_loop_is_found(text):
    assert loops_in(text, "f")


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_array_code_is_left_in_peace(text):
    assert loops_in(text, "f") == []


def test_the_line_is_told():
    (loop,) = loops_in(LOOPING["a helper"], "f")
    assert loop.line == 3 and loop.text == "for a in u:" and "`for` loop" in str(loop)


@pytest.mark.parametrize(
    "count, body",
    [
        (0, "return np.sqrt(((X[:, None] - Y) ** 2).sum(axis=2))"),
        (1, "return np.array([np.sqrt(((Y - x) ** 2).sum(axis=1)) for x in X])"),
        (2, "return np.array([np.sqrt(((x - y) ** 2).sum()) for x in X for y in Y])"),
        (2, "return np.array([[np.sqrt(((x - y) ** 2).sum()) for y in Y] for x in X])"),
        (2, "for x in X:\n        for y in Y:\n            pass"),
    ],
)
def test_nested_loops_count_each(count, body):
    assert len(loops_in(f"def f(X, Y):\n    {body}", "f")) == count


def test_what_cannot_be_read_is_no_proof_of_absence():
    assert "cannot be read" in str(loops_in("def f(:", "f")[0])
    assert "nothing in it is called f" in str(loops_in("g = 1", "f")[0])


def in_a_cell(text, name="f", namespace=None, number=[0]):
    """What a notebook leaves behind: a function whose text lies in linecache alone."""
    number[0] += 1
    filename = f"<cell {number[0]}>"
    text = textwrap.dedent(text)
    linecache.cache[filename] = (len(text), None, text.splitlines(True), filename)
    namespace = {"np": np, "torch": torch} if namespace is None else namespace
    exec(compile(text, filename, "exec"), namespace)
    return namespace[name]


def test_a_function_of_a_cell():
    assert loops(in_a_cell(LOOPING["for"])) and loops(in_a_cell(LOOPING["recursion of a lambda"]))
    assert loops(in_a_cell(QUIET["matmul"])) == [] and loops(in_a_cell("f = lambda u, v: u @ v")) == []


def test_helpers_of_other_cells_count():
    namespace = {"np": np}
    in_a_cell("def dot_loop(u, v):\n    return [a for a in u]", "dot_loop", namespace)
    assert loops(in_a_cell("def f(u, v):\n    return dot_loop(u, v)", "f", namespace))
    assert loops(in_a_cell("class A:\n    def go(self):\n        while True:\n            pass", "A", namespace) and in_a_cell("def f():\n    A().go()", "f", namespace))
    in_a_cell("def dot_loop(u, v):\n    return u @ v", "dot_loop", namespace)  # its cell was run again
    assert loops(namespace["f"]) and loops(in_a_cell("def f(u, v):\n    return dot_loop(u, v)", "f", namespace)) == []


@pytest.mark.parametrize("function", [np.dot, np.add, torch.dot, torch.cdist, functools.partial(np.einsum, "i,i->")])
def test_a_library_function_is_no_loop(function):
    assert loops(function) == []


@pytest.mark.parametrize("made", [np.vectorize(abs), np.frompyfunc(abs, 1, 1), np.vectorize(lambda a: a + 1)])
def test_a_ready_made_loop_is_one(made):
    assert loops(made)


def test_another_reader_can_serve_the_text(monkeypatch):
    class StandIn:
        __name__ = "f"

    monkeypatch.setattr(sources, "read", lambda function: LOOPING["for"])
    assert loops(StandIn())[0].text == "for a in u:"
    monkeypatch.setattr(sources, "read", lambda function: "f = np.dot")
    assert loops(StandIn()) == []


def test_the_visible_check_shows_the_line():
    with pytest.raises(checks.CheckFailed) as failed:
        checks.of(in_a_cell(LOOPING["for"])).without_loops()
    told = str(failed.value)
    assert "for a in u:" in told and "no loop in Python" in told
    checks.of(in_a_cell(LOOPING["for"])).without_loops(at_most=1)
