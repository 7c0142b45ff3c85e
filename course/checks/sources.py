"""The text of the learner's code, for checks that judge how a function is written.

``source`` is the one door to it. A grader that runs the learner's functions in another process puts
its own reader into ``read``: a stand-in has no code to look at, but the cells' text is at hand.
"""

import inspect
import linecache
import types


def source(function) -> str:
    """Python text that holds ``function`` and every notebook function that it reaches by name.

    Raises LookupError when the text is not to be had, as for a function written in C.
    """
    return read(function)


def in_this_process(function) -> str:
    """The cells that define the function and what it uses, in the order in which they are found."""
    function = inspect.unwrap(function)
    if not isinstance(function, types.FunctionType):
        raise LookupError(f"{name_of(function)} has no Python text")
    texts, waiting, seen = [], [function], set()
    while waiting:
        code, names = _code(current := waiting.pop())
        if code is None or code in seen:
            continue
        seen.add(code)
        text = "".join(linecache.getlines(code.co_filename))
        if not text:
            raise LookupError(f"the text of {current.__name__} is not to be had")
        if text not in texts:
            texts.append(text)
        near = current.__globals__
        # Only functions of the same notebook (or file) are the learner's; NumPy's are not looked into.
        waiting += [near[name] for name in names if _is_near(near.get(name), near)]
        for kind in (near[name] for name in names if isinstance(near.get(name), type)):
            waiting += [method for method in vars(kind).values() if _is_near(method, near)]
    return "\n\n".join(reversed(texts))


read = in_this_process


def name_of(function) -> str:
    """The name under which the function stands in its text; a lambda has that of its variable."""
    name = getattr(function, "__name__", type(function).__name__)
    if name == "<lambda>":
        return next((key for key, value in function.__globals__.items() if value is function), name)
    return name


def is_library(function) -> bool:
    """Whether this is a library's own function, such as ``np.dot`` or ``torch.cdist``."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return code is None or "site-packages" in code.co_filename


def _code(function):
    function = inspect.unwrap(function)
    code = getattr(function, "__code__", None)
    return (None, ()) if code is None else (code, _names(code))


def _names(code: types.CodeType) -> set[str]:
    inner = (constant for constant in code.co_consts if isinstance(constant, types.CodeType))
    return set(code.co_names).union(*map(_names, inner))


def _is_near(value, near: dict) -> bool:
    return isinstance(value, types.FunctionType) and value.__globals__ is near
