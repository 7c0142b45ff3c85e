"""The likely cause of a difference, in one or two sentences, or None when nothing fits."""

import numpy as np

from course.checks.ladder import Difference, first_difference
from course.checks.values import is_array, is_scalar, is_tensor, to_numpy


def of_difference(difference: Difference, mistakes: dict, rtol: float, atol: float, whole=None, because=None) -> str | None:
    """What usually gives this difference.

    ``mistakes`` come first: sentences with the value that a misconception gives, held against the
    ``whole`` result, and against the part of it that differs. ``because`` is the author's sentence
    for this call; it knows more than the general causes of nan and infinity, and less than the rest.
    """
    got = difference.got_value if whole is None else whole
    # All of a result says more than a part of it, which two mistakes may share.
    for cause, wrong in mistakes.items():
        if first_difference(got, wrong, rtol, atol) is None:
            return cause
    for cause, wrong in mistakes.items():
        if _part_matches(difference, wrong, rtol, atol):
            return cause
    got, expected = difference.got_value, difference.expected_value
    if difference.rung == "nan":
        return because or "Somewhere 0/0, inf - inf, inf/inf or 0*inf was computed, or the log of a negative number."
    if difference.rung == "infinity":
        return because or "A number grew beyond the largest float (overflow), or something was divided by 0, or log(0) was taken."
    if difference.rung == "type":
        return of_type(got, expected) or because
    if difference.rung == "length" and isinstance(expected, tuple) and not difference.path:
        return f"The docstring lists {len(expected)} values: return all of them, with commas between."
    if difference.rung == "length" and isinstance(expected, dict):
        return "The names must be those of the docstring: all of them, and no others."
    if difference.rung == "length":
        return because or "The result has more or fewer values than the docstring lists."
    if difference.rung == "shape":
        shapes = (tuple(np.shape(to_numpy(value))) for value in (got, expected))
        return of_shape(*shapes) or because
    return (of_dtype(got, expected) if difference.rung == "dtype" else of_values(got, expected)) or because


def _part_matches(difference, wrong, rtol, atol) -> bool:
    """Whether the part that differs is that part of ``wrong``, or ``wrong`` itself."""
    part = wrong
    for key in difference.path:
        # An array is the part itself: its elements are not the values that the result lists.
        if isinstance(part, dict) and key in part or isinstance(part, (list, tuple)) and isinstance(key, int) and key < len(part):
            part = part[key]
    return first_difference(difference.got_value, part, rtol, atol) is None


def of_refusal(value, error, kind: str) -> str | None:
    """Why a call that tried to refuse its input did not raise an exception of this kind."""
    if isinstance(value, BaseException):
        return f"The exception was returned like a value. `raise` it: raise {kind}(...)."
    if isinstance(error, AssertionError):
        return f"A failing assert raises an AssertionError. Write an `if`, and below it raise {kind}(...) with a sentence."
    return None


def of_type(got, expected) -> str | None:
    """Why a value of another type came back."""
    if got is None:
        return "The function has no `return`, or one of its branches has none. print shows a value; return hands it back."
    if callable(got) and not is_tensor(got):
        return "The function itself came back, not its value: parentheses are missing."
    if is_tensor(got) and not is_tensor(expected):
        if is_scalar(expected):
            return "A tensor came back. `.item()` takes the plain number out of a tensor that holds one."
        return "The NumPy half must stay in NumPy: a torch function or torch.tensor(...) slipped in."
    if is_tensor(expected) and (is_array(got) or isinstance(got, np.generic)):
        return "The PyTorch half must stay in PyTorch: a NumPy function slipped in, which also cuts the gradient off."
    if is_tensor(expected) and is_scalar(got):
        return "A tensor became a plain number, by .item(), float(...) or a function of `math`."
    if is_tensor(expected) and hasattr(got, "indices"):
        return "torch.max and torch.min with an axis return a pair: the values, and where they stand. torch.clamp and torch.maximum work element by element."
    if isinstance(got, (list, tuple)) and (is_array(expected) or is_tensor(expected)):
        return "The result is a list or a tuple. Compute on the whole array, or make an array of the list at the end."
    if isinstance(expected, dict):
        return "A dict is asked for: {name: value, ...}, with just these keys."
    if is_array(got) and isinstance(expected, list):
        of = "arrays" if any(map(is_array, expected)) else "plain numbers"
        return f"An array came back. A list of {of} is asked for."
    if hasattr(got, "__next__") and isinstance(expected, (list, tuple)):
        return "A generator came back, of `yield` or of (... for ... in ...). Collect the values in a list."
    if isinstance(got, list) and isinstance(expected, tuple):
        return "A list came back. Values with commas between and no square brackets make a tuple."
    if isinstance(expected, list) and is_scalar(got):
        return f"One number came back. A list of {len(expected)} is asked for: collect them, with append for example."
    if isinstance(expected, (list, tuple)) and len(expected) > 1:
        return f"The docstring lists {len(expected)} values: return all of them, with commas between."
    if isinstance(expected, tuple) and is_array(got):
        return "Everything stands in one array. The docstring asks for a tuple: separate values, with commas between."
    if is_scalar(got) and (is_array(expected) or is_tensor(expected)):
        return "The whole array was reduced to one number."
    return None


