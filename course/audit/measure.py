"""One unit through the audit, exercise by exercise; what did not change since the last time is not tried again."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from course.audit import equivalent, mutants, operators, plan, trials
from course.audit.judged import Exercise, Judged, Tried
from course.audit.trials import Setting, Verdict
from course.errors import CourseError
from course.grading import bank
from course.grading.course import Course


def digests(course: Course, unit: str) -> dict[str, str]:
    """Exercise to a digest of everything that its verdicts lean on: its tests, the unit's solutions and the cells between
    them, its bank, the list of equivalent mutants, and the faults that are made."""
    books, found = plan.notebooks(course, unit), bank.variants(course.root, unit)
    known = {name: equivalent.read(course.root, unit, name) for name in plan.tested(books)}
    return {name: f"{_digest(name, books, found)}-{_hash(sorted(known[name].items()))}" for name in known}


def _hash(plain) -> str:
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:12]


def _digest(exercise: str, books: list[dict], found: dict) -> str:
    """Of everything that decides what trials give; the author's list is put to them afterwards."""
    cells = [
        (cell["kind"], cell["source"], cell["points"])
        for book in books
        for cell in book["cells"]
        if cell["kind"] in ("code", "solution") or cell["exercise"] == exercise
    ]
    variants = [(one.name, one.code) for one in found.get(exercise, [])]
    made = [Path(module.__file__).read_text(encoding="utf-8") for module in (mutants, operators)]
    return _hash([cells, variants, made])


def audit(
    course: Course, unit: str, kept: Path | None = None, only: set[str] | None = None, setting: Setting = Setting(),
    say: Callable[[str], None] = lambda text: None,
) -> list[Exercise]:  # fmt: skip
    """The exercises of a unit with all their trials.

    ``kept``: a file with what an earlier audit found, which is brought up to date; ``only``: these exercises and no other.
    Raises CourseError where the unit has no bank for an exercise, or the master fails its own tests.
    """
    books, found = plan.notebooks(course, unit), bank.variants(course.root, unit)
    solutions = plan.tested(books)
    if unknown := (only or set()) - set(solutions):
        raise CourseError(f"{unit} has no exercise '{sorted(unknown)[0]}'; there are: {', '.join(solutions)}.")
    before = _read(kept) if kept else {}
    now = {name: _digest(name, books, found) for name in solutions if not only or name in only}
    fresh = {name: before[name] for name in now if name in before and before[name].digest == now[name]}
    due = [name for name in now if name not in fresh]
    made = {name: mutants.mutants(name, solutions[name]) for name in due}
    codes = [(name, solutions[name]) for name in due]
    codes += [(name, one.code) for name in due for one in [*made[name], *found.get(name, [])]]
    if due:
        say(f"{unit}: {sum(map(len, made.values()))} mutants and {sum(len(found.get(name, [])) for name in due)} variants "
            f"of {len(due)} exercises are tried; {len(fresh)} exercises are as they were.")  # fmt: skip
    answers = iter(trials.run(books, codes, setting, course.folder("source", ".", unit)) if due else [])
    for name in due:
        said = next(answers)
        if any(verdict.kills for verdict in said.values()):
            raise CourseError(f"{unit}: the master's own solution of '{name}' loses points: {_first(said)}")
    for name in due:
        exercise = fresh[name] = Exercise(name, now[name])
        exercise.mutants = [Tried(one, next(answers)) for one in made[name]]
        exercise.variants = [Judged(one, next(answers)) for one in found.get(name, [])]
    for exercise in fresh.values():
        _compare(exercise, equivalent.read(course.root, unit, exercise.name))
    result = [fresh[name] for name in now]
    if kept:
        _write(kept, [fresh.get(name) or before[name] for name in solutions if name in fresh or name in before])
    return result


def _compare(exercise: Exercise, known: dict[tuple[str, str], str]) -> None:
    """Put the author's reasons to the mutants; an entry that speaks of none, or of a killed one, is stale."""
    exercise.known, exercise.stale = _hash(sorted(known.items())), []
    for tried in exercise.mutants:
        tried.reason = known.get(tried.mutant.key)
    for line, becomes in known:
        them = [tried for tried in exercise.mutants if tried.mutant.key == (line, becomes)]
        if not them:
            exercise.stale.append(f"'{line}' → '{becomes}': no such mutant is made any more")
        elif all(tried.outcome != "equivalent" for tried in them):
            exercise.stale.append(f"'{line}' → '{becomes}' is killed by the tests, so it is not equivalent")


def _first(verdicts) -> str:
    return next(verdict.message for verdict in verdicts.values() if verdict.kills).split("\n")[0]


def _write(path: Path, exercises: list[Exercise]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(one) for one in exercises], indent=0), encoding="utf-8")


def _read(path: Path) -> dict[str, Exercise]:
    """What an earlier audit wrote; nothing where it cannot be read, for then it is simply made again."""
    try:
        return {one["name"]: _exercise(one) for one in json.loads(path.read_text(encoding="utf-8"))}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _exercise(plain: dict) -> Exercise:
    def verdicts(one):
        return {part: Verdict(**verdict) for part, verdict in one["verdicts"].items()}

    return Exercise(
        plain["name"], plain["digest"],
        [Tried(mutants.Mutant(**one["mutant"]), verdicts(one), one["reason"]) for one in plain["mutants"]],
        [Judged(bank.Variant(**one["variant"]), verdicts(one)) for one in plain["variants"]],
    )  # fmt: skip
