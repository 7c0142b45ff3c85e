"""Learners who never were: mixed abilities, half-finished, late and missing work, and two who wrote one solution together."""

import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from math import exp

from course.grading import bank, sample
from course.grading.course import Course

DUE = datetime(2026, 1, 31, 18, tzinfo=timezone.utc)
RIGHT, WRONG, STUB, HALF = "right", "wrong", "stub", "half"
# Wording of their own that no test minds, in front of a right solution; the second one only has other names.
OWN_WORDS = """def _roundabout_{0}(first_pile, second_pile):
    scratch_{0} = [pebble * 7 - 3 for pebble in first_pile if pebble is not None]
    while len(scratch_{0}) > 5 and second_pile:
        scratch_{0}.insert(len(scratch_{0}) // 2, second_pile.pop() ** 2 + len(first_pile))
    return sorted(scratch_{0}, key=lambda pebble: (pebble % 11, -pebble))


"""


@dataclass
class Submission:
    """What a learner hands in: the notebooks by name, what stands in each exercise, and how long after the due date."""

    notebooks: dict
    codes: dict[str, tuple[str, str]]  # exercise: (kind, the bank's name of the variant)
    late: timedelta
    leaning: set[str]  # exercises whose code calls another exercise's that is not right: two mistakes can undo each other


@dataclass
class Learner:
    name: str
    ability: float  # as in a Rasch model: the log-odds of a right answer to an exercise of middling difficulty
    submissions: dict[str, Submission] = field(default_factory=dict)


def learners(number: int, seed: int = 1) -> list[Learner]:
    draw = random.Random(seed)
    return [Learner(f"learner-{i:03}", draw.gauss(1.2, 1.2)) for i in range(number)]


def hand_out(course: Course, unit: str, everybody: list[Learner], seed: int = 1) -> list[str]:
    """Give each learner what they will hand in of a unit. One in twelve hands in nothing, one in six is late, and the first two
    wrote one exercise together. Returns the names of those with nothing."""
    found = {exercise: them for exercise, them in bank.variants(course.root, unit).items() if them}
    blank, masters = bank.notebooks(course, "release", unit), bank.notebooks(course, "source", unit)
    draw = random.Random(f"{seed} {unit}")
    hard = {exercise: draw.gauss(0, 0.8) for exercise in found}
    together = next(exercise for exercise, them in found.items() if any("def " in one.code for one in them))
    nothing = []
    for i, learner in enumerate(everybody):
        if i % 12 == 11:
            nothing.append(learner.name)
            continue
        codes = {exercise: _answer(draw, learner, hard[exercise], them) for exercise, them in found.items()}
        if i == 2:  # somebody gets everything right
            codes = {exercise: (RIGHT, them[0].name, them[0].code) for exercise, them in found.items()}
        filled = {exercise: code for exercise, (_, _, code) in codes.items() if code is not None}
        if i < 2:
            right = next(one for one in found[together] if one.right)
            words = OWN_WORDS.format("ab"[i]) if i == 0 else OWN_WORDS.format("a").replace("pebble", "stone").replace("pile", "heap")
            filled[together] = words + right.code
            codes[together] = (RIGHT, right.name, filled[together])
        notebooks = {name: bank.fill(unit, nb, filled) for name, nb in blank.items()}
        if i % 2 == 0:
            for name, master in masters.items():
                sample._answer(notebooks[name], master)
        late = timedelta(hours=draw.choice([2, 20, 30, 50])) if i % 6 == 4 else -timedelta(hours=draw.randint(1, 100))
        kinds = {exercise: (kind, name) for exercise, (kind, name, _) in codes.items()}
        learner.submissions[unit] = Submission(notebooks, kinds, late, _leaning(codes, found))
    return nothing


def _leaning(codes, found) -> set[str]:
    doubtful = {
        exercise: set(re.findall(r"(?m)^(?:def|class) (\w+)", found[exercise][0].code)) for exercise, (kind, *_) in codes.items() if kind != RIGHT
    }
    return {
        exercise
        for exercise, (*_, code) in codes.items()
        if any(other != exercise and names & set(re.findall(r"\w+", code or "")) for other, names in doubtful.items())
    }


def _answer(draw, learner: Learner, hard: float, variants) -> tuple[str, str, str | None]:
    right, wrong = ([one for one in variants if one.right is kind] for kind in (True, False))
    if draw.random() < 1 / (1 + exp(hard - learner.ability)) or not wrong:
        one = draw.choice(right)
        return RIGHT, one.name, one.code
    how = draw.choices([WRONG, STUB, HALF], [6, 1, 1])[0]
    if how == STUB:
        return STUB, "", None
    if how == HALF:
        lines = right[0].code.split("\n")
        return HALF, "", "\n".join(lines[: max(1, len(lines) // 2)])
    one = draw.choice(wrong)
    return WRONG, one.name, one.code
