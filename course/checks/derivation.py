"""Steps of algebra, checked one against the next by SymPy.

The learner writes each step as a string, which ``expressions.parse`` reads.
"""

import ast
import math

from course.checks.expressions import BadStep, parse
from course.checks.show import typed

# Values of x at which steps are compared: of both signs, none of them special.
POINTS = ("-1.85", "-0.43", "0.22", "1.25", "2.64")

TOO_FEW = (
    "A step counts when it differs from the others by more than spaces. Write down what happens in between, one rule in each step."
)


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
    ``x``; each later one must equal the one before. ``start`` may use ``x`` and the names. ``at_least``
    steps must differ from each other as they are written. With ``end``, the last must be written in
    the symbols of ``end`` alone and equal it without more than multiplying out.
    """
    import sympy

    meaning = {sympy.Symbol(name, real=True): parse(text, ["x"]) for name, text in names.items()}
    if problem := _not_a_list(steps):
        return problem
    read = []
    for number, step in enumerate(steps, 1):
        try:
            read.append(parse(step, names))
        except BadStep as problem:
            shown = step if isinstance(step, str) else typed(step)
            return {"called": f"step {number}: {shown}", "got": "something that cannot be compared", "expected": "an expression in a string", "likely_cause": f"In this step, {problem}."}

    plain = parse(start, {"x": "x", **names}).subs(meaning)
    previous, before = (sympy.diff(plain, sympy.Symbol("x", real=True)), f"d/dx of {start}") if differentiate else (plain, start)
    for number, expression in enumerate(read, 1):
        expression = expression.subs(meaning)
        if place := _differ(expression, previous):
            return _unequal(number, steps, place, before, differentiate and not _differ(expression, plain), _differ(expression, -previous))
        previous, before = expression, f"step {number}"

    different = len({ast.dump(ast.parse(step.strip(), mode="eval")) for step in steps})
    if different < at_least:
        return {
            "called": "your steps",
            "got": f"{different} different one{'s' if different > 1 else ''}",
            "expected": f"at least {at_least}, each small enough to follow",
            "likely_cause": TOO_FEW,
        }
    return _end(read[-1], steps[-1], parse(end, names)) if end else None


def _not_a_list(steps) -> dict | None:
    cause = None
    if steps is None:
        cause = "The function has no `return`. print shows a value; return hands it back."
    elif isinstance(steps, str):
        cause = 'All steps are in one string. Put each in quotes of its own: ["...", "...", "..."].'
    elif isinstance(steps, (list, tuple)) and steps:
        return None
    got = "an empty list" if isinstance(steps, (list, tuple)) else typed(steps)
    return {"called": "your steps", "got": got, "expected": "a list of strings, one for each step", "likely_cause": cause}


def _unequal(number, steps, place, before, undifferentiated, not_negated) -> dict:
    point, mine, theirs = place
    if not not_negated:
        cause = "This has the opposite sign: a minus is missing, or there is one too many."
    elif math.isnan(mine):
        cause = "Something is divided by zero here, or a root or logarithm of a negative number is taken."
    elif number > 1:
        cause = f"Step {number} does not equal step {number - 1}. Look for a sign, an exponent, a bracket or a lost factor."
    elif undifferentiated:
        cause = "This is the function itself, not yet its derivative."
    elif before.startswith("d/dx"):
        cause = "The first step must be the derivative. Is each factor of the chain rule there?"
    else:
        cause = f"The first step must equal {before}. What is done to the top of a fraction must be done to its bottom."
    return {
        "called": f"step {number}: {steps[number - 1]}",
        "got": f"{mine:.6g} at x = {point}",
        "expected": f"{theirs:.6g} at x = {point}, as {before} gives",
        "likely_cause": cause,
    }


def _end(last, text, goal) -> dict | None:
    import sympy

    if last.free_symbols == goal.free_symbols and sympy.expand(last - goal) == 0:
        return None
    wanted = " and ".join(sorted(symbol.name for symbol in goal.free_symbols))
    return {
        "called": f"the last step: {text}",
        "got": "the right value, in another form",
        "expected": f"the result written with {wanted} alone, as the docstring says",
        "likely_cause": "The last substitution is missing.",
    }


def _differ(left, right):
    """The first of ``POINTS`` where two expressions in x differ, with both values, or None."""
    for point in POINTS:
        a, b = _value(left, point), _value(right, point)
        if not abs(a - b) <= 1e-12 * max(1.0, abs(b)):
            return point, a.real, b.real
    return None


def _value(expression, point: str) -> complex:
    import sympy

    at = {sympy.Symbol("x", real=True): sympy.Rational(point)}
    try:
        return complex(expression.subs(at).evalf(30))
    except (TypeError, ValueError, OverflowError):
        return complex("nan")
