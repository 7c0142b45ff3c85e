"""Which faults are made, where, and that none is made twice."""

import ast

import pytest

from course.audit.mutants import mutants
from course.errors import CourseError

CELL = '''def f(x, y):
    """Twice 1 + 1.

    >>> f(1, 2)
    """
    ### BEGIN SOLUTION
{body}
    ### END SOLUTION
'''


def made(*lines: str) -> dict[tuple[str, str], str]:
    """(line, becomes) to the kind, for a solution of these lines."""
    found = mutants("f", CELL.format(body="\n".join(f"    {line}" for line in lines)))
    return {one.key: one.kind for one in found}


CASES = [
    ("return x + y", "return x - y", "operator"),
    ("return x @ y", "return x * y", "operator"),
    ("return x @ y", "return y @ x", None),  # not made: exchanged operands are the bank's business
    ("return -x", "return x", "sign"),
    ("return -(x + y)", "return (x + y)", "sign"),
    ("return x < y", "return x <= y", "comparison"),
    ("return x and y", "return x or y", "logic"),
    ("return x[1:]", "return x[2:]", "constant"),
    ("return x[1:]", "return x[0:]", "constant"),
    ("return x * 0.5", "return x * 1.0", "constant"),
    ("return x.sum(axis=0)", "return x.sum(axis=1)", "axis"),
    ("return x.sum(axis=0)", "return x.sum()", "axis"),
    ("return x.sum(axis=0, keepdims=True)", "return x.sum(axis=0)", "keepdims"),
    ("return np.zeros(3, dtype=float)", "return np.zeros(3)", "dtype"),
    ("return np.maximum(x, 0)", "return np.minimum(x, 0)", "other function"),
    ("return f(x, y)", "return f(y, x)", "swapped arguments"),
    ("return max(x, y)", "return max(y, x)", None),  # the same number
    ("return x.copy()", "return x", "missing copy or form"),
    ("return np.array(x + y) * 2", "return (x + y) * 2", "missing copy or form"),
    ("return x[:, None]", "return x[None, :]", "swapped indices"),
    ("return x[:, None]", "return x[:]", "axis"),
    ("return x, y", "return y, x", "swapped elements"),
    ("return [x, y]", "return [x]", "dropped element"),
    ("return x.T", "return x", "transpose"),
    ("return x if y else 0", "return 0 if y else x", "logic"),
    ("return [i for i in x if i]", "return [i for i in x]", "condition dropped"),
    ("x += y", "x = y", "sum lost"),
    ("x = x + y", "x += y", "missing copy"),
    ("x = x + y", "pass", "dropped line"),
    ('return ["2*x + 1"]', "return ['2*x - 1']", "operator"),
]


@pytest.mark.parametrize("line, becomes, kind", CASES, ids=[f"{line} -> {becomes}" for line, becomes, _ in CASES])
def test_a_fault_of_each_kind(line, becomes, kind):
    assert made(line).get((line, becomes)) == kind


def test_loops_lose_their_first_or_last_turn():
    keys = made("for i in range(3):", "    x += i")
    assert ("for i in range(3):", "for i in list(range(3))[1:]:") in keys
    assert ("for i in range(3):", "for i in list(range(3))[:-1]:") in keys


def test_a_guard_is_dropped_and_its_body_kept():
    found = mutants("f", CELL.format(body="    with torch.no_grad():\n        x -= y\n    return x"))
    (one,) = [one for one in found if one.kind == "context dropped"]
    assert "if True:\n        x -= y" in one.code


def test_only_the_solution_changes_and_all_else_stays_to_the_letter():
    code = CELL.format(body="    z = x + 1  # a comment\n\n    return z*2")
    head, tail = code.split("    ### BEGIN")[0], code.split("### END")[1]
    found = mutants("f", code)
    assert len(found) > 6
    for one in found:
        assert one.code.startswith(head) and one.code.endswith(tail) and "# a comment" in one.code or "pass" in one.code


def test_each_is_made_once_and_can_be_read():
    found = mutants("f", CELL.format(body="    if x > 0 and y != 1:\n        return [x + y, 2]\n    return f(x - 1, y)"))
    shapes = [ast.dump(ast.parse(one.code)) for one in found]
    assert len(set(shapes)) == len(shapes) > 15


def test_the_words_of_an_error_are_left_alone_and_the_error_is_not():
    keys = made('raise ValueError(f"{len(x) - 1} are too many")')
    assert {becomes for _, becomes in keys} == {"pass", 'raise TypeError(f"{len(x) - 1} are too many")'}


def test_a_cell_without_marks_is_refused():
    with pytest.raises(CourseError, match="f: its solution cell needs"):
        mutants("f", "def f():\n    return 1\n")
