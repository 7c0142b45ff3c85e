"""What usually raises an exception, and where in the learner's own code it was raised."""

import linecache
import os
import sysconfig
import traceback

HERE = os.path.dirname(__file__)
LIBRARIES = (HERE, "<frozen ", *{sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")})

ONE_TRUTH = "`if`, `and` and the built-in `max` need one truth value, not {} of them. Use {}."
SHAPES = "Two shapes do not fit together. Print both shapes just before that line."
INNER = "The inner sizes of a matrix product differ: (n, d) @ (d, k) is allowed, and the order matters."
PLAIN = "The argument may be a plain Python number. np.asarray turns anything into an array."
EXP = "`math.exp` raises for large numbers, where np.exp gives infinity."
CARET = "^ is no power in Python: a square is written x**2."
NO_ELEMENTS = "The argument may be a plain number, which has no elements. Make the code work for it, too."
RESHAPE = "reshape keeps the number of elements: the sizes of the new shape, multiplied, must give that number."
NO_AXIS = "There is no such axis. The axes of an array with n axes are 0 to n - 1, and -1 is always the last one."
DTYPES = "Two tensors of different dtypes meet, such as float32 and float64. Bring them to one, with .to(x.dtype)."
WHOLE = "Class labels and indices are whole numbers: .to(torch.int64), or .astype(int) in NumPy."
LIST = "A list does no arithmetic. Make an array of it first: np.array(...), or torch.tensor(...)."
MEMORY = "No machine has so much memory. Compute with the shape of the array alone, or go through the data in pieces."
MISSPELT = "The library knows no such name: it is misspelt, or belongs to the other library."

# (what the exception's text holds, what usually causes it); the first that fits is taken
RAISED = (
    ("could not be broadcast", SHAPES),
    ("must match the size of tensor", SHAPES),
    ("mat1 and mat2 shapes cannot be multiplied", INNER),
    ("mismatch in its core dimension", INNER),
    ("not aligned", INNER),
    ("must be the same as input size", "Two shapes differ, such as (n, 1) and (n,). Bring both to the same one, with reshape or squeeze."),
    ("cannot reshape", RESHAPE),
    ("is invalid for input of size", RESHAPE),
    ("inhomogeneous shape", "The rows of this list have different lengths, so they make no array."),
    ("truth value of an array", ONE_TRUTH.format("an array", "np.where or np.maximum")),
    ("truth value of an empty array", ONE_TRUTH.format("an array", "np.where or np.maximum")),
    ("Boolean value of Tensor", ONE_TRUTH.format("a tensor", "torch.where or torch.clamp")),
    ("only one element tensors", "One number was asked of a tensor that holds several, by `math`, float(...) or torch.tensor([...]). Use torch's functions on the whole tensor."),
    ("a Tensor with", "One number was asked of a tensor that holds several, by `math`, float(...) or .item(). Use torch's functions on the whole tensor."),
    ("converted to Python scalars", "A function of `math`, or float(...), was given an array. They take one number; NumPy's functions take arrays."),
    ("converted to a scalar index", "An array stands where one whole number is asked for, such as an axis: np.max(0, z) takes z for the axis. np.maximum compares two things element by element."),
    ("must be Tensor, not int", "This torch function wants a tensor in each place: torch.zeros_like(z) for 0, for example. torch.clamp(z, min=0) takes plain numbers."),
    ("must be Tensor, not float", "This torch function wants a tensor, and was given a plain number: torch.tensor(...) makes a tensor of it."),
    ("must be Tensor, not", "A torch function was given something else. Use NumPy's functions for NumPy's data, and torch's for tensors."),
    ("can't convert np.ndarray", "A torch function was given a NumPy array."),
    ("Can't call numpy() on Tensor that requires grad", "A NumPy function was applied to a tensor that autograd watches. Stay in torch; where you only want to look, t.detach().numpy() cuts the graph off."),
    ("Concatenation operation is not implemented for NumPy arrays", "A tensor met a NumPy array in one line. Keep to one library: tensors in the PyTorch half."),
    ("Cannot interpret 'torch", "A NumPy function was given a torch dtype."),
    ("as a data type", "A second size was taken for the dtype. A shape of several sizes is one argument, a tuple: np.zeros((2, 3)). A torch dtype fits no NumPy function either."),
    ("math range error", EXP),
    ("Numerical result out of range", EXP),
    ("bitwise_xor", CARET),
    ("for ^:", CARET),
    ("could not infer output dtype", "torch.mean wants floating-point numbers: turn truth values or whole numbers into them first, with .double() or .float()."),
    ("implicitly created only for scalar outputs", "backward() starts from one number: take the sum of the outputs first, a.sum().backward()."),
    ("does not require grad and does not have a grad_fn", "The result does not hang on the input any more: .detach(), .item(), .numpy(), torch.no_grad() or torch.tensor(...) cut it off."),
    ("a leaf Variable that requires grad", "A leaf is changed in place while autograd watches. Do it under torch.no_grad()."),
    ("before Module.__init__() call", "The first line of __init__ must be super().__init__(): a module needs its own lists before it is given a part."),
    ("optimizer got an empty parameter list", "The module has no parameters: a plain tensor as an attribute is none. Use torch.nn.Linear or torch.nn.Parameter."),
    ("second time", "backward() ran twice over one graph. Run the forward pass again before the second one."),
    ("positional argument", "The parameters in the `def` line were changed, or another function is called with the wrong ones."),
    ("unexpected keyword", "A parameter in the `def` line was renamed (the checks use the stub's names), or a function is called with a name that belongs to the other library, such as axis for dim."),
    ("is not defined", "A name is misspelt, or the cell that defines it was not run."),
    ("not associated with a value", "A variable is used before it has a value. Give it one before the loop or the `if`. Or it bears the name of a function that is called here: name it differently."),
    ("Unable to allocate", MEMORY),
    ("torch.return_types", "torch.max and torch.min with a dim give a pair: the values, and where they stand. Take .values, or use amax and amin."),
    ("NoneType", "Something that is used here is None: the value of a function that lacks its `return`, or the .grad of a tensor that is no leaf or that backward() has not reached."),
    ("does not support item assignment", "The argument may be a plain number, which has no elements to assign to."),
    ("array is 0-dimensional", NO_ELEMENTS),
    ("0-dim tensor", NO_ELEMENTS),
    ("unsized object", NO_ELEMENTS),
    ("0-d array", NO_ELEMENTS),
    ("object is not subscriptable", "A plain number or a function has no elements to take: x[...] needs an array, a list or a dict."),
    ("assignment destination is read-only", "The code writes into its argument. Make a new array."),
    ("'bool' object has no attribute", "Comparing plain numbers gives a plain True or False. np.asarray turns the argument into an array first."),
    ("Cannot cast ufunc", "x += ... writes into an array of whole numbers, which fractions do not fit. x = x + ... makes a new array."),
    ("'int' object has no attribute", PLAIN),
    ("'float' object has no attribute", PLAIN),
    ("maximum recursion depth", "The function calls itself without an end, or once for each of very many nodes."),
    ("index out of range", "A list is read beyond its end. Indices run from 0 to length - 1."),
    ("for array of dimension", NO_AXIS),
    ("Dimension out of range", NO_AXIS),
    ("is out of bounds", "An array is read beyond its end. Indices run from 0 to size - 1."),
    ("view size is not compatible", "`view` never copies, and these numbers do not lie in reading order. `reshape` copies when it has to."),
    ("cannot be concatenated", "Only arrays with axes can be joined. A single number needs one first: reshape(1)."),
    ("must have same number of dimensions", "Arrays with different numbers of axes are joined. Bring them to the same number first: reshape, or keepdims=True where an axis was summed up."),
    ("'int' object is not iterable", "A plain number cannot be walked through: for i in range(steps), not in steps. Or one value came where several were taken apart."),
    ("invalid combination of arguments", "A torch function was given an argument of another kind or name than it knows. NumPy's names differ: axis and ddof are dim and correction in torch."),
    ("as parameter", "A parameter of a module cannot be replaced by plain data. Wrap it in torch.nn.Parameter(...), or fill it in place: torch.nn.init.zeros_(parameter)."),
    ("can require gradients", "Only floating-point tensors can require gradients: write 0.0 and not 0."),
    ("inconsistent tensor size", "The two vectors have different lengths. Print both shapes just before that line."),
    ("size mismatch, got input", "The matrix has as many columns as the vector must have numbers. Is the order right, or was something transposed?"),
    ("std and var only support floating point", "PyTorch takes no spread of integers. Make floats of them first: t.float()."),
    ("out of bounds for", "A small integer type, such as uint8 with 0 to 255, cannot hold this number. Change to a wider type before computing."),
    ("Singular matrix", "This matrix has no inverse: one column is a mixture of the others, or the rows are fewer than the columns."),
    ("must be square", "Only a square matrix has an inverse. For more rows than columns, use least squares."),
    ("batches of square matrices", "Only a square matrix has an inverse. For more rows than columns, use least squares."),
    ("values to unpack", "The number of names on the left differs from the number of values. An array may have more or fewer axes than you expect."),
    ("object is not callable", "A name that held a function was overwritten with a value in some cell. Restart the kernel and run again."),
    ("'builtin_function_or_method'", "A method stands without its parentheses. Of a tensor, t.size() is the shape and t.numel() the number of elements."),
    ("'tuple' and 'tuple'", "A function hands back several values. Take the one that you need: a, b = f(...), or f(...)[1]."),
    ("'dict' and", "A dict does no arithmetic. Go through its names: {name: ... for name in params}."),
    ("and 'dict'", "A dict does no arithmetic. Go through its names: {name: ... for name in params}."),
    ("same device", "One tensor is on the CPU and one on the GPU. Bring both to one place with .to(device)."),
    ("same dtype", DTYPES),
    ("expected scalar type", DTYPES),
    ("Found dtype", DTYPES),
    ("target dtype to be Long", WHOLE),
    ("of type LongTensor", WHOLE),
    ("used as indices must be", WHOLE),
    ("only integers, slices", WHOLE),
    ("slice indices must be integers", "The end of a slice is a float. round(...) or // gives a whole number."),
    ("not implemented for 'Float'", WHOLE),
    ("'list' and", LIST),
    ("and 'list'", LIST),
    ("unary -: 'list'", LIST),
    ("can't multiply sequence", LIST),
    ("expected np.ndarray", "torch.from_numpy wants a NumPy array. torch.tensor takes lists and numbers."),
    ("'Tensor' object has no attribute", "A tensor has other methods than an array: .to(dtype) for .astype, .numel() for .size, for example."),
    ("'numpy.ndarray' object has no attribute", "An array has other methods than a tensor: .astype for .to(dtype), .size for .numel(), for example."),
    ("module 'numpy' has no attribute", MISSPELT),
    ("module 'torch' has no attribute", MISSPELT),
    ("object is not iterable", "One single thing stands where several are asked for. A plain number cannot be walked through, and one thing in brackets is no tuple: (u,) needs its comma."),
    ("division by zero", "Something is divided by 0. Which number can become 0: a size, a sum, a difference?"),
)


def of_exception(error: BaseException) -> str | None:
    """What usually raises this, or None."""
    text = str(error)
    return next((cause for sign, cause in RAISED if sign in text), None)


def frames_of(error: BaseException) -> list[traceback.FrameSummary]:
    """The frames that an exception went through, the innermost last; those of another process if it came from there."""
    elsewhere = getattr(error, "frames_elsewhere", None)
    return traceback.extract_tb(error.__traceback__) if elsewhere is None else elsewhere


def own_frame(error: BaseException) -> traceback.FrameSummary | None:
    """The innermost frame of the learner's own code: not a library's, not this package's."""
    frames = frames_of(error)
    mine = [f for f in frames if not f.filename.startswith(LIBRARIES) and "-packages" not in f.filename]
    return mine[-1] if mine else None


def describe(error: BaseException) -> str:
    """The exception and the learner's own line that raised it, without the frames of libraries."""
    text = f"{type(error).__name__}: {error}" if str(error).strip() else type(error).__name__
    frame = own_frame(error)
    if frame is None:
        return text
    line = linecache.getline(frame.filename, frame.lineno).strip() or frame.line
    return f"{text}\nline {frame.lineno} of the cell, in {frame.name}: {line}" if line else text


def unwritten(error: BaseException) -> str | None:
    """The function that is not written yet, when that is what the exception says.

    torch raises NotImplementedError too, with a text; the stub's has none.
    """
    if not isinstance(error, NotImplementedError) or error.args:
        return None
    frames, frame = frames_of(error), own_frame(error)
    return frame.name if frame is not None and frame == frames[-1] else None
