"""The order of a notebook's cells, kept beside nbgrader's records of them.

nbgrader asks the database for a notebook's cells in no order. SQLite happens to give them as they were first
written; PostgreSQL gives a row last that was changed, as the test cell of a unit that is mended half-way through a term.
"""

import json

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor, SaveCells
from sqlalchemy import Column, MetaData, String, Table, Text, delete, insert, select
from sqlalchemy.orm import object_session

from course.authoring.gradebook import connected

_TABLE = Table(
    "course_order",
    MetaData(),
    Column("notebook", String(32), primary_key=True),  # nbgrader's own id of it
    Column("cells", Text, nullable=False),  # the cells' names, as JSON
)


class SaveOrder(NbGraderPreprocessor):
    """The last step of every release: write down in what order the cells stand."""

    def preprocess(self, nb, resources):
        at = resources["nbgrader"]
        # Without a gradebook (a release in memory, or nbgrader's --no-db) there is nothing to put in order.
        if at["db_url"] and SaveCells(parent=self.parent).enabled:
            names = [cell.metadata.nbgrader.grade_id for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id")]
            with Gradebook(at["db_url"]) as gradebook:
                notebook = gradebook.find_notebook(at["notebook"], at["assignment"])
                connection = connected(gradebook.db, _TABLE)
                connection.execute(delete(_TABLE).where(_TABLE.c.notebook == notebook.id))
                connection.execute(insert(_TABLE).values(notebook=notebook.id, cells=json.dumps(names)))
                gradebook.db.commit()
        return nb, resources


def in_order(notebook) -> list:
    """The source cells of one of the gradebook's notebooks, as they stand in it."""
    query = select(_TABLE.c.cells).where(_TABLE.c.notebook == notebook.id)
    kept = connected(object_session(notebook), _TABLE).execute(query).scalar()
    # A gradebook from before this table is one of SQLite's, and its own order is the right one.
    place = {name: i for i, name in enumerate(json.loads(kept or "[]"))}
    return sorted(notebook.source_cells, key=lambda cell: place.get(cell.name, len(place)))
