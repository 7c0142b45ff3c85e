"""The misconceptions met: answers that lost points, matched to the wrong variants of the bank.

An answer matches a variant whose normal form it has (``same code``); else one on which the tests fail alike (``same
failure``: the same message of the visible check and the same failed properties of the hidden tests). Several variants may fail
alike; then all of them are named. What matches none is counted, and is what an author may want to add to the bank.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from course.grading import bank
from course.grading.course import Course
from course.grading.insight import failures
from course.grading.insight.answers import UNWRITTEN, Answer
from course.grading.insight.normal import form

CODE, FAILURE = "same code", "same failure"
EMPTY, RIGHT, UNKNOWN = "nothing written", "a right solution that leans on something wrong", "not in the bank"


@dataclass
class Met:
    """A misconception met in an exercise. ``names``: the variants it may be, in words; ``symptoms``: what their files say;
    ``learners``: who met it, by how sure that is."""

    exercise: str
    names: tuple[str, ...]
    symptoms: tuple[str, ...]
    learners: dict[str, list[str]] = field(default_factory=lambda: {CODE: [], FAILURE: []})

    @property
    def count(self) -> int:
        return sum(map(len, self.learners.values()))


@dataclass
class Found:
    """What was met in a unit: misconceptions, the commonest first, and by exercise the learners of the other answers that
    lost points, under EMPTY, RIGHT and UNKNOWN."""

    met: list[Met]
    others: dict[str, dict[str, list[str]]]


class Matcher:
    """Matches one unit's answers. ``known`` is false where the course has no bank for the unit."""

    def __init__(self, course: Course, unit: str):
        self.variants = bank.variants(course.root, unit)
        self.known = any(self.variants.values())
        self.by_form = {
            (one.exercise, form(one.code)): one for variants in self.variants.values() for one in reversed(variants)
        }
        self.by_failure: dict[tuple[str, str], list[bank.Variant]] = defaultdict(list)
        recorded = failures.read(course.root, unit)
        for exercise, variants in self.variants.items():
            for one in variants:
                if mark := recorded.get(exercise, {}).get(one.name):
                    self.by_failure[exercise, mark].append(one)
        self.released = {
            exercise: form(code)
            for nb in (bank.notebooks(course, "release", unit).values() if self.known and _released(course, unit) else ())
            for exercise, code in bank.solutions(unit, nb).items()
        }

    def match(self, answer: Answer) -> tuple[str, list[bank.Variant]]:
        """How sure it is (CODE or FAILURE) and the variants, or one of the other words and none."""
        shape = form(answer.code)
        if shape == self.released.get(answer.exercise) or not shape or _unwritten(answer):
            return EMPTY, []
        if one := self.by_form.get((answer.exercise, shape)):
            return (RIGHT, []) if one.right else (CODE, [one])
        if alike := self.by_failure.get((answer.exercise, failures.mark(answer.said))):
            return FAILURE, alike
        return UNKNOWN, []


def find(matcher: Matcher, failing: Iterable[Answer]) -> Found:
    """Match the answers that lost points."""
    met: dict[tuple, Met] = {}
    others: dict[str, dict[str, list[str]]] = {}
    for answer in failing:
        how, variants = matcher.match(answer)
        if not variants:
            others.setdefault(answer.exercise, defaultdict(list))[how].append(answer.learner)
            continue
        key = (answer.exercise, *(one.name for one in variants))
        if key not in met:
            met[key] = Met(answer.exercise, tuple(map(words, variants)), tuple(one.symptom for one in variants))
        met[key].learners[how].append(answer.learner)
    return Found(sorted(met.values(), key=lambda one: -one.count), others)


def words(variant: bank.Variant) -> str:
    """``for greater`` for ``wrong_for_greater``: the misconception's name, which its author chose."""
    return variant.name.removeprefix("wrong_").replace("_", " ")


def counts(found: Found) -> Counter:
    """How many answers ended under each word."""
    total = Counter({how: sum(len(one.learners[how]) for one in found.met) for how in (CODE, FAILURE)})
    for by_word in found.others.values():
        total.update({word: len(learners) for word, learners in by_word.items()})
    return total


def _unwritten(answer: Answer) -> bool:
    return any(UNWRITTEN in text.split(":")[0] for text in answer.said.values()) and "NotImplementedError" in answer.code


def _released(course: Course, unit: str) -> bool:
    return any(course.folder("release", ".", unit).glob("*.ipynb"))
