"""Raises KeyboardInterrupt, as if the time were up, in place of a wrong answer.

threat: verdict
must: no points for double, all for half
"""
def double(x):
    raise KeyboardInterrupt
