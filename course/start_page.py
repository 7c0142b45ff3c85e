"""The start page: which units there are, where to go on, how to get help. Written anew at each start."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from course.delivery import KEEP, corrected, free_name, read_record, released, sha256, write

NAME = "Start here.md"
WRITTEN = f"{KEEP}/start_page.sha256"

HEAD = """# Neural Networks 1

From vectors to a trained network. Every idea comes twice, in NumPy and in PyTorch, side by side.
"""

FOOT = """## How it works

- **Run a cell** with Shift+Enter. Begin at the top: the first cell brings in what the others need.
- **Write your answer** where it says `raise NotImplementedError`, then run the checks in the cell below.
  They say what was called, what came back, what was expected, and where to read again.
- **Save** with Ctrl+S (Cmd+S on a Mac). Your notebooks stay in this folder. Starting the course again
  never overwrites what you typed.

## When you are stuck

- Unfold the hints under the exercise, one at a time. One of them is about the error that you see.
- Put the cursor behind a function's name and press Shift+Tab: its documentation appears.
- Nothing makes sense any more? *Kernel > Restart Kernel and Run All Cells* starts from a clean slate and
  keeps what you typed.
- Still stuck: ask your instructor, with the name of the exercise and the whole message of the check.

*This page is written anew at each start; keep your own notes in a file of their own.*
"""


@dataclass(frozen=True)
class Unit:
    """One released notebook, as its header describes it."""

    name: str  # workspace path with forward slashes
    title: str
    number: int | None
    minutes: int | None
    needs: tuple[str, ...]
    gives: str

    @property
    def folder(self) -> str:
        return self.name.split("/")[0]


def read_unit(release: Path, name: str) -> Unit:
    """A notebook's header from its metadata; what is missing there is left out of the page."""
    try:
        header = json.loads((release / name).read_bytes())["metadata"]["course"]
        header = dict(header)
    except (ValueError, LookupError, TypeError):
        header = {}
    spoken = Path(name).stem.replace("_", " ").capitalize()
    return Unit(
        name,
        str(header.get("title") or spoken),
        header.get("unit"),
        header.get("minutes"),
        tuple(header.get("needs") or ()),
        str(header.get("gives") or ""),
    )


def read_units(release: Path) -> list[Unit]:
    """Every released notebook, in the order of the course."""
    units = [read_unit(release, name) for name in released(release) if name.endswith(".ipynb")]
    return sorted(units, key=lambda unit: (unit.number or 99, unit.folder, Path(unit.name).stem != unit.folder, unit.name))


def last_worked_on(folder: Path) -> tuple[str, datetime] | None:
    """The notebook that the learner saved last, and when: copies as they were delivered do not count."""
    record = read_record(folder)
    delivered = {entry["sha256"] for entry in record.values()}
    notebooks = [
        path
        for path in folder.glob("**/*.ipynb")
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    for path in sorted(notebooks, key=lambda path: path.stat().st_mtime, reverse=True):
        if sha256(path.read_bytes()) not in delivered:
            return path.relative_to(folder).as_posix(), datetime.fromtimestamp(path.stat().st_mtime)
    return None


def link(text: str, name: str) -> str:
    return f"[{text}]({quote(name)})"


def spoken_time(minutes: int) -> str:
    """150 -> '2 h 30 min'."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest))


def compose(units: list[Unit], folder: Path, last: tuple[str, datetime] | None) -> str:
    """The page's text, in Markdown that also reads well as it stands."""
    titles = {unit.name: unit.title for unit in units}
    parts = [HEAD]
    if last:
        name, when = last
        parts.append(f"**Continue here:** {link(titles.get(name, Path(name).stem), name)}, last saved {when:%Y-%m-%d at %H:%M}.\n")
    elif units:
        parts.append(f"**Start here:** {link(units[0].title, units[0].name)}\n")
    parts.append("## The units\n")
    parts += [about(unit, units, folder) for unit in units]
    return "\n".join([*parts, FOOT])


def about(unit: Unit, units: list[Unit], folder: Path) -> str:
    number = f"{unit.number} · " if unit.number else ""
    titles = {other.folder: link(other.title, other.name) for other in reversed(units)}
    facts = [unit.gives[:1].upper() + unit.gives[1:].rstrip(".") + "."] if unit.gives else []
    if unit.minutes:
        facts.append(f"About {spoken_time(unit.minutes)}.")
    if unit.needs:
        facts.append(f"Builds on {' and '.join(titles.get(need, need.replace('_', ' ')) for need in unit.needs)}.")
    lines = [f"### {number}{link(unit.title, unit.name)}\n"]
    if facts:
        lines.append("\n".join(facts) + "\n")
    for copy in corrected(folder / unit.name):
        beside = f"{unit.folder}/{copy.name}"
        lines.append(f"> Corrected since you began: {link(copy.name, beside)}. Your own notebook is as you left it.\n")
    return "\n".join(lines)


def write_page(release: Path, folder: Path) -> Path:
    """Write the page into a held workspace. A page that somebody changed is kept under another name."""
    page, ours = folder / NAME, folder / WRITTEN
    written = ours.read_text().split() if ours.exists() else []
    if page.exists() and sha256(page.read_bytes()) not in written:
        page.rename(free_name(page, "yours"))
    text = compose(read_units(release), folder, last_worked_on(folder)).encode()
    # Remembered before it is written, with the one before it: a start cut short leaves no page unknown.
    write(ours, "\n".join([*written[-1:], sha256(text)]).encode())
    write(page, text)
    return page
