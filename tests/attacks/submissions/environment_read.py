"""Prints its environment variables.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
def double(x):
    return x - x + 7

import os

print(dict(os.environ))
