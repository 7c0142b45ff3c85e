"""What a released cell shows: nbgrader's own rules for hidden tests and mark schemes, applied to one source."""

from functools import lru_cache

from nbformat.v4 import new_code_cell
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme


@lru_cache(maxsize=10_000)
def released(source: str) -> str:
    """The source without hidden tests and mark scheme, as ``generate_assignment`` leaves it."""
    cell = new_code_cell(source)
    for clear in (ClearHiddenTests(enforce_metadata=False), ClearMarkScheme(enforce_metadata=False)):
        cell, _ = clear.preprocess_cell(cell, {}, 0)
    return cell.source


def hidden(source: str) -> list[str]:
    """The lines of a source that its released form does not show."""
    shown = released(source).split("\n")
    return [line for line in source.split("\n") if line not in shown]
