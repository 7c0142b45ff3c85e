"""The insight of all units as rows for CSV files: one list of columns and one generator for each file."""

from collections.abc import Iterator

from course.grading.insight.misconceptions import CODE, EMPTY, FAILURE, RIGHT, UNKNOWN
from course.grading.insight.statistics import BINS
from course.grading.insight.unit import Insight
from course.grading.scores import Unit

SHARES = ("none", *(f"below_{100 * (i + 1) // (BINS - 1)}_percent" for i in range(BINS - 2)), "below_all", "all")


def exercises(units: list[Unit], insights: list[Insight]) -> Iterator[dict]:
    """Item analysis, and how many learners' points lie where."""
    for insight in insights:
        for item in insight.items:
            yield {
                "unit": insight.unit, "exercise": item.exercise, "max": f"{item.maximum:g}", "marked": item.marked,
                "difficulty": _decimal(item.difficulty), "discrimination": _decimal(item.discrimination),
                **dict(zip(SHARES, item.bars)),
            }  # fmt: skip


def misconceptions(units: list[Unit], insights: list[Insight]) -> Iterator[dict]:
    """One row for each learner, exercise and way in which the answer lost points."""
    for insight in insights:
        if insight.found is None:
            continue
        for met in insight.found.met:
            for how in (CODE, FAILURE):
                for learner in met.learners[how]:
                    yield {
                        "unit": insight.unit, "exercise": met.exercise, "misconception": " or ".join(met.names),
                        "symptom": " or ".join(dict.fromkeys(met.symptoms)), "how_sure": how, "learner": learner,
                    }  # fmt: skip
        for exercise, by_word in insight.found.others.items():
            for word in (RIGHT, EMPTY, UNKNOWN):
                for learner in by_word.get(word, []):
                    yield {
                        "unit": insight.unit, "exercise": exercise, "misconception": "", "symptom": "", "how_sure": word,
                        "learner": learner,
                    }  # fmt: skip


def alike(units: list[Unit], insights: list[Insight]) -> Iterator[dict]:
    """One row for each pair or group with near-identical solutions."""
    for insight in insights:
        for groups in insight.alike.values():
            for group in groups:
                yield {
                    "unit": insight.unit, "exercise": group.exercise, "learners": "; ".join(group.learners),
                    "share_of_own_wording": _decimal(group.share), "own_fingerprints": group.own,
                }  # fmt: skip


def changes(units: list[Unit], insights: list[Insight]) -> Iterator[dict]:
    """One row for each recorded score that a later grading changed."""
    for unit in units:
        for one in unit.changes:
            yield {
                "unit": unit.name, "learner": one.learner, "cell": one.cell, "before": f"{one.before:g}",
                "after": f"{one.after:g}", "why": one.why, "at": one.at,
            }  # fmt: skip


# File name: (columns, rows).
FILES = {
    "exercises": (("unit", "exercise", "max", "marked", "difficulty", "discrimination", *SHARES), exercises),
    "misconceptions": (("unit", "exercise", "misconception", "symptom", "how_sure", "learner"), misconceptions),
    "alike": (("unit", "exercise", "learners", "share_of_own_wording", "own_fingerprints"), alike),
    "changes": (("unit", "learner", "cell", "before", "after", "why", "at"), changes),
}


def _decimal(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
