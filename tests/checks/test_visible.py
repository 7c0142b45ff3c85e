"""Visible checks: what passes, and what a learner reads when something does not."""

import numpy as np
import pytest
import torch

from course import checks
from course.checks import CheckFailed

A, T = np.array, torch.tensor


def said(run) -> str:
    with pytest.raises(CheckFailed) as caught:
        run()
    return str(caught.value)


def parts(run) -> dict[str, str]:
    """The message as label -> text, its lines joined."""
    found, label = {}, None
    for line in said(run).splitlines():
        if line[:14].strip():
            label = line[:14].strip()
        found[label] = f"{found[label]} {line.strip()}" if label in found else line[14:].strip()
    return found


def double(z):
    return 2 * z


def check(function, reread="3 · A section"):
    return checks.of(function, reread)


def test_what_is_right_passes_and_says_no_more_than_that(capsys):
    checking = check(double)
    checking(A([1.0, 2.0])).gives(A([2.0, 4.0])).has_shape(2).has_dtype(np.float64).is_a(np.ndarray)
    checking(3).gives(6)
    checking(T([1.0])).gives(T([2.0])).has_shape(1).has_dtype(torch.float32).is_a(torch.Tensor)
    checking(2.0).has_shape().is_a(float)
    checking.passed()
    assert capsys.readouterr().out == "double: all visible checks pass.\n"


def test_the_message_has_its_parts_in_order():
    text = said(lambda: check(double)(A([1.0])).gives(A([-2.0])))
    assert text.splitlines() == [
        "called        double(array([1.]))",
        "got           array([2.])",
        "expected      array([-2.])",
        "likely cause  Every value has the opposite sign.",
        "reread        3 · A section",
    ]


def test_a_long_cause_is_wrapped_and_an_array_is_not():
    lines = said(lambda: check(double)(np.eye(2)).gives(np.ones((2, 2)), because="word " * 40)).splitlines()
    got = next(k for k, line in enumerate(lines) if line.startswith("got"))
    assert lines[got : got + 2] == ["got           array([[2., 0.],", "                     [0., 2.]])"]
    assert len(lines) > 8 and all(len(line) <= 92 for line in lines)


def test_nothing_checked_is_the_authors_fault():
    with pytest.raises(ValueError, match="nothing was checked"):
        check(double).passed()


# --- the function itself


def unwritten(z):
    raise NotImplementedError


def needs_unwritten(z):
    return unwritten(z) + 1


def test_not_written_yet():
    found = parts(lambda: check(unwritten)(1.0).gives(2.0))
    assert found["got"] == "NotImplementedError" and found["likely cause"].startswith("unwritten is not written yet.")


def test_the_inner_function_that_is_not_written_is_named():
    found = parts(lambda: check(needs_unwritten)(1.0).gives(2.0))
    assert found["likely cause"].startswith("unwritten, which needs_unwritten calls, is not written yet.")


def test_not_implemented_by_a_library_is_an_ordinary_error():
    found = parts(lambda: check(lambda z: z ^ 2)(torch.zeros(2)).gives(torch.zeros(2)))
    assert "not implemented for" in found["got"] and "no power" in found["likely cause"]


def test_a_name_that_holds_no_function():
    found = parts(lambda: check(3.0))
    assert found["got"] == "a number: 3.0" and found["expected"] == "a function" and "Restart the kernel" in found["likely cause"]


def test_an_exception_shows_the_line_and_its_cause():
    def wrong(z):
        return max(0, z)

    found = parts(lambda: check(wrong)(A([1.0, 2.0])).gives(1.0))
    assert found["got"].startswith("ValueError: The truth value of an array")
    assert found["got"].endswith("in wrong: return max(0, z)") and "np.maximum" in found["likely cause"]
    assert found["expected"] == "a value, and no exception"


def test_an_exception_without_a_known_cause_gets_the_authors():
    def wrong(z):
        raise KeyError("odd")

    assert parts(lambda: check(wrong)(1).gives(1, because="Even numbers only."))["likely cause"] == "Even numbers only."
    assert "likely cause" not in parts(lambda: check(wrong)(1).value)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_passes_through(stop):
    def stopped(z):
        raise stop

    with pytest.raises(stop):
        check(stopped)(1.0)


# --- arguments


def test_the_function_works_on_copies():
    z = A([1.0])
    check(double)(z).gives(A([2.0]))
    checking = check(lambda x: x.append(1) or x)
    mine = []
    checking.inout(mine).gives([1])
    assert mine == []


CHANGES = [
    (lambda z: np.exp(z, out=z), A([1.0]), "array([2.718282])"),
    (lambda z: z.mul_(2), T([1.0]), "tensor([2.])"),
    (lambda z: z.pop(), [1, 2], "[1]"),
    (lambda z: z[1][0].__setitem__(0, 5.0), [1, (A([1.0]), 2)], "[1, (array([5.]), 2)]"),
    (lambda z: z.update(a=2), {"a": 1}, "{'a': 2}"),
]


@pytest.mark.parametrize("function, argument, afterwards", CHANGES, ids=[text for *_, text in CHANGES])
def test_a_changed_argument_fails_before_its_value_is_judged(function, argument, afterwards):
    found = parts(lambda: check(function)(argument).gives("whatever"))
    assert found["got"] == f"the argument afterwards is {afterwards}"
    assert found["expected"].startswith("the argument is left as it was: ") and "writes into its argument" in found["likely cause"]
    check(function).inout(argument)


def test_a_changed_keyword_argument_counts():
    def f(z, out):
        out[0] = z

    assert "afterwards" in said(lambda: check(f)(1.0, out=A([0.0])))
    assert check(f).inout(1.0, out=A([0.0])).arguments[1] == A([1.0])


