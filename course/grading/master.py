"""A digest of what a unit is graded against, so that a changed master is recognised."""

import hashlib
import json

from course.grading.course import notebook_records


def digest_of(assignment) -> str:
    """A SHA-256 over the cells of a gradebook's assignment: names, types, sources and points."""
    content = {
        notebook.name: [
            (record.name, record.kind, record.cell_type, record.source, record.points)
            for record in notebook_records(notebook)
        ]
        for notebook in assignment.notebooks
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
