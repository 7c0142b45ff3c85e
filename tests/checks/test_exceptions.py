"""What usually raises an exception: every entry is reached by an exception that NumPy, torch or Python really raises."""

import math

import numpy as np
import pytest
import torch

from course.checks.exceptions import RAISED, describe, of_exception, own_frame, unwritten

labels = torch.nn.functional
ones = torch.ones(2, requires_grad=True)
number = 3.0
whole = np.array([1, 0])


def for_ever():
    return for_ever()


def too_early():
    for total in []:
        pass
    return total


def in_place():
    weights = torch.ones(2, requires_grad=True)
    weights += 1


def twice():
    loss = (ones**2).sum()
    loss.backward()
    loss.backward()


class Unprepared(torch.nn.Module):
    def __init__(self):
        self.linear = torch.nn.Linear(2, 1)


def read_only():
    a = np.zeros(2)
    a.flags.writeable = False
    a[0] = 1


def assign():
    number[0] = 1


def moved():
    raise RuntimeError("Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!")


def undefined():
    return undefined_name  # noqa: F821


# Each learner's error, and a part of the cause that must be named for it.
ERRORS = [
    (lambda: np.zeros((2, 3)) + np.zeros(2), "Two shapes do not fit"),
    (lambda: torch.zeros(2, 3) + torch.zeros(2), "Two shapes do not fit"),
    (lambda: torch.zeros(2, 3) @ torch.zeros(2, 3), "inner sizes"),
    (lambda: np.zeros((2, 3)) @ np.zeros((2, 3)), "inner sizes"),
    (lambda: np.zeros((2, 3)).dot(np.zeros(2)), "inner sizes"),
    (lambda: labels.binary_cross_entropy_with_logits(torch.zeros(2), torch.zeros(2, 1)), "(n, 1) and (n,)"),
    (lambda: np.zeros(3).reshape(2, 2), "reshape keeps"),
    (lambda: torch.zeros(3).view(2, 2), "reshape keeps"),
    (lambda: np.array([[1, 2], [3]]), "different lengths"),
    (lambda: max(0, np.zeros(2)), "np.maximum"),
    (lambda: bool(np.zeros(0)), "np.maximum"),
    (lambda: max(0, torch.zeros(2)), "torch.clamp"),
    (lambda: math.exp(torch.zeros(2)), "torch's functions on the whole"),
    (lambda: torch.zeros(2).item(), "torch's functions on the whole"),
    (lambda: math.exp(np.zeros(2)), "NumPy's functions take arrays"),
    (lambda: np.max(0, np.zeros(2)), "takes z for the axis"),
    (lambda: torch.maximum(torch.zeros(2), 0), "torch.zeros_like"),
    (lambda: torch.exp(0.5), "torch.tensor(...) makes"),
    (lambda: torch.exp(np.zeros(2)), "NumPy's functions for NumPy's data"),
    (lambda: torch.tensor(np.array([None])), "given a NumPy array"),
    (lambda: torch.from_numpy([1]), "torch.tensor takes lists"),
    (lambda: np.exp(ones), "autograd watches"),
    (lambda: np.zeros(2, dtype=torch.float32), "torch dtype"),
    (lambda: np.zeros(2, 3), "one argument, a tuple"),
    (lambda: [1, 2][: 2 / 1], "round(...)"),
    (lambda: np.zeros((2, 2))[0.0, 1.0], "whole numbers"),
    (lambda: torch.bincount(torch.zeros(2)), "whole numbers"),
    (lambda: torch.cat([torch.zeros(2), torch.tensor(1.0)]), "reshape(1)"),
    (lambda: np.vstack([np.zeros((2, 2)), np.zeros((1, 1, 2))]), "numbers of axes"),
    (lambda: [i for i in 3], "in range(steps)"),
    (lambda: torch.zeros(2) / torch.zeros(2).size, "without its parentheses"),
    (lambda: 0.1 * {"W": 1.0}, "A dict does no arithmetic"),
    (lambda: (1, 2) - (1, 2), "f(...)[1]"),
    (lambda: {"W": 1.0} - 1, "A dict does no arithmetic"),
    (lambda: torch.zeros(2, 2).std(axis=0, ddof=0), "dim and correction"),
    (lambda: setattr(torch.nn.Linear(1, 1), "weight", torch.zeros(1, 1)), "torch.nn.Parameter"),
    (lambda: torch.tensor(0, requires_grad=True), "write 0.0"),
    (lambda: math.exp(1000), "np.exp gives infinity"),
    (lambda: 2.0**5000, "np.exp gives infinity"),
    (lambda: np.zeros(2) ^ 2, "no power"),
    (lambda: torch.zeros(2) ^ 2, "no power"),
    (lambda: 1.5 ^ 2, "no power"),
    (lambda: (torch.zeros(2) == 0).mean(), "floating-point numbers"),
    (lambda: ones.exp().backward(), "a.sum().backward()"),
    (lambda: torch.zeros(2).sum().backward(), "cut it off"),
    (in_place, "torch.no_grad()"),
    (twice, "backward() ran twice"),
    (lambda: (lambda: 0)(1), "parameters in the `def` line"),
    (lambda: (lambda x: 0)(), "parameters in the `def` line"),
    (lambda: (lambda x: 0)(y=1), "was renamed"),
    (undefined, "misspelt"),
    (too_early, "before it has a value"),
    (lambda: None + 1, "lacks its `return`"),
    (assign, "plain number"),
    (lambda: np.array(3.0)[0], "has no elements"),
    (lambda: torch.tensor(3.0)[0], "has no elements"),
    (lambda: len(np.array(3.0)), "has no elements"),
    (lambda: list(np.array(3.0)), "has no elements"),
    (lambda: number[0], "has no elements to take"),
    (read_only, "writes into its argument"),
    (lambda: (3).shape, "np.asarray"),
    (lambda: (3.0).copy(), "np.asarray"),
    (for_ever, "without an end"),
    (lambda: [1][3], "beyond its end"),
    (lambda: np.zeros(2)[5], "size - 1"),
    (lambda: np.sum(np.zeros((2, 2)), axis=3), "no such axis"),
    (lambda: torch.sum(torch.zeros(2, 2), dim=3), "no such axis"),
    (lambda: number(1), "overwritten"),
    (moved, "on the GPU"),
    (lambda: torch.mm(torch.zeros(2, 2), torch.zeros(2, 2).double()), "different dtypes"),
    (lambda: torch.bmm(torch.zeros(1, 2, 2), torch.zeros(1, 2, 2).double()), "different dtypes"),
    (lambda: labels.cross_entropy(torch.zeros(2, 2), torch.zeros(2)), "whole numbers"),
    (lambda: labels.one_hot(torch.zeros(2)), "whole numbers"),
    (lambda: np.zeros(2)[np.zeros(2)], "whole numbers"),
    (lambda: [1, 2] - 1, "does no arithmetic"),
    (lambda: 1 - [1, 2], "does no arithmetic"),
    (lambda: -[1.0], "does no arithmetic"),
    (lambda: [1, 2] * 1.5, "does no arithmetic"),
    (lambda: torch.zeros(2).astype(float), "tensor has other methods"),
    (lambda: np.zeros(2).numel(), "array has other methods"),
    (lambda: np.zero(3), "no such name"),
    (lambda: torch.maximun(0, 1), "no such name"),
    (lambda: np.linalg.inv(np.zeros((2, 2))), "no inverse"),
    (lambda: 1 / 0, "divided by 0"),
    (lambda: (1.0 >= 0).astype(int), "turns the argument into an array"),
    (lambda: np.add(whole, 0.5, out=whole), "makes a new array"),
    (lambda: torch.arange(6).reshape(2, 3).T.view(-1), "`view` never copies"),
    (lambda: torch.ones(2) @ torch.ones(3), "different lengths"),
    (lambda: torch.ones(2, 3) @ torch.ones(2), "as many columns as the vector"),
    (lambda: torch.ones(2) @ torch.ones(2, dtype=torch.float64), "different dtypes"),
    (lambda: torch.tensor([[1, 2]]).std(dim=0), "no spread of integers"),
    (lambda: np.zeros(2, dtype=np.uint8) + 300, "wider type"),
    (lambda: np.linalg.inv(np.ones((3, 2))), "Only a square matrix"),
    (lambda: torch.linalg.inv(torch.ones(3, 2)), "Only a square matrix"),
    (Unprepared, "super().__init__()"),
    (lambda: torch.optim.SGD([], lr=0.1), "has no parameters"),
    (lambda: sorted(1.0), "(u,) needs its comma"),
    (lambda: np.ones((2, 2)) @ np.ones(2) + torch.tensor(0.5), "met a NumPy array in one line"),
    (lambda: torch.ones(2, 2) - torch.ones(2, 2).max(dim=1), "a pair: the values"),
    (lambda: np.zeros((10**6, 10**6, 10**3)), "No machine has so much memory"),
    (lambda: torch.nn.functional.binary_cross_entropy(torch.tensor([0.5]), torch.tensor([1])), "different dtypes"),
    (lambda: exec("n, h, w = np.zeros((1, 2, 3, 4)).shape", {"np": np}), "more or fewer axes"),
]


