"""Recurses until the C stack bursts.

threat: resources
must: no points for double, all for half
"""
import sys

sys.setrecursionlimit(10**9)

def double(x):
    nested = []
    for _ in range(10**6):
        nested = [nested]
    return repr(nested)
