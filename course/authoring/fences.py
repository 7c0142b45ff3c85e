"""Write one notebook cell as text: its fence, or none where plain Markdown says the same."""

from jupytext.cell_metadata import metadata_to_text
from jupytext.cell_to_text import three_backticks_or_more

from course.authoring.master import essence, nbgrader_metadata
from course.authoring.roles import SUFFIX, Role
from course.authoring.text import Cell, read_cells


class CannotSay(Exception):
    """The text has no words for something in a cell; the message says what, and the way out."""


def words_of(cell: dict, unit: str) -> dict:
    """The words that a fence needs to give ``cell`` its role and its other metadata.

    Raises CannotSay for metadata, attachments or roles that no fence can give.
    """
    kept = essence(cell)
    if "attachments" in kept:
        raise CannotSay(
            f"has a picture pasted into it; save that as a file in course/units/{unit}/images/ and link to it"
        )
    metadata = dict(kept["metadata"])
    own = metadata.pop("nbgrader", None)
    words = _role_words(own, cell["cell_type"], unit) if own else {}
    if own:
        (kind, exercise), points = next(iter(words.items())), words.get("points")
        said = nbgrader_metadata(Role(kind, exercise, points, own["grade_id"], None))
        if extra := sorted(key for key in {*own, *said} if own.get(key) != said.get(key)):
            raise CannotSay(
                f"has nbgrader settings that the text cannot give a {kind} cell ('{extra[0]}'); set it back"
            )
    return words | metadata


def _role_words(own: dict, cell_type: str, unit: str) -> dict:
    id = str(own.get("grade_id", ""))
    grade, solution = own.get("grade"), own.get("solution")
    if own.get("task") or not (grade or solution):
        what = "a manually graded task" if own.get("task") else "read-only"
        raise CannotSay(f"is {what} for nbgrader, which the text cannot say; choose another kind or '-' for it")
    if cell_type == "markdown":
        kind = "manual"
    elif grade and solution:
        raise CannotSay("is code that a person grades, which the text cannot say; use a text answer, or tests")
    elif solution:
        kind = "solution"
    else:
        kind = next((kind for kind in ("check", "hidden") if id.endswith(SUFFIX[kind])), "")
    name = id.removeprefix(f"{unit}-").removesuffix(SUFFIX.get(kind, ""))
    if not kind or not id.startswith(f"{unit}-") or not name:
        raise CannotSay(f"has the id '{id}'; name it {unit}-<exercise>, and its tests the same with -check and -hidden")
    return {kind: name, **({"points": own["points"]} if "points" in own else {})}


def write_cell(cell: dict, unit: str, before: Cell | None = None) -> tuple[list[str], bool]:
    """The text's lines for ``cell``, and whether it stands between fences.

    ``before`` is what the author wrote for this cell; its fence stays as it is where its words do.
    Raises CannotSay for a cell that no text gives back.
    """
    words, lines = words_of(cell, unit), cell["source"].split("\n")
    ways = []
    if before and before.fenced and before.kind == cell["cell_type"] and before.words == words:
        ways.append([before.chunk[0], *lines, before.chunk[-1]])
    if cell["cell_type"] == "markdown" and not words and not (before and before.fenced):
        ways.append(lines)
    if cell["cell_type"] == "code":
        ticks = three_backticks_or_more(lines)
        ways.append([ticks + metadata_to_text("python", dict(words)), *lines, ticks])
    else:
        names = ("region", "md", "markdown") if cell["cell_type"] == "markdown" else ("raw",)
        said = metadata_to_text(dict(words))
        for name in names:
            opening = " ".join(part for part in (f"<!-- #{name}", said, "-->") if part)
            ways.append([opening, *lines, f"<!-- #end{name} -->"])
    for way in ways:
        if not cell["source"] and len(way) > 1:  # an empty cell has no line between its fences
            way = [way[0], way[-1]]
        if _reads_back(way, cell, words):
            return way, way is not lines
    raise CannotSay("holds something that the text cannot give back unchanged; write it in another way")


def _reads_back(lines: list[str], cell: dict, words: dict) -> bool:
    """Whether ``lines`` are read as this one cell, also with plain text above and below."""
    if any("\r" in line for line in lines):
        return False
    found, faults = read_cells(["above", "", "", *lines, "", "", "below"])
    if faults or [one.source for one in found] != ["above", cell["source"], "below"]:
        return False
    return (found[1].kind, found[1].words) == (cell["cell_type"], words)
