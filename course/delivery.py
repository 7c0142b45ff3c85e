"""Bring the released notebooks to where a learner works, and never overwrite what the learner typed.

For each released file the workspace remembers which version was handed out last (SHA-256 of the
file) and what a learner would have read in every version so far. From that follows, for a file that

- is missing in the workspace: it is copied;
- was not changed in the release since: it is left alone;
- was changed, and the learner typed nothing: the new one takes its place;
- was changed, and the learner typed something: a notebook is brought up to date with all that they typed
  in it (``course.update``), and the old one is kept beside it under the day's date. Of any other file, and
  where that cannot be done, the new one comes beside theirs, under a name of its own.

A file is written whole or not at all, and before it is remembered: whatever is cut short in
between is found and settled by the next delivery.
"""

import hashlib
import json
import os
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from course.errors import CourseError
from course.update import merge

KEEP = ".course"  # what the course remembers in a workspace; hidden in JupyterLab's file list
RECORD = f"{KEEP}/delivered.json"
LAST = f"{KEEP}/delivered"  # the notebooks as they were handed out last
PATIENCE = 60  # seconds to wait for another delivery into the same workspace


@dataclass
class News:
    """What a delivery did, as workspace paths with forward slashes."""

    first: bool = False  # nothing had ever been delivered here
    new: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)  # (the learner's, the corrected one)
    # (the notebook, how it was before, the exercises whose cell the learner had written and should compare)
    updated: list[tuple[str, str, list[str]]] = field(default_factory=list)


@contextmanager
def held(folder: Path, patience: float | None = None):
    """Hold a workspace for one delivery, making it where it does not exist.

    Raises CourseError when it cannot be written, there or in the block, or when another delivery
    holds it for ``patience`` seconds (a minute, where none is given).
    """
    try:
        (folder / KEEP).mkdir(parents=True, exist_ok=True)
        with FileLock(folder / KEEP / "lock", timeout=PATIENCE if patience is None else patience):
            yield
    except Timeout as error:
        raise CourseError(
            f"{folder}: another 'course learn' is still bringing notebooks in; try again when it is done."
        ) from error
    except OSError as error:
        raise CourseError(
            f"cannot write {error.filename or folder} ({error.strerror or error}); nothing that you typed was "
            "changed, so make room there or choose another folder with --folder."
        ) from error


def deliver(release: Path, folder: Path) -> News:
    """Bring every file of ``release`` (one folder for each unit) into a held workspace, by the rules above.

    Raises CourseError when a released notebook is broken.
    """
    record = read_record(folder)
    news = News(first=not record)
    for name in released(release):
        record[name] = bring(release / name, folder, record.get(name), name, news)
    write(folder / RECORD, json.dumps(record, indent=1, sort_keys=True).encode())
    return news


def released(release: Path) -> list[str]:
    """The files that travel, as ``unit/...`` with forward slashes, in order."""
    inside = (path.relative_to(release) for path in release.glob("*/**/*") if path.is_file())
    return sorted(
        path.as_posix() for path in inside if not any(part.startswith((".", "__pycache__")) for part in path.parts)
    )


def bring(source: Path, folder: Path, known: dict | None, name: str, news: News) -> dict:
    """Settle one file; returns what to remember of it."""
    content, target = source.read_bytes(), folder / name
    words = typed(source)
    if words is None:
        raise CourseError(f"{source}: this released notebook is broken; make it again with 'course release'.")
    history = known["typed"] if known else []
    sha = sha256(content)
    if not target.exists():
        write(target, content)
        news.new.append(name)
    elif not (known and known["sha256"] == sha):
        mine = typed(target)
        if mine in history:
            if target.read_bytes() != content:
                write(target, content)
                news.replaced.append(name)
        elif mine != words and words not in history[-1:] and not bring_up_to_date(folder, name, content, news):
            put_beside(target, content, words, history, name, news)
    if target.suffix == ".ipynb" and read_bytes(folder / LAST / name) != content:
        write(folder / LAST / name, content)
    return {"sha256": sha, "typed": [*(each for each in history if each != words), words]}


