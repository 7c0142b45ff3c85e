"""What learners answered: the code of their solution cells and what the tests said, from the graded notebooks."""

import json
import re
from dataclasses import dataclass, field

from course.grading.course import Course, exercise_of, solution_of

_NUMBER = re.compile(r"-?\d+\.\d+(?:e[-+]?\d+)?|-?\d+e[-+]?\d+")
_PLACE = re.compile(r" line \d+ of the cell.*?(?= expected |$)")  # it quotes the learner's own line
UNWRITTEN = "NotImplementedError"


@dataclass
class Answer:
    """One learner's solution of one exercise; ``said`` maps ``check`` and ``hidden`` to the errors that they ended with."""

    learner: str
    exercise: str
    code: str
    said: dict[str, str] = field(default_factory=dict)


def answers(course: Course, unit: str, learner: str) -> list[Answer]:
    """The answers of a graded submission, in the order of the notebooks; none where nothing of it was graded."""
    found: dict[str, Answer] = {}
    for path in sorted(course.folder("autograded", learner, unit).glob("*.ipynb")):
        try:
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        except (OSError, ValueError, KeyError):
            continue
        for cell in cells:
            mark = cell.get("metadata", {}).get("nbgrader", {})
            if cell["cell_type"] != "code" or not mark.get("grade_id"):
                continue
            if mark.get("solution"):
                exercise = solution_of(unit, mark["grade_id"])
                found[exercise] = Answer(learner, exercise, _text(cell["source"]))
            elif mark.get("grade"):
                exercise, part = exercise_of(unit, mark["grade_id"])
                error = next((one for one in cell.get("outputs", []) if one["output_type"] == "error"), None)
                if error and exercise in found:
                    found[exercise].said[part] = f"{error['ename']}: {error['evalue']}"
    return list(found.values())


def _text(source) -> str:
    return source if isinstance(source, str) else "".join(source)


def failure(part: str, message: str) -> str:
    """What stays of a test's message when the same fault is met in another learner's code; empty for none.

    Of the hidden tests, whose inputs differ from learner to learner, the properties that failed; of the visible check, whose
    inputs do not, what was called, got and expected, with numbers to three digits and without line breaks. The likely cause
    follows from these, and its wording changes.
    """
    failed = [" ".join(line.split(" (")[0].split()) for line in message.split("\n") if "✗" in line]
    if part == "hidden" and failed:
        return "\n".join(failed)
    facts = message.split("\nlikely cause")[0].split("\nreread")[0]
    return _PLACE.sub("", " ".join(_NUMBER.sub(lambda found: f"{float(found[0]):.3g}", facts).split()))
