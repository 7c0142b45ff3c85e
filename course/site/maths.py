"""Formulas as MathML, which browsers draw by themselves: no script, no fonts from elsewhere, readable aloud.

A Sphinx extension: it offers the math renderer "mathml".
"""

from docutils import nodes
from latex2mathml.converter import convert

from course.errors import CourseError


def to_mathml(formula: str, display: bool = False) -> str:
    """LaTeX to MathML. Raises CourseError for what it cannot say, so that no broken formula is published."""
    try:
        made = convert(formula, display="block" if display else "inline")
    except Exception as error:
        raise CourseError(f"the formula ${formula}$ cannot be read ({type(error).__name__}: {error}).") from None
    if "\\" in made:  # an unknown command is passed through as it stands
        raise CourseError(f"the formula ${formula}$ has a command that MathML does not know.")
    return made


def inline(self, node) -> None:
    self.body.append(to_mathml(node.astext()))
    raise nodes.SkipNode


def block(self, node) -> None:
    self.body.append(f'<div class="math">{to_mathml(node.astext(), display=True)}</div>')
    raise nodes.SkipNode


def setup(app) -> dict:
    app.add_html_math_renderer("mathml", inline_renderers=(inline, None), block_renderers=(block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
