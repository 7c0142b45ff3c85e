"""The master's solutions with one small fault each, made by libcst, which keeps the rest of the text to the letter."""

import ast
import itertools
from dataclasses import dataclass

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider

from course.audit.operators import faults
from course.errors import CourseError

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


@dataclass(frozen=True)
class Mutant:
    """One fault in one exercise's solution. ``line`` is what the text said there, ``becomes`` what it says now;
    lines are joined by a space where there are several."""

    exercise: str
    kind: str
    line: str
    becomes: str
    code: str

    @property
    def key(self) -> tuple[str, str]:
        return self.line, self.becomes

    def __str__(self) -> str:
        return f"{self.line}  →  {self.becomes}"


def mutants(exercise: str, code: str) -> list[Mutant]:
    """Every mutant of a solution cell, none of them twice, none that Python refuses to read.

    Only what stands between the marks of the solution changes. Raises CourseError for a cell without marks.
    """
    wrapper = MetadataWrapper(cst.parse_module(code), unsafe_skip_copy=True)
    where = wrapper.resolve(PositionProvider)
    regions = _regions(exercise, code)
    words = {id(part) for text in m.findall(wrapper.module, m.Raise()) for part in _within(text, cst.FormattedString)}
    seen, found = {_shape(code)}, []
    for node, place in sorted(where.items(), key=lambda pair: (pair[1].start.line, pair[1].start.column)):
        if id(node) in words or not any(first <= place.start.line and place.end.line <= last for first, last in regions):
            continue
        for kind, replacement in _changes(node):
            changed = wrapper.module.deep_replace(node, replacement).code
            shape = _shape(changed)
            if shape is not None and shape not in seen:
                seen.add(shape)
                found.append(Mutant(exercise, kind, *_difference(code, changed), changed))
    return found


def _within(node: cst.CSTNode, kind: type[cst.CSTNode]):
    """Every node below those of a kind: the words of an error message are no behaviour that a test should hold."""
    for found in m.findall(node, m.MatchIfTrue(lambda part: isinstance(part, kind))):
        yield from m.findall(found, m.MatchIfTrue(lambda part: True))


def _changes(node: cst.CSTNode):
    yield from faults(node)
    if isinstance(node, cst.SimpleStatementLine) and not _is_text(node):
        yield "dropped line", node.with_changes(body=[cst.Pass()])
    if isinstance(node, cst.SimpleString):
        yield from _in_text(node)


def _is_text(line: cst.SimpleStatementLine) -> bool:
    first = line.body[0]
    return isinstance(first, cst.Pass) or isinstance(first, cst.Expr) and isinstance(first.value, cst.SimpleString)


def _in_text(node: cst.SimpleString):
    """A string that is itself a formula, as in the exercises on algebra: the same faults inside of it."""
    text = node.evaluated_value
    if not isinstance(text, str) or not set(text) & set("*/+(") or any(mark in text for mark in "\"'{\n"):
        return
    try:
        wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
    except cst.ParserSyntaxError:
        return
    for part in wrapper.resolve(PositionProvider):
        if isinstance(part, (cst.BinaryOperation, cst.Integer, cst.UnaryOperation)):
            for kind, replacement in faults(part):
                yield kind, node.with_changes(value=repr(wrapper.module.deep_replace(part, replacement).code))


def _regions(exercise: str, code: str) -> list[tuple[int, int]]:
    """First and last line between each pair of marks, counted from 1."""
    lines = [line.strip() for line in code.split("\n")]
    begins = [i + 2 for i, line in enumerate(lines) if line == BEGIN]
    ends = [i for i, line in enumerate(lines) if line == END]
    if not begins or len(begins) != len(ends):
        raise CourseError(f"{exercise}: its solution cell needs {BEGIN} and {END}, each on a line of its own.")
    return list(zip(begins, ends))


def _shape(code: str) -> str | None:
    """What Python reads, without the layout; None when it reads nothing. ``-(-1)`` and ``1 + -0`` stay as they are."""
    try:
        return ast.dump(ast.parse(code))
    except SyntaxError:
        return None


def _difference(before: str, after: str) -> tuple[str, str]:
    """The lines from the first to the last that differ, before and after."""
    old, new = before.split("\n"), after.split("\n")
    start = next(i for i, pair in enumerate(itertools.zip_longest(old, new)) if pair[0] != pair[1])
    pairs = zip(reversed(old[start:]), reversed(new[start:]))
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    gone, come = ([line.strip() for line in lines[start : len(lines) - same]] for lines in (old, new))
    return " ".join(gone), " ".join(come) or "(nothing)"
