"""Every formula of the course can be drawn without a script."""

import re

import pytest

pytest.importorskip("latex2mathml", reason="the reading site needs latex2mathml (the site extra)")

from course.authoring.places import find_root
from course.errors import CourseError
from course.site.maths import to_mathml

ROOT = find_root()
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$", re.DOTALL)


@pytest.mark.parametrize("path", sorted((ROOT / "course" / "units").glob("*/*.md")), ids=lambda path: path.stem)
def test_the_formulas_of_every_text_can_be_drawn(path):
    formulas = [found[1] or found[2] for found in FORMULA.finditer(CODE.sub("", path.read_text(encoding="utf-8")))]
    assert len(formulas) > 10
    for formula in formulas:
        assert to_mathml(formula).startswith("<math")


def test_display_and_inline_differ():
    assert 'display="block"' in to_mathml("x", display=True) and 'display="inline"' in to_mathml("x")


@pytest.mark.parametrize("formula", [r"\nosuchcommand{x}", r"\frac{1}{", r"\begin{pmatrix}1"])
def test_a_broken_formula_is_one_sentence(formula):
    with pytest.raises(CourseError, match="the formula") as told:
        to_mathml(formula)
    assert formula in str(told.value)
