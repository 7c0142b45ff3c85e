"""``course report``: the class as a CSV table and as one HTML page that needs nothing but itself."""

import csv
from datetime import datetime, timezone
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from course.errors import CourseError
from course.grading import scores, table
from course.grading.config import TEMPLATES
from course.grading.course import Course

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
    out = args.out or course.root / "reports"
    name = args.unit or "report"
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_csv(units, out / f"{name}.csv")
        write_page(units, out / f"{name}.html")
    except OSError as error:
        raise CourseError(f"the report cannot be written to {out}: {error.strerror}.") from None
    for kind in ("csv", "html"):
        print((args.out or Path("reports")) / f"{name}.{kind}")
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
    with _replacing(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for unit in units:
            writer.writerows(rows(unit))


def write_page(units: list[scores.Unit], path: Path) -> None:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["points"] = table.number
    page = environment.get_template("report.html.j2").render(
        units=[view(unit) for unit in units if unit.lines],
        made=datetime.now(timezone.utc).strftime("%d %B %Y, %H:%M UTC"),
    )
    with _replacing(path) as part:
        part.write_text(page, encoding="utf-8")


def view(unit: scores.Unit) -> dict:
    """What the page's template says of a unit."""
    totals = sorted(line.total for line in unit.lines if line.points)
    return {
        "unit": unit,
        "states": _counts([line.state for line in unit.lines]),
        "median": totals[len(totals) // 2] if len(totals) % 2 else sum(totals[len(totals) // 2 - 1 :][:2]) / 2,
        "scored": len(totals),
        "bars": [{"name": name, "share": unit.difficulty(name)} for name in unit.maxima],
        "lists": {title: found for title, found in table.lists(unit).items() if found},
        "stale": any(line.stale for line in unit.lines),
        "waiting": any(points.waiting for line in unit.lines for points in line.points.values()),
    }


def _counts(states: list[str]) -> str:
    return ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(states))


class _replacing:
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
