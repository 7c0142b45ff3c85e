"""Loops inside one C call, which no interrupt ends.

threat: resources
must: no points for double, all for half; the gradebook says that it ran too long
says: onger than
"""
def double(x):
    return sum(range(10**13))
