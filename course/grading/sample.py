"""``course sample``: a class of learners who never were, from the masters and the bank, to try the grading on."""

import hashlib
import json

import nbformat
from nbformat.v4 import new_code_cell
from nbgrader.utils import is_grade, is_solution

from course.errors import CourseError
from course.grading import bank
from course.grading.course import Course, solution_of
from course.grading.intake import grade_id
from course.grading.regions import released

MARK = "course_sample"
WARN = (
    "import functools\nimport sys\nimport warnings\n\n"
    "print('training starts', file=sys.stderr)\nwarnings.warn('this is only a warning')"
)


def add_arguments(parser) -> None:
    parser.add_argument("unit", nargs="?", help="the unit to write the class for; without it every unit with a bank")


def run(args) -> int:
    """Returns 0, or 1 when a folder was left alone because a real learner's work is in it."""
    course = Course()
    units = bank.units(course.root)
    if args.unit:
        if args.unit not in course.units():
            raise CourseError(f"there is no unit '{args.unit}'; there are: {', '.join(course.units()) or 'none yet'}.")
        units = [args.unit]
    if not units:
        raise CourseError("tests/bank holds no solutions yet, and a sample class is made from them.")
    left = 0
    for unit in units:
        written, same, kept = write_class(course, unit)
        print(f"{unit}: {written} submissions written, {same} were there already.")
        for learner in kept:
            print(f"submitted/{learner}/{unit} holds work that the sample class did not write; it was left as it is.")
        left += len(kept)
    return 1 if left else 0


def write_class(course: Course, unit: str) -> tuple[int, int, list[str]]:
    """Write the sample class of a unit. Returns how many were written, how many were there, and who was left alone."""
    written, same, kept = 0, 0, []
    for learner, filled in sample_class(course, unit).items():
        place = course.folder("submitted", learner, unit)
        states = {name: _state(place / f"{name}.ipynb", nb) for name, nb in filled.items()}
        if "foreign" in states.values() or _others(place, filled):
            kept.append(learner)
        elif set(states.values()) == {"same"}:
            same += 1
        else:
            bank.hand_in(course, learner, unit, filled)
            written += 1
    return written, same, kept


def is_made_up(course: Course, unit: str, learners: list[str]) -> bool:
    """Whether what these learners handed in is the sample class's own, cell for cell, with nothing beside it."""
    try:
        ours = sample_class(course, unit)
    except CourseError:  # no bank, no sample
        return False
    return all(
        learner in ours
        and not _others(place := course.folder("submitted", learner, unit), ours[learner])
        and all(_state(place / f"{name}.ipynb", nb) == "same" for name, nb in ours[learner].items())
        for learner in learners
    )


def sample_class(course: Course, unit: str) -> dict[str, dict]:
    """Learner to notebooks: two right (also in what a person marks), four wrong in different ways, one half done, one blank, one noisy, one torn."""
    found = bank.variants(course.root, unit)
    if not any(found.values()):
        raise CourseError(f"tests/bank/{unit} holds no solutions, and the sample class is made from them.")
    blank = bank.notebooks(course, "release", unit)
    exercises = [name for nb in blank.values() for name in bank.solutions(unit, nb) if name in found]
    right = {name: [one.code for one in found[name] if one.right] for name in exercises}
    wrong = {name: [one.code for one in found[name] if not one.right] for name in exercises}

    def good(k=0):
        return {name: codes[k % len(codes)] for name, codes in right.items() if codes}

    def bad(step, start, k):
        chosen = [name for name in exercises[start::step] if wrong[name]]
        return good() | {name: wrong[name][k % len(wrong[name])] for name in chosen}

    codes = {
        "amina": good(0),
        "bruno": good(1),
        "chen": bad(len(exercises), 0, 0),
        "dalia": bad(3, 1, 1),
        "emil": bad(2, 0, 2),
        "fatou": bad(1, 0, 0),
        "goran": {name: good()[name] for name in exercises[: (len(exercises) + 1) // 2] if name in good()},
        "hana": {},
        "ines": good(0),
        "jonas": good(1),
    }
    whole = {learner: {name: bank.fill(unit, nb, code) for name, nb in blank.items()} for learner, code in codes.items()}
    for learner in ("amina", "bruno"):
        for name, master in bank.notebooks(course, "source", unit).items():
            _answer(whole[learner][name], master)
    for nb in whole["ines"].values():
        nb.cells.insert(_after_imports(nb), new_code_cell(WARN, id="sample-warning"))
        _shout(nb, unit)
    first = next(iter(whole["jonas"].values()))
    first.cells.remove(next(cell for cell in first.cells if is_grade(cell) and cell.cell_type == "code"))
    for filled in whole.values():
        for nb in filled.values():
            nb.metadata[MARK] = _digest(nb)
    return whole


def _answer(nb, master) -> None:
    """The author's model answers where a person marks a text, so that somebody waits for a person."""
    answers = {grade_id(cell): cell.source for cell in master.cells if cell.cell_type == "markdown" and is_solution(cell)}
    for cell in nb.cells:
        if cell.cell_type == "markdown" and grade_id(cell) in answers:
            lines = released(answers[grade_id(cell)]).split("\n")
            cell.source = "\n".join(line for line in lines if "BEGIN SOLUTION" not in line and "END SOLUTION" not in line)


def _after_imports(nb) -> int:
    return next(i for i, cell in enumerate(nb.cells) if cell.cell_type == "code") + 1


def _shout(nb, unit: str) -> None:
    """Let every function of the learner's write to stderr each time a test calls it: right, and noisy."""
    for cell in nb.cells:
        if cell.cell_type == "code" and is_solution(cell):
            name = solution_of(unit, grade_id(cell)).replace("-", "_")
            if f"def {name}(" in cell.source:
                cell.source += (
                    f"\n\n\n_quiet_{name} = {name}\n\n\n@functools.wraps(_quiet_{name})\ndef {name}(*args, **kwargs):\n"
                    f"    print('calling {name}', file=sys.stderr)\n    return _quiet_{name}(*args, **kwargs)"
                )


def _digest(nb) -> str:
    """A digest of everything but the mark itself and what running the notebook leaves behind."""
    cells = [(cell.cell_type, cell.source, cell.metadata.get("nbgrader")) for cell in nb.cells]
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()


def _state(path, nb) -> str:
    """``new``, ``same``, ``old`` (written by an earlier sample and untouched since) or ``foreign``."""
    if not path.exists():
        return "new"
    try:
        there = nbformat.read(path, as_version=4)
        mark = there.metadata.get(MARK)
    except Exception:  # whatever is wrong with it, the sample class did not write it
        return "foreign"
    if mark != _digest(there):
        return "foreign"
    return "same" if mark == nb.metadata[MARK] else "old"


def _others(place, filled) -> list[str]:
    """Files that the sample class does not have: somebody put them there."""
    return [path.name for path in place.glob("*") if path.stem not in filled and path.name != ".ipynb_checkpoints"]
