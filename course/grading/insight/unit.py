"""Everything that the report says of a unit beside its scores, in one pass over the graded notebooks."""

from collections import defaultdict
from dataclasses import dataclass, field

from course.grading import bank
from course.grading.course import Course
from course.grading.insight import likeness, misconceptions, statistics
from course.grading.insight.answers import Answer, answers
from course.grading.scores import Unit


@dataclass
class Insight:
    """``items``: item analysis; ``found``: misconceptions, None where the course has no bank for the unit; ``alike``:
    near-identical solutions by exercise; ``short``: how many solutions of an exercise are too short to be told apart."""

    unit: str
    items: list[statistics.Item]
    found: misconceptions.Found | None = None
    alike: dict[str, list[likeness.Alike]] = field(default_factory=dict)
    short: dict[str, int] = field(default_factory=dict)

    @property
    def several(self):
        return likeness.over_the_unit(self.alike)


def look(course: Course, unit: Unit) -> Insight:
    """Read what was handed in and graded of a unit, and say what it shows."""
    insight = Insight(unit.name, statistics.items(unit))
    matcher = misconceptions.Matcher(course, unit.name)
    codes: dict[str, dict[str, str]] = defaultdict(dict)
    failing: list[Answer] = []
    for line in unit.lines:
        for answer in answers(course, unit.name, line.learner):
            codes[answer.exercise][line.learner] = answer.code
            points = line.points.get(answer.exercise)
            if points and not points.waiting and points.total < unit.maximum(answer.exercise):
                failing.append(answer)
    if matcher.known:
        insight.found = misconceptions.find(matcher, failing)
    everybodys = _everybodys(course, unit.name, matcher)
    for exercise in unit.maxima:
        if exercise in codes:
            insight.alike[exercise], insight.short[exercise] = likeness.alike(exercise, codes[exercise], everybodys[exercise])
    return insight


def _everybodys(course: Course, unit: str, matcher: misconceptions.Matcher) -> dict[str, list[str]]:
    """By exercise the texts that anybody may share: the released notebook's code, the master's solution, the bank."""
    texts: dict[str, list[str]] = defaultdict(list)
    for step in ("release", "source"):
        if not any(course.folder(step, ".", unit).glob("*.ipynb")):
            continue
        books = bank.notebooks(course, step, unit).values()
        shown = [cell.source for nb in books for cell in nb.cells if cell.cell_type == "code"] if step == "release" else []
        for nb in books:
            for exercise, code in bank.solutions(unit, nb).items():
                texts[exercise] += [code, *shown]
    for exercise, variants in matcher.variants.items():
        texts[exercise] += [one.code for one in variants]
    return texts
