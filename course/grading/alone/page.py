"""The feedback page in the learner's folder. A file that the learner put there is never overwritten."""

from pathlib import Path

from course.delivery import KEEP, free_name, sha256, write

FOLDER = "feedback"
WRITTEN = f"{KEEP}/feedback.sha256"  # the pages that were written here, one digest a line


def put(folder: Path, name: str, content: bytes) -> str:
    """Write ``feedback/<name>.html`` into a held workspace; returns its workspace path."""
    place, ours = folder / FOLDER / f"{name}.html", folder / WRITTEN
    written = ours.read_text().split() if ours.exists() else []
    if place.exists():
        before = sha256(place.read_bytes())
        if before not in written:
            place.rename(free_name(place, "yours"))
        else:
            written.remove(before)
    # Remembered before it is written: what is cut short leaves no page unknown.
    write(ours, "\n".join([*written, sha256(content)]).encode())
    write(place, content)
    return f"{FOLDER}/{place.name}"
