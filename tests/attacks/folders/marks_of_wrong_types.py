"""Puts lists and numbers where nbgrader's marks should be names, and the same id into every cell.

threat: structure
must: no points for double, all for half
"""

def submit(nb, folder):
    for number, cell in enumerate(nb.cells):
        cell.id = "same"
        if "nbgrader" in cell.metadata and "check" in cell.metadata.nbgrader.grade_id:
            cell.metadata.nbgrader = [[1, 2], {"grade_id": 3}, "text"][number % 3]
