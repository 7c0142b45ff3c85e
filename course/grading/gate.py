"""Who may execute at the same time: many side by side, or one alone on this machine.

The gate is a pair of locked files, so it holds between the threads of one process, between the workers of a
cluster that share a machine, and between two gradings. The system frees a lock when its holder dies.
"""

import os
import shutil
import stat
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from course.errors import CourseError

try:
    import fcntl
except ImportError:  # Windows has no such lock; there nothing is ever alone
    fcntl = None


YOUNG = 60  # seconds in which a new folder may not have been locked yet


def folder() -> Path:
    """This user's own folder below the system's temporary one. Raises CourseError if somebody else holds its name."""
    place = Path(tempfile.gettempdir()) / f"course-grading-{os.getuid() if hasattr(os, 'getuid') else os.getlogin()}"
    place.mkdir(mode=0o700, exist_ok=True)
    info = place.lstat()
    if not stat.S_ISDIR(info.st_mode) or (hasattr(os, "getuid") and info.st_uid != os.getuid()):
        raise CourseError(f"{place} belongs to somebody else; remove it, or set TMPDIR to a folder of your own.")
    return place


@contextmanager
def run_folder():
    """A fresh private folder for one execution, removed afterwards, and with it those whose process was killed."""
    for left in folder().glob("run-*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > YOUNG and (held := _lock(left)) is not None:
                shutil.rmtree(left, ignore_errors=True)
                os.close(held)
    place = Path(tempfile.mkdtemp(prefix="run-", dir=folder()))
    held = _lock(place)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        _close(held)


def _lock(place: Path) -> int | None:
    """A descriptor that holds the folder's lock, None if somebody else does."""
    if fcntl is None:
        return None
    descriptor = os.open(place, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


@contextmanager
def among_others():
    """Hold the gate together with others; waits while somebody is alone or waits to be."""
    with _locked("turn", exclusive=True):  # held by who waits to be alone, so that newcomers do not overtake
        held = _open("running", exclusive=False)
    try:
        yield
    finally:
        _close(held)


@contextmanager
def alone():
    """Hold the gate by oneself; waits until nobody else of this user executes on this machine."""
    with _locked("turn", exclusive=True), _locked("running", exclusive=True):
        yield


@contextmanager
def _locked(name: str, exclusive: bool):
    held = _open(name, exclusive)
    try:
        yield
    finally:
        _close(held)


def _open(name: str, exclusive: bool) -> int | None:
    """A descriptor that holds the lock. Each call opens the file anew: that is what a lock belongs to."""
    if fcntl is None:
        return None
    descriptor = os.open(folder() / f"{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _close(descriptor: int | None) -> None:
    if descriptor is not None:
        os.close(descriptor)
