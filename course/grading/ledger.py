"""What became of each submission: one row per unit and learner, kept inside the gradebook's own database.

Living in the same database means that scores and their story are written in one transaction, travel
together in a backup, and vanish together when somebody starts a new gradebook.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime, timezone

from sqlalchemy import Boolean, Column, MetaData, String, Table, Text, insert, select, update

from course.authoring.gradebook import connected

GRADED = "graded"
LOSSES = "graded with losses"
PERSON = "needs a person"
REFUSED = "refused"

_TABLE = Table(
    "course_ledger",
    MetaData(),
    # As long as a folder's name can be: what was refused for its long name is recorded too.
    Column("unit", String(255), primary_key=True),
    Column("learner", String(255), primary_key=True),
    Column("state", String(32), nullable=False, default=""),
    Column("reason", Text, nullable=False, default=""),
    Column("story", Text, nullable=False, default="{}"),
    Column("submission", String(64)),
    Column("master", String(64)),
    Column("tried_at", String(32)),
    Column("scored_at", String(32)),
    Column("running", Boolean, nullable=False, default=False),
)


@dataclass
class Entry:
    """One submission's row.

    ``story`` maps a notebook's name to ``{"notes": [...], "losses": [...], "person": [[cell, sentence], ...]}``:
    what was mended, what could not run, what somebody should look at. ``submission`` and ``master`` are the
    digests of what was graded and of what it was graded against. ``scored_at`` is when the scores in
    the gradebook were made; it is older than ``tried_at`` when a later try failed. ``running`` is true
    while ``course grade`` works on it, and stays true when that was interrupted.
    """

    unit: str
    learner: str
    state: str = ""
    reason: str = ""
    story: dict = field(default_factory=dict)
    submission: str | None = None
    master: str | None = None
    tried_at: str | None = None
    scored_at: str | None = None
    running: bool = False

    @property
    def stale(self) -> bool:
        """Whether the scores in the gradebook come from an earlier grading than the latest try."""
        return bool(self.scored_at) and (self.running or self.state == REFUSED)

    def lines(self, kind: str) -> list:
        """All sentences of one kind (``notes``, ``losses``, ``person``) over the unit's notebooks."""
        return [line for notebook in sorted(self.story) for line in self.story[notebook].get(kind, [])]


def now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def _entry(row) -> Entry:
    values = dict(row._mapping)
    values["story"] = json.loads(values["story"])
    return Entry(**values)


def read(gradebook, unit: str) -> dict[str, Entry]:
    """Every learner's entry of one unit."""
    try:
        rows = connected(gradebook.db, _TABLE).execute(select(_TABLE).where(_TABLE.c.unit == unit))
        return {entry.learner: entry for entry in map(_entry, rows)}
    finally:
        gradebook.db.commit()


def write(gradebook, unit: str, learner: str, commit: bool = True, **values) -> None:
    """Set some columns of one row, making the row if need be; ``commit=False`` leaves the transaction open."""
    connection = connected(gradebook.db, _TABLE)
    if "story" in values:
        values["story"] = json.dumps(values["story"], ensure_ascii=False, sort_keys=True)
    if "reason" in values:
        values["reason"] = values["reason"].replace("\0", "")  # PostgreSQL's text cannot hold it
    here = (_TABLE.c.unit == unit) & (_TABLE.c.learner == learner)
    if connection.execute(select(_TABLE.c.unit).where(here)).first():
        connection.execute(update(_TABLE).where(here).values(**values))
    else:
        connection.execute(insert(_TABLE).values(unit=unit, learner=learner, **values))
    if commit:
        gradebook.db.commit()


def get(gradebook, unit: str, learner: str) -> Entry:
    """One row, or an empty entry; never commits, so that it serves inside a transaction."""
    here = (_TABLE.c.unit == unit) & (_TABLE.c.learner == learner)
    row = connected(gradebook.db, _TABLE).execute(select(_TABLE).where(here)).first()
    return _entry(row) if row else Entry(unit, learner)


def begin(gradebook, unit: str, learner: str) -> None:
    """Mark a grading as running, so that one that is killed half way is seen and done again."""
    write(gradebook, unit, learner, running=True, tried_at=now())


def finish(gradebook, unit: str, learner: str) -> None:
    write(gradebook, unit, learner, running=False)


def refuse(gradebook, unit: str, learner: str, reason: str, submission: str | None) -> None:
    """Record that a submission was not graded. Earlier scores stay, and ``Entry.stale`` marks them."""
    write(
        gradebook, unit, learner,
        state=REFUSED, reason=reason, story={}, submission=submission, tried_at=now(), running=False,
    )
