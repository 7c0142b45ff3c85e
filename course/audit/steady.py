"""The same scores again: for repeated runs, other seeds, and other numbers of BLAS threads."""

from collections.abc import Callable
from dataclasses import replace

from course.audit import plan, trials
from course.audit.trials import Setting
from course.grading import bank
from course.grading.course import Course

SETTINGS = {
    "again": Setting(),
    "seed 1": Setting(seed=1),
    "seed 20011": Setting(seed=20011),
    "two BLAS threads": Setting(threads=2, lanes=1),
}


def report(course: Course, units: list[str], say: Callable[[str], None]) -> int:
    """Score the masters and the bank in each setting. Returns 1 when a score differs from the ordinary one, else 0."""
    return max(compare(course, unit, SETTINGS, say) for unit in units)


def compare(course: Course, unit: str, settings: dict[str, Setting], say: Callable[[str], None], only: set[str] | None = None) -> int:
    """Compare each setting's scores with those of the ordinary one; ``only``: these exercises. Returns 0 or 1."""
    names, usual = scores(course, unit, Setting(), only)
    differ = 0
    for what, setting in settings.items():
        _, now = scores(course, unit, setting, only)
        wrong = [name for name in names if usual[name] != now[name]]
        say(f"{unit}, {what}: {len(names) - len(wrong)} of {len(names)} solutions score the same.")
        for name in wrong:
            say(f"  {name}: {_shown(usual[name])} before, {_shown(now[name])} now")
            if any(now[name][part][0] < 1 for part in now[name]):
                say("    " + next(text for share, text in now[name].values() if share < 1).replace("\n", "\n    "))
        differ |= bool(wrong)
    return int(differ)


def scores(course: Course, unit: str, setting: Setting, only: set[str] | None = None):
    """The names of all solutions, masters and variants, and of each the share and message of its test cells."""
    books = plan.notebooks(course, unit)
    solved = {name: code for name, code in plan.tested(books).items() if not only or name in only}
    found = bank.variants(course.root, unit)
    named = {f"{name}/master": (name, code) for name, code in solved.items()}
    named |= {f"{name}/{one.name}": (name, one.code) for name in solved for one in found.get(name, [])}
    answers = trials.run(books, named.values(), setting, course.folder("source", ".", unit))
    shares = [{part: _Share(verdict.share, verdict.message) for part, verdict in answer.items()} for answer in answers]
    return list(named), dict(zip(named, shares))


class _Share(tuple):
    """A share of points with its message; two are equal when the shares are."""

    def __new__(cls, share: float, message: str):
        return super().__new__(cls, (share, message))

    def __eq__(self, other):
        return self[0] == other[0]

    def __ne__(self, other):
        return self[0] != other[0]

    __hash__ = None


def _shown(parts: dict) -> str:
    return ", ".join(f"{part} {share:g}" for part, (share, _) in parts.items())


def with_python(python: str) -> Setting:
    """The ordinary setting with another environment's libraries."""
    return replace(Setting(), python=python)
