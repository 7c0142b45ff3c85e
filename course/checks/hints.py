"""From a failed check to the folded hint that is about just this failure.

A hint is keyed to an error by the code, the words in quotes and the decimals of its title: "I get
`operands could not be broadcast together with shapes (2,) (2,3)`". The released notebook says which
hints stand below a check.
"""

import re
from html import unescape
from textwrap import wrap

from course.checks.failures import MARGIN, WIDTH
from course.progress import listen
from course.released import Exercise, Hint

PART = re.compile(r'<code>(.*?)</code>|"([^"]*)"|(?<![\w.])(-?\d+\.\d+)(?![\w.])', re.DOTALL)
OTHERWISE = re.compile(r',? or (?:an? )?(?=<code>|")')
# an ellipsis; a shape, sizes such as 2x3, a whole number that stands alone
VARIES = re.compile(r"(\.\.\.|…|\((?:\d+,? ?)+\)|(?<![\w.])\d+x\d+(?!\w)|(?<![\w.])-?\d+(?![\w.-]))")
SHORTEST, PLAIN = 3, 8  # letters of a part; below PLAIN it is not looked for in what was called


def lines(error) -> list[str]:
    """What a failed check adds to its message in a learner's notebook; nothing when no hint fits."""
    try:
        exercise = listen.running_exercise()
        hint = exercise and find(exercise, error.said, str(error))
    except Exception:  # no notebook, no release: the message stands without it
        return []
    if not hint:
        return []
    text = f"Hint {hint.number}, folded below this check: {spoken(hint.title)}"
    return wrap(text, WIDTH, initial_indent=f"{'hint':<{MARGIN}}", subsequent_indent=" " * MARGIN, break_long_words=False)


def find(exercise: Exercise, said: str, message: str) -> Hint | None:
    """The first hint whose title fits: to the letter, else with other numbers and shapes.

    ``said`` is what came back, what was expected and the likely cause, ``message`` all of the message.
    """
    said, message = (" ".join(text.split()) for text in (said, message))
    for exact in (True, False):
        for hint in exercise.hints:
            if any(_fits(key, said, message, exact) for key in keys(hint.title)):
                return hint
    return None


def keys(title: str) -> list[list[str]]:
    """The ways in which a title can fit, each with the parts that must all be in the message."""
    ways = ([unescape(code or quoted or number) for code, quoted, number in PART.findall(way)] for way in OTHERWISE.split(title))
    return [parts for parts in ways if parts and all(len(part) >= SHORTEST for part in parts)]


def spoken(title: str) -> str:
    """A title without its HTML."""
    return " ".join(unescape(re.sub(r"</?code>", "`", title)).split())


def _fits(parts: list[str], said: str, message: str, exact: bool) -> bool:
    return all(re.search(_pattern(part, exact), said if len(part) < PLAIN else message, re.IGNORECASE) for part in parts)


def _pattern(part: str, exact: bool) -> str:
    text = ""
    for piece in VARIES.split(" ".join(part.split())):
        if piece in ("...", "…"):
            text += ".*?"
        elif exact or not VARIES.fullmatch(piece):
            text += re.escape(piece)
        else:
            text += r"\([\d, ]*\)" if piece.startswith("(") else r"\d+x\d+" if "x" in piece else r"-?\d+"
    start, end = (r"(?<!\w)" if part[:1].isalnum() else ""), (r"(?!\w)" if part[-1:].isalnum() else "")
    return start + text + end