def test_a_tensor_that_is_watched_afterwards():
    def f(z):
        z.requires_grad_()
        (z * 2).sum().backward()
        return z.grad

    found = parts(lambda: check(f)(T([1.0])))
    assert "requires a gradient" in found["got"] and "z.detach().clone()" in found["likely cause"]
    found = parts(lambda: check(lambda params: params["w"].requires_grad_())({"w": T([1.0])}))
    assert "requires a gradient" in found["got"]


# --- what is asked of a value


def test_values_and_mistakes():
    run = check(double)(A([1.0, 3.0]))
    assert parts(lambda: run.gives(A([1.0, 4.0]), mistakes={"Doubled.": A([2.0, 6.0])}))["likely cause"] == "Doubled."
    assert parts(lambda: run.gives(A([1.0, 4.0]), because="Look again."))["likely cause"] == "Look again."
    run.gives(A([2.0, 6.1]), atol=0.2).gives(A([2.0, 6.1]), rtol=0.1)


def test_shape():
    run = check(double)(np.ones((2, 3)))
    found = parts(lambda: run.has_shape(3, 2))
    assert (found["got"], found["expected"]) == ("shape (2, 3)", "shape (3, 2)") and "transposed" in found["likely cause"]
    assert parts(lambda: check(lambda z: [z])(1).has_shape(1))["got"] == "a list: [1]"
    assert "no `return`" in parts(lambda: check(lambda z: None)(1).has_shape(1))["likely cause"]


def test_dtype():
    run = check(double)(T([1.0]))
    found = parts(lambda: run.has_dtype(torch.float64))
    assert (found["got"], found["expected"]) == ("dtype torch.float32", "dtype torch.float64")
    assert "no `return`" in parts(lambda: check(lambda z: None)(1).has_dtype(float))["likely cause"]


def test_type():
    assert parts(lambda: check(double)(1).is_a(float)) | {"reread": ""} == {
        "called": "double(1)", "got": "a number: 2", "expected": "a float", "reread": "",
    }
    assert "`.item()`" in parts(lambda: check(double)(T(1.0)).is_a(float))["likely cause"]
    assert "int(...)" in parts(lambda: check(double)(np.int64(1)).is_a(int))["likely cause"]
    assert "no `return`" in parts(lambda: check(lambda z: None)(1).is_a(float))["likely cause"]
    assert "stay in NumPy" in parts(lambda: check(double)(T([1.0])).is_a(np.ndarray))["likely cause"]
    assert "stay in PyTorch" in parts(lambda: check(double)(A([1.0])).is_a(torch.Tensor))["likely cause"]
    assert parts(lambda: check(double)(1).is_a(ValueError))["expected"] == "a ValueError"


def test_refusals():
    def positive(n):
        if n < 0:
            raise ValueError("n")
        return n

    check(positive)(-1).raises(ValueError)
    found = parts(lambda: check(positive)(1).raises(ValueError, because="It must refuse."))
    assert found["got"] == "the value 1" and found["expected"] == "ValueError is raised" and found["likely cause"] == "It must refuse."
    assert parts(lambda: check(positive)(-1).raises(KeyError))["got"].startswith("ValueError: n")


def test_value_hands_the_result_over():
    assert check(double)(2).value == 4


def test_any_other_condition():
    checking = check(double)
    checking.that(True, "nothing")
    found = parts(lambda: checking.that(False, "the order", got=[1, 2], expected="1 first", because="Sort."))
    assert found == {"called": "the order", "got": "[1, 2]", "expected": "1 first", "likely cause": "Sort.", "reread": "3 · A section"}


# --- quietly, gradient, derivation


def test_quietly():
    def loud(z):
        return np.exp(z) / (1 + np.exp(z))

    check(double).quietly(A([1.0])).gives(A([2.0]))
    found = parts(lambda: check(loud).quietly(A([1000.0])))
    assert found["got"].startswith("FloatingPointError: overflow encountered in exp") and "np.exp sees" in found["likely cause"]
    assert "RuntimeWarning: Mean of empty" in said(lambda: check(np.mean).quietly(A([])))
    assert "KeyError" in said(lambda: check(lambda z: {}[z]).quietly(1).gives(1))


def test_gradient():
    check(torch.tanh).gradient(T([0.0, 0.0])).gives(T([1.0, 1.0]))
    check(torch.tanh).gradient(T([0.0], requires_grad=True)).gives(T([1.0]))
    found = parts(lambda: check(lambda z: z.detach() * 2).gradient(T([1.0])))
    assert found["called"] == "the gradient of <lambda>(tensor([1.]))"
    assert "no gradient flows" in found["got"] and "cut it off" in found["likely cause"]
    assert "no `return`" in parts(lambda: check(lambda z: None).gradient(T([1.0])))["likely cause"]
    assert "NumPy function" in parts(lambda: check(lambda z: np.exp(z)).gradient(T([1.0])))["likely cause"]
    assert "array" in parts(lambda: check(lambda z: z.detach().numpy()).gradient(T([1.0])))["got"]


def test_derivation():
    task = {"start": "x + x", "names": {"x": "x"}, "at_least": 1}
    check(lambda: ["2*x"]).derivation(["2*x"], **task)
    steps = lambda: ["3*x"]  # noqa: E731
    assert parts(lambda: check(steps).derivation(check(steps)(), **task))["called"] == "step 1: 3*x"
    unquoted = lambda: [x]  # noqa: E731, F821
    assert "outside quotes" in parts(lambda: check(unquoted).derivation(check(unquoted)(), **task))["likely cause"]
    raising = lambda: [1 / 0]  # noqa: E731
    assert "divided by 0" in parts(lambda: check(raising).derivation(check(raising)(), **task))["likely cause"]
