"""A digest of what a unit is graded against, so that a changed master is recognised."""

import hashlib
import json

from course.grading.course import Record, notebook_records


def records_of(assignment) -> dict[str, list[Record]]:
    """The records of a gradebook's assignment: notebook name to its cells."""
    return {notebook.name: notebook_records(notebook) for notebook in assignment.notebooks}


def digest_of(unit: dict[str, list[Record]]) -> str:
    """A SHA-256 over a unit's records: names, types, sources and points."""
    content = {
        name: [(record.name, record.kind, record.cell_type, record.source, record.points) for record in records]
        for name, records in unit.items()
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
