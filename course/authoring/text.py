"""Read a notebook's text into cells, each with its place in the file.

Jupytext's Markdown reader says where a cell starts and ends; the line numbers and the author's own
layout, which Jupytext's notebook would forget, are kept beside each cell.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from jupytext.cell_reader import MarkdownCellReader
from nbformat import ValidationError

from course.authoring.header import Header, read_header
from course.authoring.places import show
from course.authoring.problems import Malformed, Problem

# what Jupytext's reader puts among a cell's metadata to remember its layout by
LAYOUT = {"lines_to_next_cell", "language", "region_name"}
BARE = re.compile(r"^(```+\s*\w+|<!--\s*#\w+)[^>]*(-->)?.*$")
FORMAT = {"extension": ".md", "format_name": "markdown", "format_version": "1.3"}


@dataclass
class Cell:
    """One cell as the author wrote it.

    ``line`` is the line of its fence (or of its first words) and ``first`` the line of its source's
    first line, both counted from 1. ``words`` is what stands on the fence. ``chunk`` holds its lines,
    fences included, and ``after`` the blank lines that follow.
    """

    kind: str
    source: str
    words: dict
    line: int
    first: int
    fenced: bool
    chunk: list[str] = field(repr=False)
    after: list[str] = field(default_factory=list, repr=False)


@dataclass
class Text:
    """One notebook's text: its path, its header, the lines above its first cell, its cells."""

    path: Path
    name: str
    header: Header | None
    head: list[str]
    cells: list[Cell]


def read_cells(lines: list[str], offset: int = 0) -> tuple[list[Cell], list[tuple[int, str]]]:
    """Cells of the Markdown ``lines``; ``offset`` is the number of lines that stand before them.

    Also returns the faults that make the split itself doubtful, as (line, sentence).
    """
    cells, faults, at = [], [], 0
    while at < len(lines):
        if not lines[at].strip():  # blank lines around a cell are layout
            if cells:
                cells[-1].after.append(lines[at])
            at += 1
            continue
        cell, taken, said = _read_cell(lines[at:], offset + at + 1)
        cells.append(cell)
        faults += [(cell.line, sentence) for sentence in said]
        at += taken
    return cells, faults


def _read_cell(lines: list[str], line: int) -> tuple[Cell, int, list[str]]:
    """The cell that starts on the first of ``lines``, how many lines it takes, and its faults."""
    faults = []
    reader = MarkdownCellReader(FORMAT, "python")
    try:
        found, taken = reader.read(lines)
    except ValidationError as error:
        faults.append(f"Jupyter refuses a word on this fence ({error.message}); correct it.")
        reader = MarkdownCellReader(FORMAT, "python")
        found, taken = reader.read([BARE.sub(r"\1\2", lines[0]), *lines[1:]])
    chunk, after = lines[:taken], []
    while not chunk[-1].strip():
        after.insert(0, chunk.pop())
    region = reader.in_region
    # a fence with .noeval is shown, never run: Jupytext makes it Markdown
    code = bool(reader.explicit_soc) and not region and found.cell_type != "markdown"
    if (region or code) and not reader.explicit_eoc:
        close = "a line <!-- #endregion -->" if region else "a line ``` (a string left open in the code hides one)"
        faults.append(f"this {'region' if region else 'fence'} is not closed; end it with {close}.")
    if code and reader.language != "python":
        faults.append(
            f"```{reader.language} would become a code cell of another language; "
            "write ```text for something that is only shown."
        )
    words = {key: value for key, value in found.metadata.items() if key not in LAYOUT}
    fenced = region or code
    source = found.source if fenced else "\n".join(chunk)
    return Cell(found.cell_type, source, words, line, line + fenced, fenced, chunk, after), taken, faults


def read_text(path: Path, root: Path) -> tuple[Text, list[Problem]]:
    """One notebook's text and the faults of its header and of its split into cells."""
    where = show(path, root)
    try:
        raw = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed([Problem(where, 1, "the file is not UTF-8; save it as UTF-8.")]) from None
    if "\r" in raw:
        line = raw[: raw.index("\r")].count("\n") + 1
        raise Malformed([Problem(where, line, "the file has Windows line ends; save it with Unix line ends.")])
    return parse_text(raw, path, root)


def parse_text(raw: str, path: Path, root: Path) -> tuple[Text, list[Problem]]:
    """Like read_text, for words that do not lie at ``path`` yet."""
    where = show(path, root)
    lines = raw.split("\n")
    header, taken, faults = read_header(lines)
    cells, more = read_cells(lines[taken:], taken)
    problems = [Problem(where, line, sentence) for line, sentence in faults + more]
    head = lines[: cells[0].line - 1] if cells else lines
    return Text(path, path.stem, header, head, cells), problems
