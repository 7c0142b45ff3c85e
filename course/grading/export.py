"""``course export``: each learner's points by unit, as a file that a learning platform takes."""

import csv
import io
from pathlib import Path

from course.errors import CourseError
from course.grading import ledger, lms, scores, table
from course.grading.course import Course
from course.grading.report import plain, replacing


def add_arguments(parser) -> None:
    parser.add_argument("unit", nargs="?", help="the unit; without it every unit that was handed in, a column each")
    parser.add_argument("--for", dest="kind", choices=lms.KINDS, default="plain", help="whose file (default: a plain table)")
    parser.add_argument("--roster", metavar="FILE", type=Path, help="the platform's own export, to put the points into")
    parser.add_argument("--out", metavar="FILE", type=Path, help="where to write it (default: reports/scores-<platform>.csv)")
    parser.add_argument("--provisional", action="store_true", help="also points that wait for a person, or are of an earlier grading")
    parser.add_argument("--zero", action="store_true", help="0 instead of nothing for who has not handed in")


def run(args) -> int:
    """Returns 0, or 1 when points were left out or learners do not match. Raises CourseError for an unknown unit or a bad roster."""
    course = Course()
    units = [scores.read(course, name) for name in course.choose_units(args.unit)]
    if not units:
        raise CourseError("nobody has handed in anything yet, so there is nothing to export.")
    learners, left_out = collect(course, units, args.provisional, args.zero)
    maxima = {unit.name: table.number(unit.total) for unit in units}
    status = 0
    if args.roster:
        roster = lms.read_roster(args.roster)
        missing, unknown = lms.fill(args.kind, roster, learners, maxima)
        for names, what in ((missing, "not in the roster, so not exported"), (unknown, "in the roster and unknown to the course")):
            if names:
                print(f"{len(names)} {what}: {', '.join(names)}.")
                status = 1
        text, encoding = roster.text(), roster.encoding
    else:
        text, encoding = _text(lms.table(args.kind, learners, maxima)), "utf-8" if args.kind == "canvas" else "utf-8-sig"
    out = args.out or course.root / "reports" / f"scores-{args.kind}.csv"
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with replacing(out) as part:
            part.write_text(text, encoding=encoding)
    except OSError as error:
        raise CourseError(f"{out} cannot be written: {error.strerror}.") from None
    for why, names in left_out.items():
        print(f"{len(names)} left empty, since {why}: {', '.join(names)}. To take them all the same: --provisional")
        status = 1
    print(args.out or Path("reports") / out.name)
    return status


def collect(course: Course, units: list[scores.Unit], provisional: bool, zero: bool):
    """Everybody in the gradebook or with work handed in, with their final points; and what was left out, by reason."""
    with course.gradebook() as gradebook:
        learners = {
            one.id: lms.Learner(one.id, one.first_name or "", one.last_name or "", one.email or "", one.lms_user_id or "", {})
            for one in gradebook.students
        }
    left_out: dict[str, list[str]] = {}
    for unit in units:
        for line in unit.lines:
            learner = learners.setdefault(line.learner, lms.Learner(line.learner, points={}))
            if not line.points:
                if line.state != scores.UNGRADED or line.learner in course.learners(unit.name):
                    left_out.setdefault("there is no score yet", []).append(f"{line.learner} ({unit.name})")
                continue
            why = "they wait for a person" if line.state == ledger.PERSON else "they are of an earlier grading" if line.stale else ""
            if why and not provisional:
                left_out.setdefault(why, []).append(f"{line.learner} ({unit.name})")
            else:
                learner.points[unit.name] = table.number(max(0.0, line.total))
    if zero:
        for unit in units:
            present = {line.learner for line in unit.lines if line.points} | set(course.learners(unit.name))
            for one in learners.values():
                if one.id not in present:
                    one.points[unit.name] = "0"
    return [learners[name] for name in sorted(learners)], left_out


def _text(rows: list[list[str]]) -> str:
    out = io.StringIO()
    # The row that Canvas looks for begins with blanks, which `safe` would take away; it is our own text.
    csv.writer(out, lineterminator="\n").writerows(
        [cell if cell.startswith("    Points") else plain(cell) for cell in row] for row in rows
    )
    return out.getvalue()
