"""Reading points from outputs."""

import math

import pytest
from nbformat.v4 import new_code_cell, new_output
from nbgrader.utils import determine_grade

from course.grading.verdict import ends_in_expression, judge, plain_view, read_number
from tests.grading.fixture_course import mark


@pytest.mark.parametrize(
    "text, number",
    {
        "0.5": 0.5, "1": 1.0, "-1": -1.0, "1e-1": 0.1, "np.float64(0.5)": 0.5, "np.int64(1)": 1.0, "tensor(0.5000)": 0.5,
        "tensor(0.5, dtype=torch.float64)": 0.5, "tensor(1., grad_fn=<X>)": 1.0, "array(0.25)": 0.25, "Fraction(1, 4)": 0.25,
        "True": 2.0, "False": 0.0, "np.True_": 2.0, "np.False_": 0.0, "tensor(False)": 0.0, "inf": math.inf,
        "'0.5'": None, "[0.5]": None, "<Figure size 1x1>": None, "0.5 points": None, "": None,
    }.items(),
)  # fmt: skip
def test_numbers(text, number):
    assert read_number(text, 2.0) == number


def test_nan_is_a_number_that_brings_nothing():
    assert math.isnan(read_number("np.float64(nan)", 2.0))


def test_the_last_statement():
    assert ends_in_expression("x = 1\nx") and ends_in_expression("%time\nf(x)")
    assert not ends_in_expression("assert x") and not ends_in_expression("x;") and not ends_in_expression("x = (")


def cell_of(source="assert f()", outputs=(), count=1):
    cell = new_code_cell(source, execution_count=count, metadata=mark("a", grade=True, locked=True, points=2))
    cell.outputs = list(outputs)
    return cell


def result(text):
    return new_output("execute_result", data={"text/plain": text})


ERROR = new_output("error", ename="E", evalue="", traceback=[])
STDERR = new_output("stream", name="stderr", text="careful")


@pytest.mark.parametrize(
    "cell, points",
    [
        (cell_of(), 2), (cell_of(outputs=[STDERR]), 2), (cell_of(outputs=[ERROR]), 0),
        (cell_of("f()", [result("2.0"), ERROR]), 0),  # what stands before the error decides nothing
        (cell_of("f()", [result("0.5")]), 0.5), (cell_of("f()", [result("2"), result("0.5")]), 0.5),
        (cell_of("f()", [STDERR, result("np.float64(1.5)")]), 1.5),
        (cell_of(outputs=[result("0.5")]), 2),  # an assert has no value: somebody else displayed it
        (cell_of("f()", [result("'done'")]), 2), (cell_of(count=None), 0),
        (cell_of("f()", [result("nan")]), 0), (cell_of("f()", [result("3")]), 0), (cell_of("f()", [result("-1")]), 0),
    ],
)  # fmt: skip
def test_points(cell, points):
    assert judge(cell)[0] == points
    assert determine_grade(plain_view(cell, judge(cell)[0])) == (points, 2)


def test_what_is_in_doubt_is_said():
    assert judge(cell_of(count=None))[1] == "was not run"
    assert "no number of points from 0 to 2" in judge(cell_of("f()", [result("7.5")]))[1]
    assert judge(cell_of("f()", [result("1.5")]))[1] is None
