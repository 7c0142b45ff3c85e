"""The mutants that are no fault, in a file that the author keeps beside the exercise's bank.

``tests/bank/<unit>/<exercise>/equivalent.toml``::

    [[mutant]]
    line = "h = np.asarray(h)"
    becomes = ["h = h", "pass"]
    reason = "the docstring promises an array, so there is nothing to convert"

``line`` is what the solution says and ``becomes`` what the mutant says there, one or several. The words stand for
themselves, so an entry stays true wherever the line moves; one whose mutant is not made any more, or is killed, is an
error.
"""

import tomllib
from pathlib import Path

from course.authoring.places import show
from course.errors import CourseError
from course.grading import bank


def read(root: Path, unit: str, exercise: str) -> dict[tuple[str, str], str]:
    """(line, becomes) to reason, for one exercise. Raises CourseError for a file that does not keep to the form."""
    path = bank.folder(root) / unit / exercise / bank.EQUIVALENT
    if not path.exists():
        return {}
    name = show(path, root)
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(f"{name} cannot be read: {error}.") from None
    if set(entries) != {"mutant"} or not isinstance(entries["mutant"], list):
        raise CourseError(f"{name} holds nothing but [[mutant]] entries, each with line, becomes and reason.")
    found = {}
    for number, entry in enumerate(entries["mutant"], 1):
        becomes = entry.get("becomes")
        several = [becomes] if isinstance(becomes, str) else becomes
        texts = [entry.get("line"), entry.get("reason"), *(several if isinstance(several, list) else [None])]
        if set(entry) != {"line", "becomes", "reason"} or not several or not all(isinstance(t, str) and t.strip() for t in texts):
            raise CourseError(f"{name}: entry {number} needs line, becomes (one text or a list) and reason, and nothing else.")
        for text in several:
            if (entry["line"], text) in found:
                raise CourseError(f"{name}: entry {number} names '{entry['line']}' → '{text}' a second time.")
            found[entry["line"], text] = entry["reason"]
    return found
