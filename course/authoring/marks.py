"""nbgrader's marks inside a cell: which cell may hold which, and whether each is closed.

nbgrader looks for the bare words anywhere in a line, so prose that quotes a mark would cut a
notebook; and a mark that is nearly right would leave an answer in it. Both are refused.
"""

import re

from course.authoring.roles import Role
from course.authoring.text import Cell

ALLOWED = {"solution": ("SOLUTION",), "check": (), "hidden": ("HIDDEN TESTS",), "manual": ("SOLUTION", "MARK SCHEME")}
EXACT = re.compile(r"\s*### (BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)\s*")
QUOTED = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)")
NEARLY = re.compile(r"\s*(#|<!--|//)[#\s]*(begin|end)[\s_-]*(of[\s_-]+)?(solution|hidden|mark|test)", re.IGNORECASE)
FORM = "write the line as ### BEGIN SOLUTION, ### BEGIN HIDDEN TESTS or ### BEGIN MARK SCHEME, and END likewise"


def check_marks(cell: Cell, role: Role | None) -> tuple[list[tuple[int, str]], list[tuple[str, list[str]]]]:
    """The faults of a cell's marks as (line, sentence), and its regions as (mark, lines inside).

    What is outside every region is the pseudo-region "".
    """
    allowed = ALLOWED[role.kind] if role else ()
    faults, regions = [], [("", [])]
    open_mark, opened = None, 0
    for line, words in enumerate(cell.source.split("\n"), cell.first):
        exact = EXACT.fullmatch(words)
        if not exact:
            if QUOTED.search(words):
                faults.append((line, f"nbgrader would take this line for a mark; {FORM}, or say it in other words."))
            elif NEARLY.match(words):
                faults.append((line, f"this looks like a mark, but nbgrader would not see it; {FORM}."))
            regions[-1 if open_mark else 0][1].append(words)
            continue
        end, mark = exact[1] == "END", exact[2]
        if mark not in allowed:
            cells = {"SOLUTION": "solution= and manual=", "HIDDEN TESTS": "hidden=", "MARK SCHEME": "manual="}[mark]
            faults.append((line, f"{exact[0].strip()} belongs in a {cells} cell only; move it, or name the cell so."))
        elif end and open_mark != mark:
            inside = f"{open_mark} is open" if open_mark else "nothing is open"
            faults.append((line, f"### END {mark} closes nothing ({inside}); put ### BEGIN {mark} above it."))
        elif end:
            open_mark = None
        elif open_mark:
            faults.append((line, f"### BEGIN {mark} stands inside {open_mark}, open since line {opened}; close that first."))
        else:
            open_mark, opened = mark, line
            regions.append((mark, []))
    if open_mark:
        faults.append((opened, f"### BEGIN {open_mark} is not closed; put ### END {open_mark} below what it holds."))
    if role:
        faults += _contents(role, regions, cell)
    return faults, regions


def _contents(role: Role, regions: list[tuple[str, list[str]]], cell: Cell) -> list[tuple[int, str]]:
    """What each graded cell must hold, in its regions and outside them."""
    faults = []
    for needed in {"solution": ["SOLUTION"], "hidden": ["HIDDEN TESTS"], "manual": ["SOLUTION"]}.get(role.kind, []):
        inside = [lines for mark, lines in regions if mark == needed]
        if not inside:
            faults.append((cell.line, f"the {role.kind} cell of '{role.exercise}' has no region; put its answer between "
                           f"### BEGIN {needed} and ### END {needed}." if needed == "SOLUTION" else
                           f"the hidden cell of '{role.exercise}' has no region; put its tests between "
                           "### BEGIN HIDDEN TESTS and ### END HIDDEN TESTS."))
        elif not all(any(_says(line, cell.kind) for line in lines) for lines in inside):
            faults.append((cell.line, f"a {needed} region of '{role.exercise}' is empty; fill it or take it away."))
    if role.kind == "hidden":
        lines = cell.source.split("\n")
        first = lines[0].strip()
        if not first.startswith("#") or not first.strip("# ") or EXACT.fullmatch(lines[0]):
            faults.append((cell.first, f"the hidden cell of '{role.exercise}' must start with a comment that names the "
                           "properties it looks at; it is all that the learner sees of it."))
        if any(_says(line, "code") for line in regions[0][1]):
            faults.append((cell.line, f"the hidden cell of '{role.exercise}' has code outside its region, which the learner "
                           "would read; move it between ### BEGIN HIDDEN TESTS and ### END HIDDEN TESTS."))
    return faults


def _says(line: str, kind: str) -> bool:
    """Whether a line holds anything: in code, more than a comment or ``pass``."""
    line = line.strip()
    return bool(line) and not (kind == "code" and (line.startswith("#") or line in ("pass", "...")))
