"""What the trials of a unit show: which tests see which fault, what survives, and what is no fault."""

import re
from dataclasses import dataclass, field

from course.audit.mutants import Mutant
from course.audit.trials import Verdict
from course.grading.bank import Variant

THRESHOLD = 0.95  # of the mutants that are not equivalent
OUTCOMES = ("visible", "both", "hidden", "equivalent", "survived")
QUIET = re.compile(r"^all visible checks pass(?! but| on data)")  # how a variant's symptom says that only hidden tests see it
FAINT = set(
    "also and any are but come comes does else every for from has have into its left more not off one only other out over same set "
    "take taken than that the them then there they this two under was where which with without wrong you your".split()
)  # fmt: skip


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
        """What the message of a wrong variant lacks; nothing when it does what a message should."""
        if self.variant.right or not self.seen:
            return ""
        if QUIET.search(self.variant.symptom) and self.seen != "hidden":
            return "its symptom says that the visible checks pass, and they do not"
        if "likely cause" not in self.message and "✗" not in self.message:
            return "its message names no likely cause"
        return ""

    @property
    def aloof(self) -> bool:
        """Whether message and symptom have no word in common: no fault yet, but one to read side by side."""
        if self.variant.right or not self.seen:
            return False
        lines = self.message.split("\n")
        said = [line for line in lines if "✗" in line] if any("✗" in line for line in lines) else lines
        named = self.variant.name.removeprefix("wrong_").replace("_", " ")
        return not _stems(f"{self.variant.symptom} {named}") & _stems(" ".join(said))


def _stems(text: str) -> set[str]:
    """The beginnings of the words that carry a meaning, so that "transposed" meets "transpose"."""
    return {word[:5] for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in FAINT}


@dataclass
class Exercise:
    """All trials of one exercise. ``digest`` is that of everything its verdicts lean on, ``known`` that of the author's list."""

    name: str
    digest: str
    mutants: list[Tried] = field(default_factory=list)
    variants: list[Judged] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    known: str = ""

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
            "digest": f"{self.digest}-{self.known}",
            "mutants": len(self.mutants),
            **{outcome: self.count(outcome) for outcome in OUTCOMES},
            "right": right,
            "false_rejects": sum(judged.wrongly == "false reject" for judged in self.variants),
            "wrong": len(self.variants) - right,
            "wrong_hidden": self.wrong("hidden"),
            "false_accepts": sum(judged.wrongly == "false accept" for judged in self.variants),
            "astray": sum(bool(judged.astray) for judged in self.variants),
            "aloof": sum(judged.aloof for judged in self.variants),
        }


def killed(summaries: list[dict]) -> float:
    """The share of mutants that are killed, of those that are not equivalent; 1 when there are none."""
    live = sum(one["mutants"] - one["equivalent"] for one in summaries)
    return 1 - sum(one["survived"] for one in summaries) / live if live else 1.0


def shortcomings(unit: str, summaries: dict[str, dict]) -> list[str]:
    """What keeps a unit from the target, a sentence each; ``summaries`` by exercise."""
    said = []
    for key, what in (
        ("false_rejects", "right variants lose points"),
        ("false_accepts", "wrong variants keep all points"),
        ("astray", "messages of wrong variants do not say what they should"),
    ):
        if sum(one[key] for one in summaries.values()):
            where = ", ".join(f"{name} ({one[key]})" for name, one in summaries.items() if one[key])
            said.append(f"{unit}: {what}: {where}.")
    if (share := killed(list(summaries.values()))) < THRESHOLD:
        where = ", ".join(f"{name} ({one['survived']})" for name, one in summaries.items() if one["survived"])
        said.append(f"{unit}: {share:.1%} of the mutants are killed, and {THRESHOLD:.0%} are wanted; they survive in {where}.")
    return said
