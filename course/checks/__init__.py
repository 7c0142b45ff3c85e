"""The messages that visible and hidden tests speak with.

``of`` begins the visible checks of one function, ``hidden`` its hidden tests; ``same``, ``keeps`` and
``quiet`` are for the asserts inside hidden tests; ``loops`` reads a function's code; ``seed`` seeds what they draw, and
``in_room`` marks a function that runs beside the learner's code. See ``docs/authors.md``.
"""

from course.checks.derivation import check_derivation
from course.checks.draws import draw_as, seed
from course.checks.failures import CheckFailed, HiddenTestFailed
from course.checks.hidden import hidden, keeps, quiet
from course.checks.ladder import same
from course.checks.loops import loops
from course.checks.missing import explain_in_notebooks
from course.checks.probing import in_room
from course.checks.visible import of

__all__ = [
    "CheckFailed", "HiddenTestFailed", "derives", "draw_as", "hidden", "in_room", "keeps", "loops", "of", "quiet", "same",
    "seed",
]  # fmt: skip


def derives(steps, **task) -> bool:
    """Whether steps of algebra follow from each other; see ``check_derivation``."""
    return check_derivation(steps, **task) is None


explain_in_notebooks()
