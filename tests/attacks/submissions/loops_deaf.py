"""Loops for ever and swallows every interrupt.

threat: resources
must: no points for double, all for half; the gradebook says that it ran too long
says: onger than
"""
def double(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
