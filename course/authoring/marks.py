"""nbgrader's marks inside a cell: which cell may hold which, and whether each is closed.

nbgrader looks for the bare words anywhere in a line, so prose that quotes a mark would cut a
notebook; and a mark that is nearly right would leave an answer in it. Both are refused.
"""

import re
from collections.abc import Iterator

from course.authoring.roles import Role
from course.authoring.text import Cell

HOME = {"SOLUTION": ("solution", "manual"), "HIDDEN TESTS": ("hidden",), "MARK SCHEME": ("manual",)}
NEEDED = {"solution": "SOLUTION", "hidden": "HIDDEN TESTS", "manual": "SOLUTION"}
EXACT = re.compile(rf"\s*### (BEGIN|END) ({'|'.join(HOME)})\s*")
QUOTED = re.compile(rf"(BEGIN|END) ({'|'.join(HOME)})")
NEARLY = re.compile(r"\s*(#|<!--|//)[#\s]*(begin|end)[\s_-]*(solution|hidden|mark[\s_-]*scheme)", re.IGNORECASE)
FORM = "write the line as ### BEGIN SOLUTION, ### BEGIN HIDDEN TESTS or ### BEGIN MARK SCHEME, and END likewise"


def check_marks(cell: Cell, role: Role | None) -> Iterator[tuple[int, str]]:
    """The faults of a cell's marks, as (line, sentence)."""
    regions: list[tuple[str, list[str]]] = []
    outside: list[str] = []
    open_mark, opened = None, 0
    for line, words in enumerate(cell.source.split("\n"), cell.first):
        if not (found := EXACT.fullmatch(words)):
            (regions[-1][1] if open_mark else outside).append(words)
            if QUOTED.search(words):
                yield line, f"nbgrader would take this line for a mark; {FORM}, or say it in other words."
            elif NEARLY.match(words):
                yield line, f"this looks like a mark, but nbgrader would not see it; {FORM}."
            continue
        edge, mark = found.groups()
        if role is None or role.kind not in HOME[mark]:
            homes = " and ".join(f"{kind}=" for kind in HOME[mark])
            yield line, f"### {edge} {mark} belongs in a {homes} cell only; move it, or name the cell so."
        elif edge == "BEGIN" and open_mark:
            yield line, f"### BEGIN {mark} stands inside {open_mark}, open since line {opened}; close that first."
        elif edge == "BEGIN":
            open_mark, opened = mark, line
            regions.append((mark, []))
        elif open_mark == mark:
            open_mark = None
        else:
            inside = f"{open_mark} is open" if open_mark else "nothing is open"
            yield line, f"### END {mark} closes nothing ({inside}); put ### BEGIN {mark} above it."
    if open_mark:
        yield opened, f"### BEGIN {open_mark} is not closed; put ### END {open_mark} below what it holds."
    if role:
        yield from _contents(cell, role, regions)
    if role and role.kind == "hidden":
        yield from _seen(cell, role, outside)


def _contents(cell: Cell, role: Role, regions: list[tuple[str, list[str]]]) -> Iterator[tuple[int, str]]:
    """A graded cell must have its region, and no region may be empty."""
    needed = NEEDED.get(role.kind)
    if needed and needed not in [mark for mark, _ in regions]:
        what = "tests" if role.kind == "hidden" else "answer"
        yield (
            cell.line,
            (
                f"the {role.kind} cell of '{role.exercise}' has no region; "
                f"put its {what} between ### BEGIN {needed} and ### END {needed}."
            ),
        )
    for mark, lines in regions:
        if not any(_says(line, cell.kind) for line in lines):
            yield cell.line, f"a {mark} region of '{role.exercise}' is empty; fill it or take it away."


def _seen(cell: Cell, role: Role, outside: list[str]) -> Iterator[tuple[int, str]]:
    """What the learner sees of a hidden cell: a comment, and no test."""
    first = cell.source.split("\n")[0].strip()
    if not first.startswith("#") or not first.strip("# ") or EXACT.fullmatch(first):
        yield (
            cell.first,
            (
                f"the hidden cell of '{role.exercise}' must start with a comment that names the properties it "
                "looks at; it is all that the learner sees of it."
            ),
        )
    if any(_says(line, "code") for line in outside):
        yield (
            cell.line,
            (
                f"the hidden cell of '{role.exercise}' has code outside its region, which the learner would read; "
                "move it between ### BEGIN HIDDEN TESTS and ### END HIDDEN TESTS."
            ),
        )


def _says(line: str, kind: str) -> bool:
    """Whether a line holds anything: in code, more than a comment or ``pass``."""
    line = line.strip()
    return bool(line) and not (kind == "code" and (line.startswith("#") or line in ("pass", "...")))
