"""How a failed test reads: what was called, got, expected, likely cause, where to reread."""

from textwrap import wrap

WIDTH = 92
LABELS = ("called", "got", "expected", "likely cause", "reread")
MARGIN = 14


class CheckFailed(AssertionError):
    """A visible check failed; its text is the whole message. ``said`` holds what came back, what was expected
    and why, without the call."""

    said = ""

    def _render_traceback_(self) -> list[str]:
        # IPython shows this in place of a traceback: the frames would be this package's, not the learner's.
        from course.checks import hints

        return ["\x1b[31mThis check does not pass yet.\x1b[0m", *str(self).splitlines(), *hints.lines(self)]


class HiddenTestFailed(AssertionError):
    """A hidden test failed; its text names properties, never inputs or expected values."""

    def _render_traceback_(self) -> list[str]:
        # A traceback would print the source of the hidden cell.
        return str(self).splitlines()


def message(**parts) -> str:
    """Lay out the parts of a message in their fixed order, one labelled block each.

    The keys are those of ``LABELS`` with ``_`` for the space, the parts texts or what has one; a part that is None is left out.
    """
    lines = []
    for label in LABELS:
        text = parts.get(label.replace(" ", "_"))
        if text is None:
            continue
        block = []
        for line in str(text).splitlines() or [""]:
            # Only prose is wrapped: a line that begins with blanks belongs to an array above it.
            whole = line.startswith(" ") or len(line) <= WIDTH - MARGIN
            block += [line] if whole else wrap(line, WIDTH - MARGIN, break_long_words=False, break_on_hyphens=False)
        lines += [f"{label if not i else '':<{MARGIN}}{line}".rstrip() for i, line in enumerate(block)]
    return "\n".join(lines)
