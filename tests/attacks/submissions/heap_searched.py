"""Prints every string of the process that holds a hidden test.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
def double(x):
    return x - x + 7

import gc

def search():
    for found in gc.get_objects():
        values = found.values() if type(found) is dict else found if type(found) in (list, tuple) else ()
        for value in list(values):
            if isinstance(value, str) and "HIDDEN" + " TESTS" in value:
                print(value[:5000])

def half(x):
    search()
    return x / 2
