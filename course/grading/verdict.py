"""What the outputs of an executed test cell are worth.

nbgrader takes the first decisive output: an error or anything on stderr is 0, a result is partial credit
read by ``float(text)``, and whatever that cannot read is full marks. Here an error anywhere is 0, stderr
decides nothing, a cell that did not run is 0, and only a result of the cell's own last expression counts.
"""

import ast
import math
import re

from nbformat.notebooknode import NotebookNode

from course.rooms.cells import parsed

# float, and how NumPy 2, torch and fractions write a real number.
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[-+]?(?:nan|inf)"
_FORMS = re.compile(
    rf"(?:(?:np\.)?(?:float|int|uint|longdouble)\d*|tensor|array)\(\s*({_NUMBER})\s*(?:,.*)?\)"
    rf"|({_NUMBER})",
    re.DOTALL,
)
_FRACTION = re.compile(r"Fraction\((-?\d+), (\d+)\)")
_BOOL = re.compile(r"(?:np\.|tensor\()?(True|False)_?\)?")


def read_number(text: str, maximum: float) -> float | None:
    """The real number that ``text``, a result's repr, stands for; None if it is no number.

    ``True`` and ``False``, also as NumPy and torch write them, stand for the maximum and for 0.
    """
    text = text.strip()
    if match := _BOOL.fullmatch(text):
        return maximum if match[1] == "True" else 0.0
    if match := _FRACTION.fullmatch(text):
        return int(match[1]) / int(match[2])
    if match := _FORMS.fullmatch(text):
        return float(match[1] or match[2])
    return None


def ends_in_expression(source: str) -> bool:
    """Whether the cell's own last statement is an expression whose value is shown."""
    tree = parsed(source)
    return tree is not None and bool(tree.body) and isinstance(tree.body[-1], ast.Expr) and not source.rstrip().endswith(";")


def judge(cell) -> tuple[float, str | None]:
    """The points of an executed test cell, and what a person should know if they are in doubt."""
    maximum = float(cell.metadata["nbgrader"]["points"])
    if any(output.output_type == "error" for output in cell.outputs):
        return 0.0, None
    if cell.execution_count is None:
        return 0.0, "was not run"
    results = [output for output in cell.outputs if output.output_type == "execute_result"]
    if not results or not ends_in_expression(cell.source):
        return maximum, None
    text = results[-1].data.get("text/plain", "")
    text = "".join(text) if isinstance(text, list) else text
    number = read_number(text, maximum)
    if number is None:
        return maximum, None
    if math.isnan(number) or not 0 <= number <= maximum:
        return 0.0, f"ended in {text[:40]}, which is no number of points from 0 to {maximum:g}"
    return number, None


def plain_view(cell, points: float) -> NotebookNode:
    """A copy of a test cell whose only output makes nbgrader's own rule give ``points``."""
    view = NotebookNode({**cell, "outputs": []})
    # Not new_output: it validates each output against a schema, and these are many and never written.
    data = NotebookNode({"text/plain": repr(float(points))})
    view.outputs.append(NotebookNode(output_type="execute_result", data=data, metadata=NotebookNode(), execution_count=1))
    return view
