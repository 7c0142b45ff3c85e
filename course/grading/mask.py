"""Blank the lines of hidden tests wherever a learner's code made them part of an output.

A learner's code runs beside the hidden tests and can print their source: from IPython's history, from a
traceback, from the frames of its callers. Lines are found by their letters and digits alone, so that white
space, colour codes, HTML tags, line numbers between lines and escapes do not hide them. Whoever encodes a
line on purpose (backwards, as numbers, as a picture) still gets it out: that takes a second room.
"""

import re

BLANK = "[lines of a hidden test]"
SHORTEST = 12  # a shorter line says nothing that could not be guessed
BETWEEN = 40  # what stands between two hidden lines, no longer than this, goes with them
_SKIP = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|\\x1b\[[0-9;]*m|\\[nrt'\"\\]|&(?:\w+|#\d+);|</?(?:span|div|pre|code|b|i|u|em|strong|br|p|td|tr|a|font|li|mark)\b[^<>\n]*>")


def secret_lines(hidden: list[str], public: list[str]) -> list[str]:
    """The skeletons of the hidden lines that must not be shown; ``public`` are sources that anybody can read."""
    known = {_skeleton(line)[0] for source in public for line in source.split("\n")}
    secrets = set()
    for line in hidden:
        text = " ".join(line.split())
        bones, _ = _skeleton(text)
        if len(text) >= SHORTEST and len(bones) >= 6 and bones not in known and not text.startswith(("import ", "from ", "###")):
            secrets.add(bones)
    # Longest first, so that a line that is part of another does not break it up.
    return sorted(secrets, key=len, reverse=True)


def mask(text: str, secrets: list[str]) -> str:
    """``text`` with every secret line replaced by :data:`BLANK`."""
    bones, places = _skeleton(text)
    covered: list[tuple[int, int]] = []
    for secret in secrets:
        at = bones.find(secret)
        while at >= 0:
            covered.append((places[at], places[at + len(secret) - 1] + 1))
            at = bones.find(secret, at + 1)
    if not covered:
        return text
    pieces, end = [], 0
    for start, stop in _merged(covered):
        pieces += [text[end:start], BLANK]
        end = stop
    return "".join([*pieces, text[end:]])


def _skeleton(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text, and where each of them stands."""
    bones, places, at = [], [], 0
    for skip in [*_SKIP.finditer(text), None]:
        stop = skip.start() if skip else len(text)
        for i in range(at, stop):
            if text[i].isalnum():
                bones.append(text[i])
                places.append(i)
        at = skip.end() if skip else stop
    return "".join(bones), places


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if merged and start <= merged[-1][1] + BETWEEN:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return merged
