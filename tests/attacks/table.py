"""The table of all attacks, on stock nbgrader and here, as ``docs/attacks.md``."""

import json
from pathlib import Path

from tests.attacks import vault
from tests.attacks.corpus import ATTACKS, HERE, THREATS, Attack
from tests.attacks.outcome import Outcome

RECORD = HERE / "stock.json"
PAGE = HERE.parents[1] / "docs" / "attacks.md"
THREAT = {
    "verdict": "Bending the verdict",
    "secrets": "Reading what is not theirs",
    "resources": "Using the machine up",
    "structure": "Handing in something else than a notebook's answers",
    "persistence": "Leaving something for those who come later",
}
HEAD = """# What was tried

A class hands in {count} submissions that try to get points without a right solution, to read what is not theirs, or to stop the
grading. Each is a file of a page at most, which says what it tries and what must happen: `tests/attacks/submissions/` holds what
is typed into a solution cell, `tests/attacks/folders/` what is done to the notebook and beside it. Each hands in a wrong exercise,
worth 3, and a right one, worth 2; two honest learners are graded before and after it.

`python -m tests.attacks` grades them all in two ways and writes this page. *Stock* is nbgrader {version} with its own settings, each
attack in a class of its own, in a bubblewrap cell with a process namespace and no network, a control group of 3 GB and 300
processes, and at most 150 seconds. *Here* is one class with all of them, graded by `course grade`. The tests
grade that class again and hold this page to what they find.

Of stock, *gave away* counts what the submission's own output carried off, and not that stock's feedback shows every hidden test
anyway. In *here*, {zero} of {count} got a point for the wrong exercise or a secret, on the learner's page or in an output. The right
exercise beside it was lost in {lost}, where the submission broke its own Python for all of its tests, and in the {refused} that could
not be read and were refused. No other learner's score and no later submission was touched.

Stock gave points for the wrong exercise to {gained} and gave something away to {told}; {harmed} cost others their scores or changed them.
"""


def stock_record() -> dict[str, Outcome]:
    """What the last run against stock nbgrader found, by attack."""
    return {name: Outcome(**found) for name, found in json.loads(RECORD.read_text()).items()} if RECORD.exists() else {}


def write_record(record: dict[str, Outcome]) -> None:
    found = {name: outcome.as_dict() for name, outcome in sorted(record.items())}
    RECORD.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def in_stock(outcome: Outcome | None) -> str:
    """A cell of the table."""
    if outcome is None:
        return "not run"
    parts = ["no score" if outcome.double is None else f"**{outcome.double:g}**" if outcome.double else "0"]
    if outcome.double is not None and outcome.half != vault.WORTH["half"]:
        parts.append(f"{outcome.half or 0:g} for the right one")
    if outcome.secrets:
        parts.append("gave away " + ", ".join(outcome.secrets))
    if outcome.harmed:
        parts.append(f"{' and '.join(outcome.harmed)} without their score")
    return "; ".join(parts)


def in_ours(attack: Attack, outcome: Outcome) -> str:
    """A cell of the table. Of the state only what is the same in every run."""
    points = "no score" if outcome.double is None else f"{outcome.double:g}"
    kept = "" if attack.refused or outcome.half == vault.WORTH["half"] else f"; {outcome.half or 0:g} for the right one"
    secrets = f"; gave away {', '.join(outcome.secrets)}" if outcome.secrets else ""
    said = "; refused, and said why" if attack.refused else "; the loss is named" if attack.says else ""
    return f"{points}{kept}{secrets}{said}"


def row(attack: Attack, stock: Outcome | None, here: str) -> str:
    return f"| {attack.name.replace('_', ' ')} | {attack.tries} | {attack.must} | {in_stock(stock)} | {here} |"


def page(stock: dict[str, Outcome], ours: dict[str, Outcome]) -> str:
    """The page's text."""
    from nbgrader import __version__

    known = [stock[attack.name] for attack in ATTACKS if attack.name in stock]
    lines = [
        HEAD.format(
            count=len(ATTACKS), version=__version__,
            zero=sum(bool(one.double or one.secrets) for one in ours.values()) or "none",
            lost=sum(ours[attack.name].half != vault.WORTH["half"] and not attack.refused for attack in ATTACKS),
            refused=sum(attack.refused for attack in ATTACKS),
            gained=sum(bool(one.double) for one in known), told=sum(bool(one.secrets) for one in known),
            harmed=sum(bool(one.harmed) for one in known),
        )
    ]  # fmt: skip
    for threat in THREATS:
        lines += [f"## {THREAT[threat]}", "", "| attack | what it does | what must happen | stock, points of 3 | here, points of 3 |", "|---|---|---|---|---|"]
        lines += [row(attack, stock.get(attack.name), in_ours(attack, ours[attack.name])) for attack in ATTACKS if attack.threat == threat]
        lines.append("")
    return "\n".join(lines)


def rows_of(text: str) -> dict[str, str]:
    """The rows of a page, by attack."""
    return {line.split("|")[1].strip().replace(" ", "_"): line for line in text.splitlines() if line.startswith("| ")}


def write_page(text: str, path: Path = PAGE) -> None:
    path.write_text(text, encoding="utf-8")
