"""The class on the terminal: a table per unit, then who waits for a person, what was lost and what was refused."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from course.grading import ledger
from course.grading.scores import UNFINISHED, UNGRADED, Line, Unit

WIDTH = 100
# Learners as columns while they fit; a bigger class gets one row each, and exercises by number.
NAME_WIDTH = 10


def number(value: float) -> str:
    """``2`` for 2.0, ``1.5`` for 1.5, at most two places."""
    return f"{round(value, 2):g}"


def cell(line: Line, exercise: str) -> str:
    """An exercise's points: ``·`` without a score, ``?`` behind what waits for a person, ``†`` behind an old score."""
    points = line.points.get(exercise)
    if points is None:
        return "·"
    return number(points.total) + ("?" if points.waiting else "") + ("†" if line.stale else "")


def show(unit: Unit, console: Console) -> None:
    """Print a unit's table and lists."""
    console.print(scores(unit))
    for title, rows in lists(unit).items():
        if rows:
            console.print(f"\n[bold]{title}[/bold]")
            for learner, why in rows:
                console.print(f"  {escape(learner)}: {escape(why)}", highlight=False)
    if any(line.stale for line in unit.lines):
        console.print("\n† from an earlier grading", highlight=False)


def scores(unit: Unit) -> Table:
    """One row per learner and one narrow column per exercise, numbered; the numbers' names are the caption."""
    table = Table(
        title=f"{unit.name}: points by learner and exercise",
        caption="  ".join(f"{i} {name} ({number(unit.maximum(name))})" for i, name in enumerate(unit.maxima, 1)),
        caption_justify="left",
        title_justify="left",
        padding=(0, 0, 0, 1),
        width=None,
        box=None,
    )
    table.add_column("learner", no_wrap=True, overflow="ellipsis", max_width=22)
    for i, _ in enumerate(unit.maxima, 1):
        table.add_column(str(i), justify="right", no_wrap=True)
    table.add_column(f"of {number(unit.total)}", justify="right", no_wrap=True)
    table.add_column("state", no_wrap=True, overflow="ellipsis")
    for line in unit.lines:
        total = number(line.total) + ("†" if line.stale else "") if line.points else "·"
        table.add_row(escape(line.learner), *(cell(line, name) for name in unit.maxima), total, line.state)
    return table


def lists(unit: Unit) -> dict[str, list[tuple[str, str]]]:
    """By title: the learners to mention, each with a sentence."""
    def of(*states):
        return [(line.learner, line.reason) for line in unit.lines if line.state in states]

    return {
        "Needs a person": of(ledger.PERSON),
        "Graded with losses": of(ledger.LOSSES),
        "Refused": of(ledger.REFUSED),
        "Not graded": of(UNGRADED, UNFINISHED),
        "Mended": [(line.learner, note) for line in unit.lines for note in line.notes],
    }
