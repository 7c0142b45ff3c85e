"""The start page: which units there are, how far the learner is, where to go on, how to get help.

Written anew at each start, and whenever a visible check runs."""

from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from course.delivery import KEEP, corrected, free_name, read_record, sha256, write
from course.masters import has_masters
from course.progress.summary import Row, continue_here, last_saved, last_worked_on, summarise
from course.progress.layout import counted, goal, graded, number, target, total
from course.released import Unit

NAME = "Start here.md"
WRITTEN = f"{KEEP}/start_page.sha256"

HEAD = """# Neural Networks 1

From vectors to a trained network. Every idea comes twice, in NumPy and in PyTorch, side by side.
"""

FOOT = """## How it works

- **Run a cell** with Shift+Enter. Begin at the top: the first cell brings in what the others need.
- **Write your answer** where it says `raise NotImplementedError`, then run the checks in the cell below.
  They say what was called, what came back, what was expected, and where to read again.
- **See how far you are** on this page (close it and open it again for the newest), with `course progress` in
  a terminal, or in any notebook: `from course import progress` and `progress.table()`. What passed once counts;
  a check that failed when it ran last is marked. It is kept in `progress.json`.
{grading}- **Save** with Ctrl+S (Cmd+S on a Mac). Your notebooks stay in this folder. Starting the course again
  never overwrites what you typed.

## When you are stuck

- Unfold the hints under the exercise, one at a time. One of them is about the error that you see.
- Put the cursor behind a function's name and press Shift+Tab: its documentation appears.
- Nothing makes sense any more? *Kernel > Restart Kernel and Run All Cells* starts from a clean slate and
  keeps what you typed.
{stuck}
*This page is written anew at each start and by each check; keep your own notes in a file of their own.*
"""

ALONE = {
    "grading": """- **Grade yourself** when you think that a unit is done: run the last cell of its notebook and press *Grade me*, or
  say `course grade-me` in a terminal. All tests run, hidden ones too, and a page in `feedback/` says which property
  failed. Only you see it. Repeat it as often as you like.
""",
    "stuck": """- Still stuck: in a terminal, `course solution` and the name of the exercise, which begins with a word of caution; or
  `grade_me.solution("sigmoid")` in a notebook, after `from course import grade_me`.
""",
}
IN_A_CLASS = {
    "grading": "",
    "stuck": """- Still stuck: ask your instructor, with the name of the exercise and the whole message of the check.
""",
}


def link(text: str, name: str) -> str:
    path, _, place = name.partition("#")
    return f"[{text}]({quote(path)}{'#' + place if place else ''})"


def spoken_time(minutes: int) -> str:
    """150 -> '2 h 30 min'."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest))


def compose(rows: list[Row], folder: Path) -> str:
    """The page's text, in Markdown that also reads well as it stands."""
    units = [row.unit for row in rows]
    parts = [HEAD]
    if units:
        parts.append(f"{go_on(rows, folder)}\n")
    if own := own_notebook(units, folder):
        parts.append(own)
    if any(state.line for row in rows for state in row.states):
        parts.append(f"{total(rows)}.\n")
    parts.append("## The units\n")
    parts += [about(row, units, folder) for row in rows]
    return "\n".join([*parts, FOOT.format(**(ALONE if has_masters() else IN_A_CLASS))])


def go_on(rows: list[Row], folder: Path) -> str:
    """The line that leads to the first unit, or back to where the learner was."""
    begun = last_worked_on(folder, rows)
    if begun is None:
        return f"**Start here:** {link(rows[0].unit.title, rows[0].unit.name)}"
    if state := continue_here(rows, begun):
        return f"**Continue here:** {link(goal(state, rows), target(state))}"
    if any(row.states for row in rows):
        return goal(None, rows)
    return f"**Continue here:** {link(title_of(rows, begun), begun)}"


def title_of(rows: list[Row], name: str) -> str:
    return next(row.unit.title for row in rows if row.unit.name == name)


def own_notebook(units: list[Unit], folder: Path) -> str | None:
    """A line for the notebook saved last, where it is one that the learner made."""
    saved = last_saved(folder)
    if saved is None or saved.relative_to(folder).as_posix() in [unit.name for unit in units]:
        return None
    when = datetime.fromtimestamp(saved.stat().st_mtime)
    return f"Your own notebook, last saved {when:%Y-%m-%d at %H:%M}: {link(saved.stem, saved.relative_to(folder).as_posix())}\n"


def about(row: Row, units: list[Unit], folder: Path) -> str:
    unit = row.unit
    heading = f"{unit.number} · {link(unit.title, unit.name)}" if unit.number else link(unit.title, unit.name)
    titles = {other.folder: link(other.title, other.name) for other in reversed(units)}
    facts = [unit.gives[:1].upper() + unit.gives[1:].rstrip(".") + "."] if unit.gives else []
    if unit.minutes:
        facts.append(f"About {spoken_time(unit.minutes)}.")
    if unit.needs:
        facts.append(f"Builds on {' and '.join(titles.get(need, need.replace('_', ' ')) for need in unit.needs)}.")
    lines = [f"### {heading}\n"]
    if facts:
        lines.append("\n".join(facts) + "\n")
    if row.states:
        lines.append(f"{progress(row)}{to_be_graded(row)}\n")
    for copy in corrected(folder / unit.name):
        beside = f"{unit.folder}/{copy.name}"
        lines.append(f"> Corrected since you began: {link(copy.name, beside)}. Your own notebook is as you left it.\n")
    return "\n".join(lines)


def begun(row: Row) -> bool:
    return bool(row.grading) or any(state.line or state.written for state in row.states)


def to_be_graded(row: Row) -> str:
    """A link to the cell with the button, once something is done; empty where the notebook has none."""
    cells = [cell for cell in row.unit.cells if "grade_me.button(" in cell.source]
    return f" {link('Grade me', f'{row.unit.name}#cell-id={cells[-1].id}')}." if cells and begun(row) and has_masters() else ""


def progress(row: Row) -> str:
    """A unit's progress in one or two sentences; before the first check ran, how much there is to do."""
    if not begun(row):
        return f"{len(row.checked)} exercises, {number(row.possible)} points from visible checks."
    said = f"**Done: {counted(row)}.**"
    if row.grading:
        said += f" {graded(row)} {link('Read the feedback', row.grading.page)}."
    if row.failing:
        said += f" Failed when last run: {', '.join(link(state.exercise.name, target(state)) for state in row.failing)}."
    if row.left:
        said += f" Next: {link(row.left[0].exercise.name, target(row.left[0]))}."
    return said


def write_page(release: Path, folder: Path) -> Path:
    """Write the page into a held workspace. A page that somebody changed is kept under another name."""
    page, ours = folder / NAME, folder / WRITTEN
    written = ours.read_text().split() if ours.exists() else []
    if page.exists() and sha256(page.read_bytes()) not in written:
        page.rename(free_name(page, "yours"))
    text = compose(summarise(release, folder), folder).encode()
    # Remembered before it is written, with the one before it: a start cut short leaves no page unknown.
    write(ours, "\n".join([*written[-1:], sha256(text)]).encode())
    write(page, text)
    return page
