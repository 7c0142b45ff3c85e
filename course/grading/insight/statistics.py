"""Item analysis of a unit: how hard each exercise was, and how well it tells apart who knows from who does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from course.grading.scores import Unit

FEWEST = 3  # learners; a correlation of two is 1 or -1 whatever they did
BINS = 5


@dataclass
class Item:
    """One exercise. ``difficulty``: the mean share of its points, from 0 to 1, of those who were marked (None: nobody).

    ``discrimination``: see :func:`corrected_item_total`. ``bars``: how many learners got no points, up to a quarter,
    a half, three quarters, less than all, and all of them: ``BINS + 1`` counts.
    """

    exercise: str
    maximum: float
    marked: int
    difficulty: float | None
    discrimination: float | None
    bars: list[int]


def items(unit: Unit) -> list[Item]:
    """The exercises in the order of the unit."""
    found = []
    for exercise in unit.maxima:
        marked = [line for line in unit.lines if exercise in line.points and not line.points[exercise].waiting]
        maximum = unit.maximum(exercise)
        shares = [line.points[exercise].total / maximum if maximum else 1.0 for line in marked]
        found.append(
            Item(exercise, maximum, len(marked), unit.difficulty(exercise), corrected_item_total(unit, exercise), _bars(shares))
        )
    return found


def corrected_item_total(unit: Unit, exercise: str) -> float | None:
    """The correlation of an exercise's points with the total of the *other* exercises, from -1 to 1.

    The corrected item-total correlation of classical test theory, r(x, t - x) with Pearson's r, x the points of the item and
    t the total (J. C. Nunnally and I. H. Bernstein, Psychometric Theory, 3rd ed. 1994, ch. 8): uncorrected, an
    item would correlate with itself. Penalties for lateness are no part of a total, nor are exercises in which somebody still
    waits for a mark. None where it is not defined: fewer than three learners, all with the same points or the same rest.
    """
    settled = [name for name in unit.maxima if not any(name in line.points and line.points[name].waiting for line in unit.lines)]
    others = [name for name in settled if name != exercise]
    pairs = [
        (line.points[exercise].total, sum(line.points[name].total for name in others if name in line.points))
        for line in unit.lines
        if exercise in line.points and not line.points[exercise].waiting
    ]
    return pearson(*zip(*pairs)) if others and len(pairs) >= FEWEST else None


def pearson(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Pearson's correlation of two equally long sequences; None where one of them does not vary."""
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    dx, dy = [value - mean_x for value in x], [value - mean_y for value in y]
    spread = sqrt(sum(d * d for d in dx)) * sqrt(sum(d * d for d in dy))
    # What rounding leaves of no variation at all is no variation.
    if spread <= 1e-12 * (1 + mean_x * mean_x + mean_y * mean_y):
        return None
    return max(-1.0, min(1.0, sum(a * b for a, b in zip(dx, dy)) / spread))


def _bars(shares: list[float]) -> list[int]:
    """Counts of nothing, of each quarter above it without its upper end, and of everything."""
    counts = [0] * (BINS + 1)
    for share in shares:
        counts[0 if share <= 0 else BINS if share >= 1 else 1 + int(share * (BINS - 1))] += 1
    return counts
