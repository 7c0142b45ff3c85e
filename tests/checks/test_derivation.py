"""Steps of algebra: the first one that does not follow is named, and nothing but algebra is read."""

import pytest
import sympy

from course import checks
from course.checks.derivation import check_derivation
from course.checks.expressions import BadStep, parse

SIGMA = {"x": "x", "sigma": "1/(1 + exp(-x))"}
SLOPE = {"start": "(1 + exp(-x))**-1", "names": SIGMA, "differentiate": True}
GOOD = ["exp(-x)/(1 + exp(-x))**2", "sigma*exp(-x)/(1 + exp(-x))", "sigma*(1 - sigma)"]


def problem(steps, **task):
    return check_derivation(steps, **{**SLOPE, "at_least": 1, **task})


def test_steps_that_follow():
    assert problem(GOOD) is None and problem(tuple(GOOD)) is None
    assert problem(GOOD, at_least=3, end="sigma*(1 - sigma)") is None
    assert checks.derives(GOOD, **SLOPE) and not checks.derives(GOOD[:1], **SLOPE)
    assert check_derivation(["slope*(1 - 2*sigma)"], "sigma - sigma**2", {"sigma": SIGMA["sigma"], "slope": GOOD[0]}, differentiate=True, at_least=1) is None


@pytest.mark.parametrize(
    "steps, step, cause",
    [
        (["-" + GOOD[0], *GOOD[1:]], 1, "opposite sign"),
        (["(1 + exp(-x))**-1", *GOOD], 1, "not yet its derivative"),
        (["(1 + exp(-x))**-2", *GOOD], 1, "chain rule"),
        ([GOOD[0], "sigma*exp(-x)/(1 - exp(-x))", GOOD[2]], 2, "Step 2 does not equal step 1"),
        ([*GOOD[:2], "sigma*(1 + sigma)"], 3, "Step 3 does not equal step 2"),
        ([*GOOD[:2], "sigma*(1 - sigma) + 0.000001"], 3, "Step 3 does not equal step 2"),
        ([*GOOD[:2], "-sigma*(1 - sigma)"], 3, "opposite sign"),
        ([*GOOD, "1/(sigma - 1/(1 + exp(-x)))"], 4, "divided by zero"),
    ],
)
def test_the_wrong_step_is_named(steps, step, cause):
    found = problem(steps)
    assert found["called"] == f"step {step}: {steps[step - 1]}" and cause in found["likely_cause"]
    before = f"as step {step - 1} gives" if step > 1 else "as d/dx of (1 + exp(-x))**-1 gives"
    assert " at x = " in found["got"] and " at x = " in found["expected"] and found["expected"].endswith(before)


def test_without_a_derivative_the_first_step_is_the_start():
    found = check_derivation(["exp(x)/(1 + exp(-x))"], "1/(1 + exp(-x))", {"x": "x"}, at_least=1)
    assert "must equal 1/(1 + exp(-x))" in found["likely_cause"] and "bottom" in found["likely_cause"]


def test_steps_must_differ_as_they_are_written():
    spaced = ["sigma - sigma**2", "sigma  -  sigma ** 2", "(sigma - sigma**2)"]
    assert problem(spaced, at_least=2)["got"] == "1 different one"
    assert problem([*spaced, GOOD[2]], at_least=3)["got"] == "2 different ones"
    assert problem([*spaced, GOOD[2]], at_least=2) is None


@pytest.mark.parametrize("last, fine", [
    ("sigma*(1 - sigma)", True), ("(1 - sigma)*sigma", True), ("sigma - sigma**2", True), ("sigma + -1*sigma*sigma", True),
    (GOOD[0], False), (GOOD[1], False), ("sigma - sigma**2 + 0*x", True), ("sigma*(1 - sigma)*exp(x)/exp(x)", True), ("sigma*(1 - 1/(1 + exp(-x)))", False), ("(x + 1)*sigma - x*sigma - sigma**2", False),
])  # fmt: skip
def test_the_form_of_the_last_step(last, fine):
    found = problem([last], end="sigma*(1 - sigma)")
    assert found is None if fine else found["likely_cause"] == "The last substitution is missing."
    if not fine:
        assert "with sigma alone" in found["expected"] and last in found["called"]


@pytest.mark.parametrize(
    "steps, got, cause",
    [
        (None, "None", "no `return`"),
        ("sigma", "a string: 'sigma'", "quotes of its own"),
        ([], "an empty list", None),
        (3.0, "a number: 3.0", None),
    ],
)
def test_no_list_of_steps(steps, got, cause):
    found = problem(steps)
    assert found["got"] == got and (cause or "") in (found["likely_cause"] or "")


