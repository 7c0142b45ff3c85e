"""What became of recorded scores: one row for each score or penalty that a later grading changed.

A score that somebody may have been told is never changed in silence. The rows lie in the gradebook's own database, beside
the ledger, and are written in the transaction that changes the score.
"""

from dataclasses import dataclass

from sqlalchemy import Column, Float, Integer, MetaData, String, Table, Text, func, insert, select

from course.authoring.gradebook import connected
from course.grading.ledger import now

PENALTY = "late penalty"

_TABLE = Table(
    "course_changes",
    MetaData(),
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("unit", String(128), nullable=False),
    Column("learner", String(128), nullable=False),
    Column("cell", String(256), nullable=False),
    Column("before", Float, nullable=False),
    Column("after", Float, nullable=False),
    Column("why", Text, nullable=False, default=""),
    Column("at", String(64), nullable=False),
)


@dataclass(frozen=True)
class Change:
    """``cell``: the name of the cell whose score changed, or :data:`PENALTY`; ``at``: when, ISO 8601 in UTC."""

    id: int
    unit: str
    learner: str
    cell: str
    before: float
    after: float
    why: str
    at: str

    def __str__(self) -> str:
        return f"{self.cell.removeprefix(f'{self.unit}-')}: {self.before:g} → {self.after:g}, {self.why}"


def note(gradebook, unit: str, learner: str, cell: str, before: float | None, after: float | None, why: str) -> bool:
    """Write down that a score changed, if it did; does not commit. Returns whether it did."""
    before, after = before or 0.0, after or 0.0
    if abs(after - before) < 1e-9:
        return False
    values = {"unit": unit, "learner": learner, "cell": cell, "before": before, "after": after, "why": why, "at": now()}
    connected(gradebook.db, _TABLE).execute(insert(_TABLE).values(**values))
    return True


def last(gradebook) -> int:
    """The number of the latest change; 0 where there is none."""
    try:
        return connected(gradebook.db, _TABLE).execute(select(func.max(_TABLE.c.id))).scalar() or 0
    finally:
        gradebook.db.commit()


def read(gradebook, unit: str, after: int = 0) -> list[Change]:
    """The changes of a unit in their order, those with a higher number than ``after``."""
    try:
        rows = connected(gradebook.db, _TABLE).execute(
            select(_TABLE).where((_TABLE.c.unit == unit) & (_TABLE.c.id > after)).order_by(_TABLE.c.id)
        )
        return [Change(**row._mapping) for row in rows]
    finally:
        gradebook.db.commit()
