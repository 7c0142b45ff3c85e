"""Put an edited master's cells into the text that it was built from, and touch nothing else."""

from course.authoring.fences import CannotSay, write_cell
from course.authoring.master import essence
from course.authoring.text import Cell, Text
from course.errors import CourseError


def merge(text: Text, built: list[dict], edited: list[dict], unit: str, where: str) -> tuple[list[str], dict[int, str]]:
    """The text's new lines, and which cell (by id) starts at which of them, counted from 1.

    ``built`` are the cells that ``text`` gives, ``edited`` those of the notebook named ``where``. A cell
    that nobody changed keeps its lines, and two that stayed neighbours keep the blank lines between them.
    Raises CourseError, which names the cell, for one that the text cannot hold.
    """
    old = dict(zip((cell["id"] for cell in built), text.cells, strict=True))
    was = {cell["id"]: cell for cell in built}
    lines, starts = list(text.head), {}
    last: tuple[Cell | None, bool] | None = None
    for cell in edited:
        before = old.get(cell["id"])
        if before and essence(cell) == essence(was[cell["id"]]):
            chunk, fenced = before.chunk, before.fenced
        else:
            try:
                chunk, fenced = write_cell(cell, unit, before)
            except CannotSay as reason:
                raise CourseError(f"{where}: cell '{cell['id']}' {reason}, then import again.") from None
        if last:
            lines += _between(text, *last, before, fenced)
        starts[len(lines) + 1] = cell["id"]
        lines += chunk
        last = (before, fenced)
    return [*lines, *_end(text, last)], starts


def _between(text: Text, above: Cell | None, above_fenced: bool, below: Cell | None, below_fenced: bool) -> list[str]:
    """The blank lines between two cells: the author's own where both stayed neighbours."""
    least = 1 if above_fenced or below_fenced else 2
    if above and below:
        at = next(at for at, cell in enumerate(text.cells) if cell is above)
        neighbours = text.cells[at + 1 : at + 2] == [below]
        if neighbours and (len(above.after) >= least or above_fenced or below_fenced):
            return above.after
    return [""] * least


def _end(text: Text, last: tuple[Cell | None, bool] | None) -> list[str]:
    if last and last[0] is text.cells[-1] and last[0].after:
        return last[0].after
    return [""]
