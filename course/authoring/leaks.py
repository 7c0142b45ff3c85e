"""Does a released notebook hold anything that is the author's? Asked without nbgrader's help.

The answer comes from comparing the release with its master, line by line, and not from the code
that cut the release, so that a fault there shows here.
"""

import json
import re

from course.authoring.master import STAMP

MARK = re.compile(r"#\s*(BEGIN|END)\s+(SOLUTION|HIDDEN\s+TESTS?|MARK\s+SCHEME)", re.IGNORECASE)
STUBS = ("raise NotImplementedError", "*Write your answer here.*")
# shorter lines ("else:", "x = 1") stand in many cells and prove nothing
TELLING = 12


def secrets(master: dict) -> dict[str, set[str]]:
    """Per cell id, the lines that only the author may see: those between marks, less the ones that
    also stand outside marks in the same cell, and the stubs."""
    found = {}
    for cell in master["cells"]:
        inside, outside, hidden = set(), set(), False
        for line in _source(cell).split("\n"):
            if mark := MARK.search(line):
                hidden = mark[1].upper() == "BEGIN"
            else:
                (inside if hidden else outside).add(line.strip())
        if inside := {line for line in inside - outside - {*STUBS} if line}:
            found[cell["id"]] = inside
    return found


def telling(master: dict) -> set[str]:
    """The secret lines that stand nowhere in what the learner may see, long enough to prove a leak."""
    hidden = secrets(master)
    seen = "\n".join(
        line
        for cell in master["cells"]
        for line in _source(cell).split("\n")
        if line.strip() not in hidden.get(cell["id"], ())
    )
    return {line for lines in hidden.values() for line in lines if len(line) >= TELLING and line not in seen}


def leaks(notebook: dict, master: dict) -> list[str]:
    """What ``notebook``, released from ``master``, gives away; one sentence each, none for a clean one."""
    found = []
    hidden = secrets(master)
    for key in ("jupytext", STAMP):
        if key in notebook["metadata"]:
            found.append(f"the notebook's metadata hold '{key}'")
    released = {cell["id"]: cell for cell in notebook["cells"]}
    for id in sorted(hidden.keys() - released.keys()):
        found.append(f"cell '{id}' is missing, so what it hides may stand elsewhere")
    everything = sorted(telling(master))
    for cell in notebook["cells"]:
        id, source = cell["id"], _source(cell)
        if cell.get("outputs") or cell.get("execution_count") is not None:
            found.append(f"cell '{id}' holds an output")
        if MARK.search(source):
            found.append(f"cell '{id}' holds a mark of nbgrader")
        if hidden.get(id, set()) & {line.strip() for line in source.split("\n")}:
            found.append(f"cell '{id}' holds a line of its own answer, tests or mark scheme")
            continue
        whole = (
            source + "\n" + "\n".join(_texts(cell["metadata"])) + "\n" + "\n".join(_texts(cell.get("attachments", {})))
        )
        if any(line in whole for line in everything):
            found.append(f"cell '{id}' holds a line of an answer, of hidden tests or of a mark scheme")
        own = cell["metadata"].get("nbgrader", {})
        if own.get("solution") and not any(stub in source for stub in STUBS):
            found.append(f"cell '{id}' is a solution without a stub")
    whole = "\n".join(_texts(notebook["metadata"]))
    found += [f"the notebook's metadata hold the line '{line}'" for line in everything if line in whole]
    return found


def leaks_in_file(content: bytes, masters: list[dict]) -> bool:
    """Whether a file that travels with the notebooks holds a line of an answer or of hidden tests."""
    text = content.decode("utf-8", errors="ignore")
    return any(line in text for master in masters for line in telling(master))


def _source(cell: dict) -> str:
    return "".join(cell["source"])


def _texts(data) -> list[str]:
    """Every text in nested JSON data, escapes undone."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        return [text for pair in data.items() for part in pair for text in _texts(part)]
    if isinstance(data, list):
        return [text for part in data for text in _texts(part)]
    return [json.dumps(data)]
