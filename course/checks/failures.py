"""How a failed test reads: what was called, got, expected, likely cause, where to reread."""

from textwrap import indent, wrap

WIDTH = 92
LABELS = ("called", "got", "expected", "likely cause", "reread")


class CheckFailed(AssertionError):
    """A visible check failed; its text is the whole message."""

    def _render_traceback_(self) -> list[str]:
        # IPython shows this in place of a traceback: the frames would be this package's, not the learner's.
        return ["\x1b[31mThis check does not pass yet.\x1b[0m", *str(self).splitlines()]


class HiddenTestFailed(AssertionError):
    """A hidden test failed; its text names properties, never inputs or expected values."""

    def _render_traceback_(self) -> list[str]:
        # A traceback would print the source of the hidden cell.
        return str(self).splitlines()


def message(**parts: str | None) -> str:
    """Lay out the parts of a message in their fixed order, one labelled block each.

    The keys are those of ``LABELS`` with ``_`` for the space; a part that is None is left out.
    """
    lines = []
    for label in LABELS:
        text = parts.get(label.replace(" ", "_"))
        if text is None:
            continue
        if "\n" not in text:
            text = "\n".join(wrap(text, WIDTH - 14, break_long_words=False, break_on_hyphens=False)) or text
        head = f"{label:<14}"
        lines.append(head + indent(text, " " * 14).lstrip())
    return "\n".join(lines)