def test_a_step_that_cannot_be_read_is_shown():
    assert problem(["sigma ^ 2"])["called"] == "step 1: sigma ^ 2"
    assert problem([GOOD[0], 3.0])["called"] == "step 2: a number: 3.0"


# --- the reader

READ = [
    ("x", "x"),
    (" 2*x + 1 ", "2*x + 1"),
    ("-x**2", "-x**2"),
    ("+x", "x"),
    ("1e3*x", "1000*x"),
    ("0.1", "1/10"),
    ("x/3", "x/3"),
    ("exp(-x)", "exp(-x)"),
    ("log(exp(x))", "x"),
    ("sqrt(x)*tanh(x)/cosh(x) - sinh(x)", "sqrt(x)*tanh(x)/cosh(x) - sinh(x)"),
]

REFUSED = [
    ("", "cannot be read"),
    ("2x", "cannot be read"),
    ("(x", "cannot be read"),
    ("x; x", "cannot be read"),
    ("x = 1", "there is an ="),
    ("x == 1", "a comparison"),
    ("f'", "apostrophe"),
    ("x ^ 2", "written **"),
    ("x, x", "written with a point"),
    ("0,5*x", "written with a point"),
    ("e**x", "write exp(x)"),
    ("y", "`y` is not allowed"),
    ("exp", "lacks its bracket"),
    ("exp**x", "lacks its bracket"),
    ("sin(x)", "`sin` is not allowed"),
    ("sigma(x)", "stands for the value already"),
    ("x(1 + x)", "a * is missing"),
    ("exp(x)(1 + x)", "a * is missing"),
    ("(1 + x)(2)", "a * is missing"),
    ("2(1 + x)", "a * is missing"),
    ("np.exp(x)", "write exp(...)"),
    ("exp(x, 2)", "takes one expression"),
    ("exp()", "takes one expression"),
    ("exp(x=1)", "takes one expression"),
    ("exp(*x)", "takes one expression"),
    ("1/(x - x)", "divided by 0"),
    ("10000000", "too large"),
    ("1e400", "too large"),
    ("x % 2", "not plain arithmetic"),
    ("x // 2", "not plain arithmetic"),
    ("x @ x", "not plain arithmetic"),
    ("~x", "not plain arithmetic"),
    ("x if x else 1", "not plain arithmetic"),
    ("True", "not a number"),
    ("'x'", "not a number"),
    ('"x"', "not a number"),
    ("1j", "not a number"),
    ("x + " * 200 + "x", "longer than"),
    (3, "not a string"),
    (b"x", "not a string"),
]

# What would run code, or never end, if the text were evaluated.
HOSTILE = [
    "__import__('os').system('true')",
    "__import__(\"os\")",
    "().__class__.__bases__[0].__subclasses__()",
    "x.__class__",
    "x.subs(x, 1)",
    "(lambda: x)()",
    "[x for x in [x]]",
    "[x]",
    "{x: x}",
    'f"{x}"',
    "x[0]",
    "(x := 1)",
    "(yield)",
    "await x",
    "print(x)",
    "eval(x)",
    "exec(x)",
    "open(x)",
    "x\n.real",
    "exp(x).func",
    "9**9**9**9",
    "((9**20)**20)**20",
    "(((1.000001**20)**20)**20)**20",
    "(((0.1**20)**20)**20)",
    "2**100000",
    "2**-100000",
    "exp(exp(exp(exp(x))))",
    "exp(999999)",
    "exp(x)**99999",
    "x**x**x**x**x**x",
    "-" * 390 + "x",
    "(" * 190 + "x" + ")" * 190,
    "x" + "\x00",
]


@pytest.mark.parametrize("text, meaning", READ)
def test_arithmetic_is_read(text, meaning):
    x = sympy.Symbol("x", real=True)
    assert sympy.simplify(parse(text, ["x"]) - sympy.sympify(meaning, {"x": x})) == 0


@pytest.mark.parametrize("text, part", REFUSED, ids=[str(text)[:20] for text, _ in REFUSED])
def test_what_is_refused_and_why(text, part):
    with pytest.raises(BadStep) as caught:
        parse(text, ["x", "sigma"])
    assert part in str(caught.value)


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:20].replace("\x00", "0") for text in HOSTILE])
def test_hostile_text_is_refused_or_harmless(text):
    try:
        value = parse(text, ["x"])
    except BadStep:
        return
    assert isinstance(value, sympy.Expr) and sympy.count_ops(value) < 5


def test_two_names_may_differ_by_nothing_at_the_trial_points():
    assert parse("1/(sigma - slope)", ["sigma", "slope"]) is not None
