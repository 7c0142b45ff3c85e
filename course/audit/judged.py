"""What the trials of a unit show: which tests see which fault, what survives, and what is no fault."""

import re
from dataclasses import dataclass, field

from course.audit.mutants import Mutant
from course.audit.trials import Verdict
from course.grading.bank import Variant

THRESHOLD = 0.95  # of the mutants that are not equivalent
OUTCOMES = ("visible", "both", "hidden", "equivalent", "survived")
QUIET = re.compile(r"all visible|visible (values|names|checks)")


def seen_by(verdicts: dict[str, Verdict]) -> str:
    """``"visible"``: only the visible checks take points, ``"hidden"``: only the hidden tests, ``"both"`` or ``""``."""
    check, hidden = (part in verdicts and verdicts[part].kills for part in ("check", "hidden"))
    return "both" if check and hidden else "visible" if check else "hidden" if hidden else ""


@dataclass
class Tried:
    """A mutant and what became of it."""

    mutant: Mutant
    verdicts: dict[str, Verdict]
    reason: str | None = None  # why it is equivalent

    @property
    def outcome(self) -> str:
        return seen_by(self.verdicts) or ("equivalent" if self.reason else "survived")


@dataclass
class Judged:
    """A variant of the bank and what became of it."""

    variant: Variant
    verdicts: dict[str, Verdict]

    @property
    def seen(self) -> str:
        return seen_by(self.verdicts)

    @property
    def wrongly(self) -> str:
        """``"false reject"``, ``"false accept"`` or nothing."""
        if self.variant.right:
            return "false reject" if self.seen else ""
        return "" if self.seen else "false accept"

    @property
    def message(self) -> str:
        """What the learner reads: the visible check's message, else that of the hidden tests."""
        return next((verdict.message for verdict in self.verdicts.values() if verdict.kills), "")

    @property
    def astray(self) -> str:
        """How the message and the variant's own symptom disagree about who sees the fault; nothing when they do not."""
        if self.variant.right or not self.seen:
            return ""
        said_quiet = bool(QUIET.search(self.variant.symptom))
        if said_quiet and self.seen != "hidden":
            return "its symptom says that the visible checks pass, and they do not"
        if not said_quiet and self.seen == "hidden":
            return "the visible checks pass, and its symptom does not say so"
        return ""


@dataclass
class Exercise:
    """All trials of one exercise. ``digest`` is that of everything its verdicts lean on."""

    name: str
    digest: str
    mutants: list[Tried] = field(default_factory=list)
    variants: list[Judged] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)

    def count(self, outcome: str) -> int:
        return sum(tried.outcome == outcome for tried in self.mutants)

    def wrong(self, seen: str) -> int:
        """How many wrong variants are seen so."""
        return sum(not judged.variant.right and judged.seen == seen for judged in self.variants)

    @property
    def idle(self) -> bool:
        """Whether the hidden tests see nothing, mutant or wrong variant, that the visible checks let pass."""
        return not self.count("hidden") and not self.wrong("hidden")

    @property
    def summary(self) -> dict:
        """The figures that are recorded."""
        right = sum(judged.variant.right for judged in self.variants)
        return {
            "digest": self.digest,
            "mutants": len(self.mutants),
            **{outcome: self.count(outcome) for outcome in OUTCOMES},
            "right": right,
            "false_rejects": sum(judged.wrongly == "false reject" for judged in self.variants),
            "wrong": len(self.variants) - right,
            "wrong_hidden": self.wrong("hidden"),
            "false_accepts": sum(judged.wrongly == "false accept" for judged in self.variants),
            "astray": sum(bool(judged.astray) for judged in self.variants),
        }


def killed(summaries: list[dict]) -> float:
    """The share of mutants that are killed, of those that are not equivalent; 1 when there are none."""
    live = sum(one["mutants"] - one["equivalent"] for one in summaries)
    return 1 - sum(one["survived"] for one in summaries) / live if live else 1.0


def shortcomings(unit: str, summaries: dict[str, dict]) -> list[str]:
    """What keeps a unit from the target, a sentence each; ``summaries`` by exercise."""
    said = []
    for key, what in (("false_rejects", "right variants lose points"), ("false_accepts", "wrong variants keep all points")):
        if sum(one[key] for one in summaries.values()):
            where = ", ".join(f"{name} ({one[key]})" for name, one in summaries.items() if one[key])
            said.append(f"{unit}: {what}: {where}.")
    if (share := killed(list(summaries.values()))) < THRESHOLD:
        where = ", ".join(f"{name} ({one['survived']})" for name, one in summaries.items() if one["survived"])
        said.append(f"{unit}: {share:.1%} of the mutants are killed, and {THRESHOLD:.0%} are wanted; they survive in {where}.")
    return said
