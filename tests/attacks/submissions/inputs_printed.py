"""Prints what the hidden tests call it with.

threat: secrets
must: no points for double, all for half, and no input of a hidden test on the learner's page, nor text of a hidden test, a solution or another submission in what it prints
"""
import sys

def double(x):
    print("called with", repr(x))
    print("called with", repr(x), file=sys.stderr)
    display({"text/html": f"<b>{x}</b>"}, raw=True)
    return 7
