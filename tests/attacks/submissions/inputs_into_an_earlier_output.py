"""Puts what the hidden tests call it with into an output of an earlier cell, by its display id.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
shown = display("nothing yet", display_id="seen")
seen = []

def double(x):
    seen.append(repr(x))
    shown.update(" ".join(seen))
    return 7
