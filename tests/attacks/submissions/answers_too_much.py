"""Sends a result of 99 points from inside a test.

threat: verdict
must: no points for double, all for half
"""
def double(x):
    get_ipython().displayhook(99.0)
    return 7
