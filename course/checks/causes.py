"""The likely cause of a difference or an exception, in one sentence, or None when nothing fits."""

import numpy as np

from course.checks.ladder import Difference, first_difference
from course.checks.values import is_array, is_scalar, is_tensor, to_numpy

# (what the exception's text holds, what usually causes it)
RAISED = (
    ("could not be broadcast", "Two shapes do not fit together. Print both shapes just before that line."),
    ("must match the size of tensor", "Two shapes do not fit together. Print both shapes just before that line."),
    ("mat1 and mat2 shapes cannot be multiplied", "The inner sizes of a matrix product differ: (n, d) @ (d, k) is allowed."),
    ("mismatch in its core dimension", "The inner sizes of a matrix product differ: (n, d) @ (d, k) is allowed."),
    ("truth value of an array", "`if` and the built-in `max` need one truth value, not an array of them. Use np.where or np.maximum."),
    ("truth value of more than one", "`if` and the built-in `max` need one truth value, not an array of them. Use np.where or np.maximum."),
    ("Boolean value of Tensor", "`if` and the built-in `max` need one truth value, not a tensor of them. Use torch.where or torch.clamp."),
    ("can be converted to Python scalars", "A function of `math` was given an array. `math` takes one number; NumPy's functions take arrays."),
    ("can be converted to a Python scalar", "A function of `math` was given an array or tensor. `math` takes one number; np.exp and torch.exp take many."),
    ("a Tensor with", "One number was asked of a tensor that holds several. `math` and `float` take one number; torch's functions take many."),
    ("must be Tensor, not", "A torch function was given something else. Use NumPy's function for NumPy's data."),
    ("can't convert np.ndarray", "A torch function was given a NumPy array."),
    ("Can't call numpy() on Tensor that requires grad", "This tensor is part of a graph. Cut it off first: t.detach().numpy()."),
    ("Cannot interpret", "A NumPy function was given a torch tensor, or a torch dtype."),
    ("math range error", "`math.exp` raises for large numbers, where np.exp gives infinity."),
    ("Numerical result out of range", "`math.exp` raises for large numbers, where np.exp gives infinity."),
    ("takes 0 positional", "The parameters in the `def` line were changed. The checks call the function with those of the stub."),
    ("positional argument", "The parameters in the `def` line were changed, or another function is called with the wrong ones."),
    ("unexpected keyword", "A parameter in the `def` line was renamed. The checks use the stub's names."),
    ("is not defined", "A name is misspelt, or the cell that defines it was not run."),
    ("NoneType", "A function that is used here gave None: it lacks its `return`."),
    ("does not support item assignment", "The argument may be a plain number, which has no elements to assign to."),
    ("0-dimensional", "The argument may be a plain number, which has no elements. Make the code work for it too."),
    ("assignment destination is read-only", "The code writes into its argument. Make a new array."),
    ("'int' object has no attribute", "The argument may be a plain Python number. np.asarray turns anything into an array."),
    ("'float' object has no attribute", "The argument may be a plain Python number. np.asarray turns anything into an array."),
    ("a leaf Variable that requires grad", "A leaf is changed in place while autograd watches. Do it under torch.no_grad()."),
    ("second time", "backward() ran twice over one graph. Run the forward pass again before the second one."),
    ("maximum recursion depth", "The function calls itself without an end, or once for each of very many nodes."),
    ("index out of range", "A list is read beyond its end. Indices run from 0 to length - 1."),
    ("is out of bounds", "An array is read beyond its end. Indices run from 0 to size - 1."),
    ("view size is not compatible", "`view` never copies, and these numbers do not lie in reading order. `reshape` copies when it has to."),
    ("cannot reshape array of size", "reshape keeps every number: the sizes of the new shape must multiply to the same count."),
    ("is invalid for input of size", "reshape keeps every number: the sizes of the new shape must multiply to the same count."),
    ("inconsistent tensor size", "The two vectors have different lengths. Print both shapes just before that line."),
    ("size mismatch, got input", "The matrix has as many columns as the vector must have numbers. Is the order right, or was something transposed?"),
    ("the same dtype", "Tensors of two dtypes met, such as float32 and float64. Make your own tensors with dtype=x.dtype."),
    ("have same dtype", "Tensors of two dtypes met, such as float32 and float64. Make your own tensors with dtype=x.dtype."),
    ("could not infer output dtype", "PyTorch takes no mean of integers or truth values. Make floats of them first: t.float()."),
    ("std and var only support floating point", "PyTorch takes no spread of integers. Make floats of them first: t.float()."),
    ("out of bounds for", "A small integer type, such as uint8 with 0 to 255, cannot hold this number. Change to a wider type before computing."),
    ("Singular matrix", "This matrix has no inverse: one column is a mixture of the others, or the rows are fewer than the columns."),
    ("must be square", "Only a square matrix has an inverse. For more rows than columns, use least squares."),
    ("batches of square matrices", "Only a square matrix has an inverse. For more rows than columns, use least squares."),
    ("values to unpack", "The number of names on the left differs from the number of values. An array may have more or fewer axes than you expect."),
    ("object is not callable", "A name that held a function was overwritten with a value in some cell. Restart the kernel and run again."),
)


def of_exception(error: BaseException) -> str | None:
    """What usually raises this."""
    text = str(error)
    return next((cause for sign, cause in RAISED if sign in text), None)


