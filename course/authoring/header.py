"""The header of a notebook's text: what the start page says about it."""

import re
from dataclasses import asdict, dataclass

import yaml

KEYS = ("title", "unit", "minutes", "needs", "gives")
OUT = "the header needs " + ", ".join(KEYS) + ", as docs/authors.md shows"


@dataclass(frozen=True)
class Header:
    """``unit`` is the unit's number, ``minutes`` the time a learner needs, ``needs`` the units to do
    before, ``gives`` what the learner has at the end."""

    title: str
    unit: int
    minutes: int
    needs: tuple[str, ...]
    gives: str

    def as_metadata(self) -> dict:
        """Plain JSON data, for the notebook's metadata."""
        return {**asdict(self), "needs": list(self.needs)}


def split_header(lines: list[str]) -> tuple[list[str], int]:
    """The header's lines without its marks, and how many lines it takes with them (0: none)."""
    if not lines or lines[0].rstrip() != "---":
        return [], 0
    for at, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return lines[1:at], at + 1
    return [], 0


def read_header(lines: list[str]) -> tuple[Header | None, int, list[tuple[int, str]]]:
    """The header at the top of ``lines``, how many lines it takes, and its faults as (line, sentence)."""
    inside, taken = split_header(lines)
    if not taken:
        what = "is not closed by a line ---" if lines and lines[0].rstrip() == "---" else "is missing"
        return None, 0, [(1, f"the header {what}; {OUT}.")]
    try:
        found = yaml.safe_load("\n".join(inside))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        why = getattr(error, "problem", None) or "it cannot be read"
        return (None, taken, [(line, f"the header is not YAML ({why}); put quotes around a text with a colon.")])
    if not isinstance(found, dict):
        return None, taken, [(1, f"the header is not a list of 'key: value'; {OUT}.")]

    def line_of(key) -> int:
        start = re.compile(rf"\s*['\"]?{re.escape(str(key))}['\"]?\s*:")
        return next((at for at, line in enumerate(inside, 2) if start.match(line)), 1)

    faults = [(1, f"the header has no '{key}'; {OUT}.") for key in KEYS if key not in found]
    for key in found:
        if key not in KEYS:
            faults.append((line_of(key), f"the header has an unknown key '{key}'; {OUT}."))
        elif fault := _fault(key, found[key]):
            faults.append((line_of(key), f"the header's '{key}' {fault}."))
    if faults:
        return None, taken, faults
    return Header(**{**found, "needs": tuple(found["needs"])}), taken, []


def _fault(key: str, value) -> str | None:
    if key in ("title", "gives"):
        if not isinstance(value, str) or not value.strip():
            return "is not a text; write some words"
    elif key in ("unit", "minutes"):
        if type(value) is not int or value < 1:
            return "is not a whole number above 0; write one such as 3"
    elif not isinstance(value, list) or not all(isinstance(name, str) and name.isidentifier() for name in value):
        return "is not a list of units; write one such as [neurons], or []"
    return None
