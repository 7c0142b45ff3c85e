"""Prints two hundred megabytes.

threat: resources
must: no points for double, all for half; the notebook stays small
"""
def double(x):
    for _ in range(200):
        print("x" * 10**6)
    return 7