def of_difference(difference: Difference, mistakes: dict, rtol: float, atol: float) -> str | None:
    """What usually gives this difference; the exercise's own mistakes come first."""
    got, expected = difference.got_value, difference.expected_value
    for cause, wrong in mistakes.items():
        if first_difference(got, wrong, rtol, atol) is None:
            return cause
    find = {"type": _type, "length": _length, "shape": _shape, "dtype": _dtype, "values": _values}
    if difference.rung == "nan":
        return "Somewhere 0/0, inf - inf, inf/inf or 0*inf was computed, or the log of a negative number."
    if difference.rung == "infinity":
        return "A number grew beyond the largest float (overflow), or something was divided by 0, or log(0) was taken."
    return find[difference.rung](got, expected)


def _type(got, expected):
    if got is None:
        return "The function has no `return`, or one of its branches has none. print shows a value; return hands it back."
    if is_tensor(got) and not is_tensor(expected):
        return "The NumPy half must stay in NumPy: a torch function or torch.tensor(...) slipped in."
    if is_tensor(expected) and (is_array(got) or isinstance(got, np.generic)):
        return "The PyTorch half must stay in PyTorch: a NumPy function slipped in, which also cuts the gradient off."
    if is_tensor(expected) and is_scalar(got):
        return "A tensor became a plain number, by .item(), float(...) or a function of `math`."
    if isinstance(got, (list, tuple)) and (is_array(expected) or is_tensor(expected)):
        return "The result is built as a list. Compute on the whole array, or turn the list into an array at the end."
    if is_scalar(got) and (is_array(expected) or is_tensor(expected)):
        return "The whole array was reduced to one number."
    if callable(got):
        return "The function itself came back, not its value: parentheses are missing."
    return None


def _length(got, expected):
    return "The function returns more or fewer values than its docstring lists."


def _shape(got, expected):
    mine, theirs = tuple(np.shape(to_numpy(got))), tuple(np.shape(to_numpy(expected)))
    if mine == theirs[::-1]:
        return "Rows and columns are exchanged (transposed)."
    if mine == ():
        return "The whole array was reduced to one number: an axis is missing."
    if len(theirs) == 1 and mine == theirs * 2:
        return "A column (n, 1) met a row (n,), and broadcasting made a square of them. Bring both to the same shape first."
    if np.prod(mine) == np.prod(theirs):
        if len(mine) == len(theirs) + 1:
            return "There is one axis of size 1 too many."
        if len(mine) + 1 == len(theirs):
            return "An axis of size 1 got lost: keepdims=True (keepdim=True in torch) keeps it."
        return "The values are as many as expected, in another arrangement: look at reshape and transpose."
    if theirs == ():
        return "One number is expected: nothing was summed up yet."
    if len(mine) == len(theirs) - 1:
        return "One axis too many was reduced, or a slice was taken where the whole was meant."
    return None


def _dtype(got, expected):
    kinds = to_numpy(got).dtype.kind, to_numpy(expected).dtype.kind
    if kinds[0] in "iu" and kinds[1] == "f":
        return "The result keeps the integer type of the input, which cuts fractions off. Start from a floating-point array."
    if kinds == ("b", "f") or kinds == ("b", "i"):
        return "A comparison gives True and False. Turn it into numbers, for example with .astype(float) or torch's .to(x.dtype)."
    if kinds[0] == "f" and kinds[1] in "iu":
        return "Whole numbers are expected, such as counts, labels or indices."
    if is_tensor(got) and kinds == ("f", "f"):
        return "The result does not keep the dtype of its input: something in between was made with another one."
    if kinds[0] == "O":
        return "The array holds Python objects. It was built from a ragged list or from something that is no number."
    return None


def _values(got, expected):
    if not all(is_array(v) or is_tensor(v) or is_scalar(v) for v in (got, expected)):
        return None
    mine, theirs = (np.asarray(to_numpy(v)) for v in (got, expected))
    if mine.dtype.kind == "b" or theirs.dtype.kind == "b":
        return "Every truth value is the opposite of the expected one." if np.array_equal(mine, ~theirs.astype(bool)) else None
    mine, theirs = mine.astype(float), theirs.astype(float)

    def close(a, b):
        return a.shape == b.shape and np.allclose(a, b, rtol=1e-4, atol=1e-7)

    with np.errstate(all="ignore"):
        if close(mine, -theirs):
            return "Every value has the opposite sign."
        if mine.ndim == 2 and close(mine, theirs.T):
            return "Rows and columns are exchanged (transposed)."
        if mine.ndim >= 1 and mine.size > 1 and close(mine, theirs[::-1]):
            return "The values are right and in reverse order."
        if close(mine, np.trunc(theirs)) or close(mine, np.round(theirs)):
            return "The fractions were cut off, as integer arithmetic and integer arrays do."
        if mine.size > 1:
            ratio = mine[theirs != 0] / theirs[theirs != 0]
            if ratio.size > 1 and close(ratio, np.full_like(ratio, ratio[0])) and close(mine, ratio[0] * theirs):
                return f"Every value is {ratio[0]:.4g} times what it should be: a factor is missing or there twice."
            if close(mine - theirs, np.full_like(mine, (mine - theirs).flat[0])):
                return f"Every value is off by the same {(mine - theirs).flat[0]:.4g}."
    return None
