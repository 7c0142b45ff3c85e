"""``course extension``: more time for one learner. Lateness and penalty follow at once; nothing is graded again."""

from datetime import timedelta

from nbgrader.api import MissingEntry

from course.errors import CourseError
from course.grading import late
from course.grading.course import Course
from course.grading.engine import one_writer


def add_arguments(parser) -> None:
    parser.add_argument("learner", nargs="?", help="who gets more time; without a name: list all extensions")
    parser.add_argument("unit", nargs="?", help="the unit")
    parser.add_argument("--hours", type=float, default=0.0, metavar="N", help="so many hours after the due date")
    parser.add_argument("--days", type=float, default=0.0, metavar="N", help="so many days, added to the hours")
    parser.add_argument("--none", action="store_true", help="take an extension back")


def run(args) -> int:
    """Returns 0. Raises CourseError for an unknown name, a unit without a due date, or no time."""
    course = Course()
    if args.learner is None:
        return show(course)
    if args.unit is None:
        raise CourseError("name the learner and the unit, as in: course extension amina neurons --days 2")
    course.choose_units(args.unit)
    extra = timedelta(hours=args.hours, days=args.days)
    if extra < timedelta(0) or (extra == timedelta(0)) != args.none:
        raise CourseError("say how much time, such as --hours 12 or --days 2, or --none to take an extension back.")
    with one_writer(course), course.gradebook() as gradebook:
        print(grant(course, gradebook, args.learner, args.unit, extra))
    return 0


def grant(course: Course, gradebook, learner: str, unit: str, extra: timedelta) -> str:
    """Give a learner so much time after the unit's due date, in place of any earlier extension; returns a sentence."""
    try:
        due = gradebook.find_assignment(unit).duedate
    except MissingEntry:
        raise CourseError(f"the gradebook has no record of unit '{unit}'; run: course release {unit}") from None
    if due is None:
        raise CourseError(
            f"'{unit}' has no due date to extend; give it one: nbgrader db assignment add {unit} --duedate '2030-01-31 18:00 UTC'"
        )
    known = {student.id for student in gradebook.students}
    if learner not in known and learner not in course.learners(unit):
        raise CourseError(
            f"there is no learner '{learner}'; one who has handed in nothing yet is made known with: nbgrader db student add {learner}"
        )
    gradebook.update_or_create_student(learner)
    submission = gradebook.update_or_create_submission(unit, learner)
    before = submission.total_seconds_late, submission.late_submission_penalty or 0.0
    submission.extension = extra or None
    gradebook.db.commit()
    late.settle(course, gradebook, unit, "the time was extended" if extra else "the extension was taken back", learner)
    after = submission.total_seconds_late, submission.late_submission_penalty or 0.0
    said = f"{learner} may hand in {unit} until {submission.duedate:%d %B %Y, %H:%M} UTC."
    if submission.timestamp is not None:
        said += f" Late: {before[0] / 3600:.1f} h → {after[0] / 3600:.1f} h; penalty: {before[1]:g} → {after[1]:g} points."
    return said


def show(course: Course) -> int:
    """Print every extension, a line each."""
    lines = []
    with course.gradebook() as gradebook:
        for assignment in gradebook.assignments:
            for submission in gradebook.assignment_submissions(assignment.name):
                if submission.extension:
                    lines.append(f"{submission.student_id}: {assignment.name} until {submission.duedate:%d %B %Y, %H:%M} UTC")
    print("\n".join(sorted(lines)) or "Nobody has an extension.")
    return 0
