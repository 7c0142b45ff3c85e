"""Loops for ever.

threat: resources
must: no points for double, all for half; the gradebook says that it ran too long
says: onger than
"""
def double(x):
    while True:
        pass
