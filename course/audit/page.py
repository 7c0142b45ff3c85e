"""The audit of a unit as one HTML page that needs nothing but itself."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from course.audit import plots
from course.audit.judged import OUTCOMES, THRESHOLD, Exercise, killed, shortcomings
from course.errors import CourseError

TEMPLATES = Path(__file__).parent / "templates"


def write(unit: str, exercises: list[Exercise], path: Path) -> None:
    """Raises CourseError where the page cannot be written."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    summaries = {one.name: one.summary for one in exercises}
    page = environment.get_template("audit.html.j2").render(
        unit=unit,
        exercises=exercises,
        outcomes={name: plots.LOOKS[name][0] for name in OUTCOMES},
        total={key: sum(one[key] for one in summaries.values()) for key in next(iter(summaries.values())) if key != "digest"},
        killed=killed(list(summaries.values())),
        threshold=THRESHOLD,
        short=shortcomings(unit, summaries),
        pictures=[
            ("Who kills the mutants of each exercise", plots.by_exercise(exercises)),
            ("Who kills the mutants of each kind of fault", plots.by_kind(exercises)),
        ],
        spoken=plots.spoken(exercises),
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise CourseError(f"the audit cannot be written to {path}: {error.strerror}.") from None
