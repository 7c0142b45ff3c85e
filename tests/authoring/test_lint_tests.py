"""Tests that would be vacuous in two rooms are refused, each with its line; honest ones are let through."""

import pytest

from course.authoring.lint_tests import lint_tests
from course.authoring.roles import Role
from course.authoring.text import Cell

VACUOUS = {
    "assert 'for' not in inspect.getsource(f)": "use checks.loops",
    "with unittest.mock.patch('numpy.exp') as spy:\n    f(1)": "a patch acts in the tests' process",
    "np.exp = None": "a patch acts",
    "x = np.ones(3)\nbefore = x.copy()\nf(x)\nassert np.array_equal(x, before)": "# inout",
    "x, y = a.clone(), b\nz = torch.ones(2)\nz0 = z.clone()\nassert f(z) is None\nassert torch.equal(z, z0)": "# inout",
    "assert f(x) is x": "never the same object",
    "assert np.shares_memory(f(x), x)": "@checks.in_room",
    "assert f(x).data_ptr() == 3": "@checks.in_room",
    "f(x)\nassert torch.is_grad_enabled()": "@checks.in_room",
    "with warnings.catch_warnings(record=True) as w:\n    f(1)\nassert not w": "checks.quiet",
    "with contextlib.redirect_stdout(out):\n    f(1)": "does not come here",
    "assert 'x' not in globals()": "spell each name",
    "t = time.perf_counter()\nf(1)\nassert t": "a clock of your own",
    "assert issubclass(Model, torch.nn.Module)": "@checks.in_room",
    "class Mine(Model):\n    pass": "@checks.in_room",
    "assert f.__code__.co_argcount == 1": "@checks.in_room",
    "try:\n    f(1)\nexcept:\n    pass": "name the exceptions",
    "try:\n    f(1)\nexcept BaseException:\n    pass": "name the exceptions",
    "random = np.random.default_rng(1 + 1)\n@checks.in_room\ndef probe():\n    return f(random)\nassert probe()": "pass it as an argument",
    "f(3) + 1": "write float(...)",
    "random = np.random.default_rng(7)\nassert f(random)": "write checks.seed(7)",
    "g = torch.Generator().manual_seed(7)\nassert f(g)": "write checks.seed(7)",
}
HONEST = [
    "assert f(x) == 3 and f(x) is not None and type(f(x)) is float",
    "x = np.ones(3)\nbefore = x.copy()\nf(x)  # inout\nassert np.array_equal(x, before)",
    "with must('a'):  # inout\n    x = y.clone()\n    f(y)\n    assert torch.equal(x, y)",
    "x = np.ones(3)\ntwin = x.copy()\nassert np.allclose(f(x), f(twin))",
    "try:\n    f(1)\nexcept (ValueError, RuntimeError):\n    pass",
    "random = np.random.default_rng(checks.seed(7))\nassert f(random)",
    "@checks.in_room\ndef probe(n):\n    import inspect, time\n    return [f(n) is n, torch.is_grad_enabled(), np.random.default_rng(3)]\nassert probe(1)",
    "good = sum(f(n) for n in range(4))\nfloat(good / 4)",
    "check = checks.of(f)\ncheck(1).gives(2)\ncheck.passed()",
]


def faults(source, kind="hidden"):
    cell = Cell("code", source, {}, 9, 10, True, [])
    return list(lint_tests(cell, Role(kind, "f", 1.0, f"u-f-{kind}", cell), {"np", "torch", "checks"}))


@pytest.mark.parametrize("source", VACUOUS, ids=range(len(VACUOUS)))
def test_what_would_be_vacuous_is_refused(source):
    found = faults(source)
    assert len(found) == 1, found
    line, sentence = found[0]
    assert VACUOUS[source] in sentence and 10 <= line < 10 + source.count("\n") + 1


@pytest.mark.parametrize("source", HONEST, ids=range(len(HONEST)))
def test_what_works_is_let_through(source):
    assert faults(source) == []


def test_the_line_is_the_texts_own():
    assert faults("\n\nassert f(x) is x")[0][0] == 12


def test_a_visible_test_draws_the_same_for_everybody():
    assert faults("g = np.random.default_rng(7)\nassert f(g)", "check") == []
    assert faults("assert f(x) is x", "solution") == []
