"""Nests questions without end: a class whose every attribute asks again.

threat: resources
must: no points for double, all for half
"""
class Deep:
    def __getattr__(self, name):
        return Deep()

    __iter__ = lambda self: self
    __next__ = lambda self: self
    __len__ = lambda self: 10**9

def double(x):
    return Deep()
