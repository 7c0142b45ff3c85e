"""The first step of every release: forget what belongs to the author's side only.

``nbgrader_config.py`` puts it in front of nbgrader's own steps, so that plain
``nbgrader generate_assignment`` does it too.
"""

from nbgrader.preprocessors import ClearMarkScheme, NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution

from course.authoring.master import STAMP, VOLATILE

# a pairing of Jupytext in a learner's copy would put the author's text, answers and all, back into it
PAIRING = ("jupytext",)
CELL_PAIRING = {"lines_to_next_cell", "lines_to_end_of_cell_marker"}


class StripMaster(NbGraderPreprocessor):
    """Drop pairing metadata, the mark of ``course build`` and the mark schemes of text answers.

    nbgrader itself knows mark schemes in task cells only. Cutting ours before it computes its
    checksums also lets it see that an answer was left blank.
    """

    def preprocess(self, nb, resources):
        for key in (*PAIRING, STAMP):
            nb.metadata.pop(key, None)
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, cell_index):
        for key in VOLATILE | CELL_PAIRING:
            cell.metadata.pop(key, None)
        if cell.cell_type == "markdown" and is_grade(cell) and is_solution(cell):
            scheme = ClearMarkScheme(parent=self.parent, enforce_metadata=False)
            cell, resources = scheme.preprocess_cell(cell, resources, cell_index)
            cell.source = cell.source.rstrip()
        return cell, resources