def raised_by(function) -> Exception:
    with pytest.raises(Exception) as caught:
        function()
    return caught.value


@pytest.mark.parametrize("function, part", ERRORS, ids=[part for _, part in ERRORS])
@pytest.mark.filterwarnings("ignore")
def test_a_real_error_gets_its_cause(function, part):
    error = raised_by(function)
    assert part in (of_exception(error) or "no cause"), error


@pytest.mark.filterwarnings("ignore")
def test_every_entry_is_reached():
    texts = [str(raised_by(function)) for function, _ in ERRORS]
    first = {next((sign for sign, _ in RAISED if sign in text), None) for text in texts}
    assert {sign for sign, _ in RAISED} <= first


def test_an_unknown_error_has_no_cause():
    assert of_exception(RuntimeError("something never seen before")) is None


def test_the_line_is_the_learners_also_when_a_library_raised():
    def mine():
        return np.linalg.inv(np.zeros((2, 2)))

    error = raised_by(mine)
    assert own_frame(error).name == "mine"
    text = describe(error)
    assert text.startswith("LinAlgError: Singular matrix\nline ") and text.endswith("in mine: return np.linalg.inv(np.zeros((2, 2)))")


def test_an_error_without_text_shows_its_name_alone():
    def mine():
        assert 1 == 2

    assert describe(AssertionError()) == "AssertionError"
    error = raised_by(lambda: exec(compile("def f(): raise ValueError\nf()", "<a cell>", "exec")))
    assert describe(error).splitlines()[0] == "ValueError"


def stub():
    raise NotImplementedError


def calls_stub():
    return 1 + stub()


def test_the_function_that_is_not_written_is_named():
    assert unwritten(raised_by(stub)) == "stub"
    assert unwritten(raised_by(calls_stub)) == "stub"


def test_torch_may_raise_the_same_exception():
    error = raised_by(lambda: torch.zeros(2) ^ 2)
    assert isinstance(error, NotImplementedError) and unwritten(error) is None
    assert unwritten(ValueError()) is None and unwritten(None) is None
