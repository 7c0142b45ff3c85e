"""Steps of algebra, checked one against the next by SymPy.

The learner writes each step as a string. It is read by a small parser of our own, because
``sympy.sympify`` evaluates what it is given.
"""

import ast

FUNCTIONS = ("exp", "log", "sqrt", "tanh", "sinh", "cosh")
POINTS = ("-37/20", "-3/7", "2/9", "5/4", "29/11")


class BadStep(ValueError):
    """A step that is not an expression in the allowed names; the message says why."""


def parse(text: str, names) -> "sympy.Expr":  # noqa: F821
    """Read arithmetic in ``names``, numbers and ``FUNCTIONS``. Raises ``BadStep``."""
    import sympy

    symbols = {name: sympy.Symbol(name, real=True) for name in names}
    operators = {
        ast.Add: lambda a, b: a + b,
        ast.Sub: lambda a, b: a - b,
        ast.Mult: lambda a, b: a * b,
        ast.Div: lambda a, b: a / b,
        ast.Pow: lambda a, b: a**b,
    }

    def read(node):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float) and abs(node.value) < 1e6:
            return sympy.Integer(node.value) if type(node.value) is int else sympy.Rational(str(node.value))
        if isinstance(node, ast.Name) and node.id in symbols:
            return symbols[node.id]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
            value = read(node.operand)
            return -value if isinstance(node.op, ast.USub) else value
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitXor):
            raise BadStep("a power is written **, not ^")
        if isinstance(node, ast.BinOp) and type(node.op) in operators:
            left, right = read(node.left), read(node.right)
            if isinstance(node.op, ast.Pow) and right.is_number and abs(right) > 20:
                raise BadStep("a power is larger than 20")
            return operators[type(node.op)](left, right)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in FUNCTIONS and len(node.args) == 1 and not node.keywords:
                return getattr(sympy, node.func.id)(read(node.args[0]))
            raise BadStep(f"`{node.func.id}(...)` is not allowed here; allowed are {', '.join(FUNCTIONS)}")
        if isinstance(node, ast.Name):
            raise BadStep(f"the name `{node.id}` is not allowed here; allowed are {', '.join(symbols)}")
        raise BadStep(f"`{ast.unparse(node)}` is not plain arithmetic")

    if not isinstance(text, str):
        raise BadStep("it is not a string: put the expression in quotes")
    if len(text) > 400:
        raise BadStep("it is longer than 400 characters")
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise BadStep("it cannot be read; every product needs its *, every bracket its partner") from None
    try:
        return read(tree.body)
    except RecursionError:
        raise BadStep("it is nested too deeply") from None


def check_derivation(
    steps,
    start: str,
    names: dict[str, str],
    end: str | None = None,
    differentiate: bool = False,
    at_least: int = 2,
) -> dict | None:
    """Look for the first step that does not follow; return the parts of a message, or None.

    ``names`` maps each allowed symbol to what it stands for in ``x`` (``{"x": "x", "sigma":
    "1/(1 + exp(-x))"}``). The first step must equal ``start``, or its derivative with respect to
    ``x``; each later one must equal the one before. ``at_least`` steps must differ from each other as
    they are written. With ``end``, the last must be written in the symbols of ``end`` alone and equal
    it without more than multiplying out.
    """
    import sympy

    x = sympy.Symbol("x", real=True)
    meaning = {name: parse(text, ["x"]) for name, text in names.items()}

    def in_x(expression):
        return expression.subs({sympy.Symbol(name, real=True): value for name, value in meaning.items()})

    if not isinstance(steps, (list, tuple)):
        return {"called": "your steps", "got": type(steps).__name__, "expected": "a list of strings"}
    read = []
    for number, step in enumerate(steps, 1):
        try:
            read.append(parse(step, names))
        except BadStep as problem:
            return {"called": f"step {number}", "got": repr(step), "expected": "an expression", "likely_cause": f"In this step, {problem}."}

    previous = parse(start, ["x"])
    if differentiate:
        previous = sympy.diff(previous, x)
    before = f"d/dx of {start}" if differentiate else start
    for number, (step, expression) in enumerate(zip(steps, read), 1):
        if place := _differ(in_x(expression), previous):
            point, mine, theirs = place
            return {
                "called": f"step {number}: {step}",
                "got": f"{mine:.6g} at x = {point}",
                "expected": f"{theirs:.6g} at x = {point}, as {before}",
                "likely_cause": f"Something went wrong between {before} and this step: a sign, an exponent or a bracket."
                if number > 1
                else "The rule that leads to the first step was not applied fully.",
            }
        previous, before = in_x(expression), f"step {number}, {step}"

    if len({ast.dump(ast.parse(step.strip(), mode="eval")) for step in steps}) < at_least:
        return {"called": "your steps", "got": f"{len(set(steps))} different ones", "expected": f"at least {at_least}, so that each is small enough to follow"}
    if end is None:
        return None
    goal = parse(end, names)
    if read[-1].free_symbols != goal.free_symbols or sympy.expand(read[-1] - goal) != 0:
        wanted = " and ".join(sorted(symbol.name for symbol in goal.free_symbols))
        return {
            "called": f"the last step: {steps[-1]}",
            "got": "the right value, in another form",
            "expected": f"the result written with {wanted} alone",
            "likely_cause": "The last substitution is missing.",
        }
    return None


def _differ(left, right):
    """The first of ``POINTS`` where two expressions in x differ, with both values, or None."""
    import sympy

    x = sympy.Symbol("x", real=True)
    for point in POINTS:
        at = {x: sympy.Rational(point)}
        try:
            a, b = complex(left.subs(at).evalf(30)), complex(right.subs(at).evalf(30))
        except (TypeError, ValueError, OverflowError):
            return point, float("nan"), float("nan")
        if not abs(a - b) <= 1e-12 * max(1.0, abs(b)):
            return point, a.real, b.real
    return None
