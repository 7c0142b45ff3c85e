"""The bar is for people at a terminal; a log and a pipe get lines."""

import io

import pytest
from rich.console import Console

from course.grading.meter import Meter


class Terminal(io.StringIO):
    def isatty(self):
        return True


def shown(file, **environment) -> str:
    console = Console(file=file, width=100, _environ={"TERM": "xterm", **environment})
    with Meter(console, "mini", 2) as meter:
        meter.done("ada", "graded", said=True)
        meter.done("bob [1]", "had not changed", said=False)
    return file.getvalue()


def test_a_terminal_gets_a_bar_with_rate_and_time_left():
    text = shown(Terminal())
    assert "\x1b[" in text and "2/2" in text and "/min" in text and "bob [1]" in text


@pytest.mark.parametrize("environment", [{}, {"FORCE_COLOR": "1"}, {"TTY_COMPATIBLE": "1"}], ids=str)
def test_a_file_gets_a_line_for_what_is_news(environment):
    text = shown(io.StringIO(), **environment)
    assert text == "mini 1/2 ada: graded\n"
