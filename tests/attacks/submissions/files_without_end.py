"""Makes files until there can be no more.

threat: resources
must: no points for double, all for half
"""
import os

def double(x):
    for number in range(60_000):
        open(f"file-{number}", "w").close()
    return 7
