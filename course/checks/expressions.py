"""A reader for the learner's algebra. ``sympy.sympify`` would evaluate whatever it is given; this
knows numbers, names, + - * / ** and a few functions, and nothing else.
"""

import ast
import cmath

FUNCTIONS = ("exp", "log", "sqrt", "tanh", "sinh", "cosh")
LONGEST, LARGEST_NUMBER, LARGEST_POWER, NESTED_POWERS = 400, 1e6, 20, 3
# Every part of an expression is first computed in floating point here, and must stay within BOUND:
# exact arithmetic on exp(exp(exp(9))) or ((9**9)**9)**9 would take hours and all memory.
TRIALS, BOUND = (-1.85, 1.25, 2.64), 1e40


class BadStep(ValueError):
    """A step that is not an expression in the allowed names; the message says why."""


def parse(text: str, names) -> "sympy.Expr":  # noqa: F821
    """Read arithmetic in ``names``, numbers and ``FUNCTIONS``. Raises ``BadStep``."""
    import sympy

    if not isinstance(text, str):
        raise BadStep("it is not a string: put the expression in quotes")
    if len(text) > LONGEST:
        raise BadStep(f"it is longer than {LONGEST} characters")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise BadStep(_unreadable(text)) from None
    try:
        _look(tree, names)
        for trial in TRIALS:
            _estimate(tree, {name: trial + 0.17 * k for k, name in enumerate(names)})
        return _build(tree, {name: sympy.Symbol(name, real=True) for name in names}, sympy)
    except RecursionError:
        raise BadStep("it is nested too deeply") from None


def _unreadable(text: str) -> str:
    if "'" in text or "’" in text:
        return "there is an apostrophe: a derivative needs a name of its own"
    if "=" in text.replace("==", "="):
        return "there is an =: write one side only, the next step is the other"
    return "it cannot be read: every product needs its *, every bracket its partner"


def _look(node, names) -> None:
    """Refuse whatever is not plain arithmetic in the names."""
    if isinstance(node, ast.Constant):
        if type(node.value) not in (int, float):
            raise BadStep(f"`{ast.unparse(node)}` is not a number")
        if not abs(node.value) < LARGEST_NUMBER:
            raise BadStep(f"the number {ast.unparse(node)} is too large")
    elif isinstance(node, ast.Name):
        if node.id in FUNCTIONS:
            raise BadStep(f"`{node.id}` lacks its bracket: write {node.id}(x)")
        if node.id not in names:
            hint = ": write exp(x) for a power of Euler's number" if node.id == "e" else ""
            raise BadStep(f"the name `{node.id}` is not allowed{hint}; allowed are {', '.join(names)} and {', '.join(FUNCTIONS)}")
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        _look(node.operand, names)
    elif isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.BitXor):
            raise BadStep("a power is written **, not ^")
        if not isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)):
            raise BadStep(f"`{ast.unparse(node)}` is not plain arithmetic")
        _look(node.left, names)
        _look(node.right, names)
    elif isinstance(node, ast.Call):
        _look_at_call(node, names)
    elif isinstance(node, ast.Compare):
        raise BadStep("there is a comparison: write one side only, the next step is the other")
    elif isinstance(node, ast.Tuple):
        raise BadStep("there is a comma: a decimal number is written with a point")
    else:
        raise BadStep(f"`{ast.unparse(node)}` is not plain arithmetic")


def _look_at_call(node, names) -> None:
    function = node.func
    if isinstance(function, ast.Attribute):
        raise BadStep(f"`{ast.unparse(function)}` is too long a name: write {function.attr}(...)")
    if not isinstance(function, ast.Name) or (function.id in names and node.args and not _is_symbol(node.args)):
        raise BadStep(f"a * is missing before a bracket, in `{ast.unparse(node)}`")
    if function.id in names:
        raise BadStep(f"`{function.id}` stands for the value already: write it without brackets, or with a * before them")
    if function.id not in FUNCTIONS:
        raise BadStep(f"the function `{function.id}` is not allowed; allowed are {', '.join(FUNCTIONS)}")
    if len(node.args) != 1 or node.keywords or isinstance(node.args[0], ast.Starred):
        raise BadStep(f"`{function.id}` takes one expression")
    _look(node.args[0], names)


def _is_symbol(args) -> bool:
    return len(args) == 1 and isinstance(args[0], ast.Name)


def _estimate(node, at: dict[str, float], inside: int = 0) -> complex:
    """The value in floating point, with the names' values ``at``; refuses what leaves the bounds.

    ``inside``: how many powers stand around this part. Exact numbers grow with each of them.
    """
    try:
        if isinstance(node, ast.Constant):
            value = complex(node.value)
        elif isinstance(node, ast.Name):
            value = complex(at[node.id])
        elif isinstance(node, ast.UnaryOp):
            value = _estimate(node.operand, at, inside)
            value = -value if isinstance(node.op, ast.USub) else value
        elif isinstance(node, ast.Call):
            value = getattr(cmath, node.func.id)(_estimate(node.args[0], at, inside))
        else:
            inside += isinstance(node.op, ast.Pow)
            if inside > NESTED_POWERS:
                raise BadStep(f"more than {NESTED_POWERS} powers stand inside each other")
            left, right = _estimate(node.left, at, inside), _estimate(node.right, at, inside)
            if isinstance(node.op, ast.Pow):
                if abs(right) > LARGEST_POWER:
                    raise BadStep(f"a power is larger than {LARGEST_POWER}")
                value = left**right
                if left and abs(value) < 1 / BOUND:
                    raise OverflowError
            elif isinstance(node.op, ast.Div):
                value = left / right
            elif isinstance(node.op, ast.Mult):
                value = left * right
            else:
                value = left + right if isinstance(node.op, ast.Add) else left - right
    except ZeroDivisionError:
        raise BadStep(f"something is divided by 0, in `{ast.unparse(node)}`") from None
    except (OverflowError, ValueError):
        value = complex("inf")
    if not abs(value) < BOUND:
        raise BadStep(f"`{ast.unparse(node)}` becomes too large or too small to compare")
    return value


def _build(node, symbols, sympy):
    """The SymPy expression of a tree that ``_look`` let through."""
    if isinstance(node, ast.Constant):
        return sympy.Integer(node.value) if type(node.value) is int else sympy.Rational(str(node.value))
    if isinstance(node, ast.Name):
        return symbols[node.id]
    if isinstance(node, ast.UnaryOp):
        value = _build(node.operand, symbols, sympy)
        return -value if isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.Call):
        return getattr(sympy, node.func.id)(_build(node.args[0], symbols, sympy))
    left, right = _build(node.left, symbols, sympy), _build(node.right, symbols, sympy)
    if isinstance(node.op, ast.Pow):
        return left**right
    if isinstance(node.op, ast.Mult):
        return left * right
    if isinstance(node.op, ast.Div):
        return left / right
    return left + right if isinstance(node.op, ast.Add) else left - right
