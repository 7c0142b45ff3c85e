"""Hidden tests: every property runs, and the message gives nothing away."""

import warnings

import numpy as np
import pytest
import torch

from course import checks
from course.checks import HiddenTestFailed

SECRET = 271828.0


def said(function, *properties) -> str:
    """The message of a hidden cell with these properties: (sentence, test) each."""
    with pytest.raises(HiddenTestFailed) as caught:
        run(function, *properties)
    return str(caught.value)


def run(function, *properties):
    with checks.hidden(function) as must:
        for sentence, test in properties:
            with must(sentence):
                test()


def wrong(z):
    return z


def fails():
    assert wrong(SECRET) == SECRET + 1, f"{SECRET} was expected"


def holds():
    assert wrong(1) == 1


def test_all_properties_run_also_after_one_that_failed():
    seen = []

    def failing():
        seen.append(1)
        assert not seen

    text = said(wrong, ("be even", failing), ("be odd", lambda: seen.append(2)), ("be finite", failing))
    assert seen == [1, 2, 1]
    assert text.splitlines() == [
        "wrong loses points in the hidden tests.",
        "  ✗ must be even",
        "  ✓ must be odd",
        "  ✗ must be finite",
    ]


def test_silence_when_all_hold(capsys):
    run(wrong, ("be right", holds), ("stay right", holds))
    assert capsys.readouterr().out == ""


def spell(secret):
    """An exception whose class is named after its argument, as a curious learner might write."""
    raise type(f"It_was_{secret:.0f}", (Exception,), {})(secret)


def named_after(secret):
    scope = {}
    exec(f"def it_was_{secret:.0f}():\n    raise NotImplementedError", scope)
    return scope[f"it_was_{secret:.0f}"]()


@pytest.mark.parametrize(
    "test",
    [
        fails,
        lambda: np.zeros(2).reshape(int(SECRET)),
        lambda: {}[SECRET],
        lambda: spell(SECRET),
        lambda: named_after(SECRET),
        lambda: torch.zeros(int(SECRET)).reshape(2),
    ],
    ids=["assertion", "NumPy", "KeyError", "a class of the learner's", "a stub of the learner's", "torch"],
)
def test_the_message_holds_neither_input_nor_expected_value(test):
    for properties in ([("be right", test)], [("be right", test), ("be good", holds)]):
        with pytest.raises(HiddenTestFailed) as caught:
            run(wrong, *properties)
        assert "271828" not in str(caught.value) and "271828" not in "".join(caught.value._render_traceback_())


@pytest.mark.parametrize(
    "error, name",
    [
        (ValueError("x"), "ValueError was raised"),
        (ZeroDivisionError(), "ZeroDivisionError was raised"),
        (FloatingPointError("overflow"), "FloatingPointError was raised"),
        (np.linalg.LinAlgError("x"), "LinAlgError was raised"),
        (np.exceptions.AxisError("x"), "AxisError was raised"),
        (type("ValueError", (Exception,), {})(), "an exception was raised"),
        (type("Mine", (Exception,), {})(), "an exception was raised"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_known_exceptions_are_named(error, name):
    def test():
        raise error

    assert f"✗ must work ({name})" in said(wrong, ("work", test))


def stub(z):
    raise NotImplementedError


def leaning(z):
    return stub(z)


def test_not_written_yet():
    for function in (stub, leaning):
        text = said(function, ("be right", lambda: function(1)), ("be good", lambda: function(2)))
        assert text.startswith(f"{function.__name__} is not written yet") and "must" not in text


def test_a_stub_that_is_used_in_one_branch_only():
    text = said(wrong, ("be right", holds), ("be good", lambda: stub(1)), ("be fine", fails))
    assert "✓ must be right" in text and "✗ must be good (not written yet)" in text and "✗ must be fine\n" not in text.rstrip("\n")[:-1]


def test_an_error_between_the_properties_counts():
    with pytest.raises(HiddenTestFailed, match=r"✓ must be right\n  ✗ must run to the end of its tests \(KeyError was raised\)"):
        with checks.hidden(wrong) as must:
            with must("be right"):
                holds()
            {}["steps"]
            with must("be good"):
                holds()


def test_an_empty_block_fails():
    with pytest.raises(HiddenTestFailed, match="no hidden test ran; please tell your instructor"):
        with checks.hidden(wrong):
            pass


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_an_interrupt_passes_through(stop):
    def test():
        raise stop

    with pytest.raises(stop):
        run(wrong, ("be right", test), ("be good", fails))
    with pytest.raises(stop):
        with checks.hidden(wrong):
            raise stop


# --- the helpers of hidden tests


def test_keeps():
    assert checks.keeps(np.exp, np.ones(2))
    assert not checks.keeps(lambda z: np.exp(z, out=z), np.ones(2))
    assert not checks.keeps(lambda z: z.requires_grad_(), torch.ones(2))
    assert not checks.keeps(lambda z, out: out.append(z), 1, out=[])


def test_quiet():
    assert checks.quiet(np.exp, np.array([-1000.0])) == 0  # underflow is allowed
    assert checks.quiet(lambda z, k: z * k, 2, k=3) == 6
    for loud in (lambda: np.exp(np.array([1000.0])), lambda: np.array([1.0]) / 0, lambda: np.array([0.0]) / 0):
        with pytest.raises(FloatingPointError):
            checks.quiet(loud)
    with pytest.raises(UserWarning):
        checks.quiet(lambda: warnings.warn("careful", stacklevel=1))
    before = np.geterr()
    checks.quiet(abs, -1)
    assert np.geterr() == before
