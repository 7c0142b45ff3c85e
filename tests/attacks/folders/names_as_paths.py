"""Names cells like files elsewhere on the disk.

threat: structure
must: no points for double, all for half
"""

from nbformat.v4 import new_code_cell


def submit(nb, folder):
    for name in ("../../../gradebook", "/etc/passwd", "x" * 5000, "a'; drop table grade; --"):
        mark = {"schema_version": 3, "grade_id": name, "grade": True, "solution": False, "locked": True, "task": False, "points": 50, "cell_type": "code"}
        nb.cells.append(new_code_cell("50", metadata={"nbgrader": mark}))
