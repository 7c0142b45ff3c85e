"""The class on the terminal: a table per unit, then who waits for a person, what was lost and what was refused."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from course.grading import ledger
from course.grading.scores import UNFINISHED, UNGRADED, Line, Unit

WIDTH = 100
LEARNER_WIDTH = 22
COLOURS = {ledger.LOSSES: "yellow", ledger.PERSON: "cyan", ledger.REFUSED: "red", UNGRADED: "red", UNFINISHED: "red"}


def number(value: float) -> str:
    """``2`` for 2.0, ``1.5`` for 1.5, at most two places."""
    return f"{round(value, 2):g}"


def score(line: Line, exercise: str) -> str:
    """An exercise's points: ``·`` without a score, ``?`` behind what waits for a person, ``†`` behind an old score."""
    points = line.points.get(exercise)
    if points is None:
        return "·"
    return number(points.total) + ("?" if points.waiting else "") + ("†" if line.stale else "")


def total(line: Line) -> str:
    return number(line.total) + ("†" if line.stale else "") if line.points else "·"


def show(unit: Unit, console: Console) -> None:
    """Print a unit's tables and lists, within the console's width."""
    console.print(Text(f"{unit.name}: points by learner and exercise", style="bold"))
    heads = {name: f"{name} ({number(unit.maximum(name))})" for name in unit.maxima}
    if len(blocks(unit, heads, console.width)) > 1:
        legend = [f"{i} {head}" for i, head in enumerate(heads.values(), 1)]
        heads = {name: str(i) for i, name in enumerate(heads, 1)}
    else:
        legend = []
    found = blocks(unit, heads, console.width)
    for block in found:
        console.print(grid(unit, heads, block, last=block is found[-1]))
    if legend:
        console.print(Text(flow(legend, console.width), style="dim"))
    if any(line.stale for line in unit.lines):
        console.print(Text("† from an earlier grading", style="dim"))
    if any(points.waiting for line in unit.lines for points in line.points.values()):
        console.print(Text("? waits for a person", style="dim"))
    for title, rows in lists(unit).items():
        if rows:
            console.print(f"\n[bold]{title}[/bold]")
            for learner, why in rows:
                console.print(f"  {escape(learner)}: {escape(why)}", highlight=False)


def blocks(unit: Unit, heads: dict[str, str], width: int) -> list[list[str]]:
    """The exercises in as few groups as fit side by side; the last one also carries the total and the state."""
    learner = min(LEARNER_WIDTH, max([len(line.learner) for line in unit.lines] + [7]))
    tail = max([len(f"of {number(unit.total)}")] + [len(total(line)) for line in unit.lines])
    tail += max([len(line.state) for line in unit.lines] + [5]) + 3
    found, room = [[]], width - learner - tail
    for name in unit.maxima:
        need = max([len(heads[name])] + [len(score(line, name)) for line in unit.lines]) + 1
        if need > room and found[-1]:
            found.append([])
            room = width - learner - tail
        found[-1].append(name)
        room -= need
    return found


def grid(unit: Unit, heads: dict[str, str], block: list[str], last: bool) -> Table:
    """One row per learner and one column per exercise of the block."""
    table = Table(padding=(0, 0, 0, 1), pad_edge=False, box=None)
    table.add_column("learner", no_wrap=True, overflow="ellipsis", max_width=LEARNER_WIDTH)
    for name in block:
        table.add_column(heads[name], justify="right", no_wrap=True)
    if last:
        table.add_column(f"of {number(unit.total)}", justify="right", no_wrap=True)
        table.add_column("state", no_wrap=True)
    for line in unit.lines:
        state = Text(line.state, style=COLOURS.get(line.state, ""))
        table.add_row(escape(line.learner), *(score(line, name) for name in block), *((total(line), state) if last else ()))
    return table


def flow(items: list[str], width: int) -> str:
    """The items in columns of one width, read downwards."""
    cell = max(map(len, items)) + 2
    columns = max(1, width // cell)
    rows = -(-len(items) // columns)
    return "\n".join("".join(item.ljust(cell) for item in items[row::rows]).rstrip() for row in range(rows))


def lateness(line: Line) -> str:
    """How late, and what it cost."""
    cost = f", {number(line.penalty)} points taken off" if line.penalty else ", nothing taken off"
    return f"{line.late_seconds / 3600:.1f} h{cost}."


def lists(unit: Unit) -> dict[str, list[tuple[str, str]]]:
    """By title: the learners to mention, each with a sentence."""

    def of(*states):
        return [(line.learner, line.reason) for line in unit.lines if line.state in states]

    return {
        "Needs a person": of(ledger.PERSON),
        "Graded with losses": of(ledger.LOSSES),
        "Refused": of(ledger.REFUSED),
        "Not graded": of(UNGRADED, UNFINISHED),
        "Late": [(line.learner, lateness(line)) for line in unit.lines if line.late_seconds],
        "Mended": [(line.learner, note) for line in unit.lines for note in line.notes],
    }
