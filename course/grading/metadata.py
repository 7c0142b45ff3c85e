"""nbgrader's check of its own metadata, without the repetitions."""

import json

from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import CheckCellMetadata

_valid: set[tuple[str, str]] = set()


class CheckMetadata(CheckCellMetadata):
    """nbgrader's CheckCellMetadata, which looks at each cell's metadata with a JSON schema that it first checks itself.

    Every submission of a unit has the same metadata, so what was found valid once is not looked at again in
    this process. That no two cells have the same name is looked at each time.
    """

    def preprocess(self, nb, resources):
        names = [cell.metadata.nbgrader.get("grade_id") for cell in nb.cells if "nbgrader" in cell.metadata]
        new = {
            (json.dumps(cell.metadata.nbgrader, sort_keys=True), cell.cell_type): cell
            for cell in nb.cells
            if "nbgrader" in cell.metadata
        }
        for known in _valid & new.keys():
            del new[known]
        # All of them where a name comes twice: nbgrader says what is wrong.
        twice = len(set(names)) != len(names)
        super().preprocess(NotebookNode({**nb, "cells": nb.cells if twice else list(new.values())}), resources)
        if not twice:
            _valid.update(new)
        return nb, resources
