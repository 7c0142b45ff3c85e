"""``nbgrader collect`` where learners share a machine: what one of them left for the exchange is not believed.

Anybody may write into the exchange's inbound folder, by hand too. nbgrader takes the name in a folder's name for the
learner's and only warns when the folder is somebody else's; it follows links with the instructor's rights, so that a
submission could bring the master or the gradebook along; and one folder that it cannot read ends it for everybody.
"""

import os
import pwd
import shutil
import stat
import tempfile
import zlib
from datetime import datetime
from pathlib import Path

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import ignore_patterns
from traitlets import Enum

UNREADABLE = datetime(1970, 1, 1)


class NotTheirs(Exception):
    """A submission that is not collected; its text says why, after the folder's name."""


class CollectOwned(ExchangeCollect):
    """nbgrader's collect, of plain files that belong to the learner who is named, each submission by itself.

    With ``c.ExchangeCollect.check_owner = False`` (where all learners are one user of the operating system) whose it is,
    is not asked.
    """

    owner_by = Enum(
        ["name", "number"], "name",
        help="Whose a folder is: by the system's name of its owner, or by the number that deploy/kubernetes gives each user.",
    ).tag(config=True)  # fmt: skip

    def _path_to_record(self, path):
        try:
            record = super()._path_to_record(path)
            if not self.check_owner:
                return record | {"owned": True}
            if self.owner_by == "number":
                return record | {"owned": os.lstat(path).st_uid == uid_of(record["username"])}
            return record | {"owned": owner(path)}
        except (ExchangeError, ValueError, OverflowError, OSError):
            name = os.path.basename(path)
            return {"username": name, "filename": name, "timestamp": UNREADABLE, "owned": None}

    def _sort_by_timestamp(self, records):
        # A later one in somebody's name must not hide their own.
        return sorted(records, key=lambda record: (self._theirs(record), record["timestamp"]), reverse=True)

    def _theirs(self, record) -> bool:
        return record["owned"] is True or record["owned"] == record["username"]

    def copy_files(self):
        records, inbound, check = self.src_records, self.inbound_path, self.check_owner
        with tempfile.TemporaryDirectory(prefix="collect-") as safe:
            self.src_records = [record for record in records if self._taken(record, Path(inbound), Path(safe))]
            # From here nbgrader sees our copies, which are the instructor's.
            self.inbound_path, self.check_owner = safe, False
            try:
                super().copy_files()
            finally:
                self.src_records, self.inbound_path, self.check_owner = records, inbound, check

    def _taken(self, record, inbound: Path, safe: Path) -> bool:
        name = record["filename"]
        try:
            if not self._theirs(record):
                raise NotTheirs(f"it belongs to {record['owned'] or 'somebody else'}, or its name is none of nbgrader's")
            ignored = ignore_patterns(self.coursedir.ignore, self.coursedir.include, self.coursedir.max_file_size, self.log)
            take(inbound / name, safe / name, ignored, 1000 * self.coursedir.max_dir_size)
        except (NotTheirs, OSError) as why:
            shutil.rmtree(safe / name, ignore_errors=True)
            self.log.error("%s: not collected: %s", name, why)
            return False
        return True


def uid_of(name: str) -> int:
    """The user's number in a pod; deploy/kubernetes/values.yaml has the same rule."""
    return 1_000_000_000 + zlib.crc32(name.encode()) % 1_000_000_000


def owner(path) -> str | None:
    """The name of whom a folder belongs to, itself and not what it leads to."""
    try:
        return pwd.getpwuid(os.lstat(path).st_uid).pw_name
    except (KeyError, OSError):
        return None


def take(source: Path, place: Path, ignored, limit: int) -> None:
    """Copy a folder's plain files that are of one owner, ``limit`` bytes at most.

    Each is looked at after it was opened, so that nothing can be exchanged in between. Raises NotTheirs for a link,
    a pipe, a file of somebody else, or too much; OSError for what cannot be read.
    """
    whose, left = os.lstat(source).st_uid, limit
    if not stat.S_ISDIR(os.lstat(source).st_mode):
        raise NotTheirs("it is no folder")

    def fail(error):
        raise error

    for folder, inner, files, at in os.fwalk(source, onerror=fail):
        here = place / os.path.relpath(folder, source)
        out = set(ignored(folder, inner + files))
        inner[:] = [name for name in inner if name not in out]
        here.mkdir(parents=True)
        for name in files:
            if name not in out:
                left -= copy(name, at, here / name, whose, left)
        for name in inner:
            if stat.S_ISLNK(os.stat(name, dir_fd=at, follow_symlinks=False).st_mode):
                raise NotTheirs(f"{name} is a link")


def copy(name: str, at: int, place: Path, whose: int, left: int) -> int:
    """Copy one file of the folder that is open as ``at``; returns its bytes."""
    seen = os.stat(name, dir_fd=at, follow_symlinks=False)
    if not stat.S_ISREG(seen.st_mode):
        raise NotTheirs(f"{name} is a link or another thing that is no file")
    with open(os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=at), "rb") as file:
        seen = os.fstat(file.fileno())
        if not stat.S_ISREG(seen.st_mode) or seen.st_uid != whose:
            raise NotTheirs(f"{name} is not of whom the folder is")
        content = file.read(left + 1)
    if len(content) > left:
        raise NotTheirs("it is too large")
    place.write_bytes(content)
    return len(content)