def bring_up_to_date(folder: Path, name: str, content: bytes, news: News) -> bool:
    """Put the new edition, with what the learner typed, in place of theirs, which is kept beside it.

    Returns False, with nothing written, where that cannot be done.
    """
    target, old = folder / name, read_bytes(folder / LAST / name)
    mine = target.read_bytes()
    merged = merge(mine, old, content) if old and target.suffix == ".ipynb" else None
    if merged is None:
        return False
    if merged[0] == mine:
        return True  # the one before was cut short after this was written
    when = target.stat()
    kept = keep_dated(target, mine)
    write(target, merged[0])
    for path in (kept, target):
        os.utime(path, ns=(when.st_atime_ns, when.st_mtime_ns))  # an update is no work of the learner's
    news.updated.append((name, Path(name).with_name(kept.name).as_posix(), merged[1]))
    return True


def keep_dated(target: Path, content: bytes) -> Path:
    """A copy of the learner's notebook under the day's date; one that an update left which was cut short will do."""
    word = date.today().isoformat()
    for path in target.parent.glob(f"*({word}*{target.suffix}"):
        if path.name.startswith(target.stem) and path.read_bytes() == content:
            return path
    place = free_name(target, word)
    write(place, content)
    return place


def read_bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def put_beside(target: Path, content: bytes, words: str, history: list, name: str, news: News) -> None:
    """Put a corrected file beside the learner's: in place of an older corrected one in which nothing
    was typed, else under the next free name."""
    copies = corrected(target)
    if any(typed(copy) == words for copy in copies):
        return  # an earlier delivery was cut short after this copy was written
    stale = [copy for copy in copies if typed(copy) in history]
    place = stale[-1] if stale else free_name(target, "corrected")
    write(place, content)
    news.beside.append((name, Path(name).with_name(place.name).as_posix()))


def corrected(target: Path) -> list[Path]:
    """The corrected copies that lie beside a file, oldest first."""
    pattern = re.compile(re.escape(target.stem) + r" \(corrected(?: (\d+))?\)" + re.escape(target.suffix))
    found = [(pattern.fullmatch(path.name), path) for path in target.parent.iterdir()]
    return [path for _, path in sorted((int(match[1] or 1), path) for match, path in found if match)]


def free_name(path: Path, word: str) -> Path:
    """``activations (word).ipynb``, or the next such name that is free."""
    number, place = 1, path.with_name(f"{path.stem} ({word}){path.suffix}")
    while os.path.lexists(place):
        number += 1
        place = path.with_name(f"{path.stem} ({word} {number}){path.suffix}")
    return place


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def typed(path: Path, data: bytes | None = None) -> str | None:
    """A digest of what a person can type into a file; of ``data``, where these are its bytes.

    In a notebook these are the kinds and sources of its cells: running it changes outputs, counts,
    metadata and adds an empty cell at the end, and none of that counts. Any other file is its bytes.
    None for a notebook that cannot be read, which equals no version that was ever delivered.
    """
    data = path.read_bytes() if data is None else data
    if path.suffix == ".ipynb":
        try:
            cells = [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(data)["cells"]]
        except (ValueError, LookupError, TypeError, RecursionError):
            return None
        cells = [(kind, text.replace("\r\n", "\n")) for kind, text in cells if text.strip()]
        data = json.dumps(cells).encode()
    return sha256(data)


def read_record(folder: Path) -> dict:
    """What was delivered here before; nothing when that cannot be read, and then no file that
    differs from the release is taken for untouched."""
    try:
        record = json.loads((folder / RECORD).read_bytes())
        return {
            name: {"sha256": str(entry["sha256"]), "typed": [str(each) for each in entry["typed"]]}
            for name, entry in record.items()
        }
    except (FileNotFoundError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, making its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(part, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
