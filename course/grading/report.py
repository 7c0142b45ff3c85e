"""``course report``: the class as CSV tables and as one HTML page that needs nothing but itself."""

import csv
import re
from datetime import datetime, timezone
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from course.errors import CourseError
from course.grading import scores, table
from course.grading.config import TEMPLATES
from course.grading.course import Course
from course.grading.insight import misconceptions, tables
from course.grading.insight.unit import Insight, look

COLUMNS = (
    "unit", "learner", "exercise", "check", "hidden", "manual", "points", "max", "state", "late_hours", "scored_at", "note",
)  # fmt: skip


def add_arguments(parser) -> None:
    parser.add_argument("unit", nargs="?", help="the unit; without it every unit that was handed in, in one report")
    parser.add_argument("--out", metavar="DIR", type=Path, help="where to write it (default: reports/ in the course)")


def run(args) -> int:
    """Returns 0, or 1 when nobody has handed in anything. Raises CourseError for an unknown unit."""
    course = Course()
    units = [scores.read(course, name) for name in course.choose_units(args.unit)]
    if not any(unit.lines for unit in units):
        print("Nobody has handed in anything yet, so there is nothing to report.")
        return 1
    insights = [look(course, unit) for unit in units]
    out = args.out or course.root / "reports"
    name = args.unit or "report"
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_csv(units, out / f"{name}.csv")
        for kind, (columns, rows_of) in tables.FILES.items():
            write_table(columns, rows_of(units, insights), out / f"{name}-{kind}.csv")
        write_page(units, out / f"{name}.html", insights)
    except OSError as error:
        raise CourseError(f"the report cannot be written to {out}: {error.strerror}.") from None
    for end in (".csv", *(f"-{kind}.csv" for kind in tables.FILES), ".html"):
        print((args.out or Path("reports")) / f"{name}{end}")
    return 0


def safe(text: str) -> str:
    """Text that a spreadsheet will not take for a formula (OWASP, "CSV injection"): a quote goes before it."""
    text = " ".join(text.split())
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "|", "%") else text


def rows(unit: scores.Unit):
    """One dictionary per learner and exercise; points are empty for who has none."""
    for line in unit.lines:
        note = [line.reason] if line.reason else []
        if line.stale:
            note.insert(0, "From an earlier grading.")
        for exercise in unit.maxima:
            points = line.points.get(exercise)
            parts = points.parts if points else {}
            yield {
                "unit": unit.name,
                "learner": safe(line.learner),
                "exercise": exercise,
                **{part: table.number(parts[part]) if part in parts else "" for part in ("check", "hidden", "manual")},
                "points": table.number(points.total) if points else "",
                "max": table.number(unit.maximum(exercise)),
                "state": line.state,
                "late_hours": f"{line.late_seconds / 3600:.1f}" if line.late_seconds else "",
                "scored_at": line.scored_at or "",
                "note": safe(" ".join(note + line.notes)),
            }


def write_csv(units: list[scores.Unit], path: Path) -> None:
    """UTF-8 with a byte-order mark, which spreadsheets need to read names right."""
    write_table(COLUMNS, (row for unit in units for row in rows(unit)), path)


def write_table(columns, found, path: Path) -> None:
    """Rows as a CSV file; no text in it is a formula."""
    with replacing(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows({key: plain(value) for key, value in row.items()} for row in found)


def plain(value):
    """A number as it is, also a negative one; any other text made safe."""
    return value if re.fullmatch(r"-?\d+(\.\d+)?", str(value)) else safe(str(value))


def write_page(units: list[scores.Unit], path: Path, insights: list[Insight] = ()) -> None:
    about = {insight.unit: insight for insight in insights}
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["points"] = table.number
    environment.globals["counts"] = misconceptions.counts
    page = environment.get_template("report.html.j2").render(
        units=[view(unit, about.get(unit.name)) for unit in units if unit.lines],
        made=datetime.now(timezone.utc).strftime("%d %B %Y, %H:%M UTC"),
    )
    with replacing(path) as part:
        part.write_text(page, encoding="utf-8")


def view(unit: scores.Unit, insight: Insight | None = None) -> dict:
    """What the page's template says of a unit."""
    totals = sorted(line.total for line in unit.lines if line.points)
    return {
        "unit": unit,
        "insight": insight,
        "states": _counts([line.state for line in unit.lines]),
        "median": totals[len(totals) // 2] if len(totals) % 2 else sum(totals[len(totals) // 2 - 1 :][:2]) / 2,
        "scored": len(totals),
        "bars": [{"name": name, "share": unit.difficulty(name)} for name in unit.maxima],
        "lists": {title: found for title, found in _lists(unit).items() if found},
        "stale": any(line.stale for line in unit.lines),
        "waiting": any(points.waiting for line in unit.lines for points in line.points.values()),
    }


def _lists(unit: scores.Unit) -> dict[str, list[tuple[str, str]]]:
    changed = [(one.learner, f"{one} ({one.at[:10]})") for one in unit.changes]
    return {**table.lists(unit), "Recorded scores that changed": changed}


def _counts(states: list[str]) -> str:
    return ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(states))


class replacing:
    """A file beside the one to write, which takes its place only when it is whole."""

    def __init__(self, path: Path):
        self.path, self.part = path, path.with_name(f".{path.name}.part")

    def __enter__(self) -> Path:
        return self.part

    def __exit__(self, kind, *_) -> None:
        if kind is None:
            self.part.replace(self.path)
        else:
            self.part.unlink(missing_ok=True)