def of_shape(mine: tuple, theirs: tuple) -> str | None:
    """Why the shape ``mine`` came back where ``theirs`` is expected."""
    def wide(shape):
        return [n for n in shape if n != 1]

    if theirs == ():
        return "One number is expected, and an array came back: nothing was summed up, or only along one axis."
    if mine == ():
        return "The whole array was reduced to one number."
    if mine == theirs[::-1]:
        return "Rows and columns are exchanged (transposed)."
    if len(theirs) == 1 and mine == theirs * 2:
        return "A column (n, 1) met a row (n,), and broadcasting made a square of them. Bring both to the same shape first."
    if wide(mine) == wide(theirs):
        if len(mine) > len(theirs):
            return "There is one axis of size 1 too many."
        if len(mine) < len(theirs):
            return "An axis of size 1 got lost: keepdims=True (keepdim=True in torch) keeps it."
    if np.prod(mine) == np.prod(theirs):
        return "The values are as many as expected, in another arrangement: look at reshape, flatten and transpose."
    if len(mine) == len(theirs) - 1:
        return "One axis too many was reduced, or a slice was taken where the whole was meant."
    if len(mine) > len(theirs):
        return "There is an axis too many: every element of one array met every element of another, as in an outer product."
    if len(mine) == len(theirs) and all(m <= t for m, t in zip(mine, theirs)):
        return "Some elements were left out. A mask such as z[z > 0] keeps a part only; np.where and torch.where keep the shape."
    return None


def of_dtype(got, expected) -> str | None:
    """Why the values have another dtype."""
    kinds = to_numpy(got).dtype.kind, to_numpy(expected).dtype.kind
    if kinds[0] in "iu" and kinds[1] == "f":
        return (
            "The result is made of whole numbers. Either it keeps the type of an integer input, which cuts fractions off, "
            "or it was built from numbers without a point: write 1.0, or begin with a floating-point array."
        )
    if kinds[0] == "b" and kinds[1] in "fiu":
        how = ".astype(float) or torch's .to(x.dtype)" if kinds[1] == "f" else ".astype(int), or .to(torch.int64) in torch"
        return f"A comparison gives True and False. Turn it into numbers, for example with {how}."
    if kinds[0] == "f" and kinds[1] in "iu":
        return "Whole numbers are expected, such as counts, labels, signs or indices: .astype(int), or .to(torch.int64) in torch."
    if kinds[0] in "iu" and kinds[1] in "iu":
        return "The whole numbers are of another size. torch.int64, which is also called torch.long, is torch's usual one."
    if is_tensor(got) and kinds == ("f", "f"):
        return "Something on the way was made with another floating-point dtype. The docstring says which one is asked for; where nothing is said, a result keeps the dtype of its input."
    if kinds[0] == "O":
        return "The array holds Python objects. It was built from a ragged list or from something that is no number."
    return None


def of_values(got, expected) -> str | None:
    """Which one change would turn the values into the expected ones."""
    try:
        mine, theirs = (np.asarray(to_numpy(value)) for value in (got, expected))
        if mine.dtype.kind == "b" and theirs.dtype.kind == "b":
            return "Every truth value is the opposite of the expected one." if (mine != theirs).all() else None
        mine, theirs = mine.astype(float), theirs.astype(float)
    except (TypeError, ValueError, OverflowError):
        return None  # not numbers, or too large for a float
    with np.errstate(all="ignore"):
        return _pattern(mine, theirs)


def _pattern(mine: np.ndarray, theirs: np.ndarray) -> str | None:
    def close(a, b):
        return a.shape == b.shape and np.allclose(a, b, rtol=1e-3, atol=1e-7)

    if close(mine, -theirs):
        return "Every value has the opposite sign."
    if mine.ndim == 2 and close(mine, theirs.T):
        return "Rows and columns are exchanged (transposed)."
    if mine.size > 2 and close(mine, theirs[::-1]):
        return "The values are right and in reverse order."
    cut = (np.abs(theirs) > 1) & (theirs != np.trunc(theirs))
    if cut.any() and close(mine, np.trunc(theirs)):
        return "The fractions were cut off, as integer arithmetic and integer arrays do."
    if mine.size < 2:
        return None  # two numbers always differ by some factor and by some amount
    filled = theirs != 0
    if filled.any() and close(mine[~filled], theirs[~filled]):
        factor = (mine[filled] / theirs[filled])[0]
        if np.isfinite(factor) and close(mine, factor * theirs) and _round(factor):
            return f"Every value is {factor:.4g} times what it should be: a factor is missing, or there twice."
    shift = (mine - theirs).flat[0]
    constant = (theirs == theirs.flat[0]).all()  # any constant is then off by "the same"
    if not constant and np.isfinite(shift) and close(mine - theirs, np.full_like(mine, shift)):
        return f"Every value is off by the same {shift:.4g}."
    return None


def _round(factor: float) -> bool:
    """Whether a factor is of the kind that gets lost: a whole number, or one over it."""
    size = max(abs(factor), 1 / abs(factor)) if factor else 0.0
    return 1.5 < size < 1e6 and abs(size - round(size)) < 1e-3 * size
