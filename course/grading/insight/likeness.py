"""Near-identical solutions: pairs and groups whose own wording is nearly the same, as a reason to look and not a verdict.

Fingerprints are chosen by winnowing (S. Schleimer, D. S. Wilkerson and A. Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003) over the tokens of the normal form, so that renamed variables and comments hide nothing. What
stands in the released notebook, in the master or in the bank says nothing about two learners and is discounted, and so is
what a good part of the class wrote. An inverted index finds the pairs, so that time and memory grow with the class and not with
its square.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import log

from course.grading.insight.normal import form, plain, tokens

GRAM = 6  # tokens: shorter ones any two right solutions share
WINDOW = 4  # a shared run of GRAM + WINDOW - 1 tokens is always seen
OWN = 6  # fingerprints of its own that a solution must have: about a dozen tokens more than what everybody writes
THRESHOLD = 0.7  # of the weight of the smaller one's own fingerprints
COMMON = 0.1  # what a tenth of the different solutions hold is the field's way to write it
FEW = 5  # but never fewer than these
RARE = 12  # holders: pairs are looked for among those who share what so few have, which keeps the work proportional to the class


@dataclass
class Alike:
    """Learners whose solutions of an exercise are alike. ``share``: the weight of the own fingerprints that they have in
    common, from 0 to 1; 1 also for solutions that are the same but for names. ``own``: how many of these there are."""

    exercise: str
    learners: tuple[str, ...]
    share: float
    own: int


def alike(exercise: str, codes: dict[str, str], discounted: Iterable[str] = ()) -> tuple[list[Alike], int]:
    """Groups of learners with the same solution, and pairs of them with nearly the same, the likest first.

    ``codes``: learner to code; ``discounted``: texts that everybody has. Also returns how many of the solutions were too short
    to be told apart, when nothing but what everybody writes was left.
    """
    # Both ways: half of such a text, which is no Python, keeps its names.
    known = set().union(*(fingerprints(shape(text)) for text in discounted for shape in (form, plain)))
    same: dict[str, list[str]] = defaultdict(list)
    for learner, code in codes.items():
        same[form(code)].append(learner)
    own = {shape: fingerprints(shape) - known for shape in same}
    holders: dict[int, list[str]] = defaultdict(list)
    for shape, found in own.items():
        for one in found:
            holders[one].append(shape)
    most = max(FEW, COMMON * len(same))
    weight = {one: 1 - log(len(those)) / log(most + 1) for one, those in holders.items() if len(those) <= most}
    own = {shape: {one for one in found if one in weight} for shape, found in own.items()}
    long = {shape for shape, found in own.items() if len(found) >= OWN}
    result = [
        Alike(exercise, tuple(sorted(same[shape])), 1.0, len(own[shape])) for shape in sorted(long) if len(same[shape]) > 1
    ]
    result += _pairs(exercise, same, own, holders, weight, long)
    short = sum(len(learners) for shape, learners in same.items() if shape not in long)
    return sorted(result, key=lambda one: (-one.share, -one.own, one.learners)), short


def _pairs(exercise, same, own, holders, weight, long) -> list[Alike]:
    pairs = set()
    for one in weight:
        if len(holders[one]) <= RARE:
            pairs.update(combinations(sorted(shape for shape in holders[one] if shape in long), 2))
    total = {shape: sum(weight[one] for one in own[shape]) for shape in long}
    found = []
    for a, b in pairs:
        ones = own[a] & own[b]
        share = sum(weight[one] for one in ones) / min(total[a], total[b])
        if share >= THRESHOLD and len(ones) >= OWN:
            # One of each group is enough: its others wrote the same, and are listed as a group.
            found.append(Alike(exercise, tuple(sorted((min(same[a]), min(same[b])))), share, len(ones)))
    return found


def fingerprints(shape: str) -> set[int]:
    """The fingerprints of a normal form: of each WINDOW hashes of GRAM tokens in a row, the smallest."""
    words = tokens(shape)
    hashes = [_hash(" ".join(words[i : i + GRAM])) for i in range(len(words) - GRAM + 1)]
    if len(hashes) <= WINDOW:
        return {min(hashes)} if hashes else set()
    return {min(hashes[i : i + WINDOW]) for i in range(len(hashes) - WINDOW + 1)}


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")  # the same in every process


def over_the_unit(found: dict[str, list[Alike]]) -> list[tuple[tuple[str, str], list[Alike]]]:
    """Pairs of learners that are alike in more than one exercise, with these exercises, the most first."""
    pairs: dict[tuple[str, str], dict[str, Alike]] = defaultdict(dict)
    for exercise, groups in found.items():
        for group in groups:
            if len(group.learners) <= 2 * FEW:  # of a large group the table tells, pair by pair it would be its square
                for pair in combinations(sorted(group.learners), 2):
                    pairs[pair].setdefault(exercise, group)
    several = [(pair, list(by.values())) for pair, by in pairs.items() if len(by) > 1]
    return sorted(several, key=lambda one: (-len(one[1]), one[0]))
