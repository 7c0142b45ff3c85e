"""nbgrader's Gradebook on an engine that stays open.

nbgrader opens the gradebook about ten times for each notebook, and each time looks through all its tables and
compiles every statement anew. What is asked and written stays as it was; only the engine is kept.
"""

import os
from contextlib import contextmanager

from nbgrader.api import Gradebook
from nbgrader.converters import autograde
from nbgrader.preprocessors import latesubmissions, overwritekernelspec
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import scoped_session, sessionmaker

_engines: dict[tuple, object] = {}


class OpenGradebook(Gradebook):
    """A session of its own on the engine that this process keeps for the database."""

    def __init__(self, db_url: str, course_id: str = "default_course", authenticator=None):
        key = (db_url, course_id, _file(db_url))
        if key not in _engines:
            _forget(db_url, course_id)
            super().__init__(db_url, course_id, authenticator)  # makes what is not there yet
            _engines[db_url, course_id, _file(db_url)] = self.engine
            return
        self.engine = _engines[key]
        self.db = scoped_session(sessionmaker(autoflush=True, bind=self.engine, future=True))
        self.course_id, self.authenticator = course_id, authenticator

    def close(self) -> None:
        self.db.remove()


def _file(db_url: str) -> tuple | None:
    """Which file it is, so that a gradebook that was replaced by another is not mistaken for it."""
    try:
        info = os.stat(make_url(db_url).database or "")
        return info.st_dev, info.st_ino
    except OSError:
        return None


def _forget(db_url: str, course_id: str) -> None:
    for key in [key for key in _engines if key[:2] == (db_url, course_id)]:
        _engines.pop(key).dispose()


def keep_open() -> None:
    """From now on, nbgrader's autograde in this process opens its gradebooks this way."""
    for module in (autograde, overwritekernelspec, latesubmissions):
        module.Gradebook = OpenGradebook


def forget_all() -> None:
    """Close the databases, for a process that is going to move or copy them."""
    while _engines:
        _engines.popitem()[1].dispose()


# Any number will do, as long as it is always the same: advisory locks are counted for each database by itself.
_LOCK = 0x67726164


@contextmanager
def only_writer(db_url: str):
    """Hold the database for one grading; yields whether it was free.

    Only a PostgreSQL server is asked (its advisory lock, let go when the process ends); else it is always free.
    """
    if make_url(db_url).get_backend_name() != "postgresql":
        yield True
        return
    engine = create_engine(db_url, isolation_level="AUTOCOMMIT")  # no transaction stays open while it is held
    try:
        with engine.connect() as connection:
            yield connection.execute(text("select pg_try_advisory_lock(:key)"), {"key": _LOCK}).scalar()
    finally:
        engine.dispose()
